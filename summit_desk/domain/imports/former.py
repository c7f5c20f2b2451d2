"""What a list says of a name that was changed since: its old spelling is no news."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.imports.drafts import Draft, Flag, without
from summit_desk.domain.imports.fields import PERSON_FIELDS, SPELLED
from summit_desk.domain.imports.plan import PlannedRow, RowVerdict
from summit_desk.domain.imports.targets import Target
from summit_desk.support.i18n import N_

FORMER = N_("“{value}” is how the former name “{name}” was spelled; the new spelling stays.")


@dataclass(frozen=True)
class FormerName:
    """A name that a person had before, and what was read by it: field and spelling."""

    name: str
    spellings: Mapping[str, str]


FormerNames = Mapping[UUID, tuple[FormerName, ...]]  # by person


def respelled(rows: tuple[PlannedRow, ...]) -> AbstractSet[UUID]:
    """Return the people whose spelling a row would change while it leaves the name."""
    return {row.person_id for row in rows if row.person_id and any(_spelled(row))}


def without_former(rows: tuple[PlannedRow, ...], former: FormerNames) -> tuple[PlannedRow, ...]:
    """Return the rows without the spellings that belong to a name the person no longer has."""
    return tuple(
        _without_former(row, held)
        if row.person_id and (held := former.get(row.person_id)) and any(_spelled(row))
        else row
        for row in rows
    )


def _without_former(row: PlannedRow, former: tuple[FormerName, ...]) -> PlannedRow:
    flags = [flag for target in _spelled(row) for flag in _flag(row.whole, target, former)]
    stale = {flag.target for flag in flags}
    draft, whole = row.draft, row.whole
    for target in stale:
        draft, whole = without(draft, target), without(whole, target)
    left = tuple(one for one in row.differences if one.target not in stale)
    is_same = row.verdict is RowVerdict.UPDATE and not left
    return row._replace(
        draft=draft.flagged(*flags),
        whole=whole,
        differences=left,
        verdict=RowVerdict.SAME if is_same else row.verdict,
    )


def _spelled(row: PlannedRow) -> Iterator[Target]:
    changed = {one.target for one in row.differences}
    if Target.NAME not in changed:
        yield from sorted(SPELLED & changed)


def _flag(draft: Draft, target: Target, former: tuple[FormerName, ...]) -> Iterator[Flag]:
    value, field = draft.text(target), PERSON_FIELDS[target]
    for one in former:
        if value and one.spellings.get(field) == value:
            yield Flag(target, FORMER, {"value": value, "name": one.name})
            return
