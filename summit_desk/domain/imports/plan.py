"""The plan of an import: a verdict for every row, shown before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.drafts import Draft, Flag
from summit_desk.domain.imports.layout import Layout
from summit_desk.domain.imports.own_fields import NewField
from summit_desk.domain.imports.registered import Registered, Snapshot
from summit_desk.domain.imports.tables import Table
from summit_desk.domain.imports.targets import Target
from summit_desk.support.i18n import N_, _


class RowVerdict(StrEnum):
    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    DUPLICATE = "duplicate"  # of an earlier row of the file
    CONFLICT = "conflict"  # several people, or one whose data speak against it
    ERROR = "error"


VERDICT_WORDS = {
    RowVerdict.NEW: N_("New"),
    RowVerdict.UPDATE: N_("Update"),
    RowVerdict.SAME: N_("Same"),
    RowVerdict.DUPLICATE: N_("Duplicate"),
    RowVerdict.CONFLICT: N_("Conflict"),
    RowVerdict.ERROR: N_("Error"),
}


class Decision(StrEnum):
    """What is done with a row; APPLY follows the verdict."""

    APPLY = "apply"
    SKIP = "skip"
    CREATE = "create"  # a conflict or duplicate is a person of its own after all


DEFAULTS: Mapping[RowVerdict, Decision] = {
    RowVerdict.NEW: Decision.APPLY,
    RowVerdict.UPDATE: Decision.APPLY,
    RowVerdict.SAME: Decision.SKIP,
    RowVerdict.DUPLICATE: Decision.APPLY,
    RowVerdict.CONFLICT: Decision.SKIP,
    RowVerdict.ERROR: Decision.SKIP,
}


class Difference(NamedTuple):
    """One field before and after, as a person reads it."""

    target: Target
    label: str
    before: str
    after: str


class PlannedRow(NamedTuple):
    """A row with its verdict. `draft` is what it says itself, `whole` with its duplicates."""

    draft: Draft
    whole: Draft
    verdict: RowVerdict
    reason: Flag | None = None
    person_id: UUID | None = None
    attendee_id: UUID | None = None
    differences: tuple[Difference, ...] = ()
    duplicate_of: int | None = None  # a row of the file
    key: Target | None = None  # by which the person was found

    @property
    def id(self) -> int:
        """Its row in the file, by which a table finds it again."""
        return self.draft.row

    @property
    def flags(self) -> tuple[Flag, ...]:
        return self.draft.flags

    @property
    def reason_text(self) -> str:
        return str(self.reason) if self.reason else ""


@dataclass(frozen=True)
class Decisions:
    """What the person decided: by verdict, and row by row (by number in the file)."""

    verdicts: Mapping[RowVerdict, Decision] = field(default_factory=dict)
    rows: Mapping[int, Decision] = field(default_factory=dict)

    def of(self, row: PlannedRow) -> Decision:
        """Return what is to be done with a row."""
        decision = self.rows.get(row.draft.row) or self._of_kind(row.verdict)
        if row.verdict is RowVerdict.ERROR:
            return Decision.SKIP
        if row.verdict is RowVerdict.CONFLICT and decision is Decision.APPLY:
            return Decision.APPLY if row.person_id else Decision.SKIP
        return decision

    def written(self, plan: "ImportPlan") -> int:
        """Return how many rows will become people, new or changed."""
        # most rows follow their kind; a long list is counted whenever something is decided
        followed = {kind: self._of_kind(kind) is not Decision.SKIP for kind in _PLAIN}
        return sum(
            followed[row.verdict]
            if row.verdict in followed and row.draft.row not in self.rows
            else self._is_written(row)
            for row in plan.rows
        )

    def _of_kind(self, verdict: RowVerdict) -> Decision:
        return self.verdicts.get(verdict) or DEFAULTS[verdict]

    def _is_written(self, row: PlannedRow) -> bool:
        decision = self.of(row)
        if row.verdict is RowVerdict.DUPLICATE:
            return decision is Decision.CREATE  # else with the row that it repeats
        return decision is not Decision.SKIP


# Verdicts that say all about what becomes of a row about which nothing else was decided.
_PLAIN = (RowVerdict.NEW, RowVerdict.UPDATE, RowVerdict.SAME)
AS_PLANNED = Decisions()


@dataclass(frozen=True)
class Additions:
    """What would be created beside people: the names that the file uses and the event lacks."""

    forums: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    new_fields: tuple[NewField, ...] = ()  # the kinds of `fields`


@dataclass(frozen=True)
class ImportPlan:
    event_id: UUID
    path: Path
    table: Table
    layout: Layout
    columns: tuple[ColumnUse, ...]
    rows: tuple[PlannedRow, ...]
    additions: Additions
    snapshot: Snapshot = field(repr=False)  # what it was made against
    known: Mapping[UUID, Registered] = field(repr=False)  # the people whom its rows mean
    erase_empty: bool = False
    seconds: float = 0.0  # that reading and comparing took

    @property
    def stamp(self) -> int:
        """The change after which the plan was made; after another one it no longer holds."""
        return self.snapshot.stamp

    @cached_property
    def counts(self) -> dict[RowVerdict, int]:
        """How many rows have each verdict."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found.get(verdict, 0) for verdict in RowVerdict}

    @cached_property
    def flagged(self) -> int:
        """How many rows have something to look at."""
        return sum(bool(row.flags) for row in self.rows)

    @cached_property
    def rejects(self) -> tuple[PlannedRow, ...]:
        """The rows that are not imported unless somebody decides otherwise, with their reasons."""
        refused = {RowVerdict.CONFLICT, RowVerdict.ERROR}
        return tuple(row for row in self.rows if row.verdict in refused)

    def left_out(self, decisions: Decisions) -> list[PlannedRow]:
        """Return the rows that are not imported, and for which there is a reason to tell."""
        told = (row for row in self.rows if row.reason)
        return [row for row in told if decisions.of(row) is Decision.SKIP]

    def to_json(self) -> dict[str, object]:
        """Return the counts and rejects in the shape that scripts rely on."""
        return {
            "rows": len(self.rows),
            **{verdict.value: count for verdict, count in self.counts.items()},
            "flagged": self.flagged,
            "rejects": [{"row": row.draft.row, "reason": row.reason_text} for row in self.rejects],
            "duplicates": [
                {
                    "row": row.draft.row,
                    "of": row.duplicate_of,
                    "changes": [one._asdict() for one in row.differences],
                }
                for row in self.rows
                if row.duplicate_of is not None
            ],
            "flags": [
                {"row": row.draft.row, "field": flag.target.value, "reason": str(flag)}
                for row in self.rows
                for flag in row.flags
            ],
            "sheet": self.table.name,
            "header_row": self.layout.last_header + 1,
            "new_forums": list(self.additions.forums),
            "new_categories": list(self.additions.categories),
            "new_organisations": list(self.additions.organisations),
            "new_fields": list(self.additions.fields),
            "new_groups": list(self.additions.groups),
        }


def verdict_word(verdict: RowVerdict) -> str:
    """Return the word for a verdict in the current language."""
    return _(VERDICT_WORDS[verdict])
