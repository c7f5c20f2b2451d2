"""The column beside the itinerary: travellers, the papers of the chosen one, time zones."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from summit_desk.domain.records import Traveller
from summit_desk.domain.trip_view import TravellerView, TripView
from summit_desk.support.i18n import _
from ui.kit.cards import Card
from ui.trips.papers_card import PapersCard
from ui.trips.travellers_card import TravellersCard
from ui.trips.zone_chart import ZoneChart

NARROWEST, WIDEST = 396, 468


class TripSide(QScrollArea):
    """Scrolls by itself; a chosen traveller brings the papers into sight."""

    add_asked = Signal(object, object)  # Traveller, None
    edit_asked = Signal(object)  # a record
    removal_asked = Signal(object)
    history_asked = Signal(object)
    paper_asked = Signal(object, object)  # a TravellerView, a TravelDocumentKind
    travellers_moved = Signal(object)  # their keys in the new order

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.travellers, self.papers, self.zones = TravellersCard(), PapersCard(), ZoneChart()
        self._clocks = Card()
        self._clocks.body.addWidget(self.zones)
        page = QWidget()
        page.setProperty("kit", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 14)
        column.setSpacing(12)
        for part in (self.travellers, self.papers, self._clocks):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setWidget(page)
        self._connect()

    def show_trip(self, view: TripView) -> None:
        """Show the people and the clocks of a trip."""
        self.travellers.show_trip(view)
        self.papers.show_traveller(self.travellers.current())
        self.zones.show_zones(view.zones, view.trip.home_zone)
        self._clocks.setVisible(bool(view.zones))

    def select(self, traveller_id: UUID) -> bool:
        """Choose a traveller; False when nobody has this key."""
        return self.travellers.select(traveller_id)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self._clocks.show_heading(_("Time zones"))
        self.travellers.retranslate()

    def _connect(self) -> None:
        people = self.travellers
        people.add_asked.connect(lambda: self.add_asked.emit(Traveller, None))
        people.chosen.connect(self._show_papers)
        people.opened.connect(lambda who: self.edit_asked.emit(who.facts.traveller))
        people.removal_asked.connect(lambda who: self.removal_asked.emit(who.facts.traveller))
        people.history_asked.connect(lambda who: self.history_asked.emit(who.facts.traveller))
        people.moved.connect(self.travellers_moved)
        people.paper_asked.connect(self.paper_asked)
        self.papers.paper_asked.connect(self.paper_asked)
        self.papers.opened.connect(self.edit_asked)
        self.papers.removal_asked.connect(self.removal_asked)

    def _show_papers(self, who: TravellerView | None) -> None:
        self.papers.show_traveller(who)
        if who is not None:  # once the card has its height
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.papers, 0, 8))
