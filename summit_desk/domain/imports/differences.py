"""What a row would change in a registration, field by field; an empty cell changes nothing."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeGuard

from summit_desk.domain.attendee_words import FEES, SEXES, STATUSES
from summit_desk.domain.documents.attendee_columns import DOCUMENTS
from summit_desk.domain.imports.companions import is_called
from summit_desk.domain.imports.drafts import BLANK, Draft, Value, with_ticks
from summit_desk.domain.imports.fields import ATTENDEE_FIELDS, PERSON_FIELDS, POSITION_FIELDS
from summit_desk.domain.imports.measures import canonical_seat
from summit_desk.domain.imports.own_fields import comparable, own_value
from summit_desk.domain.imports.plan import Difference
from summit_desk.domain.imports.registered import Registered, Snapshot
from summit_desk.domain.imports.targets import LABELS, Target
from summit_desk.domain.numbers import number_key
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.records import (
    AttendeeGroup,
    AttendeeStatus,
    Category,
    DocumentKind,
    FeeStatus,
    Position,
    Record,
    Sex,
)
from summit_desk.domain.text_cleaning import clean_text, fold_for_match
from summit_desk.support.i18n import N_, _, in_words

ERASED = "—"  # what a field shows that an empty cell empties
_PLACES = {
    target: (part, field)
    for part, fields in enumerate((PERSON_FIELDS, POSITION_FIELDS, ATTENDEE_FIELDS))
    for target, field in fields.items()
}
_YES_NO = {True: N_("yes"), False: N_("no")}
_WORDS: tuple[tuple[type[StrEnum], Mapping[Any, str]], ...] = (
    (Sex, SEXES),
    (AttendeeStatus, STATUSES),
    (DocumentKind, DOCUMENTS),
    (FeeStatus, FEES),
)


def differences(draft: Draft, registered: Registered, snapshot: Snapshot) -> tuple[Difference, ...]:
    """Return every field that the row would change."""
    found = list(_of_records(draft, registered))
    for target, compare in _LINKS.items():
        if target in draft.values:
            found += compare(draft, registered, snapshot)
    if draft.forums or draft.all_forums or draft.forum_seats:
        found += _of_forums(draft, registered, snapshot)
    if draft.meals:
        found += _of_meals(draft, registered)
    if draft.custom:
        found += _of_own_fields(draft, registered, snapshot)
    return tuple(found)


def between_rows(first: Draft, later: Draft) -> tuple[Difference, ...]:
    """Return what a later row about the same person says otherwise than the first one."""
    return tuple(
        _changed(target, shown_as(target, before), shown_as(target, after))
        for target, after in later.values.items()
        if after not in BLANK and (before := first.values.get(target)) not in BLANK
        if before != after
    )


def shown(value: Value) -> str:
    """Return a value as a person reads it."""
    if value is None or type(value) is str:
        return value or ""
    if isinstance(value, bool):
        return _(_YES_NO[value])
    for kind, told in _WORDS:
        if isinstance(value, kind):
            return _(told[value])
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, tuple | list):
        return in_words("、", ", ").join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _of_records(draft: Draft, registered: Registered) -> Iterator[Difference]:
    parts = (registered.person, registered.position, registered.attendee)
    for target, after in draft.values.items():
        if (place := _PLACES.get(target)) is None:
            continue
        record = parts[place[0]]
        before = getattr(record, place[1]) if record is not None else None
        if before == after or _is_same(target, before, after, record):
            continue
        if not _keeps(target, draft, registered):
            yield _changed(target, shown_as(target, before), shown_as(target, after))


def _is_same(target: Target, before: Value, after: Value, record: Record | None) -> bool:
    """Tell whether a cell says what is stored, be it in the other language or not cleaned."""
    if after in BLANK:
        return before in BLANK
    if target is Target.TITLE and isinstance(record, Position) and record.title_other == after:
        return True
    if isinstance(before, datetime) and isinstance(after, datetime):
        return before.replace(second=0, microsecond=0) == after.replace(second=0, microsecond=0)
    if target is Target.NUMBER:
        return number_key(str(before or "")) == number_key(str(after))
    if isinstance(before, str):
        clean = canonical_seat(before) if target is Target.SEAT else clean_text(before)
        return clean == after
    return isinstance(before, tuple) and set(before) == set(after if is_listed(after) else ())


def _keeps(target: Target, draft: Draft, registered: Registered) -> bool:
    """A computed status of a reserved seat never overrules one that somebody set."""
    return target is Target.STATUS and draft.is_placeholder and registered.attendee is not None


def _changed(target: Target, before: str, after: str) -> Difference:
    return Difference(target, _(LABELS[target]), before, after or ERASED)


def _of_organisation(
    draft: Draft, registered: Registered, snapshot: Snapshot
) -> Iterator[Difference]:
    after = draft.text(Target.ORGANISATION)
    current = snapshot.organisation_of(registered)
    known = snapshot.organisation_keys.get(organisation_key(after)) if after else None
    if not after:
        if current is not None:
            yield _changed(Target.ORGANISATION, current.full_name, "")
    elif current is None or known is None or known.id != current.id:
        before = current.full_name if current else ""
        yield _changed(Target.ORGANISATION, before, known.full_name if known else after)


def _of_category(draft: Draft, registered: Registered, snapshot: Snapshot) -> Iterator[Difference]:
    key = registered.attendee.category_id if registered.attendee else None
    yield from _of_link(
        draft, Target.CATEGORY, snapshot.categories_by_id.get(key), snapshot.category_keys
    )


def _of_group(draft: Draft, registered: Registered, snapshot: Snapshot) -> Iterator[Difference]:
    key = registered.attendee.group_id if registered.attendee else None
    yield from _of_link(draft, Target.GROUP, snapshot.groups_by_id.get(key), snapshot.group_keys)


def _of_link(
    draft: Draft,
    target: Target,
    current: Category | AttendeeGroup | None,
    named: Mapping[str, Category] | Mapping[str, AttendeeGroup],
) -> Iterator[Difference]:
    after = draft.text(target)
    before = current.name if current else ""
    known = named.get(fold_for_match(after)) if after else None
    is_same = known is not None and current is not None and known.id == current.id
    if not is_same and before != after:
        yield _changed(target, before, after)


def _of_companion(draft: Draft, registered: Registered, snapshot: Snapshot) -> Iterator[Difference]:
    key = registered.attendee.companion_of_id if registered.attendee else None
    held = snapshot.attending.get(key) if key else None
    after = draft.text(Target.COMPANION)
    before = f"{held.number} {held.name}" if held else ""
    if after != before and (held is None or not is_called(held, after)):
        yield _changed(Target.COMPANION, before, after)


def _of_code(draft: Draft, registered: Registered, snapshot: Snapshot) -> Iterator[Difference]:
    code = draft.text(Target.EXTERNAL_CODE)
    if code and (registered.attendee is None or code not in snapshot.codes):
        yield _changed(Target.EXTERNAL_CODE, "", code)


_LINKS: Mapping[Target, Callable[[Draft, Registered, Snapshot], Iterator[Difference]]] = {
    Target.ORGANISATION: _of_organisation,
    Target.CATEGORY: _of_category,
    Target.GROUP: _of_group,
    Target.COMPANION: _of_companion,
    Target.EXTERNAL_CODE: _of_code,
}


def _of_forums(draft: Draft, registered: Registered, snapshot: Snapshot) -> Iterator[Difference]:
    names = snapshot.forum_names
    before = {names[key] for key in registered.forums if key in names}
    after = wanted_forums(draft, before, snapshot)
    if after != before:
        yield _changed(Target.FORUMS, _listed(before), _listed(after))
    for name, seat in draft.forum_seats.items():
        known = snapshot.forum_keys.get(fold_for_match(name))
        held = registered.seats.get(known.id, "") if known else ""
        if seat != canonical_seat(held):
            label = f"{_(LABELS[Target.FORUM_SEAT])}: {name}"
            yield Difference(Target.FORUM_SEAT, label, held, seat or ERASED)


def wanted_forums(draft: Draft, before: AbstractSet[str], snapshot: Snapshot) -> set[str]:
    """Return the names of the forums that a person has after the row."""
    chosen = {forum_name(name, snapshot): yes for name, yes in draft.forums.items()}
    kept = set() if draft.all_forums else set(before)
    kept |= {name for name, yes in chosen.items() if yes}
    return kept - {name for name, yes in chosen.items() if not yes}


def forum_name(name: str, snapshot: Snapshot) -> str:
    """Return the name of the event's forum that a word means, or the word itself."""
    known = snapshot.forum_keys.get(fold_for_match(name))
    return known.name if known else name


def _of_meals(draft: Draft, registered: Registered) -> Iterator[Difference]:
    before = registered.attendee.meals if registered.attendee else ()
    after = with_ticks(before, draft.meals)
    if set(after) != set(before):
        yield _changed(Target.MEALS, shown(before), shown(after))


def _of_own_fields(
    draft: Draft, registered: Registered, snapshot: Snapshot
) -> Iterator[Difference]:
    current = registered.attendee.custom if registered.attendee else {}
    for name, after in draft.custom.items():
        own = snapshot.field_keys.get(fold_for_match(name))
        before = comparable(own, current.get(own.key)) if own else ""
        if before != comparable(own, own_value(own, after)):
            label = own.label if own else name
            yield Difference(Target.CUSTOM, label, shown(before), after or ERASED)


def shown_as(target: Target, value: Value) -> str:
    """Return the value of a column as a person reads it."""
    if target is Target.FEE and isinstance(value, int):
        return f"{value / 100:.2f}"
    return shown(value)


def is_listed(value: Value) -> TypeGuard[tuple[object, ...]]:
    """Tell whether a value is a list of texts."""
    return isinstance(value, tuple)


def _listed(names: AbstractSet[str]) -> str:
    return in_words("、", ", ").join(sorted(names))
