"""Between an attendee and the values of the form."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.bulk_edits import with_custom
from summit_desk.domain.own_fields import shown_value
from summit_desk.domain.records import Attendee, CustomField, Person
from summit_desk.domain.registration import FORUM_SEAT, Registration, Unit
from summit_desk.support.i18n import in_words
from ui.attendees.form import CUSTOM

Values = dict[str, object]
SPELLING = ("pinyin", "passport_family", "passport_given")
OF_PERSON = frozenset(field.name for field in fields(Person)) - {"id", "notes", *SPELLING}
OF_ATTENDEE = frozenset(field.name for field in fields(Attendee)) - {"id", "person_id", "custom"}
WORDS = ("payment_method", "hotel", "room_type", "diet", "invoice_kind", "room_mate")
PLACES = ("arrival_place", "departure_place")


def values_of(detail: AttendeeDetail, custom: Sequence[CustomField] = ()) -> Values:
    """Return what the form shows of an attendee; `custom` are the event's own fields."""
    person, attendee = detail.person, detail.attendee
    values: Values = {name: getattr(person, name) for name in (*OF_PERSON, *SPELLING)}
    values |= {name: getattr(attendee, name) for name in OF_ATTENDEE}
    kinds = {field.key: field.kind for field in custom}
    for key, value in attendee.custom.items():
        values[CUSTOM + key] = shown_value(kinds[key], value) if key in kinds else value
    for stay in detail.stays:
        values[f"{FORUM_SEAT}{stay.forum.id}"] = stay.choice.seat
    return values | {
        "companion_of_id": (detail.guest.id, str(detail.guest)) if detail.guest else None,
        "forums": tuple(forum.id for forum, _place in detail.forums),
        "portrait": detail.portrait.data if detail.portrait else None,
        **_work(detail),
    }


def registration_of(
    values: Mapping[str, Any],
    before: AttendeeDetail,
    custom: Sequence[CustomField] = (),
    *,
    keep_portrait: bool = False,
) -> Registration:
    """Return what the form says, on top of what was there."""
    person = replace(before.person, **_among(values, OF_PERSON))
    person = _spelled(person, before.person, values)
    attendee = replace(
        before.attendee,
        **_among(values, OF_ATTENDEE) | _written(values),
        custom=_custom(values, before.attendee, custom),
    )
    portrait, group = values.get("portrait"), values.get("group_id")
    return Registration(
        attendee,
        person,
        _unit(values, before),
        tuple(values.get("forums") or ()),
        None if keep_portrait and not portrait else portrait or b"",
        group if isinstance(group, str) else "",
        _forum_seats(values),
    )


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a field gives in another shape than the registration keeps."""
    found = {key: str(values[key] or "") for key in (*WORDS, *PLACES) if key in values}
    group, guest = values.get("group_id"), values.get("companion_of_id")
    return found | {
        "group_id": group if isinstance(group, UUID) else None,
        "companion_of_id": guest[0] if isinstance(guest, tuple) else guest,
        "meals": tuple(values.get("meals") or ()),
    }


def _forum_seats(values: Mapping[str, Any]) -> dict[UUID, str]:
    return {
        UUID(key.removeprefix(FORUM_SEAT)): str(seat or "")
        for key, seat in values.items()
        if key.startswith(FORUM_SEAT)
    }


def _among(values: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key in names}


def _custom(
    values: Mapping[str, Any], before: Attendee, custom: Sequence[CustomField]
) -> dict[str, object]:
    """Return the event's own fields as they are kept; what an editor showed as it is stays."""
    kinds = {field.key: field.kind for field in custom}
    kept = dict(before.custom)
    for name, value in values.items():
        key = name.removeprefix(CUSTOM)
        if name == key:
            continue
        shown = shown_value(kinds[key], kept.get(key)) if key in kinds else kept.get(key)
        if (value or None) != (shown or None) or isinstance(value, bool):
            kept = with_custom(kept, key, value)
    return kept


def _spelled(person: Person, before: Person, values: Mapping[str, Any]) -> Person:
    """Keep a spelling that was written by hand; an emptied one is worked out again."""
    written = {key: str(values.get(key) or "").strip() for key in SPELLING}
    if all(written[key] == getattr(before, key) for key in SPELLING):
        return person
    family, given = written["passport_family"], written["passport_given"]
    return replace(
        person,
        pinyin=written["pinyin"],
        passport_family=family,
        passport_given=given,
        spelling_fixed=any(written.values()),
    )


def _work(detail: AttendeeDetail) -> Values:
    if not detail.work:
        return {"unit": None, "department": "", "title": "", "title_other": ""}
    first = detail.work[0]
    unit = first.organisation
    return {
        "unit": (unit.id, in_words(unit.full_name, unit.name_other)) if unit else None,
        "department": first.position.department,
        "title": first.position.title,
        "title_other": first.position.title_other,
    }


def _unit(values: Mapping[str, Any], before: AttendeeDetail) -> Unit:
    unit = values.get("unit")
    known = unit if isinstance(unit, UUID) else None
    name = unit if isinstance(unit, str) else ""
    first = before.work[0].organisation if before.work else None
    if first is not None and name in (first.full_name, first.name_other) and name:
        known, name = first.id, ""
    return Unit(
        known,
        name,
        str(values.get("department") or ""),
        str(values.get("title") or ""),
        str(values.get("title_other") or ""),
    )
