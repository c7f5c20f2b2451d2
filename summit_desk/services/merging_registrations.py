"""Two registrations of one person for one event become one, with badges and scans of both."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from db.unit import Unit
from summit_desk.domain.merged_codes import merged_code
from summit_desk.domain.merging import Said, proposed_of, said, united_attendee
from summit_desk.domain.records import (
    Answer,
    Attendee,
    AttendeeCode,
    AttendeeForum,
    AttendeeGroup,
    Badge,
    Category,
    CustomField,
    ForumPlace,
    Person,
    Scan,
)
from summit_desk.support.i18n import in_words


def unite_registrations(
    unit: Unit, kept: Attendee, other: Attendee, taken: Collection[str] | None
) -> set[UUID]:
    """Give everything of one registration to another one; returns the forums to fill up."""
    forums = _unite_forums(unit, kept.id, other.id)
    badges = unit.all(Badge, attendee_id=other.id)
    unit.put_all(replace(badge, attendee_id=kept.id) for badge in badges)
    scans = unit.all(Scan, order=("id",), attendee_id=other.id)
    unit.put_all(replace(scan, attendee_id=kept.id) for scan in scans)
    answers = unit.all(Answer, attendee_id=other.id)
    unit.put_all(replace(answer, attendee_id=kept.id) for answer in answers)
    codes = unit.all(AttendeeCode, attendee_id=other.id)
    unit.put_all(replace(code, attendee_id=kept.id) for code in codes)
    companions = unit.all(Attendee, companion_of_id=other.id)
    unit.put_all(replace(one, companion_of_id=kept.id) for one in companions if one.id != kept.id)
    labels = {
        own.key: in_words(own.label, own.label_other)
        for own in unit.all(CustomField, event_id=kept.event_id)
    }
    chosen = proposed_of(kept, other) if taken is None else taken
    unit.put(united_attendee(kept, other, chosen, _words(unit), labels))
    unit.remove(Attendee, other.id)
    unit.put(
        AttendeeCode(
            event_id=kept.event_id,
            attendee_id=kept.id,
            code=merged_code(other.token, other.valid_serial),
            own=True,
        )
    )
    return forums


def _unite_forums(unit: Unit, kept: UUID, other: UUID) -> set[UUID]:
    """Unite the forum choices; a seat wins over the waiting list."""
    held = {choice.forum_id: choice for choice in unit.all(AttendeeForum, attendee_id=kept)}
    theirs = unit.all(AttendeeForum, attendee_id=other)
    for choice in theirs:
        mine = held.get(choice.forum_id)
        if mine is None:
            unit.put(replace(choice, attendee_id=kept))
            continue
        seat = mine.seat or choice.seat
        if mine.place is ForumPlace.WAITING and choice.place is ForumPlace.REGISTERED:
            mine = replace(mine, place=choice.place, reason=None)
        unit.put(replace(mine, seat=seat))
        unit.remove(AttendeeForum, choice.id)
    return {*held, *(choice.forum_id for choice in theirs)}


def _words(unit: Unit) -> Said:
    """Return how values are written into a note; links by the names of what they mean."""

    def words(field: str, value: object) -> str:
        if not isinstance(value, UUID):
            return said(field, value)
        if field == "companion_of_id":
            attendee = unit.get(Attendee, value)
            return f"{attendee.number} {unit.get(Person, attendee.person_id).name}"
        if field == "category_id":
            return unit.get(Category, value).name
        return unit.get(AttendeeGroup, value).name

    return words
