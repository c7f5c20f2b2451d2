"""Moving sessions about: where one may begin, and who would be in its way there."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from summit_desk.domain.agenda_view import AgendaItem, AgendaView

SNAP = 5  # minutes
FINE = 1  # minutes, with Alt held
SHORTEST = 5  # minutes that an edge can be dragged to


@dataclass(frozen=True)
class Placing:
    """Where and when a session is to be; no room means: as its forum."""

    starts_at: datetime
    room_id: UUID | None
    minutes: int

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


def minute_of(day: date, wall: datetime) -> int:
    """Return how many minutes after the midnight that opens `day` a time is."""
    return round((wall - datetime.combine(day, time())) / timedelta(minutes=1))


def wall_at(day: date, minute: int) -> datetime:
    """Return the wall-clock time so many minutes after the midnight that opens `day`."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def snapped(minute: float, step: int = SNAP) -> int:
    """Return the nearest step."""
    return round(minute / step) * step


def in_the_way(view: AgendaView, item: AgendaItem, placing: Placing) -> AgendaItem | None:
    """Return the first other session whose room or people this one would need there."""
    people = {guest.part.person_id for guest in item.guests} - {None}
    for other in view.sessions:
        if other.id == item.id or other.starts_at is None or other.ends_at is None:
            continue
        if not (other.starts_at < placing.ends_at and placing.starts_at < other.ends_at):
            continue
        same_room = other.room is not None and other.room.id == placing.room_id
        if same_room or people & {guest.part.person_id for guest in other.guests}:
            return other
    return None
