"""Use cases of every area as random steps: each does one thing to a summit, if it can."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    Category,
    Cost,
    Forum,
    Leg,
    LegKind,
    MaterialKind,
    Organisation,
    Person,
    Room,
    Session,
    SessionPart,
    Speaker,
    SpeakerStatus,
    Traveller,
    Trip,
    TripContact,
)
from summit_desk.domain.registration import Registration, Unit

if TYPE_CHECKING:
    from tests.story.chance import Chance

NOW = datetime(2024, 5, 19, 1, 30, tzinfo=UTC)
DAY = date(2024, 5, 22)


def register(c: Chance) -> None:
    person = Person(name=c.word, mobile=f"138{c.number:08d}")
    attendee = Attendee(
        event_id=c.event.id, person_id=person.id, number="", token="", registered_at=NOW
    )
    c.services.attendees.register(Registration(attendee, person, Unit(name=f"示例{c.number % 5}")))


def edit_attendee(c: Chance) -> None:
    detail = c.services.attendees.detail(c.key(Attendee))
    person = replace(detail.person, name=c.word, spelling_fixed=False)
    changed = replace(detail.attendee, notes=c.text, tags=(c.text,))
    forums = tuple(forum.id for forum in c.services.agenda.forums(c.event.id))
    c.services.attendees.edit(Registration(changed, person, Unit(title=c.text), forums, b""))


def cancel(c: Chance) -> None:
    c.services.attendees.cancel([c.key(Attendee)])


def confirm(c: Chance) -> None:
    c.services.attendees.set_status([c.key(Attendee)], AttendeeStatus.CONFIRMED)


def give_category(c: Chance) -> None:
    c.services.attendees.set_category([c.key(Attendee)], c.key(Category))


def take_into_forum(c: Chance) -> None:
    c.services.attendees.add_forum([c.key(Attendee)], c.key(Forum))


def leave_forum(c: Chance) -> None:
    c.services.attendees.leave_forum([c.key(Attendee)], c.key(Forum))


def remove_attendee(c: Chance) -> None:
    c.services.attendees.remove([c.key(Attendee)])


def print_badge(c: Chance) -> None:
    c.services.documents.note_printed([c.key(Attendee)], "a6")


def remove_person(c: Chance) -> None:
    c.services.people.remove(c.key(Person))


def save_room(c: Chance) -> None:
    c.services.events.save(Room(event_id=c.event.id, name=c.word, capacity=c.number))


def remove_room(c: Chance) -> None:
    c.services.events.remove(Room, c.key(Room))


def remove_category(c: Chance) -> None:
    c.services.events.remove(Category, c.key(Category))


def move_event(c: Chance) -> None:
    event = c.services.events.event(c.event.id)
    later = timedelta(days=c.number % 3)
    c.services.events.save(replace(event, name=c.word, last_day=event.first_day + later))


def add_forum(c: Chance) -> None:
    c.services.agenda.save_forum(Forum(event_id=c.event.id, name=c.word, capacity=c.number % 3))


def edit_forum(c: Chance) -> None:
    c.services.agenda.save_forum(replace(c.any(Forum), room_id=c.key(Room), intro=c.text))


def remove_forum(c: Chance) -> None:
    c.services.agenda.remove_forum(c.key(Forum))


def add_session(c: Chance) -> None:
    starts_at = datetime(2024, 5, 22, 8 + c.number % 10)
    session = Session(event_id=c.event.id, title=c.word, starts_at=starts_at)
    named = SessionPart(session_id=session.id, person_id=c.key(Person))
    unnamed = SessionPart(session_id=session.id, label=c.word, position=1)
    c.services.agenda.save_session(session, [named, unnamed])


def move_session(c: Chance) -> None:
    later = datetime(2024, 5, 23, 8 + c.number % 10)
    c.services.agenda.move(c.key(Session), starts_at=later, room_id=c.key(Room), minutes=45)


def double_session(c: Chance) -> None:
    c.services.agenda.duplicate(c.key(Session))


def remove_session(c: Chance) -> None:
    c.services.agenda.remove_sessions([c.key(Session)])


def engage(c: Chance) -> None:
    draft = c.services.speakers.draft(c.event.id, c.key(Person))
    c.services.speakers.save(replace(draft, unit=Unit(name=f"示例{c.number % 5}", title=c.text)))


def answer(c: Chance) -> None:
    c.services.speakers.set_status([c.key(Speaker)], SpeakerStatus.CONFIRMED)


def receive(c: Chance) -> None:
    kind = list(MaterialKind)[c.number % len(MaterialKind)]
    c.services.speakers.receive(c.key(Speaker), kind, received=bool(c.number % 2))


def remove_speaker(c: Chance) -> None:
    c.services.speakers.remove([c.key(Speaker)])


def add_organisation(c: Chance) -> None:
    c.services.organisations.save(Organisation(full_name=c.word, aliases=(c.text,)))


def remove_organisation(c: Chance) -> None:
    c.services.organisations.remove(c.key(Organisation))


def add_trip(c: Chance) -> None:
    ends_on = DAY + timedelta(days=5)
    c.services.trips.save(Trip(event_id=c.event.id, name=c.word, starts_on=DAY, ends_on=ends_on))


def shift_trip(c: Chance) -> None:
    c.services.trips.shift(c.key(Trip), c.number - 15)


def remove_trip(c: Chance) -> None:
    c.services.trips.remove(Trip, c.key(Trip))


def add_leg(c: Chance) -> None:
    starts_at = datetime(2024, 5, 22, 13, 30)
    c.services.trips.save(
        Leg(
            trip_id=c.key(Trip),
            kind=LegKind.FLIGHT,
            number="XX 123",
            from_place="上海",
            from_zone="Asia/Shanghai",
            starts_at=starts_at,
            to_place=c.word,
            to_zone="Europe/Berlin",
            ends_at=starts_at + timedelta(hours=6),
        )
    )


def edit_leg(c: Chance) -> None:
    c.services.trips.save(replace(c.any(Leg), notes=c.text, booking=c.text))


def remove_leg(c: Chance) -> None:
    c.services.trips.remove(Leg, c.key(Leg))


def take_along(c: Chance) -> None:
    who = c.key(Person) if c.number % 2 else c.word
    trip_id = c.key(Trip)
    c.services.trips.add_traveller(trip_id, who, Traveller(trip_id=trip_id, person_id=c.event.id))


def leave_behind(c: Chance) -> None:
    c.services.trips.remove_traveller(c.key(Traveller))


def spend(c: Chance) -> None:
    c.services.trips.save(Cost(trip_id=c.key(Trip), spent_on=DAY, payee=c.text, amount=c.number))


def note_number(c: Chance) -> None:
    c.services.trips.save(TripContact(trip_id=c.key(Trip), label=c.word, phone="110"))


def import_list(c: Chance) -> None:
    path = c.folder / f"list{c.number}.csv"
    rows = [f"示例人{n},示例{n % 5},1390000{n:04d}" for n in range(c.number, c.number + 4)]
    path.write_text("\n".join(["姓名,单位,手机", *rows]), encoding="utf-8")
    c.services.imports.apply(c.services.imports.plan(c.event.id, path))


def undo(c: Chance) -> None:
    c.services.history.undo()


def redo(c: Chance) -> None:
    c.services.history.redo()


DEEDS = {
    name: deed
    for name, deed in list(globals().items())
    if getattr(deed, "__module__", "") == __name__ and callable(deed)
}
