"""Which sheet of a file holds the list that is asked for."""

from collections.abc import Callable
from pathlib import Path

from summit_desk.domain.errors.imports import EmptySheet
from summit_desk.domain.imports.tables import Book, Table

_MOST_SHEETS = 20


def chosen_sheet(
    book: Book, path: Path, sheet: str, likeness: Callable[[Table], int]
) -> tuple[Table, tuple[str, ...]]:
    """Return the sheet named (or numbered from 1), else the likeliest, and all there are."""
    names = tuple(table.name for table in book.visible)
    if sheet:
        named = [one for one in book.tables if one.name == sheet]
        if sheet.isdecimal() and not named and 0 < int(sheet) <= len(book.tables):
            named = [book.tables[int(sheet) - 1]]
        if named:
            return named[0], names
    elif book.visible:
        return max(book.visible[:_MOST_SHEETS], key=likeness), names
    raise EmptySheet(name=sheet or path.name)
