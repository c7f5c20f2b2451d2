"""The forums that an attendee chose, as chips that can be added and taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from summit_desk.domain.records import Forum, ForumPlace
from summit_desk.support.i18n import _, in_words
from ui.kit import icons
from ui.kit.chips import Chip, ChipButton
from ui.kit.flow import FlowLayout
from ui.kit.tones import Tone


class ForumChips(QWidget):
    """Offers the other forums under "+ Add", and leaving under each chip."""

    added = Signal(object)  # key of a forum
    left = Signal(object)

    def __init__(
        self,
        held: Sequence[tuple[Forum, ForumPlace]],
        offered: Sequence[Forum],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=6)
        for forum, place in held:
            flow.addWidget(self._chip(forum, waiting=place is ForumPlace.WAITING))
        mine = {forum.id for forum, _place in held}
        others = [forum for forum in offered if forum.id not in mine]
        if others:
            add = ChipButton(Chip(None, _("+ Add")))
            add.setCheckable(False)
            add.clicked.connect(lambda: self._offer(add, others))
            flow.addWidget(add)

    def _chip(self, forum: Forum, *, waiting: bool) -> ChipButton:
        name = in_words(forum.name, forum.name_other)
        if waiting:
            name = _("{forum} (waiting)").format(forum=name)
        chip = ChipButton(Chip(forum.id, name, tone=Tone.AMBER if waiting else Tone.BLUE))
        chip.setChecked(True)
        chip.clicked.connect(lambda: chip.setChecked(True))
        chip.clicked.connect(lambda: self._offer_leaving(chip, forum))
        return chip

    def _offer(self, under: QWidget, forums: Sequence[Forum]) -> None:
        menu = self._menu()
        for forum in forums:
            action = menu.addAction(in_words(forum.name, forum.name_other).replace("&", "&&"))
            action.triggered.connect(lambda _on, key=forum.id: self.added.emit(key))
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _offer_leaving(self, under: QWidget, forum: Forum) -> None:
        menu = self._menu()
        action = menu.addAction(_("Take out of this forum"))
        icons.wear(action, "minus")
        action.triggered.connect(lambda: self.left.emit(forum.id))
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
