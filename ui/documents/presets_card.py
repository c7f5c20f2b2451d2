"""The lists on offer at the left, and what can be done to them."""

from collections.abc import Collection, Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QToolButton, QWidget

from summit_desk.domain.lists.presets import Preset
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import Card

WIDTH = 248  # as the card below


class PresetsCard(Card):
    """Says which list was chosen and what was asked of it; decides nothing."""

    preset_chosen = Signal(object)  # a Preset
    saving_asked = Signal()  # the changes of a person's own list
    reset_asked = Signal()
    saving_as_asked = Signal()
    renaming_asked = Signal(object)
    duplication_asked = Signal(object)
    removal_asked = Signal(object)
    sharing_asked = Signal()
    opening_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(WIDTH)
        self.list = QListWidget()
        self.list.setProperty("kit", "flat")
        self._presets: Sequence[Preset] = ()
        self._edited: Collection[Hashable] = ()
        self.save, self.reset, self.save_as = QAction(self), QAction(self), QAction(self)
        self.rename, self.duplicate, self.remove = QAction(self), QAction(self), QAction(self)
        self.share, self.open = QAction(self), QAction(self)
        self._more = QToolButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def current(self) -> Preset | None:
        """Return the chosen list."""
        at = self.list.currentRow()
        return self._presets[at] if 0 <= at < len(self._presets) else None

    def presets(self) -> Sequence[Preset]:
        """Return every list on offer."""
        return self._presets

    def show_presets(self, presets: Sequence[Preset], chosen: str = "") -> None:
        """Offer these lists; the chosen one stays, or the one of that name is chosen."""
        before = self.current()
        self._presets = presets
        self.list.blockSignals(True)
        self.list.clear()
        for preset in presets:
            item = QListWidgetItem(preset.words)
            item.setToolTip(preset.words)
            self.list.addItem(item)
        self.list.setCurrentRow(_row(presets, before, chosen))
        self.list.blockSignals(False)
        self.show_edited(self._edited)

    def choose(self, row: int) -> None:
        """Choose a list, as a click on it does."""
        self.list.setCurrentRow(row)

    def show_edited(self, edited: Collection[Hashable]) -> None:
        """Mark the lists with these keys as changed since they were saved."""
        self._edited = edited
        for at, preset in enumerate(self._presets):
            changed = _("{list} (changed)").format(list=preset.words)
            self.list.item(at).setText(changed if preset.key in edited else preset.words)
        found = self.current()
        own = found is not None and not found.built_in
        is_edited = found is not None and found.key in edited
        self.save.setEnabled(own and is_edited)
        self.reset.setEnabled(is_edited)
        self.rename.setEnabled(own)
        self.remove.setEnabled(own)

    def retranslate(self) -> None:
        """Say every text again."""
        self.show_heading(_("Lists of people"))
        self.list.setAccessibleName(_("Lists of people"))
        self._more.setToolTip(_("Save, rename, share…"))
        self._more.setAccessibleName(self._more.toolTip())
        for action, text in (
            (self.save, _("Save the changes")),
            (self.reset, _("Discard the changes")),
            (self.save_as, _("Save as a list of my own…")),
            (self.duplicate, _("Duplicate")),
            (self.rename, _("Rename…")),
            (self.remove, _("Delete")),
            (self.share, _("Share as a file…")),
            (self.open, _("Open a list file…")),
        ):
            action.setText(text)
        self.show_presets(self._presets)

    def _lay_out(self) -> None:
        menu = QMenu(self._more)
        menu.addActions(
            [self.save, self.reset, self.save_as, self.duplicate, self.rename, self.remove]
        )
        menu.addSeparator()
        menu.addActions([self.share, self.open])
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setAutoRaise(True)
        icons.wear(self._more, "more")
        self.tools.addWidget(self._more)
        self.body.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.save.triggered.connect(self.saving_asked)
        self.reset.triggered.connect(self.reset_asked)
        self.save_as.triggered.connect(self.saving_as_asked)
        self.share.triggered.connect(self.sharing_asked)
        self.open.triggered.connect(self.opening_asked)
        for action, signal in (
            (self.rename, self.renaming_asked),
            (self.duplicate, self.duplication_asked),
            (self.remove, self.removal_asked),
        ):
            action.triggered.connect(lambda _on, told=signal: told.emit(self.current()))

    def _on_row_changed(self, _row: int) -> None:
        self.show_edited(self._edited)
        if (preset := self.current()) is not None:
            self.preset_chosen.emit(preset)


def _row(presets: Sequence[Preset], before: Preset | None, chosen: str) -> int:
    if chosen:
        found = [at for at, one in enumerate(presets) if one.spec.name == chosen]
    else:
        found = [
            at for at, one in enumerate(presets) if before is not None and one.key == before.key
        ]
    return found[-1] if found else 0
