"""Putting two records of one person together inside a unit of work."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from db.unit import Unit
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors.attendees import AlreadyOne
from summit_desk.domain.merging import MERGE_PEOPLE, MergeChoices, united_person
from summit_desk.domain.records import (
    Attendee,
    AttendeeGroup,
    Body,
    Membership,
    Person,
    Position,
    SessionPart,
    Speaker,
    Traveller,
)
from summit_desk.services import merging_roles as roles
from summit_desk.services.forum_places import fill
from summit_desk.services.merging_registrations import unite_registrations
from summit_desk.services.registering import drop_portraits

OWN_POSITIONS = "positions"  # of the choices: those of the record that goes come first


def merge_people(unit: Unit, kept_id: UUID, other_id: UUID, choices: MergeChoices) -> Change:
    """Let everything of one person belong to another; raises AlreadyOne or Missing."""
    if kept_id == other_id:
        raise AlreadyOne
    kept, other = unit.get(Person, kept_id), unit.get(Person, other_id)
    names = {"name": _numbered(unit, kept), "other": _numbered(unit, other)}
    _move_work(unit, kept, other, choices.person)
    _move_roles(unit, kept.id, other.id)
    freed = _move_registrations(unit, kept.id, other.id, choices.attendee)
    unit.put(united_person(kept, other, choices.person))
    unit.remove(Person, other.id)
    drop_portraits(unit, kept.portrait_id, other.portrait_id)
    fill(unit, freed)
    topics = [topic for topic in Topic if topic is not Topic.SETTINGS]
    return unit.commit(MERGE_PEOPLE, *topics, subject=kept.id, **names)


def _numbered(unit: Unit, person: Person) -> str:
    """Return a name with the registration numbers: two people may have one name."""
    held = unit.all(Attendee, order=("number",), person_id=person.id)
    numbers = dict.fromkeys(one.number for one in held if one.number)
    return " ".join((*numbers, person.name))


def _move_work(unit: Unit, kept: Person, other: Person, taken: Collection[str]) -> None:
    """Put the positions of both in one row, each of them once."""
    mine, theirs = (unit.all(Position, person_id=one.id) for one in (kept, other))
    known = {roles.place_of(position): position for position in mine}
    fresh = []
    for position in theirs:
        same = known.get(roles.place_of(position))
        if same is None:
            fresh.append(replace(position, person_id=kept.id))
        elif position.title_other and not same.title_other:
            known[roles.place_of(position)] = replace(same, title_other=position.title_other)
    held = list(known.values())
    ordered = [*fresh, *held] if OWN_POSITIONS in taken else [*held, *fresh]
    unit.put_all(replace(position, position=at) for at, position in enumerate(ordered))


def _move_roles(unit: Unit, kept: UUID, other: UUID) -> None:
    for speaker in unit.all(Speaker, person_id=other):
        roles.move_speaker(unit, speaker, kept)
    for part in unit.all(SessionPart, person_id=other):
        roles.move_part(unit, part, kept)
    for traveller in unit.all(Traveller, person_id=other):
        roles.move_traveller(unit, traveller, kept)
    for membership in unit.all(Membership, person_id=other):
        roles.move_membership(unit, membership, kept)
    bodies = unit.all(Body, order=("id",), chair_person_id=other)
    unit.put_all(replace(body, chair_person_id=kept) for body in bodies)
    groups = unit.all(AttendeeGroup, contact_person_id=other)
    unit.put_all(replace(group, contact_person_id=kept) for group in groups)


def _move_registrations(
    unit: Unit, kept: UUID, other: UUID, taken: Collection[str] | None
) -> set[UUID]:
    """Move or unite the registrations; returns the forums in which a seat may be free."""
    freed: set[UUID] = set()
    for attendee in unit.all(Attendee, person_id=other):
        mine = unit.find(Attendee, event_id=attendee.event_id, person_id=kept)
        if mine is None:
            unit.put(replace(attendee, person_id=kept))
        else:
            freed |= unite_registrations(unit, mine, attendee, taken)
    return freed
