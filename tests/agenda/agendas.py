"""Agendas to test with: an event of two days, rooms, forums and sessions in a few words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.records import Event, Forum, Person, Room, Session, SessionPart

if TYPE_CHECKING:
    from collections.abc import Sequence

EVENT = Event(
    name="高峰论坛",
    name_other="Summit",
    first_day=date(2024, 5, 22),
    last_day=date(2024, 5, 23),
    created_at=datetime(2024, 1, 1, tzinfo=UTC),
)
HALL = Room(event_id=EVENT.id, name="主会场", name_other="Main hall", capacity=300)
SIDE = Room(event_id=EVENT.id, name="浦江厅", name_other="Pujiang", capacity=80, position=1)
MAIN = Forum(event_id=EVENT.id, name="主论坛", name_other="Main forum", room_id=HALL.id)
DATA = Forum(event_id=EVENT.id, name="数据要素", name_other="Data", room_id=SIDE.id, position=1)
YAN = Person(name="严华", pinyin="yan hua", rank=1)
LI = Person(name="李平", pinyin="li ping", rank=2)


def session(title: str, start: str = "", minutes: int = 60, **more: object) -> Session:
    """Return a session of 22 May that begins at "09:30" (or at "2024-05-23 09:30")."""
    at = start if len(start) != len("09:30") else f"2024-05-22 {start}"
    starts_at = datetime.fromisoformat(at) if at else None
    settings = {"event_id": EVENT.id, "room_id": HALL.id, **more}
    return Session(title=title, starts_at=starts_at, minutes=minutes, **settings)


def snapshot(
    sessions: Sequence[Session],
    parts: Sequence[SessionPart] = (),
    event: Event = EVENT,
    **more: object,
) -> AgendaSnapshot:
    people = {YAN.id: YAN.name, LI.id: LI.name}
    return AgendaSnapshot(
        event, (HALL, SIDE), (MAIN, DATA), tuple(sessions), tuple(parts), people, **more
    )


def part(of: Session, who: Person, **more: object) -> SessionPart:
    return SessionPart(session_id=of.id, person_id=who.id, **more)
