"""Turn the rows of a plan into records, inside the one unit of work of an import."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from db.unit import Unit
from summit_desk.domain.ids import new_id
from summit_desk.domain.imports.drafts import BLANK, NO_STATUS, Draft, with_ticks
from summit_desk.domain.imports.fields import (
    ATTENDEE_FIELDS,
    PERSON_FIELDS,
    POSITION_FIELDS,
    SPELLED,
)
from summit_desk.domain.imports.own_fields import own_value
from summit_desk.domain.imports.registered import Registered, Snapshot
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    AttendeeStatus,
    Person,
    Position,
)
from summit_desk.domain.records.base import with_values
from summit_desk.domain.registration import with_spelling
from summit_desk.services.import_companions import Companionship
from summit_desk.services.import_forums import ForumChoices
from summit_desk.services.import_names import Names, Numbers


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
        self._zone = ZoneInfo(snapshot.zone)
        self._people: list[Person] = []
        self._positions: list[Position] = []
        self._attendees: list[Attendee] = []
        self._codes: list[AttendeeCode] = []
        self._newcomer = Attendee(  # thousands are made after it
            event_id=origin.event_id,
            person_id=UUID(int=0),
            number="",
            token="",
            source=origin.file,
            registered_at=origin.now,
        )
        self.forums = ForumChoices(snapshot, names)
        self._companionship = Companionship(snapshot)

    def write(self, draft: Draft, known: Registered | None) -> None:
        """Take over what a draft says, into a known person or a new one."""
        person = _person(draft, known.person if known else None)
        if known is None or person is not known.person:
            self._people.append(person)
        self._write_position(draft, person.id, known.position if known else None)
        held = known.attendee if known else None
        attendee = self._attendee(draft, person.id, held)
        self._attendees.append(attendee)
        self.forums.choose(draft, attendee, known)
        self._write_code(draft, attendee)
        self._companionship.note(draft, person, attendee)

    def put(self, unit: Unit) -> None:
        """Write everything."""
        unit.put_all(self._names.made)
        attendees = self._companionship.joined(self._attendees)
        for records in (self._people, self._positions, attendees, self._codes):
            unit.put_all(records)
        self.forums.put(unit)

    def _write_position(self, draft: Draft, person_id: UUID, held: Position | None) -> None:
        values = _values(draft, POSITION_FIELDS)
        if Target.ORGANISATION in draft.values:
            values["organisation_id"] = self._names.organisation(draft.text(Target.ORGANISATION))
        if held is None and all(value in BLANK for value in values.values()):
            return
        position = with_values(held or Position(person_id=person_id), values)
        if position is not held:
            self._positions.append(position)

    def _attendee(self, draft: Draft, person_id: UUID, held: Attendee | None) -> Attendee:
        attendee = held or self._new_attendee(draft, person_id)
        values = _values(draft, ATTENDEE_FIELDS)
        values.pop("number", None)
        if held and draft.is_placeholder:
            values.pop("status", None)
        number = draft.text(Target.NUMBER)
        if held and number and self._numbers.is_free(number):
            values["number"] = self._numbers.number(number)
        if Target.CATEGORY in draft.values:
            values["category_id"] = self._names.category(draft.text(Target.CATEGORY))
        if Target.GROUP in draft.values:
            values["group_id"] = self._names.group(draft.text(Target.GROUP))
        if draft.meals:
            values["meals"] = with_ticks(attendee.meals, draft.meals)
        if draft.custom:
            values["custom"] = self._own_values(draft, attendee.custom)
        return with_values(attendee, values)

    def _own_values(self, draft: Draft, held: Mapping[str, object]) -> dict[str, object]:
        own = dict(held)
        for label, text in draft.custom.items():
            kept = self._names.field(label)
            if text:
                own[kept.key] = own_value(kept, text)
            else:
                own.pop(kept.key, None)
        return own

    def _new_attendee(self, draft: Draft, person_id: UUID) -> Attendee:
        said = draft.values.get(Target.REGISTERED_AT)
        at = None
        if isinstance(said, datetime):
            at = said.replace(tzinfo=self._zone).astimezone(UTC)
        own: dict[str, object] = {
            "id": new_id(),
            "person_id": person_id,
            "number": self._numbers.number(draft.text(Target.NUMBER)),
            "token": self._numbers.token(),
            "registered_at": at or self._origin.now,
        }
        if any(flag.sentence == NO_STATUS for flag in draft.flags):
            own["status"] = AttendeeStatus.UNCONFIRMED
        return with_values(self._newcomer, own)

    def _write_code(self, draft: Draft, attendee: Attendee) -> None:
        code = draft.text(Target.EXTERNAL_CODE)
        if code and self._names.is_new_code(code):
            event_id = self._origin.event_id
            self._codes.append(AttendeeCode(event_id=event_id, attendee_id=attendee.id, code=code))


def _person(draft: Draft, held: Person | None) -> Person:
    values = _values(draft, PERSON_FIELDS)
    person = with_values(held or Person(name=draft.name), values)
    if any(value and value != getattr(held, field, None) for field, value in _spelled(draft)):
        person = with_values(person, {"spelling_fixed": True})
    renamed = held is None or held.name != person.name
    return with_spelling(person) if renamed else person


def _spelled(draft: Draft) -> list[tuple[str, object]]:
    return [(target.value, draft.values[target]) for target in SPELLED & draft.values.keys()]


def _values(draft: Draft, fields: Mapping[Target, str]) -> dict[str, object]:
    """The names of fields and their values; each was read by the rules of its own field."""
    return {fields[target]: value for target, value in draft.values.items() if target in fields}
