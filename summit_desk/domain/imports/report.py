"""What is kept in the history of an import: what was in the file, and what became of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.plan import ImportPlan, RowVerdict
from summit_desk.domain.imports.targets import LABELS, NAMED, Target
from summit_desk.domain.records import Changeset
from summit_desk.support.i18n import _

DETAIL = "report"  # the detail of the changeset that holds the report as JSON


@dataclass(frozen=True)
class ReportColumn:
    """A column of the file and what it was taken for."""

    title: str
    target: Target
    name: str = ""  # of the forum or own field

    @property
    def meaning(self) -> str:
        """Return what the column was taken for, in the current language."""
        label = _(LABELS[self.target])
        return f"{label}: {self.name}" if self.name else label


@dataclass(frozen=True)
class ImportReport:
    """One import as the history keeps it."""

    changeset: UUID
    at: datetime  # aware UTC
    actor: str
    file: str
    sheet: str
    header_row: int  # as the spreadsheet counts, from 1
    seconds: float  # planning and writing together
    created: int
    updated: int
    skipped: int
    counts: Mapping[RowVerdict, int] = field(default_factory=dict)
    columns: Sequence[ReportColumn] = ()
    undone: bool = False

    @property
    def rows(self) -> int:
        """How many rows the list had."""
        return sum(self.counts.values())


def report_detail(plan: ImportPlan, seconds: float) -> str:
    """Return what a report needs beside the sentence of the change."""
    return json.dumps(
        {
            "sheet": plan.table.name,
            "header_row": plan.layout.last_header + 1,
            "seconds": round(seconds, 2),
            "counts": {verdict.value: count for verdict, count in plan.counts.items()},
            "columns": [[use.title, use.target.value, _name(use)] for use in plan.columns],
        },
        ensure_ascii=False,
    )


def report_of(changeset: Changeset) -> ImportReport | None:
    """Return the report of an import, or None where the change was something else."""
    told = changeset.details.get(DETAIL)
    if not told:
        return None
    said = json.loads(told)
    return ImportReport(
        changeset=changeset.id,
        at=changeset.at,
        actor=changeset.actor,
        file=changeset.details.get("file", ""),
        sheet=said["sheet"],
        header_row=said["header_row"],
        seconds=said["seconds"],
        created=int(changeset.details.get("created", "0")),
        updated=int(changeset.details.get("updated", "0")),
        skipped=int(changeset.details.get("skipped", "0")),
        counts={RowVerdict(verdict): count for verdict, count in said["counts"].items()},
        columns=[ReportColumn(title, Target(word), name) for title, word, name in said["columns"]],
        undone=changeset.undone,
    )


def _name(use: ColumnUse) -> str:
    return use.name if use.target in NAMED else ""
