"""The chip "Filters ▾": saved filters to choose from, and what can be done with them."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeFilter
from summit_desk.domain.saved_filters import NamedFilter
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.chips import Chip, ChipButton

LONGEST = 16  # characters of a name on the chip


class SavedMenu(ChipButton):
    """Shows which saved filter is looked at, and whether it was changed since."""

    filter_chosen = Signal(object)  # an AttendeeFilter
    saving_asked = Signal()
    overwriting_asked = Signal(object)  # the key of a saved filter
    building_asked = Signal()
    managing_asked = Signal()
    emails_asked = Signal()

    def __init__(self) -> None:
        super().__init__(Chip("", ""))
        self._saved: Sequence[NamedFilter] = ()
        self._current: UUID | None = None
        self._awaited: UUID | None = None  # asked for before the saved filters were here
        self._wanted = EVERYBODY
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open)
        self.retranslate()

    def current(self) -> NamedFilter | None:
        """Return the saved filter that is looked at."""
        return next((one for one in self._saved if one.id == self._current), None)

    def changed(self) -> bool:
        """Tell whether the list asks for something else than the saved filter."""
        current = self.current()
        return current is not None and current.wanted != self._wanted

    def show_saved(self, saved: Sequence[NamedFilter]) -> None:
        """Offer these filters."""
        self._saved = saved
        self.retranslate()
        if self._awaited is not None and self.choose(self._awaited):
            self._awaited = None

    def show_wanted(self, wanted: AttendeeFilter) -> None:
        """Take note of what the list asks for; asking for everybody leaves the filter."""
        self._wanted = wanted
        if wanted == EVERYBODY:
            self._current = None
        elif self._current is None:
            found = (one.id for one in self._saved if one.wanted == wanted)
            self._current = next(found, None)
        self.retranslate()

    def choose(self, key: UUID) -> bool:
        """Look at a saved filter; False when it isn't one (yet)."""
        found = next((one for one in self._saved if one.id == key), None)
        if found is None:
            self._awaited = key
            return False
        self._take(found)
        return True

    def keep(self, key: UUID | None) -> None:
        """Look at a filter that was just saved."""
        self._current = key
        self.retranslate()

    def open(self) -> None:
        """Open the choices under the chip."""
        self.setChecked(self._current is not None)
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def menu(self) -> QMenu:
        """Return the menu as it stands now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._saved:
            action = _action(menu, _counted(one), partial(self._take, one))
            action.setCheckable(True)
            action.setChecked(one.id == self._current)
        if not self._saved:
            _action(menu, _("No filter is saved yet"), lambda: None).setEnabled(False)
        menu.addSeparator()
        current = self.current()
        if current is not None and self.changed():
            text = _("Save the changes in “{name}”").format(name=current.name)
            _action(menu, text, lambda: self.overwriting_asked.emit(current.id), "save")
        save = _action(menu, _("Save this filter…"), self.saving_asked.emit, "plus")
        save.setEnabled(self._wanted != EVERYBODY)
        _action(menu, _("More filters…"), self.building_asked.emit, "filter")
        text = _("Copy the e-mail addresses of this list")
        _action(menu, text, self.emails_asked.emit, "mail")
        manage = _action(menu, _("Manage the saved filters…"), self.managing_asked.emit, "edit")
        manage.setEnabled(bool(self._saved))
        return menu

    def retranslate(self) -> None:
        """Say the text again in the current language."""
        current = self.current()
        text = _("Filters ▾")
        if current is not None:
            name = current.name if len(current.name) <= LONGEST else current.name[:15] + "…"
            text = _("{name} (changed) ▾") if self.changed() else _("{name} ▾")
            text = text.format(name=name)
        self.show_chip(Chip(self._current, text))
        self.setChecked(current is not None)

    def _take(self, one: NamedFilter) -> None:
        self._current = one.id
        self.filter_chosen.emit(one.wanted)


def _action(menu: QMenu, text: str, call: Callable[[], object], icon: str = "") -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    if icon:
        icons.wear(action, icon)
    action.triggered.connect(lambda _on=False: call())
    return action


def _counted(one: NamedFilter) -> str:
    return one.name if one.count is None else f"{one.name}  {one.count:,}"
