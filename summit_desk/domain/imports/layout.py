"""The rows of a list on a sheet: below its header, without headings, repeated titles and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from summit_desk.domain.imports.headers import Header, header_rows, headers_of
from summit_desk.domain.imports.synonyms import target_of
from summit_desk.domain.imports.tables import CellValue, Table, cell_at, cell_text, filled
from summit_desk.domain.imports.targets import NAMING
from summit_desk.domain.names import clean_name
from summit_desk.domain.surnames import has_known_surname
from summit_desk.domain.text_cleaning import clean_line, is_han

_LONGEST_GROUP = 40
_WIDEST_MERGE = 2  # a wider one is a band, no value
_NOTE_CELLS = 3  # a total or note fills no more
_LIST_WIDTH = 2  # with more columns, one cell alone is a group
_NAME_LENGTHS = (2, 3)
_REPEATED = 4  # titles that make a row a repeated header
_FOOTER = re.compile(
    r"^(?:合\s*计|总\s*计|小\s*计|共计|说\s*明|备\s*注|注|附注|填表人|填报人|制表人?|审核人?|联系人及电话|(?:sub)?total)\s*(?:[:：]|$|\d|[（(])",
    re.IGNORECASE,
)
_DITTO_WORDS = ("同上", "〃", "″", '"', "同前", "ditto")
_SPACES = ("", " ", "\u3000", "\n")
_DITTO = frozenset(
    f"{before}{word}{after}" for word in _DITTO_WORDS for before in _SPACES for after in _SPACES
)
_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|共计|(?:sub)?total).{0,8}$", re.IGNORECASE)
_FIGURE = re.compile(r"[¥￥]?\s*-?[\d,]+(?:\.\d+)?\s*[元人份间]?")
_GROUP = re.compile(r"^(.+?)\s*[（(]\s*(?:共)?\d+\s*[家所人名个位]?\s*[)）]\s*$")


class Skipped(StrEnum):
    """Why a row below the header is no person."""

    BLANK = "blank"
    GROUP = "group"
    NOTE = "note"
    HEADER = "header"  # repeated on every page


class ListRow(NamedTuple):
    """A row of the list with merged, "same as above" and grouped cells filled in."""

    position: int  # counted from 0
    cells: tuple[CellValue, ...]
    group: str = ""
    only_name: bool = False  # it may be a heading, too


@dataclass(frozen=True)
class Layout:
    first_header: int
    last_header: int
    headers: tuple[Header, ...]
    rows: tuple[ListRow, ...]
    skipped: tuple[tuple[int, Skipped], ...]

    @property
    def signature(self) -> str:
        """The headers in one text: by it a mapping is remembered."""
        return "|".join(f"{header.group}/{header.title}" for header in self.headers)


def find_layout(table: Table, header_row: int | None = None) -> Layout:
    """Find the header (or take the one given, from 0) and the rows of the list below it."""
    first, last = header_rows(table, header_row)
    return _with_rows(table, Layout(first, last, headers_of(table, first, last), (), ()))


def _with_rows(table: Table, layout: Layout) -> Layout:
    merged = _merged_values(table, layout.last_header)
    merged_rows = {row for row, _column in merged}
    bands = {span.top for span in table.merged if span.right > span.left}
    first = next(iter(layout.headers), None)
    names_first = first is not None and first.column == 0 and target_of(first.title)[0] in NAMING
    titles = [header.title for header in layout.headers if header.title]
    rows: list[ListRow] = []
    skipped: list[tuple[int, Skipped]] = []
    group = ""
    for position in range(layout.last_header + 1, len(table.rows)):
        row = table.rows[position]
        why = _why_skipped(row, len(layout.headers), titles)
        alone = why is Skipped.GROUP and names_first and position not in bands
        if alone and _may_be_called(_first_text(row)):
            rows.append(ListRow(position, tuple(row), group, only_name=True))
            continue
        if why is None:
            if position in merged_rows or not _DITTO.isdisjoint(row):
                row = _filled_in(row, position, merged, rows)
            rows.append(ListRow(position, tuple(row), group))
            continue
        skipped.append((position, why))
        if why is Skipped.GROUP:
            group = _group_name(_first_text(row))
    return replace(layout, rows=tuple(rows), skipped=tuple(skipped))


def _merged_values(table: Table, header: int) -> dict[tuple[int, int], CellValue]:
    """Return what the covered cells of merged ranges in the list hold; bands are no values."""
    values: dict[tuple[int, int], CellValue] = {}
    for span in table.merged:
        if (
            span.top <= header
            or span.right - span.left > _WIDEST_MERGE
            or span.top >= len(table.rows)
        ):
            continue
        value = cell_at(table.rows[span.top], span.left)
        for row in range(span.top, min(span.bottom + 1, len(table.rows))):
            for column in range(span.left, span.right + 1):
                values[row, column] = value
    return values


def _filled_in(
    row: Sequence[CellValue],
    position: int,
    merged: dict[tuple[int, int], CellValue],
    before: Sequence[ListRow],
) -> tuple[CellValue, ...]:
    cells = list(row)
    for column, cell in enumerate(cells):
        if (position, column) in merged and not filled(cell):
            cells[column] = merged[position, column]
        elif cell in _DITTO and before:
            cells[column] = cell_at(before[-1].cells, column)
    return tuple(cells)


def _why_skipped(row: Sequence[CellValue], width: int, titles: Sequence[str]) -> Skipped | None:
    full = list(islice(filter(filled, row), _NOTE_CELLS + 1))  # no more is asked for
    if not full:
        return Skipped.BLANK
    first = cell_text(full[0]).strip()
    if len(full) <= _NOTE_CELLS and _FOOTER.match(first):
        return Skipped.NOTE
    if _TOTAL.match(first) and all(map(_is_figure, filter(filled, row))):
        return Skipped.NOTE
    if len(full) == 1 and width > _LIST_WIDTH and filled(row[0]):
        is_group = len(first) <= _LONGEST_GROUP and not first.isdigit()
        return Skipped.GROUP if is_group else Skipped.NOTE
    is_header = titles and first == titles[0] and _repeats_header(row, titles)
    return Skipped.HEADER if is_header else None


def _is_figure(cell: CellValue) -> bool:
    """Tell whether a cell may stand in a line of totals: a figure, or the word for it."""
    text = cell_text(cell).strip()
    return bool(_TOTAL.match(text) or _FIGURE.fullmatch(text))


def _repeats_header(row: Sequence[CellValue], titles: Sequence[str]) -> bool:
    said = [cell_text(cell).strip() for cell in row if filled(cell)]
    return said == titles or (len(said) >= _REPEATED and said == titles[: len(said)])


def _may_be_called(text: str) -> bool:
    """Tell whether a text looks like a Chinese name."""
    name = clean_name(clean_line(text))
    return len(name) in _NAME_LENGTHS and all(map(is_han, name)) and has_known_surname(name)


def _group_name(text: str) -> str:
    found = _GROUP.match(clean_line(text))
    return found[1] if found else clean_line(text)


def _first_text(row: Sequence[CellValue]) -> str:
    return next((cell_text(cell) for cell in row if filled(cell)), "")
