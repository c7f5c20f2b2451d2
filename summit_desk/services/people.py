"""The people of a file: who they are, what they do where, and what they look like."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

from db.queries.people import organisations_found, people_found, people_lines, unit_names
from db.store import Store
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid
from summit_desk.domain.likely_units import SHORTEST_NEAR, near_units
from summit_desk.domain.merging import MergeChoices
from summit_desk.domain.people_lists import PersonDetail, PersonLine
from summit_desk.domain.records import Person, Position
from summit_desk.domain.registration import clean_person, person_problems
from summit_desk.domain.text_cleaning import clean_line
from summit_desk.services.merging import merge_people
from summit_desk.services.registering import (
    drop_portraits,
    organisation_for,
    portrait_of,
    put_person,
    work_of,
)
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_

MOST_OFFERED = 12  # names under a field that is typed into
UNCHOSEN = MergeChoices()


class PeopleService:
    """Keeps persons with their positions and portraits."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def detail(self, person_id: UUID) -> PersonDetail:
        """Return a person with positions and portrait; raises Missing."""
        with self._store.view() as view:
            person = view.get(Person, person_id)
            return PersonDetail(person, work_of(view, person_id), portrait_of(view, person))

    def found(self, text: str, limit: int = MOST_OFFERED) -> list[PersonLine]:
        """Return the people who answer to a text, best first."""
        with self._store.view() as view:
            return people_found(view.session, text, limit)

    def lines(self, keys: Sequence[UUID]) -> list[PersonLine]:
        """Return these people as lists show them."""
        with self._store.view() as view:
            return people_lines(view.session, keys)

    def options(self, text: str, limit: int = MOST_OFFERED) -> list[tuple[object, str]]:
        """Return (key, words) of the people who answer to a text, for a field."""
        return [(line.id, str(line)) for line in self.found(text, limit)]

    def organisations(self, text: str, limit: int = MOST_OFFERED) -> list[tuple[object, str]]:
        """Return (key, name) of the organisations that answer to a text, for a field.

        After those that hold the text come those that are written nearly so.
        """
        with self._store.view() as view:
            found = organisations_found(view.session, text, limit)
            if len(found) < limit and len(text.strip()) >= SHORTEST_NEAR:
                found += [one for one in near_units(text, unit_names(view)) if one not in found]
        return [*found[:limit]]

    def save(self, person: Person) -> Change:
        """Write a person, new or changed; raises Invalid."""
        person = _valid(person)
        with self._store.unit() as unit:
            new = unit.find(Person, id=person.id) is None
            unit.put(person)
            label = N_("Add person {name}") if new else N_("Edit person {name}")
            return unit.commit(label, *_TOPICS, subject=person.id, name=person.name)

    def save_positions(
        self,
        person_id: UUID,
        positions: Sequence[Position],
        units: Mapping[UUID, str] = MappingProxyType({}),
    ) -> Change:
        """Write what a person does where, in this order; others are removed.

        `units` names the organisation of a position (by its key) that was typed, not chosen; one
        that nobody has entered yet is added.
        """
        with self._store.unit() as unit:
            positions = [
                replace(one, organisation_id=organisation_for(unit, clean_line(units[one.id])))
                if one.id in units
                else one
                for one in map(_clean_position, positions)
            ]
            kept = {position.id for position in positions}
            held = unit.all(Position, person_id=person_id)
            gone = [position.id for position in held if position.id not in kept]
            if gone:
                unit.remove(Position, *gone)
            unit.put_all(
                replace(position, person_id=person_id, position=at)
                for at, position in enumerate(positions)
            )
            name = unit.get(Person, person_id).name
            return unit.commit(
                N_("Edit the positions of {name}"), *_TOPICS, subject=person_id, name=name
            )

    def set_portrait(self, person_id: UUID, picture: bytes | None) -> Change:
        """Give a person another portrait, or take it away."""
        with self._store.unit() as unit:
            person = put_person(unit, unit.get(Person, person_id), picture or b"")
            return unit.commit(
                N_("Change the portrait of {name}"), *_TOPICS, subject=person_id, name=person.name
            )

    def merge(self, kept_id: UUID, other_id: UUID, choices: MergeChoices = UNCHOSEN) -> Change:
        """Put two records of one person together, as one step; raises AlreadyOne or Missing."""
        with self._store.unit() as unit:
            return merge_people(unit, kept_id, other_id, choices)

    def remove(self, person_id: UUID) -> Change:
        """Delete a person with every registration, part and position."""
        with self._store.unit() as unit:
            person = unit.get(Person, person_id)
            unit.remove(Person, person_id)
            drop_portraits(unit, person.portrait_id)
            label = N_("Delete person {name}")
            return unit.commit(label, *Topic, subject=person_id, name=person.name)


_TOPICS = (Topic.PEOPLE, Topic.ATTENDEES, Topic.SPEAKERS, Topic.TRIPS)


def _clean_position(position: Position) -> Position:
    return replace(
        position,
        department=clean_line(position.department),
        title=clean_line(position.title),
        title_other=clean_line(position.title_other),
    )


def _valid(person: Person) -> Person:
    person = clean_person(person)
    problems = person_problems(person)
    if problems:
        raise Invalid(problems)
    return person
