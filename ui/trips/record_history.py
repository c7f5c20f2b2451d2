"""The history of a trip or of a part of it, with Undo."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.records import (
    Cost,
    Leg,
    Record,
    TravelDocument,
    Trip,
    TripContact,
)
from summit_desk.domain.trip_timeline import leg_name
from summit_desk.domain.trip_view import TripView
from summit_desk.domain.trip_words import PAPERS
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _, in_words
from ui.kit.desk import Desk
from ui.kit.histories import show_history
from ui.trips.screen import TripsScreen


class TripHistory(QObject):
    """Opens the history of what the screen names."""

    def __init__(
        self,
        screen: TripsScreen,
        services: Services,
        desk: Desk,
        view: Callable[[], TripView | None],
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk, self._view = screen, services, desk, view
        screen.history_asked.connect(self.show_history)

    def show_history(self, record: Record) -> None:
        """Show who changed a record, and when; a traveller with the papers, a trip with all."""
        title = _("History of “{title}”").format(title=self._title(record))
        show_history(self._screen, self._services, self._desk, title, *self._keys(record))

    def _keys(self, record: Record) -> list[UUID]:
        view = self._view()
        people = view.travellers if view else ()
        if isinstance(record, Trip) and view:
            parts = [leg.leg for leg in view.legs()] + [cost.cost for cost in view.costs]
            return [record.id, *(part.id for part in parts), *(who.facts.id for who in people)]
        papers = [
            paper.id for who in people if who.facts.id == record.id for paper in who.facts.documents
        ]
        return [record.id, *papers]

    def _title(self, record: Record) -> str:
        match record:
            case Trip():
                return in_words(record.name, record.name_other)
            case Leg():
                return str(leg_name(record))
            case TravelDocument():
                return _(PAPERS[record.kind])
            case Cost():
                return record.payee or record.spent_on.isoformat()
            case TripContact():
                return in_words(record.label, record.label_other)
        view = self._view()
        people = view.travellers if view else ()
        return next((who.facts.name for who in people if who.facts.id == record.id), "")
