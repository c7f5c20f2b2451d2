"""Where there is still time in a room."""

from datetime import datetime, timedelta
from uuid import UUID

from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.agenda_time import agenda_day, turn_of
from summit_desk.domain.records import Session


def next_free(held: AgendaSnapshot, session: Session) -> datetime | None:
    """Return when the room of `session` is next free for as long after it, the same day.

    None when the day is full, or the session has no place itself.
    """
    room = held.room_used(session)
    if session.starts_at is None or room is None:
        return None
    length = timedelta(minutes=session.minutes)
    turn = turn_of(agenda_day(session.starts_at))
    start = session.starts_at + length
    for begin, end in _taken(held, session.starts_at, room.id):
        if begin < start + length and start < end:
            start = end
    return start if start + length <= turn else None


def _taken(held: AgendaSnapshot, since: datetime, room_id: UUID) -> list[tuple[datetime, datetime]]:
    """Return the spans of wall-clock time at which the room is taken, in order."""
    return sorted(
        (other.starts_at, other.starts_at + timedelta(minutes=other.minutes))
        for other in held.live
        if other.starts_at is not None
        and other.starts_at + timedelta(minutes=other.minutes) > since
        and (room := held.room_used(other)) is not None
        and room.id == room_id
    )
