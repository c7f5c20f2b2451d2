"""Read sheets written as XML (SpreadsheetML 2003) or HTML under an .xls name."""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, XMLParser

from summit_desk.domain.errors.imports import DamagedSheet
from summit_desk.domain.imports.tables import CellValue, Span, Table
from summit_desk.domain.text_cleaning import restore_private_use
from summit_desk.readers.bounds import MOST_COLUMNS, check_rows
from summit_desk.readers.separated import possible_encodings

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk", "cp936"}


def read_spreadsheet_xml(path: Path, content: bytes) -> tuple[Table, ...]:
    """Return the worksheets of a SpreadsheetML file; one with entities of its own is refused."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DamagedSheet(name=path.name)
    parser = XMLParser()  # noqa: S314 -- without a DOCTYPE there are no entities to expand
    try:
        parser.feed(content)
        root = parser.close()
    except ParseError as broken:
        raise DamagedSheet(name=path.name) from broken
    return tuple(_worksheet(path, sheet) for sheet in root.iter(f"{_SS}Worksheet"))


def read_html(path: Path, content: bytes) -> tuple[Table, ...]:
    """Return the tables of an HTML page."""
    reader = _Tables(path.name)
    reader.feed(_html_text(content))
    reader.close()
    return tuple(
        Table(f"{path.stem} {at}" if at > 1 else path.stem, rows, tuple(merged))
        for at, (rows, merged) in enumerate(reader.tables, 1)
    )


def _worksheet(path: Path, sheet: Element) -> Table:
    rows: list[list[CellValue]] = []
    merged: list[Span] = []
    for row in sheet.iter(f"{_SS}Row"):
        at = int(row.get(f"{_SS}Index", len(rows) + 1)) - 1
        check_rows(path.name, at)
        rows.extend([] for _missing in range(at - len(rows)))
        rows.append(_xml_cells(row, at, merged))
    hidden = frozenset(_hidden_columns(sheet))
    return Table(sheet.get(f"{_SS}Name", path.stem), rows, tuple(merged), hidden_columns=hidden)


def _xml_cells(row: Element, at: int, merged: list[Span]) -> list[CellValue]:
    cells: list[CellValue] = []
    for cell in row.iter(f"{_SS}Cell"):
        column = min(int(cell.get(f"{_SS}Index", len(cells) + 1)) - 1, MOST_COLUMNS)
        cells.extend([None] * (column - len(cells)))
        across = min(int(cell.get(f"{_SS}MergeAcross", 0)), MOST_COLUMNS)
        down = int(cell.get(f"{_SS}MergeDown", 0))
        if across or down:
            merged.append(Span(at, column, at + down, column + across))
        cells.append(_xml_value(cell))
        cells.extend([None] * across)
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


def _hidden_columns(sheet: Element) -> list[int]:
    hidden, at = [], 0
    for column in sheet.iter(f"{_SS}Column"):
        at = int(column.get(f"{_SS}Index", at + 1))
        if column.get(f"{_SS}Hidden") == "1":
            hidden.append(at - 1)
    return hidden


def _html_text(content: bytes) -> str:
    declared = _CHARSET.search(content[:4_000])
    name = declared[1].decode("ascii").lower() if declared else ""
    guesses = possible_encodings(content)
    encoding = "gb18030" if name in _CHINESE else (guesses[0] if guesses else "utf-8")
    if guesses and guesses[0] in {"utf-8", "utf-16-le", "utf-16-be"}:
        encoding = guesses[0]  # the bytes are the truth, the declaration is often a lie
    return restore_private_use(content.decode(encoding, "replace").removeprefix("\ufeff"))


class _Tables(HTMLParser):
    """Collects the cells of the tables of a page; nested tables count as their own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self._name = name
        self.tables: list[tuple[list[list[CellValue]], list[Span]]] = []
        self._cell: list[str] | None = None
        self._size = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(([], []))
        elif tag == "tr" and self.tables:
            self._end_cell()
            rows = self.tables[-1][0]
            check_rows(self._name, len(rows))
            rows.append([])
        elif tag in {"td", "th"} and self.tables and self.tables[-1][0]:
            self._end_cell()
            self._cell, self._size = [], (_span(attrs, "rowspan"), _span(attrs, "colspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def close(self) -> None:
        super().close()
        self._end_cell()

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        rows, merged = self.tables[-1]
        text, self._cell = "".join(self._cell).replace("\xa0", " ").strip(" \r\n\t"), None
        top, (down, across) = len(rows) - 1, self._size
        row = rows[-1]
        while any(_covers(span, top, len(row)) for span in merged[-200:]):
            row.append(None)  # a cell of an earlier row reaches down to here
        if down > 1 or across > 1:
            merged.append(Span(top, len(row), top + down - 1, len(row) + across - 1))
        row.append(text or None)
        row.extend([None] * (across - 1))


def _covers(span: Span, row: int, column: int) -> bool:
    return span.top < row <= span.bottom and span.left <= column <= span.right


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    value = dict(attrs).get(name) or "1"
    return max(1, min(int(value), MOST_COLUMNS)) if value.isdigit() else 1
