"""The Agenda screen: days, conflicts, the grid with its tray, and the selected session."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from summit_desk.domain.agenda_view import AgendaItem, AgendaView
from summit_desk.domain.conflicts import Conflict
from summit_desk.domain.places import Place, ScreenName
from summit_desk.support.i18n import _
from ui.agenda.actions import MENU, STRIP, AgendaActions
from ui.agenda.conflict_chips import ConflictChips
from ui.agenda.day_chips import day_chip
from ui.agenda.grid import AgendaGrid
from ui.agenda.strip import Strip
from ui.agenda.tray import Tray
from ui.kit.cards import EmptyState, words
from ui.kit.chips import Chips
from ui.kit.dropped import dropped_list
from ui.kit.screen import Screen


class AgendaScreen(Screen):
    """Shows an agenda and says what the person wants to do with it."""

    shown = Signal()  # the window has turned to this screen
    forum_shown = Signal(object)  # key of a forum that a place names
    import_asked = Signal(object)  # the Path of a sheet that was dropped, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_by_name = AgendaActions(self)
        self.view: AgendaView | None = None
        self._wanted: UUID | None = None  # what to select once it is there
        self.days, self.conflicts = Chips(), ConflictChips()
        self.grid, self.tray = AgendaGrid(), Tray()
        act = self.actions_by_name
        self.strip = Strip([act[name] for name in STRIP])
        self._hint = words(kit="muted")
        self._no_rooms = EmptyState("room", "", "", act["forums"])
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.setAcceptDrops(True)
        self.retranslate()
        self._on_selected(None)

    def title(self) -> str:
        return _("Agenda")

    def header_actions(self) -> Sequence[QAction]:
        return [self.actions_by_name[name] for name in ("forums", "import", "print", "add")]

    def show_agenda(self, view: AgendaView) -> None:
        """Show an agenda; the day and the selection stay."""
        first = self.view is None or self.view.event.id != view.event.id
        self.view = view
        self.days.show_chips(list(map(day_chip, view.days)), self._first_day(view))
        self.conflicts.show_conflicts(view.conflicts)
        self.tray.show_items(view.unscheduled)
        self._pages.setCurrentIndex(0 if view.rooms else 1)
        self._show_day(to_start=first)
        if self._wanted is not None:
            self.show_place(Place(ScreenName.AGENDA, self._wanted))
        self._on_selected(self.selected_keys()[-1] if self.selected_keys() else None)

    def show_place(self, place: Place) -> None:
        """Select a session, or tell that a forum is meant."""
        if place.subject is None:
            return
        if self.view is not None and any(f.id == place.subject for f in self.view.forums):
            self._wanted = None
            self.forum_shown.emit(place.subject)
        else:
            self.choose(place.subject)

    def choose(self, session_id: UUID) -> None:
        """Select a session wherever it is; one that is not there yet is selected later."""
        item = self.view.find(session_id) if self.view else None
        self._wanted = None if item else session_id
        if item is None:
            return
        if item.scheduled and item.day is not None:
            self.days.choose(item.day)
            self._show_day(to_start=False)
            self.tray.list.choose(None)
            self.grid.choose(item.id)
            self.grid.reveal(item.id)
        else:
            self.grid.choose(None)
            self.tray.list.choose(item.id)
            self._on_selected(item.id)

    def selected_keys(self) -> tuple[UUID, ...]:
        """Return the keys of the selected sessions."""
        waiting = self.tray.list.current()
        return self.grid.selection or ((waiting,) if waiting else ())

    def current(self) -> AgendaItem | None:
        """Return the session that was selected last."""
        keys = self.selected_keys()
        return self.view.find(keys[-1]) if self.view and keys else None

    def current_day(self) -> date | None:
        """Return the day that is shown."""
        day = self.days.chosen_key()
        return day if isinstance(day, date) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_list(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.import_asked.emit(dropped_list(event.mimeData()))

    def retranslate(self) -> None:
        self.actions_by_name.retranslate()
        self.grid.setAccessibleName(_("Agenda"))
        self.tray.list.setAccessibleName(_("Not scheduled"))
        self._hint.setText(
            _(
                "Drag a card to move it, its lower edge for the length · double-click a free place "
                "for a new session · Ctrl+wheel zooms · Ctrl+Z undoes"
            )
        )
        self._no_rooms.title.setText(_("No rooms yet"))
        self._no_rooms.sentence.setText(
            _(
                "The agenda is a grid of rooms and times. Enter the rooms of the event first, "
                "then plan forums and sessions in them."
            )
        )
        if self.view is not None:
            self.show_agenda(self.view)

    def _first_day(self, view: AgendaView) -> date | None:
        return next((day.date for day in view.days if day.inside), None)

    def _show_day(self, *, to_start: bool) -> None:
        days = self.view.days if self.view else ()
        day = next((day for day in days if day.date == self.current_day()), None)
        if self.view is None or day is None:
            return
        self.grid.show_day(self.view, day)
        if to_start:
            self.grid.scroll_to_first()

    def _on_day_chosen(self) -> None:
        self.grid.choose(None)
        self._show_day(to_start=True)

    def _on_conflict(self, conflict: Conflict) -> None:
        if conflict.sessions:
            self.choose(conflict.sessions[0])
        elif conflict.finding.place is not None:
            self.place_asked.emit(conflict.finding.place)

    def _on_selected(self, key: UUID | None) -> None:
        if key is not None and key in self.grid.selection:
            self.tray.list.choose(None)
        item = self.current()
        self.strip.show_item(item)
        self._hint.setVisible(item is None and self.view is not None and bool(self.view.rooms))
        scheduled = item is not None and item.scheduled
        self.actions_by_name.fit(selected=len(self.selected_keys()), scheduled=scheduled)

    def _on_tray_chosen(self, key: UUID) -> None:
        self.grid.choose(None)
        self._on_selected(key)

    def _on_let_go(self, at: QPoint) -> None:
        """Put a card that is let go over the tray into it."""
        inside = self.tray.rect().contains(self.tray.mapFromGlobal(at))
        if inside and self.tray.isVisible():
            self.actions_by_name["to_tray"].trigger()

    def _on_place(self, place: Place) -> None:
        if place.screen is ScreenName.AGENDA:
            self.show_place(place)
        else:
            self.place_asked.emit(place)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        names = MENU if self.selected_keys() else ("add", "forums")
        menu.addActions([self.actions_by_name[name] for name in names])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _connect(self) -> None:
        act = self.actions_by_name
        self.days.chosen.connect(lambda _day: self._on_day_chosen())
        self.conflicts.conflict_asked.connect(self._on_conflict)
        self.grid.selected.connect(self._on_selected)
        self.grid.menu_asked.connect(self._show_menu)
        self.grid.let_go_outside.connect(self._on_let_go)
        self.tray.list.chosen.connect(self._on_tray_chosen)
        self.strip.place_asked.connect(self._on_place)
        act["zoom_in"].triggered.connect(lambda: self.grid.zoom_by(1))
        act["zoom_out"].triggered.connect(lambda: self.grid.zoom_by(-1))
        act["zoom_back"].triggered.connect(self.grid.zoom_back)
        act["import"].triggered.connect(lambda: self.import_asked.emit(None))
        act["print"].triggered.connect(lambda: self.place_asked.emit(Place(ScreenName.DOCUMENTS)))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self.days)
        top.addWidget(self.conflicts, 1)
        frame = QFrame()
        frame.setProperty("kit", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.grid)
        planned = QWidget()
        middle = QHBoxLayout(planned)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(frame, 1)
        middle.addWidget(self.tray)
        self._pages.addWidget(planned)
        self._pages.addWidget(self._no_rooms)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addWidget(self._hint)
        column.addWidget(self.strip)
