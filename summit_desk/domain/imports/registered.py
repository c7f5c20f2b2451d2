"""Who is in the file already: what an import is compared with."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar
from uuid import UUID

from summit_desk.domain.imports.columns import Known
from summit_desk.domain.numbers import number_key
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.records import (
    Attendee,
    AttendeeGroup,
    Category,
    CustomField,
    Forum,
    Organisation,
    Person,
    Position,
)
from summit_desk.domain.text_cleaning import fold_for_match


class Registered(NamedTuple):
    """A person with the first position and the registration for this event, if there is one."""

    person: Person
    position: Position | None = None
    attendee: Attendee | None = None
    forums: frozenset[UUID] = frozenset()
    seats: Mapping[UUID, str] = MappingProxyType({})  # by forum, where there is one


class Entry(NamedTuple):
    """By what a person is found: all that a plan knows of those whom a list doesn't mean."""

    person_id: UUID
    name: str
    document_number: str = ""
    mobile: str = ""
    email: str = ""
    organisation_id: UUID | None = None  # of the first position
    attendee_id: UUID | None = None  # of the registration for this event, if there is one
    number: str = ""  # of that registration


Records = Callable[[Collection[UUID]], Mapping[UUID, Registered]]
"""Gives all that is known of some people, by their keys."""


@dataclass(frozen=True)
class Snapshot:
    """Everything that a plan is made against, as it was after changeset `stamp`."""

    stamp: int
    first_day: date
    zone: str
    people: Sequence[Entry] = ()
    organisations: Sequence[Organisation] = ()
    forums: Sequence[Forum] = ()
    categories: Sequence[Category] = ()
    fields: Sequence[CustomField] = ()
    groups: Sequence[AttendeeGroup] = ()
    codes: Mapping[str, UUID] = field(default_factory=dict)  # of other systems, to attendees
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def known(self) -> Known:
        """The names that help to tell what a column is."""
        forums = [name for forum in self.forums for name in (forum.name, forum.name_other) if name]
        fields = [word for own in self.fields for word in (own.label, own.label_other) if word]
        return Known(tuple(forums), tuple(fields))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The registration numbers that are given, without zeros in front."""
        return frozenset(number_key(one.number) for one in self.people if one.attendee_id)

    @cached_property
    def organisation_keys(self) -> dict[str, Organisation]:
        """Every spelling under which an organisation is known."""
        found: dict[str, Organisation] = {}
        for organisation in self.organisations:
            spellings = (organisation.full_name, organisation.short_name, organisation.name_other)
            for spelling in (*spellings, *organisation.aliases):
                if spelling:
                    found.setdefault(organisation_key(spelling), organisation)
        return found

    @cached_property
    def units(self) -> dict[str, str]:
        """What stands for an organisation in the key of a name, by every spelling of it."""
        return {name: one.id.hex for name, one in self.organisation_keys.items()}

    @cached_property
    def organisations_by_id(self) -> dict[UUID, Organisation]:
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def attending(self) -> dict[UUID, Entry]:
        """Who is registered, by the key of the registration."""
        return {one.attendee_id: one for one in self.people if one.attendee_id}

    @cached_property
    def categories_by_id(self) -> dict[UUID | None, Category]:
        return {category.id: category for category in self.categories}

    @cached_property
    def groups_by_id(self) -> dict[UUID | None, AttendeeGroup]:
        return {group.id: group for group in self.groups}

    @cached_property
    def group_keys(self) -> dict[str, AttendeeGroup]:
        return {fold_for_match(group.name): group for group in reversed(self.groups)}

    @cached_property
    def forum_names(self) -> dict[UUID, str]:
        return {forum.id: forum.name for forum in self.forums}

    @cached_property
    def forum_keys(self) -> dict[str, Forum]:
        return _by_name(self.forums)

    @cached_property
    def category_keys(self) -> dict[str, Category]:
        return _by_name(self.categories)

    @cached_property
    def field_keys(self) -> dict[str, CustomField]:
        """The event's own fields by both labels and by key."""
        return {
            fold_for_match(word): own
            for own in reversed(self.fields)
            for word in (own.key, own.label_other, own.label)
            if word
        }

    def organisation_of(self, registered: Registered) -> Organisation | None:
        """Return the organisation of a person's first position."""
        position = registered.position
        key = position.organisation_id if position else None
        return self.organisations_by_id.get(key) if key else None


_Named = TypeVar("_Named", Forum, Category)


def _by_name(things: Sequence[_Named]) -> dict[str, _Named]:
    return {
        fold_for_match(name): thing
        for thing in reversed(things)
        for name in (thing.name_other, thing.name)
        if name
    }
