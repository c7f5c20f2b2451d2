"""Sheets as they were read: plain cells with their positions, whatever the container was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

_EXACT, _LARGEST = 1e15, 1e18  # a spreadsheet shows 15 digits; beyond, none are to be invented

CellValue = str | int | float | bool | date | datetime | time | timedelta | None


class Container(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    XML = "xml"
    HTML = "html"
    TEXT = "text"
    CARDS = "cards"  # business cards


@dataclass(frozen=True)
class Span:
    """A merged range, inclusive, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Table:
    """One sheet. Row 0 is the sheet's first row, so positions are the ones a person sees less 1."""

    name: str
    rows: Sequence[Sequence[CellValue]]
    merged: tuple[Span, ...] = ()
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(filled(cell) for row in self.rows for cell in row)

    def without_hidden(self) -> "Table":
        """Return the table with only what a person sees; rows and columns keep their places."""
        if not self.hidden_columns and not self.hidden_rows:
            return self
        rows = [
            []
            if at in self.hidden_rows
            else [
                None if column in self.hidden_columns else cell for column, cell in enumerate(row)
            ]
            for at, row in enumerate(self.rows)
        ]
        return replace(self, rows=rows, hidden_columns=frozenset(), hidden_rows=frozenset())

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True)
class Book:
    """A file of sheets; `encoding` and `delimiter` are known for text files only."""

    container: Container
    tables: tuple[Table, ...]
    encoding: str = ""
    delimiter: str = ""
    encodings: tuple[str, ...] = ()  # all that can decode the file, the likeliest first

    @property
    def visible(self) -> tuple[Table, ...]:
        """The sheets with something on them that are not hidden; all if that leaves none."""
        full = tuple(table for table in self.tables if not table.is_empty)
        return tuple(table for table in full if not table.hidden) or full


def filled(cell: CellValue) -> bool:
    """Tell whether a cell holds more than white space."""
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def cell_at(row: Sequence[CellValue], column: int) -> CellValue:
    """Return the cell of a row that may be shorter than others."""
    return row[column] if column < len(row) else None


def cell_text(cell: CellValue) -> str:
    """Return what a person would read in the cell, numbers without ".0", dates as ISO."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float | int):
        return _digits(cell)
    if isinstance(cell, datetime):
        midnight = cell.time() == time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "seconds")
    return str(cell)


def _digits(number: float) -> str:
    if _EXACT <= abs(number) < _LARGEST:
        return str(int(Decimal(f"{number:.14e}")))
    is_whole = isinstance(number, int) or (number.is_integer() and abs(number) < _LARGEST)
    return str(int(number)) if is_whole else repr(number)


def column_letters(index: int) -> str:
    """Return a column's name as spreadsheets show it: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
