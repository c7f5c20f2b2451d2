"""Two records of one person become one: which value wins, and what the losing ones leave behind."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from summit_desk.domain.bulk_edits import value_words
from summit_desk.domain.choice_words import choice_word
from summit_desk.domain.field_words import field_word
from summit_desk.domain.names import has_han
from summit_desk.domain.records import Attendee, AttendeeStatus, FeeStatus, Person, Record
from summit_desk.support.i18n import N_, _

MERGE_PEOPLE = N_("Merge {other} into {name}")
MERGE_ORGANISATIONS = N_("Merge organisation {other} into {name}")
MERGES = frozenset({MERGE_PEOPLE, MERGE_ORGANISATIONS})

NAME = ("name", "family_name", "given_name", "pinyin", "passport_family", "passport_given")
SPELLING = ("pinyin", "passport_family", "passport_given", "spelling_fixed")
OF_PERSON = (
    *("honorific", "sex", "birth_date", "mobile", "email", "portrait_id"),
    *("biography", "biography_other", "rank"),
)
DOCUMENT = ("document_number", "document_kind")
FEES = ("fee_status", "fee", "payment_method")
OF_ATTENDEE = (
    *("category_id", "group_id", "companion_of_id", "seat", "needs_hotel", "hotel", "hotel_room"),
    *("room_type", "room_mate", "hotel_from", "hotel_to", "diet", "arrival_at", "arrival_by"),
    *("arrival_place", "needs_pickup", "departure_at", "departure_by", "departure_place"),
    *("needs_dropoff", "invoice_title", "tax_number", "invoice_kind", "invoice_email"),
    *("invoice_address", "invoice_bank", "shares_phone"),
)
OWN = "custom."  # what the choice of an own field begins with, before its key
UNNOTED = frozenset({"portrait_id", "rank", "source"})  # no text can hold what these lose
# Who is barred stays so; else the better state wins.
STATUS_ORDER = (
    AttendeeStatus.BLOCKED,
    AttendeeStatus.CONFIRMED,
    AttendeeStatus.UNCONFIRMED,
    AttendeeStatus.PENDING,
    AttendeeStatus.EXCUSED,
    AttendeeStatus.DECLINED,
    AttendeeStatus.CANCELLED,
    AttendeeStatus.DUPLICATE,
)
FEE_ORDER = (FeeStatus.PAID, FeeStatus.WAIVED, FeeStatus.REFUNDED, FeeStatus.UNPAID, None)

R = TypeVar("R", bound=Record)
Said = Callable[[str, object], str]


@dataclass(frozen=True)
class MergeChoices:
    """The fields whose value comes from the record that goes; all others stay where filled."""

    person: frozenset[str] = frozenset()
    attendee: frozenset[str] | None = None  # what is proposed, where nobody was asked


def united_person(kept: Person, other: Person, taken: Collection[str]) -> Person:
    """Return the person that both become; what loses is kept as another phone, name or a note."""
    person, lost = united(kept, other, OF_PERSON, taken)
    theirs = bool(other.document_number) and (
        not kept.document_number or "document_number" in taken
    )
    document, papers = _together(*_ordered(kept, other, theirs), DOCUMENT)
    lost.pop("mobile", None)
    phones = _numbers(kept.mobile, other.mobile, kept.phone, other.phone)
    phones.pop(person.mobile, None)
    person, names = _named(person, other, taken)
    notes = (*names, *_lines(lost | papers, said))
    return replace(
        person,
        **document,
        phone="; ".join(phones),
        notes=joined(kept.notes, other.notes, *notes),
    )


def united_attendee(
    kept: Attendee,
    other: Attendee,
    taken: Collection[str],
    words: Said,
    labels: Mapping[str, str],
) -> Attendee:
    """Return the registration that both become; `words` says a value that has to be noted.

    `labels` are what the event's own fields are called, by key; "custom.KEY" takes one of them
    from the other registration, "custom" all.
    """
    attendee, lost = united(kept, other, OF_ATTENDEE, taken)
    theirs = kept.fee_status is None or "fee_status" in taken
    paid, unpaid = _together(*_ordered(kept, other, theirs), FEES)
    custom, unwritten = _custom(kept.custom, other.custom, taken, labels)
    notes = (
        _("Merged with registration {number}.").format(number=other.number),
        *_lines(lost | unpaid, words),
        *unwritten,
    )
    return replace(
        attendee,
        **paid,
        status=_status(kept, other, taken),
        companion_of_id=_other_than(attendee.companion_of_id, kept.id, other.id),
        meals=tuple(dict.fromkeys((*kept.meals, *other.meals))),
        tags=tuple(dict.fromkeys((*kept.tags, *other.tags))),
        custom=custom,
        notes=joined(kept.notes, other.notes, *notes),
        door_note="; ".join(filter(None, dict.fromkeys((kept.door_note, other.door_note)))),
        source=kept.source or other.source,
        registered_at=min(kept.registered_at, other.registered_at),
    )


def proposed_of(kept: Attendee, other: Attendee) -> frozenset[str]:
    """Return what is proposed to come from the registration that goes: a fee that was settled."""
    better = FEE_ORDER.index(other.fee_status) < FEE_ORDER.index(kept.fee_status)
    return frozenset({"fee_status"}) if better else frozenset()


def filled(kept: R, other: R) -> R:
    """Return a record with its gaps filled from another one of its kind."""
    names = [one.name for one in fields(kept) if one.name != "id" and not one.name.endswith("_id")]
    return united(kept, other, names, ())[0]


def joined(*texts: str) -> str:
    """Return texts below each other, each of them once."""
    said_already: list[str] = []
    for text in texts:
        if text and text not in (*said_already, *"\n".join(said_already).split("\n")):
            said_already.append(text)
    return "\n".join(said_already)


def said(field: str, value: object) -> str:
    """Return a value as a note says it."""
    if field == "fee" and isinstance(value, int):
        return f"{value / 100:,.2f}"
    if isinstance(value, StrEnum):
        return choice_word(type(value), str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def is_empty(record: Record, field: str) -> bool:
    """Tell whether a field says nothing: it is empty, or as it is at birth."""
    value = getattr(record, field)
    return value in (None, "", (), {}) or value == type(record).__dataclass_fields__[field].default


def united(
    kept: R, other: R, names: Iterable[str], taken: Collection[str]
) -> tuple[R, dict[str, object]]:
    """Return the record that both become, and the values that lose by their field."""
    values: dict[str, Any] = {}
    lost: dict[str, object] = {}
    for name in names:
        mine, theirs = getattr(kept, name), getattr(other, name)
        if is_empty(other, name) or mine == theirs:
            continue
        if is_empty(kept, name):
            values[name] = theirs
        elif name in taken:
            values[name], lost[name] = theirs, mine
        else:
            lost[name] = theirs
    return replace(kept, **values), lost


def _named(kept: Person, other: Person, taken: Collection[str]) -> tuple[Person, list[str]]:
    """Return the person under the name that wins, and what is noted of the one that loses."""
    winner, loser = (other, kept) if "name" in taken else (kept, other)
    source = winner
    if winner.name == loser.name and loser.spelling_fixed and not winner.spelling_fixed:
        source = loser
    values: dict[str, Any] = {name: getattr(winner, name) for name in NAME}
    values |= {name: getattr(source, name) for name in SPELLING}
    others = dict.fromkeys((winner.other_name, loser.other_name))
    if winner.name != loser.name:
        others[loser.name] = None
    unsaid = [name for name in others if name and name != winner.name]
    first = next((name for name in unsaid if has_han(name) != has_han(winner.name)), "")
    values["other_name"] = winner.other_name or first
    notes = [
        _("Also called {name}.").format(name=name)
        for name in unsaid
        if name != values["other_name"]
    ]
    spelled = f"{loser.passport_family} {loser.passport_given}".strip()
    if (
        loser.spelling_fixed
        and spelled != f"{values['passport_family']} {values['passport_given']}"
    ):
        notes.append(_("Also spelled {name}.").format(name=spelled))
    return replace(kept, **values), notes


def _numbers(*texts: str) -> dict[str, None]:
    parts = (part.strip() for text in texts for part in text.split(";"))
    return dict.fromkeys(filter(None, parts))


def _lines(lost: Mapping[str, object], words: Said) -> Iterator[str]:
    for field, value in lost.items():
        if field not in UNNOTED:
            name, text = field_word(field), words(field, value)
            yield _("{field}: {value}").format(field=name, value=text)


def _status(kept: Attendee, other: Attendee, taken: Collection[str]) -> AttendeeStatus:
    if "status" in taken:
        return other.status
    return min(kept.status, other.status, key=STATUS_ORDER.index)


def _custom(
    kept: Mapping[str, object],
    other: Mapping[str, object],
    taken: Collection[str],
    labels: Mapping[str, str],
) -> tuple[dict[str, object], list[str]]:
    """Return the event's own fields of both, and what is noted of those that lose."""
    theirs = {key for key in other if "custom" in taken or f"{OWN}{key}" in taken}
    custom = {**other, **kept, **{key: other[key] for key in theirs}}
    lost = {
        key: value for side in (kept, other) for key, value in side.items() if custom[key] != value
    }
    return custom, [
        _("{field}: {value}").format(field=labels.get(key, key), value=value_words(value))
        for key, value in lost.items()
    ]


def _ordered(kept: R, other: R, theirs: bool) -> tuple[R, R]:  # noqa: FBT001 -- which one wins
    return (other, kept) if theirs else (kept, other)


def _together(
    winner: R, loser: R, names: Iterable[str]
) -> tuple[dict[str, Any], dict[str, object]]:
    """Return fields that belong together from one record, and what the other one loses."""
    both, lost = united(winner, loser, names, ())
    return {name: getattr(both, name) for name in names}, lost


def _other_than(value: Any, *keys: Any) -> Any:  # noqa: ANN401 -- a key or nothing
    return None if value in keys else value
