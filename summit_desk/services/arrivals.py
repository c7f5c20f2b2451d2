"""Arrivals at a check-in point: who has come, who is missing, from which organisations."""

from uuid import UUID

from db.queries.arrivals import everybody_at
from db.store import Store
from summit_desk.domain.check_in.arrivals import Arrivals
from summit_desk.domain.errors import Missing
from summit_desk.domain.thing_words import thing_word
from summit_desk.services.check_in import CheckInService


class ArrivalService:
    """Reads everybody of a point at once; takes a while in a large file, so run it beside."""

    def __init__(self, store: Store, check_in: CheckInService) -> None:
        self._store, self._check_in = store, check_in

    def at(self, event_id: UUID, point_id: UUID) -> Arrivals:
        """Return who is expected at a point and who has come; raises Missing."""
        doors = self._check_in.doors(event_id)
        door = doors.by_point.get(point_id)
        if door is None:
            raise Missing(thing=thing_word("check_point"))
        day = doors.day(door.point, self._check_in.now())
        with self._store.view() as view:
            return Arrivals(everybody_at(view.session, door, day))
