"""Read the tables of an HTML page, as web systems save them under an .xls name."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from summit_desk.domain.errors.imports import DamagedSheet
from summit_desk.domain.imports.tables import CellValue, Span, Table
from summit_desk.domain.text_cleaning import restore_private_use
from summit_desk.readers.bounds import (
    MEGABYTE,
    MOST_COLUMNS,
    Deadline,
    check_cells,
    check_columns,
    check_rows,
)
from summit_desk.readers.separated import possible_encodings

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk", "cp936"}
_MOST_TABLES = 1_000
_DEEPEST = 30  # tables in tables
_CHUNK = MEGABYTE // 16
_LOOKED_BACK = 200  # merged ranges that may still reach down to a row


def read_html(path: Path, content: bytes) -> tuple[Table, ...]:
    """Return the tables of an HTML page."""
    reader, text, deadline = _Reader(path.name), _html_text(content), Deadline(path.name)
    for start in range(0, len(text), _CHUNK):
        reader.feed(text[start : start + _CHUNK])
        deadline.check()
    reader.close()
    return tuple(
        Table(f"{path.stem} {at}" if at > 1 else path.stem, one.rows, tuple(one.merged))
        for at, one in enumerate(reader.tables, 1)
    )


def _html_text(content: bytes) -> str:
    declared = _CHARSET.search(content[:4_000])
    name = declared[1].decode("ascii").lower() if declared else ""
    guesses = possible_encodings(content)
    encoding = "gb18030" if name in _CHINESE else (guesses[0] if guesses else "utf-8")
    if guesses and guesses[0] in {"utf-8", "utf-16-le", "utf-16-be"}:
        encoding = guesses[0]  # the bytes are the truth, the declaration is often a lie
    return restore_private_use(content.decode(encoding, "replace").removeprefix("\ufeff"))


@dataclass
class _Grid:
    """A table that is being read."""

    rows: list[list[CellValue]] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)
    cell: list[str] | None = None
    size: tuple[int, int] = (1, 1)
    cells: int = 0

    def end_cell(self, name: str) -> None:
        """Put the cell that was read where it belongs."""
        if self.cell is None:
            return
        text, self.cell = "".join(self.cell).replace("\xa0", " ").strip(" \r\n\t"), None
        top, row, (down, across) = len(self.rows) - 1, self.rows[-1], self.size
        while any(_covers(span, top, len(row)) for span in self.merged[-_LOOKED_BACK:]):
            row.append(None)  # a cell of an earlier row reaches down to here
            check_columns(name, len(row))
        if down > 1 or across > 1:
            self.merged.append(Span(top, len(row), top + down - 1, len(row) + across - 1))
        row.append(text or None)
        row.extend([None] * (across - 1))
        self.cells += across
        check_columns(name, len(row))
        check_cells(name, self.cells)


class _Reader(HTMLParser):
    """Collects the cells of the tables of a page; a table inside a cell counts as its own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self._name = name
        self.tables: list[_Grid] = []
        self._open: list[_Grid] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._begin_table()
            return
        if not self._open:
            return
        grid = self._open[-1]
        if tag == "tr":
            grid.end_cell(self._name)
            check_rows(self._name, len(grid.rows))
            grid.rows.append([])
        elif tag in {"td", "th"} and grid.rows:
            grid.end_cell(self._name)
            grid.cell, grid.size = [], (_span(attrs, "rowspan"), _span(attrs, "colspan"))
        elif tag == "br" and grid.cell is not None:
            grid.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"} and self._open:
            self._open[-1].end_cell(self._name)
        if tag == "table" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and (cell := self._open[-1].cell) is not None:
            cell.append(data)

    def close(self) -> None:
        super().close()
        for grid in self._open:
            grid.end_cell(self._name)

    def _begin_table(self) -> None:
        if len(self.tables) >= _MOST_TABLES or len(self._open) >= _DEEPEST:
            raise DamagedSheet(name=self._name)
        grid = _Grid()
        self.tables.append(grid)
        self._open.append(grid)


def _covers(span: Span, row: int, column: int) -> bool:
    return span.top < row <= span.bottom and span.left <= column <= span.right


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    value = dict(attrs).get(name) or "1"
    return max(1, min(int(value), MOST_COLUMNS)) if value.isdigit() else 1
