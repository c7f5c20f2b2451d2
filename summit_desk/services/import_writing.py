"""Turn the rows of a plan into records, inside the one unit of work of an import."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from db.unit import Unit
from summit_desk.domain.imports.differences import (
    ATTENDEE_FIELDS,
    PERSON_FIELDS,
    POSITION_FIELDS,
    forum_name,
    wanted_forums,
)
from summit_desk.domain.imports.drafts import Draft
from summit_desk.domain.imports.own_fields import own_value
from summit_desk.domain.imports.registered import Registered, Snapshot
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    Forum,
    ForumPlace,
    Person,
    Position,
)
from summit_desk.domain.registration import NOT_COMING, with_spelling
from summit_desk.services.import_names import Names, Numbers

_SPELLED = frozenset({Target.PASSPORT_FAMILY, Target.PASSPORT_GIVEN})


@dataclass(frozen=True)
class Origin:
    """What every new registration of an import says about itself."""

    event_id: UUID
    file: str
    now: datetime


class Writer:
    """Collects the records of an import; `put` writes them in the order their links need."""

    def __init__(self, snapshot: Snapshot, origin: Origin, names: Names, numbers: Numbers) -> None:
        self._snapshot, self._origin = snapshot, origin
        self._names, self._numbers = names, numbers
        self._people: list[Person] = []
        self._positions: list[Position] = []
        self._attendees: list[Attendee] = []
        self._choices: list[AttendeeForum] = []
        self.left: list[tuple[UUID, UUID]] = []  # (attendee, forum) that end
        self.crowded: set[UUID] = set()  # forums whose seats have to be counted

    def write(self, draft: Draft, known: Registered | None) -> None:
        """Take over what a draft says, into a known person or a new one."""
        person = _person(draft, known.person if known else None)
        self._people.append(person)
        self._write_position(draft, person.id, known.position if known else None)
        held = known.attendee if known else None
        attendee = self._attendee(draft, person.id, held)
        self._attendees.append(attendee)
        self._write_choices(draft, attendee, known)

    def put(self, unit: Unit) -> None:
        """Write everything."""
        unit.put_all(self._names.made)
        for records in (self._people, self._positions, self._attendees, self._choices):
            unit.put_all(records)

    def _write_position(self, draft: Draft, person_id: UUID, held: Position | None) -> None:
        values = {
            field: draft.values[target]
            for target, field in POSITION_FIELDS.items()
            if target in draft.values
        }
        organisation = self._names.organisation(draft.text(Target.ORGANISATION))
        if organisation:
            values["organisation_id"] = organisation
        if values:
            changed = replace(held or Position(person_id=person_id), **_fields(values))
            self._positions.append(changed)

    def _attendee(self, draft: Draft, person_id: UUID, held: Attendee | None) -> Attendee:
        attendee = held or self._new_attendee(draft, person_id)
        values = {
            field: draft.values[target]
            for target, field in ATTENDEE_FIELDS.items()
            if target in draft.values and target is not Target.NUMBER
        }
        if held and draft.is_placeholder:
            values.pop("status", None)
        number = draft.text(Target.NUMBER)
        if held and number and self._numbers.is_free(number):
            values["number"] = self._numbers.number(number)
        if category := self._names.category(draft.text(Target.CATEGORY)):
            values["category_id"] = category
        own = {
            (kept := self._names.field(label)).key: own_value(kept, text)
            for label, text in draft.custom.items()
        }
        return replace(attendee, **_fields(values), custom={**attendee.custom, **own})

    def _new_attendee(self, draft: Draft, person_id: UUID) -> Attendee:
        said = draft.values.get(Target.REGISTERED_AT)
        zone = ZoneInfo(self._snapshot.zone)
        at = said.replace(tzinfo=zone).astimezone(UTC) if isinstance(said, datetime) else None
        return Attendee(
            event_id=self._origin.event_id,
            person_id=person_id,
            number=self._numbers.number(draft.text(Target.NUMBER)),
            token=self._numbers.token(),
            source=self._origin.file,
            registered_at=at or self._origin.now,
        )

    def _write_choices(self, draft: Draft, attendee: Attendee, known: Registered | None) -> None:
        held = known.forums if known else frozenset()
        names = {forum.id: forum.name for forum in self._snapshot.forums}
        before = frozenset(names[key] for key in held if key in names)
        wanted = wanted_forums(draft, before, self._snapshot) if draft.forums else set(before)
        forums = {self._names.forum(name).id: name for name in sorted(wanted)}
        for name in sorted(wanted):
            forum = self._names.forum(forum_name(name, self._snapshot))
            if forum.id not in held:
                self._choices.append(self._choice(attendee, forum))
        self.left += [(attendee.id, key) for key in held if key not in forums]

    def _choice(self, attendee: Attendee, forum: Forum) -> AttendeeForum:
        limited = forum.capacity is not None or forum.room_id is not None
        waits = limited or attendee.status in NOT_COMING
        if limited:
            self.crowded.add(forum.id)
        place = ForumPlace.WAITING if waits else ForumPlace.REGISTERED
        return AttendeeForum(attendee_id=attendee.id, forum_id=forum.id, place=place)


def _person(draft: Draft, held: Person | None) -> Person:
    values = {
        field: draft.values[target]
        for target, field in PERSON_FIELDS.items()
        if target in draft.values
    }
    person = replace(held or Person(name=draft.name), **_fields(values))
    if _SPELLED & draft.values.keys():
        person = replace(person, spelling_fixed=True)
    renamed = held is None or held.name != person.name
    return with_spelling(person) if renamed else person


def _fields(values: dict[str, object]) -> dict[str, Any]:
    """The names of fields and their values; each was read by the rules of its own field."""
    return values
