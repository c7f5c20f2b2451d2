"""Lists as JSON, in a shape that stays.

{"format": "summit-desk-rows", "version": 1, "event": "…", "list": "…", "tables": [
  {"title": "…", "columns": [{"key": "name", "title": "姓名", "kind": "text"}, …],
   "rows": [{"name": "…", …}, …]}, …]}

Rows hold every column by its key; an empty cell is null, days are "2024-05-22", times of day
"2024-05-22T09:30", wall clock of the event's place. Later versions only add members.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from exports.csv_lists import plain_rows
from exports.files import whole_file
from summit_desk.domain.documents.sheets import CellValue, SheetSpec
from summit_desk.domain.progress import SILENT, Progress

FORMAT, VERSION = "summit-desk-rows", 1
BATCH = 500


@dataclass(frozen=True)
class Table:
    """A sheet with the keys of its columns; without them, the titles are the keys."""

    spec: SheetSpec
    keys: Sequence[str] = ()

    @property
    def columns(self) -> list[dict[str, str]]:
        """Return what the file says of the columns."""
        shown = [column for column in self.spec.columns if not column.hidden]
        keys = self.keys or [column.title for column in shown]
        return [
            {"key": key, "title": column.title, "kind": column.kind.value}
            for key, column in zip(keys, shown, strict=True)
        ]


def write_json(
    tables: Sequence[Table], event: str, name: str, path: Path, progress: Progress = SILENT
) -> int:
    """Write the tables row by row; return how many rows they have."""
    head = json.dumps(
        {"format": FORMAT, "version": VERSION, "event": event, "list": name}, ensure_ascii=False
    )
    count = 0
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(head[:-1] + ', "tables": [')
        for number, table in enumerate(tables):
            stream.write(",\n" if number else "\n")
            for text in _texts(table):
                stream.write(text)
                count += text.startswith(ROW)
                if count % BATCH == 0:
                    progress.step(count, max(table.spec.count, count))
        stream.write("\n]}\n")
    return count


ROW = "\n  {"


def _texts(table: Table) -> Iterator[str]:
    columns = table.columns
    opening = {"title": table.spec.title, "columns": columns}
    yield json.dumps(opening, ensure_ascii=False)[:-1] + ', "rows": ['
    between = ""
    for values in plain_rows(table.spec):
        row = {column["key"]: _plain(value) for column, value in zip(columns, values, strict=True)}
        yield between
        yield "\n  " + json.dumps(row, ensure_ascii=False)
        between = ","
    yield "\n]}"


def _plain(value: CellValue) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value
