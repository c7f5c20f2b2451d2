"""Read sheets written as SpreadsheetML 2003, as web systems save them under an .xls name."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from summit_desk.domain.errors.imports import DamagedSheet
from summit_desk.domain.imports.tables import CellValue, Span, Table
from summit_desk.readers.bounds import (
    MEGABYTE,
    MOST_COLUMNS,
    Deadline,
    check_cells,
    check_columns,
    check_rows,
)

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_DEEPEST = 24  # elements in elements
_CHUNK = MEGABYTE // 4


def read_spreadsheet_xml(path: Path, content: bytes) -> tuple[Table, ...]:
    """Return the worksheets of a SpreadsheetML file; one with entities of its own is refused."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DamagedSheet(name=path.name)
    sheets: list[_Sheet] = []
    try:
        for kind, element in _events(path, content):
            if kind == "start" and element.tag == f"{_SS}Worksheet":
                sheets.append(_Sheet(path.name, element.get(f"{_SS}Name", path.stem)))
            elif kind == "end" and sheets:
                sheets[-1].take(element)
    except (ParseError, ValueError) as broken:
        raise DamagedSheet(name=path.name) from broken
    return tuple(sheet.table() for sheet in sheets)


def _events(path: Path, content: bytes) -> Iterator[tuple[str, Element]]:
    """Yield the elements as they begin and end; without a DOCTYPE no entity is expanded."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    deadline, depth = Deadline(path.name), 0
    for start in range(0, len(content), _CHUNK):
        parser.feed(content[start : start + _CHUNK])
        deadline.check()
        for kind, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
            depth += 1 if kind == "start" else -1
            if depth > _DEEPEST:
                raise DamagedSheet(name=path.name)
            yield kind, element
    parser.close()


class _Sheet:
    """A worksheet that is being read; its rows are let go as soon as they are taken."""

    def __init__(self, file: str, name: str) -> None:
        self._file, self._name = file, name
        self._rows: list[list[CellValue]] = []
        self._merged: list[Span] = []
        self._hidden: set[int] = set()
        self._column = self._cells = 0

    def table(self) -> Table:
        """Return what was read."""
        hidden = frozenset(self._hidden)
        return Table(self._name, self._rows, tuple(self._merged), hidden_columns=hidden)

    def take(self, element: Element) -> None:
        """Take a row or the look of a column."""
        if element.tag == f"{_SS}Row":
            self._take_row(element)
            element.clear()
        elif element.tag == f"{_SS}Column":
            self._column = int(element.get(f"{_SS}Index", self._column + 1))
            if element.get(f"{_SS}Hidden") == "1":
                self._hidden.add(self._column - 1)

    def _take_row(self, row: Element) -> None:
        at = int(row.get(f"{_SS}Index", len(self._rows) + 1)) - 1
        check_rows(self._file, at)
        self._rows.extend([] for _missing in range(at - len(self._rows)))
        cells = self._read_cells(row, at)
        self._cells += len(cells)
        check_cells(self._file, self._cells)
        self._rows.append(cells)

    def _read_cells(self, row: Element, at: int) -> list[CellValue]:
        cells: list[CellValue] = []
        for cell in row.iter(f"{_SS}Cell"):
            column = int(cell.get(f"{_SS}Index", len(cells) + 1)) - 1
            check_columns(self._file, column)
            cells.extend([None] * (column - len(cells)))
            across = min(int(cell.get(f"{_SS}MergeAcross", 0)), MOST_COLUMNS)
            down = int(cell.get(f"{_SS}MergeDown", 0))
            if across or down:
                self._merged.append(Span(at, column, at + down, column + across))
            cells.append(_xml_value(cell))
            cells.extend([None] * across)
        check_columns(self._file, len(cells))
        return cells


def _xml_value(cell: Element) -> CellValue:
    value = cell.find(f"{_SS}Data")
    if value is None:
        return None
    text = "".join(value.itertext())
    if value.get(f"{_SS}Type") == "Number" and text:
        return float(text)
    if value.get(f"{_SS}Type") == "DateTime":
        return text.replace("T", " ").removesuffix(".000").removesuffix(" 00:00:00")
    return text or None
