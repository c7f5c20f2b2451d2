"""Plan and apply a list of 20,000 rows into 20,000 people: half of them known and changed."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import closing
from time import process_time
from typing import TYPE_CHECKING

from summit_desk.support.clock import utc_now
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from db.store import Store
    from tests.bench.files import BenchFiles

ROWS = 20_000
RUNS = 5
COLUMNS = (
    *("name", "sex", "organisation", "department", "title", "mobile", "email", "category"),
    *("forums", "seat", "needs_hotel", "hotel_from", "hotel_to", "diet", "invoice_title"),
    *("tax_number", "tags", "notes"),
)
TITLE, SEAT = COLUMNS.index("title"), COLUMNS.index("seat")
WRITTEN = ("organisation", "person", "position", "attendee", "attendee_forum")


def measure(files: BenchFiles, rows: int = ROWS, runs: int = RUNS) -> list[Row]:
    """Plan and apply; each against the least that reading and writing the same can take."""
    from summit_desk.services.opening import OpeningService

    path, sheet = files.folder / "imports.summit", files.folder / "imports.xlsx"
    OpeningService().demo(path, attendees=rows, seed=7).workspace.close()
    write_list(path, sheet, rows)
    taken = [_run(files, path, sheet) for _ in range(runs)]
    planned, read = _middle([(planned, read) for read, planned, _applied, _bare in taken])
    applied, bare = _middle([(applied, bare) for _read, _planned, applied, bare in taken])
    return [
        Row(
            f"plan an import of {rows:,} rows into {rows:,} people",
            planned,
            "s",
            read,
            "the same sheet by python-calamine",
            bar=8,
        ),
        Row(
            f"apply an import of {rows:,} rows, undoable",
            applied,
            "s",
            bare,
            "bare executemany of the same rows",
            bar=6,
        ),
    ]


def _middle(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the run in the middle: a time and its floor belong to one moment of the machine."""
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[len(pairs) // 2]


def write_list(path: Path, sheet: Path, rows: int) -> None:
    """Write a list of which every other row is somebody of the file with two cells changed."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("报名表")
    for row in _rows(_exported(path, sheet), rows):
        page.append(row)
    book.save(sheet)


def _exported(path: Path, sheet: Path) -> list[list[object]]:
    """Return our own list of the people in the file, with its titles."""
    from summit_desk.services.opening import OpeningService

    services = OpeningService().open(path)
    event = services.events.events()[0].id
    services.documents.attendee_list(event, sheet, columns=COLUMNS)
    services.workspace.close()
    return _calamine(sheet)


def _rows(exported: list[list[object]], rows: int) -> Iterator[list[object]]:
    titles, *people = exported
    yield titles
    given = [chr(0x4E00 + at * 7 % 5_000) for at in range(97)]
    for at in range(rows):
        row = list(people[at % len(people)])
        if at % 2 == 0:
            row[TITLE], row[SEAT] = f"副总经理{at % 11}", f"B区 {at % 40 + 1}排{at % 30 + 1}座"
        else:
            name = f"{'王李张刘陈'[at % 5]}{given[at % 97]}{given[at // 97 % 97]}"
            row[0], row[COLUMNS.index("mobile")] = name, f"166{at:08}"
            row[COLUMNS.index("email")] = f"guest{at}@example.com"
        yield row


def _run(files: BenchFiles, path: Path, sheet: Path) -> tuple[float, float, float, float]:
    """Return the seconds of reading alone, of planning, of applying, and of writing bare.

    All in turn: the machine may be half as fast a minute later.
    """
    from db.store import Store
    from summit_desk.services.imports import ImportService

    before = _copy(path, files.folder / "before.summit")
    after = _copy(path, files.folder / "after.summit")
    with Store.open(after) as store:
        service, event = ImportService(store, utc_now), _event(store)
        gc.collect()
        begun = process_time()
        _calamine(sheet)
        start = process_time()
        plan = service.plan(event, sheet)
        planned = process_time()
        service.apply(plan)
        applied = process_time()
    return start - begun, planned - start, applied - planned, _bare(before, after)


def _bare(before: Path, after: Path) -> float:
    """Return the seconds in which the rows that the import wrote can be written at all."""
    with closing(sqlite3.connect(after)) as file:
        written = {table: file.execute(f"SELECT * FROM {table}").fetchall() for table in WRITTEN}
    with closing(sqlite3.connect(before)) as file:
        held = {table: set(file.execute(f"SELECT * FROM {table}")) for table in WRITTEN}
        changed = {
            table: [row for row in rows if row not in held[table]]
            for table, rows in written.items()
        }
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=FULL")
        start = process_time()
        for table, rows in changed.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                file.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)
        file.commit()
        return process_time() - start


def _copy(path: Path, target: Path) -> Path:
    import shutil

    for tail in ("-wal", "-shm"):
        target.with_name(target.name + tail).unlink(missing_ok=True)
    shutil.copyfile(path, target)
    return target


def _calamine(sheet: Path) -> list[list[object]]:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()


def _event(store: Store) -> UUID:
    from summit_desk.domain.records import Event

    with store.view() as view:
        return view.all(Event)[0].id
