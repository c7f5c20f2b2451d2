"""The workspace: rail, header, screens and status bar of one open file."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from summit_desk.domain.places import Place, ScreenName
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.screen import Screen
from ui.shell.commands import Command, escaped, usable
from ui.shell.entries import ScreenEntry
from ui.shell.footer import Footer
from ui.shell.header import Header
from ui.shell.rail import Rail

if TYPE_CHECKING:
    from ui.kit.desk import Desk


class Workspace(QWidget):
    """Shows one screen at a time; screens are built when they are first shown."""

    screen_shown = Signal(object)  # a ScreenName

    def __init__(
        self, desk: "Desk", entries: Sequence[ScreenEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entries = tuple(entries)
        self._desk = desk
        self._built: dict[ScreenName, Screen] = {}
        self.rail, self.header, self.footer = Rail(entries), Header(), Footer()
        self._stack = QStackedWidget()
        self._lay_out()
        if len(self.entries) == 1:  # a station: there is nowhere else to go
            self.rail.hide()
            self.header.search.hide()
        self._go = [self._going(entry, at) for at, entry in enumerate(self.entries, start=1)]
        self.addActions(self._go)
        self.rail.chosen.connect(lambda name: self.go(Place(name)))
        desk.event_changed.connect(self._show_event)
        self._show_event()

    def go(self, place: Place) -> None:
        """Show the screen of `place` and select what it names."""
        entry = self._entry(place.screen)
        if entry is None:
            return
        screen = self._screen(entry)
        self._stack.setCurrentWidget(screen)
        self.rail.choose(entry.name)
        self._show_header()
        if place.subject is not None or entry.also:
            screen.show_place(place)
        self.screen_shown.emit(entry.name)

    def take_keyboard(self) -> None:
        """Let the keys go to the screen and not to the first button of the rail."""
        self._stack.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Screen:
        """Return the screen that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Screen)
        return shown

    def commands(self) -> Sequence[Command]:
        """Return what can be done on this screen, and all screens to go to."""
        here = usable(self.current().header_actions(), self.current().title())
        return [*here, *usable(self._go, _("Go to"))]

    def do_primary(self) -> None:
        """Trigger the blue button of the current screen (Ctrl+N)."""
        actions = self.current().header_actions()
        if actions and actions[-1].isEnabled():
            actions[-1].trigger()

    def show_counts(self, counts: Mapping[ScreenName, int]) -> None:
        """Show how many things wait behind the items of the rail."""
        self.rail.show_counts(counts)

    def retranslate(self) -> None:
        """Say every text again; screens hear of it from Qt."""
        for action, entry in zip(self._go, self.entries, strict=True):
            action.setText(escaped(entry.title()))
        for part in (self.rail, self.header, self.footer):
            part.retranslate()
        self._show_header()

    def _going(self, entry: ScreenEntry, number: int) -> QAction:
        action = QAction(escaped(entry.title()), self)
        icons.wear(action, entry.icon)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(lambda: self.go(Place(entry.name)))
        return action

    def _entry(self, name: ScreenName) -> ScreenEntry | None:
        shown = (one for one in self.entries if name is one.name or name in one.also)
        return next(shown, None)

    def _screen(self, entry: ScreenEntry) -> Screen:
        if entry.name not in self._built:
            screen = entry.make()
            screen.place_asked.connect(self.go)
            screen.header_changed.connect(self._show_header)
            self._stack.addWidget(screen)
            self._built[entry.name] = screen
        return self._built[entry.name]

    def _show_header(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Screen):
            self.header.show_title(shown.title())
            self.header.show_actions(shown.header_actions())

    def _show_event(self) -> None:
        if self._desk.has_event:
            self.rail.event_button.show_event(self._desk.event)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._stack, 1)
        right.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self._stack.setFocusPolicy(Qt.FocusPolicy.NoFocus)
