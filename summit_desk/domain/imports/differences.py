"""What a row would change in a registration, field by field; an empty cell changes nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from summit_desk.domain.attendee_words import SEXES, STATUSES
from summit_desk.domain.documents.attendee_columns import DOCUMENTS
from summit_desk.domain.imports.drafts import Draft, Value
from summit_desk.domain.imports.own_fields import comparable, own_value
from summit_desk.domain.imports.plan import Difference
from summit_desk.domain.imports.registered import Registered, Snapshot
from summit_desk.domain.imports.targets import LABELS, Target
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    DocumentKind,
    Person,
    Position,
    Record,
    Sex,
)
from summit_desk.domain.text_cleaning import clean_text, fold_for_match
from summit_desk.support.i18n import N_, _, in_words

PERSON_FIELDS = {
    Target.NAME: "name",
    Target.PASSPORT_FAMILY: "passport_family",
    Target.PASSPORT_GIVEN: "passport_given",
    Target.OTHER_NAME: "other_name",
    Target.HONORIFIC: "honorific",
    Target.SEX: "sex",
    Target.BIRTH_DATE: "birth_date",
    Target.MOBILE: "mobile",
    Target.PHONE: "phone",
    Target.EMAIL: "email",
    Target.DOCUMENT_KIND: "document_kind",
    Target.DOCUMENT: "document_number",
}
POSITION_FIELDS = {Target.DEPARTMENT: "department", Target.TITLE: "title"}
ATTENDEE_FIELDS = {
    Target.NUMBER: "number",
    Target.STATUS: "status",
    Target.SEAT: "seat",
    Target.NEEDS_HOTEL: "needs_hotel",
    Target.ROOM_TYPE: "room_type",
    Target.HOTEL_FROM: "hotel_from",
    Target.HOTEL_TO: "hotel_to",
    Target.DIET: "diet",
    Target.INVOICE_TITLE: "invoice_title",
    Target.TAX_NUMBER: "tax_number",
    Target.NOTES: "notes",
    Target.DOOR_NOTE: "door_note",
    Target.TAGS: "tags",
    Target.SOURCE: "source",
}
_YES_NO = {True: N_("yes"), False: N_("no")}
_WORDS: tuple[tuple[type[StrEnum], Mapping[Any, str]], ...] = (
    (Sex, SEXES),
    (AttendeeStatus, STATUSES),
    (DocumentKind, DOCUMENTS),
)


def differences(draft: Draft, registered: Registered, snapshot: Snapshot) -> tuple[Difference, ...]:
    """Return every field that the row would change."""
    return tuple(
        difference
        for source in (_of_records, _of_organisation, _of_category, _of_forums, _of_own_fields)
        for difference in source(draft, registered, snapshot)
    )


def shown(value: Value) -> str:
    """Return a value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _(_YES_NO[value])
    for kind, told in _WORDS:
        if isinstance(value, kind):
            return _(told[value])
    if isinstance(value, tuple | list):
        return in_words("、", ", ").join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


_Source = Callable[[Draft, Registered, Snapshot], Iterator[Difference]]


def _of_records(draft: Draft, registered: Registered, _snapshot: Snapshot) -> Iterator[Difference]:
    parts: tuple[tuple[dict[Target, str], Person | Position | Attendee | None], ...] = (
        (PERSON_FIELDS, registered.person),
        (POSITION_FIELDS, registered.position),
        (ATTENDEE_FIELDS, registered.attendee),
    )
    for fields, record in parts:
        for target in fields.keys() & draft.values.keys():
            before = getattr(record, fields[target]) if record else None
            after = draft.values[target]
            if not _is_same(target, before, after, record) and not _keeps(
                target, draft, registered
            ):
                yield Difference(target, _(LABELS[target]), shown(before), shown(after))


def _is_same(target: Target, before: Value, after: Value, record: Record | None) -> bool:
    """Tell whether a cell says what is stored, be it in the other language or not cleaned."""
    if before == after:
        return True
    if target is Target.TITLE and isinstance(record, Position) and record.title_other == after:
        return True
    return isinstance(before, str) and clean_text(before) == after


def _keeps(target: Target, draft: Draft, registered: Registered) -> bool:
    """A computed status of a reserved seat never overrules one that somebody set."""
    return target is Target.STATUS and draft.is_placeholder and registered.attendee is not None


def _of_organisation(
    draft: Draft, registered: Registered, snapshot: Snapshot
) -> Iterator[Difference]:
    after = draft.text(Target.ORGANISATION)
    current = snapshot.organisation_of(registered)
    if not after:
        return
    known = snapshot.organisation_keys.get(organisation_key(after))
    if current is None or known is None or known.id != current.id:
        before = current.full_name if current else ""
        name = known.full_name if known else after
        yield Difference(Target.ORGANISATION, _(LABELS[Target.ORGANISATION]), before, name)


def _of_category(draft: Draft, registered: Registered, snapshot: Snapshot) -> Iterator[Difference]:
    after = draft.text(Target.CATEGORY)
    if not after:
        return
    key = registered.attendee.category_id if registered.attendee else None
    current = next((one for one in snapshot.categories if one.id == key), None)
    known = snapshot.category_keys.get(fold_for_match(after))
    if current is None or known is not current:
        before = current.name if current else ""
        yield Difference(Target.CATEGORY, _(LABELS[Target.CATEGORY]), before, after)


def _of_forums(draft: Draft, registered: Registered, snapshot: Snapshot) -> Iterator[Difference]:
    names = {forum.id: forum.name for forum in snapshot.forums}
    before = {names[key] for key in registered.forums if key in names}
    after = wanted_forums(draft, frozenset(before), snapshot)
    if draft.forums and after != before:
        label = _(LABELS[Target.FORUMS])
        yield Difference(Target.FORUMS, label, _listed(before), _listed(after))


def wanted_forums(draft: Draft, before: frozenset[str], snapshot: Snapshot) -> set[str]:
    """Return the names of the forums that a person has after the row."""
    chosen = {forum_name(name, snapshot): yes for name, yes in draft.forums.items()}
    kept = set() if draft.all_forums else set(before)
    kept |= {name for name, yes in chosen.items() if yes}
    return kept - {name for name, yes in chosen.items() if not yes}


def forum_name(name: str, snapshot: Snapshot) -> str:
    """Return the name of the event's forum that a word means, or the word itself."""
    known = snapshot.forum_keys.get(fold_for_match(name))
    return known.name if known else name


def _of_own_fields(
    draft: Draft, registered: Registered, snapshot: Snapshot
) -> Iterator[Difference]:
    current = registered.attendee.custom if registered.attendee else {}
    for name, after in draft.custom.items():
        own = snapshot.field_keys.get(fold_for_match(name))
        before = comparable(current.get(own.key)) if own else ""
        if before != comparable(own_value(own, after)):
            yield Difference(Target.CUSTOM, own.label if own else name, shown(before), after)


def _listed(names: set[str]) -> str:
    return in_words("、", ", ").join(sorted(names))
