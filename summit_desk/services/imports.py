"""Bring lists of attendees into the event: look at a file, plan, apply as one undoable step."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from uuid import UUID

from db.queries.imports import imports_of, last_change, registered_among
from db.store import Store
from summit_desk.domain.errors.imports import (
    EmptySheet,
    NoNameColumn,
    NoSuchSheet,
    PlanMovedOn,
)
from summit_desk.domain.imports.columns import (
    NOTHING_KNOWN,
    ColumnUse,
    apply_memory,
    guess_columns,
    has_names,
    with_meanings,
)
from summit_desk.domain.imports.layout import Layout, find_layout
from summit_desk.domain.imports.plan import (
    AS_PLANNED,
    Decisions,
    ImportPlan,
)
from summit_desk.domain.imports.planning import Sheet, make_plan
from summit_desk.domain.imports.registered import Snapshot
from summit_desk.domain.imports.report import ImportReport, report_of
from summit_desk.domain.imports.tables import Book, Table
from summit_desk.domain.imports.targets import Meaning
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.readers.books import read_book
from summit_desk.services.import_application import Application, ImportDone
from summit_desk.services.import_snapshot import snapshot_of, without_former_spellings
from summit_desk.support.clock import Clock
from summit_desk.support.collector import uncollected


@dataclass(frozen=True)
class ImportOptions:
    """How a file is to be read where the guess was wrong; empty parts leave it to the guess."""

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_row: int | None = None  # from 0
    columns: tuple[ColumnUse, ...] = ()
    targets: Mapping[str, Meaning] = field(default_factory=dict)  # by title or letter
    erase_empty: bool = False  # an empty cell of a known column erases what is stored


@dataclass(frozen=True)
class SheetGuess:
    """A sheet with the list found on it and its columns understood."""

    table: Table
    layout: Layout
    columns: tuple[ColumnUse, ...]


AS_GUESSED = ImportOptions()


class ImportService:
    """Reads lists, shows what they would change, and changes it."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def look(self, path: Path, options: ImportOptions = AS_GUESSED) -> Book:
        """Return the sheets of a file; raises the errors of `domain.errors.imports`."""
        return read_book(path, encoding=options.encoding, delimiter=options.delimiter)

    def sheet(self, book: Book, path: Path, options: ImportOptions = AS_GUESSED) -> Table:
        """Return the sheet that is named, or the one that most looks like a list of people."""
        return _chosen(book, path, options.sheet)

    def understand(self, event_id: UUID, table: Table, header_row: int | None = None) -> SheetGuess:
        """Find the list on a sheet and say what each column is, as it was chosen last time."""
        with self._store.view() as view:
            snapshot = snapshot_of(view, event_id, people=False)
        return _understood(snapshot, table, header_row)

    def plan(
        self,
        event_id: UUID,
        path: Path,
        options: ImportOptions = AS_GUESSED,
        progress: Progress = SILENT,
    ) -> ImportPlan:
        """Return what the import of a file would change; writes nothing."""
        begun = perf_counter()
        with uncollected():
            table = self.sheet(self.look(path, options), path, options)
            plan = self.plan_sheet(event_id, path, table, options, progress)
        return replace(plan, seconds=perf_counter() - begun)

    def plan_sheet(
        self,
        event_id: UUID,
        path: Path,
        table: Table,
        options: ImportOptions = AS_GUESSED,
        progress: Progress = SILENT,
    ) -> ImportPlan:
        """Return what the import of a sheet would change; writes nothing."""
        begun = perf_counter()
        with uncollected():
            plan = self._plan_sheet(event_id, path, table, options, progress)
        return replace(plan, seconds=perf_counter() - begun)

    def _plan_sheet(
        self,
        event_id: UUID,
        path: Path,
        table: Table,
        options: ImportOptions,
        progress: Progress,
    ) -> ImportPlan:
        with self._store.view() as view:
            snapshot = snapshot_of(view, event_id)
            guess = _understood(snapshot, table, options.header_row)
            columns = with_meanings(options.columns or guess.columns, options.targets)
            if not guess.layout.rows:
                raise EmptySheet(name=table.name)
            if not has_names(columns):
                raise NoNameColumn(name=table.name)
            sheet = Sheet(event_id, path, table, guess.layout, columns, options.erase_empty)
            records = partial(registered_among, view, event_id)
            return without_former_spellings(view, make_plan(sheet, snapshot, records, progress))

    def apply(
        self,
        plan: ImportPlan,
        decisions: Decisions = AS_PLANNED,
        progress: Progress = SILENT,
    ) -> ImportDone:
        """Carry out a plan in one transaction that can be undone as one step.

        Raises PlanMovedOn when the file was changed since; a cancel writes nothing.
        """
        with uncollected(), self._store.unit() as unit:
            if last_change(unit) != plan.stamp:
                raise PlanMovedOn
            return Application(unit, plan, decisions).carry_out(self._now, progress)

    def reports(self, event_id: UUID, limit: int = 100) -> tuple[ImportReport, ...]:
        """Return what was imported into an event, the latest first."""
        with self._store.view() as view:
            found = map(report_of, imports_of(view, event_id, limit))
            return tuple(report for report in found if report)

    def save_rejects(self, plan: ImportPlan, path: Path, decisions: Decisions = AS_PLANNED) -> int:
        """Write the rows that are left out as an xlsx in the original layout, with the reasons."""
        from exports.rejected import write_rejected

        rows = plan.left_out(decisions)
        write_rejected(
            path, plan.table, plan.layout, {row.draft.row: row.reason_text for row in rows}
        )
        return len(rows)


def _understood(snapshot: Snapshot, table: Table, header_row: int | None) -> SheetGuess:
    layout = find_layout(table, header_row)
    columns = guess_columns(layout, snapshot.known)
    return SheetGuess(
        table, layout, apply_memory(columns, snapshot.remembered.get(layout.signature, {}))
    )


def _chosen(book: Book, path: Path, sheet: str) -> Table:
    tables = [one for one in book.tables if one.name == sheet] if sheet else book.visible
    if sheet.isdigit() and not tables and 0 < int(sheet) <= len(book.tables):
        tables = [book.tables[int(sheet) - 1]]
    if not tables and sheet and book.tables:
        names = ", ".join(table.name for table in book.tables)
        raise NoSuchSheet(name=path.name, sheet=sheet, sheets=names)
    if not tables:
        raise EmptySheet(name=path.name)
    return tables[0] if sheet or len(tables) == 1 else max(tables[:20], key=_people_on)


def _people_on(table: Table) -> tuple[bool, int]:
    """The sheet with the list is the one whose header names people, then the longest."""
    layout = find_layout(table)
    return has_names(guess_columns(layout, NOTHING_KNOWN)), len(layout.rows)
