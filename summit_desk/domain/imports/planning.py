"""Make the plan: read every row, put duplicates together, find whom each means."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from summit_desk.domain.dates import DateContext
from summit_desk.domain.imports.additions import additions_of
from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.companions import with_companions
from summit_desk.domain.imports.context import RowContext
from summit_desk.domain.imports.differences import between_rows, differences
from summit_desk.domain.imports.drafts import DOUBTS_PERSON, NO_LETTERS, Draft, Flag
from summit_desk.domain.imports.duplicates import Duplicates
from summit_desk.domain.imports.fitting import Fitting
from summit_desk.domain.imports.layout import Layout
from summit_desk.domain.imports.matching import (
    ORDER,
    TAKEN,
    Index,
    Match,
    name_key,
    unit_of,
)
from summit_desk.domain.imports.plan import ImportPlan, PlannedRow, RowVerdict
from summit_desk.domain.imports.registered import Records, Registered, Snapshot
from summit_desk.domain.imports.rows import RowReader
from summit_desk.domain.imports.synonyms import plain_header
from summit_desk.domain.imports.tables import Table
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.support.i18n import N_

SAME_AS_ROW = N_("The same person as in row {row}.")


@dataclass(frozen=True)
class Sheet:
    """What is planned: a table whose list was found and whose columns are known."""

    event_id: UUID
    path: Path
    table: Table
    layout: Layout
    columns: tuple[ColumnUse, ...]
    erase_empty: bool = False


def make_plan(
    sheet: Sheet, snapshot: Snapshot, records: Records, progress: Progress = SILENT
) -> ImportPlan:
    """Return a verdict for every row; the same sheet and snapshot always give the same plan.

    `records` is asked once, for those whom the rows mean.
    """
    drafts = _read(sheet, snapshot, progress)
    groups = Duplicates(snapshot)
    for draft in drafts:
        groups.add(draft)
    matches = _matched(groups, snapshot)
    known = records({match.entry.person_id for match in matches.values() if match.entry})
    rows = _judged(groups, matches, known, snapshot)
    if any(use.target is Target.COMPANION for use in sheet.columns):
        rows = with_companions(rows, snapshot)
    return ImportPlan(
        sheet.event_id,
        sheet.path,
        sheet.table,
        sheet.layout,
        sheet.columns,
        rows,
        additions_of(rows, snapshot),
        snapshot,
        known,
        sheet.erase_empty,
    )


def _read(sheet: Sheet, snapshot: Snapshot, progress: Progress) -> list[Draft]:
    context = RowContext(
        DateContext(snapshot.first_day),
        any("昵称" in plain_header(use.title) for use in sheet.columns),
    )
    used = [use for use in sheet.columns if use.target is not Target.IGNORE]
    used.sort(key=lambda use: use.target is not Target.DOCUMENT_KIND)  # the number needs its kind
    reader = RowReader(used, context, erase_empty=sheet.erase_empty)
    fitting = Fitting(snapshot.field_keys, context.dates)
    drafts = []
    total = len(sheet.layout.rows)
    for at, row in enumerate(sheet.layout.rows):
        if at % 500 == 0:
            progress.step(at, total)
        draft = reader.read(row)
        drafts.append(fitting.fitted(draft) if draft.custom else draft)
    return drafts


def _matched(groups: Duplicates, snapshot: Snapshot) -> dict[int, Match]:
    """Return whom each row means that repeats no other, by its place."""
    index, seats = Index(snapshot), Counter[tuple[Target, str]]()
    found = {}
    for place, whole in groups.wholes.items():
        draft, occurrence = groups.drafts[place], 0
        is_open = whole.is_placeholder and place in groups.clash  # which seat is meant is not known
        if whole.is_placeholder and not is_open:
            key = name_key(draft.name, unit_of(draft, snapshot))
            occurrence, seats[key] = seats[key], seats[key] + 1
        keys = groups.keys[place]
        found[place] = Match() if draft.problem or is_open else index.match(whole, keys, occurrence)
    return found


def _judged(
    groups: Duplicates,
    matches: Mapping[int, Match],
    known: Mapping[UUID, Registered],
    snapshot: Snapshot,
) -> tuple[PlannedRow, ...]:
    rows = []
    for place, draft in enumerate(groups.drafts):
        if place in groups.leader:
            rows.append(_duplicate(draft, groups.drafts[groups.leader[place]]))
            continue
        whole, match = groups.wholes[place], matches[place]
        found = known[match.entry.person_id] if match.entry else None
        objection = match.objection or groups.clash.get(place) or _doubt(draft, found)
        rows.append(_verdict(draft, whole, found, match.key, objection, snapshot))
    return _each_person_once(rows)


def _doubt(draft: Draft, found: Registered | None) -> Flag | None:
    """Return why a row may be about nobody; a name of digits that is known is one."""
    doubts = DOUBTS_PERSON - {NO_LETTERS} if found else DOUBTS_PERSON
    return next((flag for flag in draft.flags if flag.sentence in doubts), None)


def _duplicate(draft: Draft, leader: Draft) -> PlannedRow:
    reason = Flag(Target.NAME, SAME_AS_ROW, {"row": leader.row})
    return PlannedRow(
        draft,
        draft,
        RowVerdict.DUPLICATE,
        reason,
        differences=between_rows(leader, draft),
        duplicate_of=leader.row,
    )


def _verdict(
    draft: Draft,
    whole: Draft,
    found: Registered | None,
    key: Target | None,
    objection: Flag | None,
    snapshot: Snapshot,
) -> PlannedRow:
    if draft.problem:
        return PlannedRow(draft, whole, RowVerdict.ERROR, draft.problem)
    if found is None:
        verdict = RowVerdict.CONFLICT if objection else RowVerdict.NEW
        return PlannedRow(draft, whole, verdict, objection)
    changed = differences(whole, found, snapshot)
    verdict = RowVerdict.UPDATE if changed else RowVerdict.SAME
    attendee = found.attendee.id if found.attendee else None
    if attendee is None:
        verdict = RowVerdict.NEW
    if objection:
        verdict = RowVerdict.CONFLICT
    return PlannedRow(draft, whole, verdict, objection, found.person.id, attendee, changed, key=key)


def _each_person_once(rows: list[PlannedRow]) -> tuple[PlannedRow, ...]:
    """Two rows never change one person: the one that means it more surely does."""
    surest: dict[UUID, tuple[int, int]] = {}
    for place, row in enumerate(rows):
        if row.person_id and row.verdict not in {RowVerdict.CONFLICT, RowVerdict.DUPLICATE}:
            rank = (ORDER.index(row.key or Target.NAME), place)
            surest[row.person_id] = min(rank, surest.get(row.person_id, rank))
    return tuple(_or_taken(rows, place, surest) for place in range(len(rows)))


def _or_taken(
    rows: list[PlannedRow], place: int, surest: dict[UUID, tuple[int, int]]
) -> PlannedRow:
    row = rows[place]
    if not row.person_id or row.verdict is RowVerdict.CONFLICT:
        return row
    owner = surest[row.person_id][1]
    if owner == place:
        return row
    reason = Flag(Target.NAME, TAKEN, {"row": rows[owner].draft.row})
    return row._replace(verdict=RowVerdict.CONFLICT, reason=reason)
