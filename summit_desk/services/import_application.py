"""Carry out a plan inside the one unit of work of its import."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from db.queries.imports import tokens_of
from db.unit import Unit
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.imports.drafts import Draft, merged
from summit_desk.domain.imports.plan import (
    Decision,
    Decisions,
    ImportPlan,
    PlannedRow,
    RowVerdict,
)
from summit_desk.domain.imports.report import report_detail
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.progress import Progress
from summit_desk.services.import_names import Names, Numbers
from summit_desk.services.import_snapshot import remember
from summit_desk.services.import_writing import Origin, Writer
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_


@dataclass(frozen=True)
class ImportDone:
    """What an import did."""

    change: Change
    created: int
    updated: int
    skipped: int


class Application:
    """One import being written."""

    def __init__(self, unit: Unit, plan: ImportPlan, decisions: Decisions) -> None:
        self._unit, self._plan, self._decisions = unit, plan, decisions
        self._snapshot = plan.snapshot
        self._extra = _by_leader(plan.rows)
        self._begun = perf_counter()
        self._counts = {"created": 0, "updated": 0, "skipped": 0}

    def carry_out(self, now: Clock, progress: Progress) -> ImportDone:
        """Write every row that was decided for, and commit under one name."""
        origin = Origin(self._plan.event_id, self._plan.path.name, now())
        names = Names(self._snapshot, origin.event_id, self._plan.additions.new_fields)
        writer = Writer(self._snapshot, origin, names, self._numbers())
        total = len(self._plan.rows)
        for at, row in enumerate(self._plan.rows):
            if at % 500 == 0:
                progress.step(at, total)
            self._write(writer, row)
        writer.put(self._unit)
        remember(self._unit, self._plan)
        return ImportDone(self._commit(), **self._counts)

    def _write(self, writer: Writer, row: PlannedRow) -> None:
        decision = self._decisions.of(row)
        creates = decision is Decision.CREATE
        if decision is Decision.SKIP:
            self._counts["skipped"] += row.verdict is not RowVerdict.SAME  # nothing is left out
            return
        if row.verdict is RowVerdict.DUPLICATE and not creates:
            return  # taken over with the row that it repeats
        known = None if creates or row.person_id is None else self._plan.known[row.person_id]
        attending = known is not None and known.attendee is not None
        self._counts["updated" if attending else "created"] += 1
        writer.write(self._draft(row), known)

    def _draft(self, row: PlannedRow) -> Draft:
        """Return what the row says, with those of its duplicates that are to be taken over."""
        if row.verdict is RowVerdict.DUPLICATE:
            return row.draft
        draft = row.draft
        for extra in self._extra.get(row.draft.row, ()):
            if self._decisions.of(extra) is Decision.APPLY:
                draft = merged(draft, extra.draft)
        return draft

    def _numbers(self) -> Numbers:
        taken = [one.number for one in self._snapshot.people if one.attendee_id]
        wished = (row.draft.text(Target.NUMBER) for row in self._plan.rows)
        return Numbers(taken, tokens_of(self._unit, self._plan.event_id), wished)

    def _commit(self) -> Change:
        topics = [Topic.ATTENDEES, Topic.PEOPLE]
        if self._plan.additions.forums:
            topics.append(Topic.AGENDA)
        return self._unit.commit(
            N_("Import {file}: {created} new, {updated} updated, {skipped} left out"),
            *topics,
            event=str(self._plan.event_id),
            file=self._plan.path.name,
            report=report_detail(self._plan, self._plan.seconds + perf_counter() - self._begun),
            created=str(self._counts["created"]),
            updated=str(self._counts["updated"]),
            skipped=str(self._counts["skipped"]),
        )


def _by_leader(rows: Sequence[PlannedRow]) -> dict[int, list[PlannedRow]]:
    found: dict[int, list[PlannedRow]] = {}
    for row in rows:
        if row.duplicate_of is not None:
            found.setdefault(row.duplicate_of, []).append(row)
    return found
