"""Whom somebody accompanies: a name or number that the file or the list knows once."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from summit_desk.domain.imports.drafts import NOBODY, Draft, Flag, without
from summit_desk.domain.imports.plan import PlannedRow, RowVerdict
from summit_desk.domain.imports.registered import Entry, Snapshot
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.names import clean_name
from summit_desk.domain.numbers import number_key
from summit_desk.domain.text_cleaning import fold_for_match


def is_called(entry: Entry, text: str) -> bool:
    """Tell whether a text is the number or the name of somebody, or both."""
    return spoken(text) in names_of(entry.name, entry.number)


def with_companions(rows: Sequence[PlannedRow], snapshot: Snapshot) -> tuple[PlannedRow, ...]:
    """Return the rows; a companion whom nobody can tell is left out, with a flag.

    Who is in a row that is not written is nobody to go with.
    """
    known: set[str] = set()
    for one in snapshot.people:
        if one.attendee_id:
            known |= names_of(one.name, one.number)
    for row in rows:
        if row.verdict not in _UNWRITTEN:
            known |= names_of(row.whole.name, row.whole.text(Target.NUMBER))
    refused = [row for row in rows if not _is_known(row.draft, known)]
    words = {row.draft.row: _word(row.whole) for row in rows}
    alone = {_leader(row) for row in refused if _word(row.draft) == words[_leader(row)]}
    alone |= {row.draft.row for row in rows if not _is_known(row.whole, known)}
    unsaid = {row.draft.row for row in refused}
    return tuple(
        _alone(row, entirely=_leader(row) in alone)
        if _leader(row) in alone or row.draft.row in unsaid
        else row
        for row in rows
    )


# A duplicate is written as a part of the row that it belongs to, under the later name.
_UNWRITTEN = frozenset({RowVerdict.CONFLICT, RowVerdict.ERROR, RowVerdict.DUPLICATE})


def _leader(row: PlannedRow) -> int:
    """Return the row as a part of which this one is written."""
    return row.draft.row if row.duplicate_of is None else row.duplicate_of


def _word(draft: Draft) -> str:
    return spoken(draft.text(Target.COMPANION))


def _is_known(draft: Draft, known: AbstractSet[str]) -> bool:
    word = _word(draft)
    own = names_of(draft.name, draft.text(Target.NUMBER))
    return not word or (word in known and word not in own)


def _alone(row: PlannedRow, *, entirely: bool) -> PlannedRow:
    """Return the row without its companion; `entirely` if no other row of the person has one."""
    said = row.draft.text(Target.COMPANION)
    flags = [Flag(Target.COMPANION, NOBODY, {"value": said})] if said else []
    draft = without(row.draft, Target.COMPANION).flagged(*flags)
    if not entirely and row.duplicate_of is None:
        return row._replace(draft=draft)
    left = tuple(one for one in row.differences if one.target is not Target.COMPANION)
    is_same = row.verdict is RowVerdict.UPDATE and not left
    return row._replace(
        draft=draft,
        whole=without(row.whole, Target.COMPANION),
        differences=left,
        verdict=RowVerdict.SAME if is_same else row.verdict,
    )


def names_of(name: str, number: str) -> set[str]:
    """Return the words by which a list means somebody, as `spoken` gives them."""
    plain, code = fold_for_match(clean_name(name)), fold_for_match(number)
    codes = {code, number_key(number)} if code else set[str]()
    return {plain, *codes, *(f"{one}{plain}" for one in codes)} - {""}


def spoken(text: str) -> str:
    """Return what a list says of whom somebody accompanies: a name, a number or both."""
    return number_key(text) if text else ""
