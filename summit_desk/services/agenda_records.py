"""How sessions and what belongs to them are read and written inside a unit of work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from db.queries.agenda import (
    parts_of_event,
    registered_per_forum,
    registered_twice,
    speaker_states,
)
from db.unit import Unit, View
from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.agenda_view import PersonCard
from summit_desk.domain.records import Event, Forum, Room, Session, SessionPart
from summit_desk.domain.spoken import Both


def put_parts(unit: Unit, session_id: UUID, parts: Sequence[SessionPart]) -> None:
    """Write the parts in this order, and remove those that are no longer among them."""
    kept = {part.id for part in parts}
    gone = [p.id for p in unit.all(SessionPart, session_id=session_id) if p.id not in kept]
    if gone:
        unit.remove(SessionPart, *gone)
    unit.put_all(replace(part, session_id=session_id, position=at) for at, part in enumerate(parts))


def room_used(unit: Unit, session: Session) -> UUID | None:
    """Return the key of the room a session is held in: its own, else its forum's."""
    if session.room_id is not None or session.forum_id is None:
        return session.room_id
    return unit.get(Forum, session.forum_id).room_id


def snapshot_of(view: View, event_id: UUID, cards: Iterable[PersonCard]) -> AgendaSnapshot:
    """Return an agenda held still for its checks."""
    return AgendaSnapshot(
        event=view.get(Event, event_id),
        rooms=view.all(Room, event_id=event_id),
        forums=view.all(Forum, event_id=event_id),
        sessions=view.all(Session, event_id=event_id),
        parts=parts_of_event(view, event_id),
        people={card.person.id: Both(card.person.name, card.name_other) for card in cards},
        speakers=speaker_states(view, event_id),
        registered=registered_per_forum(view, event_id),
        doubled=registered_twice(view, event_id),
    )
