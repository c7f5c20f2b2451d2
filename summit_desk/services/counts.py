"""How many things an event has: the numbers beside the names of the screens."""

from uuid import UUID

from db.store import Store
from summit_desk.domain.places import ScreenName
from summit_desk.domain.records import Attendee, Record, Speaker, Trip
from summit_desk.support.clock import Clock

COUNTED: dict[ScreenName, type[Record]] = {
    ScreenName.SPEAKERS: Speaker,
    ScreenName.ATTENDEES: Attendee,
    ScreenName.TRIPS: Trip,
}


class CountService:
    """Counts without reading rows."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def of(self, event_id: UUID) -> dict[ScreenName, int]:
        """Return the count behind each screen that has one."""
        with self._store.view() as view:
            return {name: view.count(kind, event_id=event_id) for name, kind in COUNTED.items()}
