"""Makes what the tests of attendees need, in one line each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from summit_desk.domain.change import Topic
from summit_desk.domain.ids import new_id
from summit_desk.domain.records import Attendee, Category, Event, EventKey, Forum, Person
from summit_desk.domain.registration import Registration, Unit

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.attendees import AttendeeService

NOW = datetime(2024, 5, 19, 1, 30, tzinfo=UTC)
EVENT = Event(
    name="产业互联网高峰论坛",
    first_day=date(2024, 5, 22),
    last_day=date(2024, 5, 23),
    created_at=NOW,
)
KEY = EventKey(event_id=EVENT.id, tag="1234", key="5a" * 32)
GUEST = Category(event_id=EVENT.id, name="嘉宾", name_other="Guest", colour="#6842c8", position=0)
DELEGATE = Category(event_id=EVENT.id, name="代表", name_other="Delegate", position=1)
DATA = Forum(event_id=EVENT.id, name="数据要素", name_other="Data", capacity=2, position=0)
ABROAD = Forum(event_id=EVENT.id, name="产业出海", name_other="Going abroad", position=1)
NOBODY = UUID(int=0)


def set_up(store: Store) -> None:
    with store.unit() as unit:
        unit.put_all((EVENT, KEY, GUEST, DELEGATE, DATA, ABROAD))
        unit.commit("set up", Topic.EVENT)


def draft(name: str, **more: object) -> Registration:
    """Return the registration of a new person; `more` are fields of the person or the attendee."""
    place = Unit(
        name=str(more.pop("organisation", "")),
        title=str(more.pop("title", "")),
        organisation_id=more.pop("organisation_id", None),
    )
    forums = more.pop("forums", ())
    of_person = {key: more.pop(key) for key in list(more) if key in Person.__dataclass_fields__}
    person = Person(id=new_id(), name=name, **of_person)
    blank = {"number": "", "token": "", "registered_at": NOW, **more}
    attendee = Attendee(event_id=EVENT.id, person_id=person.id, **blank)
    return Registration(attendee, person, place, tuple(forums))


def register(service: AttendeeService, name: str, **more: object) -> UUID:
    """Register a new person and return the attendee's key."""
    change = service.register(draft(name, **more))
    assert change.subject is not None
    return change.subject
