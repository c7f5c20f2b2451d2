"""The screen of trips: what the person sees and asks for; it decides nothing."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from summit_desk.domain.places import Place
from summit_desk.domain.trip_view import TripLine, TripView
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import EmptyState
from ui.kit.dropped import dropped_list
from ui.kit.screen import Screen
from ui.trips.figures import Figures
from ui.trips.pages import CONTACTS, COSTS, ITINERARY, TripPages
from ui.trips.side import TripSide
from ui.trips.trip_actions import TripActions
from ui.trips.trip_bar import TripBar


class TripsScreen(Screen):
    """A trip at a time: figures, itinerary, travellers, clocks, money, contacts, checks."""

    trip_chosen = Signal(object)  # its key
    add_asked = Signal(object, object)  # a record class; what is known already (a date, a kind)
    edit_asked = Signal(object)  # a record
    copy_asked = Signal(object)  # a Leg
    removal_asked = Signal(object)  # a record
    history_asked = Signal(object)  # a record
    paper_asked = Signal(object, object)  # a TravellerView, a TravelDocumentKind
    travellers_moved = Signal(object)  # their keys in the new order
    shift_asked = Signal()
    book_asked = Signal(object)  # a DocumentLanguage
    preview_asked = Signal()
    calendar_asked = Signal()
    import_asked = Signal(object)  # the Path of a file that was dropped, or None
    place_shown = Signal(object)  # a Place that somebody wants to see here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TripView | None = None
        self._actions = TripActions(self)
        self.bar, self.figures = TripBar(), Figures()
        self.pages, self.side = TripPages(self._actions.first_leg), TripSide()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()

    def title(self) -> str:
        """Return the name of the trip that is shown."""
        if self._view is None:
            return _("Trips")
        return in_words(self._view.trip.name, self._view.trip.name_other)

    def header_actions(self) -> Sequence[QAction]:
        """Return trip book, calendar, import and the menu of what can be added."""
        act = self._actions
        return (act.book, act.calendar, act.bring_in, act.add)

    def show_place(self, place: Place) -> None:
        """Ask for the trip that a link means; then select what it names."""
        self.place_shown.emit(place)

    def show_trips(self, lines: Sequence[TripLine], chosen: UUID | None) -> None:
        """Show which trips there are; none shows how to begin."""
        self.bar.show_trips(lines, chosen)
        self._stack.setCurrentIndex(0 if lines else 1)
        if not lines:
            self._view = None
            self._show_header()

    def show_chosen(self, trip_id: UUID) -> None:
        """Mark the trip that is shown."""
        self.bar.show_chosen(trip_id)

    def show_trip(self, view: TripView) -> None:
        """Show a whole trip."""
        self._view = view
        for part in (self.figures, self.pages, self.side):
            part.show_trip(view)
        self._show_header()

    def select(self, subject: UUID) -> None:
        """Show a leg or a traveller of the trip on screen."""
        is_traveller = self.side.select(subject)
        if not is_traveller or self.side.isHidden():
            self.pages.show_tab(ITINERARY)
        if not is_traveller:
            self.pages.itinerary.show_leg(subject)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_list(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.import_asked.emit(dropped_list(event.mimeData()))

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        for part in (self._actions, self.bar, self.pages, self.side):
            part.retranslate()
        self._start.title.setText(_("No trips yet"))
        self._start.sentence.setText(
            _(
                "Plan an overseas business trip here: flights with both local times, hotels and "
                "meetings, travellers with passports and visas, costs and emergency numbers. "
                "Out of it come the trip book and a calendar for every phone."
            )
        )
        if self._view is not None:
            self.show_trip(self._view)

    def _show_header(self) -> None:
        self._actions.enable(there=self._view is not None)
        self.header_changed.emit()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self.pages, 5)
        columns.addWidget(self.side, 3)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(24, 14, 24, 0)
        rows.setSpacing(12)
        rows.addWidget(self.bar)
        rows.addWidget(self.figures)
        rows.addLayout(columns, 1)
        self._start = EmptyState("trips", "", "", self._actions.new_trip)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._start)

    def _on_tab(self, tab: int) -> None:
        """Give ledger and contacts the whole width: their figures must not be cut."""
        self.side.setVisible(tab not in {COSTS, CONTACTS})

    def _connect(self) -> None:
        self.pages.tabs.currentChanged.connect(self._on_tab)
        self._actions.book_asked.connect(self.book_asked)
        self._actions.preview_asked.connect(self.preview_asked)
        self._actions.calendar_asked.connect(self.calendar_asked)
        self._actions.import_asked.connect(self.import_asked)
        self.bar.chosen.connect(self.trip_chosen)
        self.bar.add_asked.connect(self._actions.new_trip.trigger)
        self.bar.asked.connect(self._ask_of_trip)
        for part in (self._actions, self.pages, self.side):
            part.add_asked.connect(self.add_asked)
        for part in (self.pages, self.side):
            part.edit_asked.connect(self.edit_asked)
            part.removal_asked.connect(self.removal_asked)
            part.history_asked.connect(self.history_asked)
        self.pages.copy_asked.connect(self.copy_asked)
        self.pages.subject_asked.connect(self.select)
        self.side.paper_asked.connect(self.paper_asked)
        self.side.travellers_moved.connect(self.travellers_moved)

    def _ask_of_trip(self, what: str) -> None:
        if self._view is None:
            return
        if what == "shift":
            self.shift_asked.emit()
            return
        signals = {"edit": self.edit_asked, "history": self.history_asked}
        signals.get(what, self.removal_asked).emit(self._view.trip)
