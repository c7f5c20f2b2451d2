"""The steps of a registration inside a unit of work: person, organisation, number, portrait."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from db.queries.attendees import numbered_alike, taken_numbers
from db.queries.people import organisation_called
from db.unit import Unit, View
from summit_desk.domain.attendee_lists import Work
from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors.attendees import AlreadyRegistered
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    Organisation,
    Person,
    Picture,
    Position,
)
from summit_desk.domain.registration import Registration, number_taken, written_number
from summit_desk.domain.registration import Unit as WorkPlace
from summit_desk.services.groups import group_called

TOKEN_DIGITS = 10


def put_registration(unit: Unit, given: Registration) -> Attendee:
    """Write person, position, portrait and attendee of a clean registration.

    Raises AlreadyRegistered, or Invalid when the number belongs to somebody else.
    """
    attendee = numbered(unit, given.attendee)
    _refuse_second(unit, attendee, given.person)
    person = put_person(unit, given.person, given.portrait)
    put_first_position(unit, person.id, given.unit)
    group = group_called(unit, attendee.event_id, given.group) if given.group else None
    attendee = replace(attendee, person_id=person.id, group_id=group or attendee.group_id)
    unit.put(attendee)
    return attendee


def numbered(unit: Unit, attendee: Attendee) -> Attendee:
    """Return the attendee with a registration number and a token that nobody else has."""
    number = attendee.number or next_number(unit, attendee.event_id)
    token = attendee.token or new_token(unit, attendee.event_id)
    return replace(attendee, number=number, token=token)


def next_number(unit: Unit, event_id: UUID) -> str:
    """Return the number after the highest one given so far."""
    return written_number(taken_numbers(unit.session, event_id) + 1)


def new_token(unit: Unit, event_id: UUID, random: Callable[[int], int] = secrets.randbelow) -> str:
    """Return ten random digits that no badge of this event carries."""
    while True:
        token = f"{random(10**TOKEN_DIGITS):0{TOKEN_DIGITS}}"
        merged = unit.count(AttendeeCode, event_id=event_id, code=token)
        if merged + unit.count(Attendee, event_id=event_id, token=token) == 0:
            return token


def put_person(unit: Unit, person: Person, portrait: bytes | None) -> Person:
    """Write a person with another portrait (None: as it is, empty bytes: none); return it."""
    held = person.portrait_id
    person = _with_portrait(unit, person, portrait)
    unit.put(person)
    if held is not None and held != person.portrait_id:
        drop_portraits(unit, held)
    return person


def drop_portraits(unit: Unit, *keys: UUID | None) -> None:
    """Remove those of the pictures that show nobody any more."""
    unused = [key for key in keys if key and not unit.count(Person, portrait_id=key)]
    there = [key for key in unused if unit.count(Picture, id=key)]
    if there:
        unit.remove(Picture, *there)


def _with_portrait(unit: Unit, person: Person, portrait: bytes | None) -> Person:
    """Store a portrait and return the person with it."""
    if portrait is None:
        return person
    if person.portrait_id is not None:
        old = unit.find(Picture, id=person.portrait_id)
        if old is not None and old.data == portrait:
            return person
    if not portrait:
        return replace(person, portrait_id=None)
    picture = Picture(mime=_mime(portrait), data=portrait)
    unit.put(picture)
    return replace(person, portrait_id=picture.id)


def put_first_position(unit: Unit, person_id: UUID, place: WorkPlace) -> None:
    """Write where a person works; an empty place takes the first position away."""
    held = unit.all(Position, person_id=person_id)
    first = held[0] if held else None
    if not place:
        if first is not None:
            unit.remove(Position, first.id)
        return
    position = first or Position(person_id=person_id)
    unit.put(
        replace(
            position,
            organisation_id=place.organisation_id or organisation_for(unit, place.name),
            department=place.department,
            title=place.title,
            title_other=place.title_other,
        )
    )


def organisation_for(unit: Unit, name: str) -> UUID | None:
    """Return the organisation called so; one that nobody has entered yet is added."""
    if not name:
        return None
    found = organisation_called(unit.session, name)
    if found is None:
        found = Organisation(full_name=name)
        unit.put(found)
    return found.id


def work_of(view: View, person_id: UUID) -> tuple[Work, ...]:
    """Return the positions of a person with their organisations, the first one first."""
    held = view.all(Position, person_id=person_id)
    units = {position.organisation_id for position in held if position.organisation_id}
    found = {one.id: one for one in view.all(Organisation, id=units)}
    return tuple(Work(one, found.get(one.organisation_id or one.id)) for one in held)


def portrait_of(view: View, person: Person) -> Picture | None:
    """Return the person's portrait, if there is one."""
    return view.find(Picture, id=person.portrait_id) if person.portrait_id else None


def _refuse_second(unit: Unit, attendee: Attendee, person: Person) -> None:
    held = unit.find(Attendee, id=attendee.id)
    if held is None or held.number != attendee.number:
        alike = numbered_alike(unit.session, attendee.event_id, attendee.number)
        if others := [key for key in alike if key != attendee.id]:
            other = unit.get(Attendee, others[0])
            name = unit.get(Person, other.person_id).name
            raise Invalid([number_taken(other.number, name)])
    for other in unit.all(Attendee, event_id=attendee.event_id, person_id=person.id):
        if other.id != attendee.id:
            raise AlreadyRegistered(name=person.name, number=other.number)


def _mime(picture: bytes) -> str:
    heads = {b"\x89PNG": "image/png", b"GIF8": "image/gif", b"RIFF": "image/webp"}
    return heads.get(picture[:4], "image/jpeg")
