"""Where the list is on a sheet: titles above, one or two header rows, notes below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from summit_desk.domain.imports.synonyms import LIKELY, SURE, is_reason, target_of
from summit_desk.domain.imports.tables import CellValue, Span, Table, cell_text, filled
from summit_desk.domain.imports.targets import NAMING
from summit_desk.domain.names import clean_name
from summit_desk.domain.surnames import has_known_surname
from summit_desk.domain.text_cleaning import clean_line, is_han

_SEARCHED = 40  # rows in which a header may be
_LONGEST_TITLE = 60
_LONGEST_GROUP = 40
_WIDEST_MERGE = 2  # a wider one is a band, no value
_NOTE_CELLS = 3  # a total or note fills no more
_LIST_WIDTH = 2  # with more columns, one cell alone is a group
_NAME_LENGTHS = (2, 3)
_STACKED = 2  # titles that make a second header
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
_GROUP = re.compile(r"^(.+?)\s*[（(]\s*(?:共)?\d+\s*[家所人名个位]?\s*[)）]\s*$")


class Skipped(StrEnum):
    """Why a row below the header is no person."""

    BLANK = "blank"
    GROUP = "group"
    NOTE = "note"
    HEADER = "header"  # repeated on every page


@dataclass(frozen=True)
class Header:
    """A column's title; of two header rows the upper one is the group."""

    column: int
    title: str
    group: str = ""
    hidden: bool = False


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
    first = _likeliest_header(table) if header_row is None else header_row
    first -= _reaches_down(table, first - 1)
    last = first + _is_double(table, first)
    headers = _headers(table, first, last)
    return _with_rows(table, Layout(first, last, headers, (), ()))


def _likeliest_header(table: Table) -> int:
    scores = [_header_score(row) for row in table.rows[:_SEARCHED]]
    best = max(scores, default=0.0)
    if best <= 0:
        return next((at for at, row in enumerate(table.rows) if any(map(filled, row))), 0)
    return scores.index(best)


def _header_score(row: Sequence[CellValue]) -> float:
    """More known words, surely known, make a header; a sentence or a number does not."""
    texts = [clean_line(cell) for cell in row if isinstance(cell, str) and cell.strip()]
    if not texts:
        return 0.0
    targets = [target_of(text) for text in texts if len(text) <= _LONGEST_TITLE]
    sure = sum(confidence for target, confidence in targets if target and confidence >= LIKELY)
    numbers = sum(1 for cell in row if isinstance(cell, int | float))
    known = len({target for target, confidence in targets if target and confidence >= SURE})
    alone = len(texts) == 1 and sum(map(filled, row)) == 1
    return max(0.0, sure + known - numbers * 2) * (0.3 if alone else 1)


def _reaches_down(table: Table, above: int) -> bool:
    """Tell whether titles of the row above reach into the header: it is the upper one of two."""
    if above < 0:
        return False
    reaching = any(
        span.top == above and span.bottom == above + 1 and span.left == span.right
        for span in table.merged
    )
    return (reaching and _is_double(table, above)) or _is_stacked(table, above)


def _is_double(table: Table, first: int) -> bool:
    """Tell whether a second header row lies under groups, merged across or not."""
    if first + 1 >= len(table.rows):
        return False
    if _is_stacked(table, first):
        return True
    groups = [span for span in table.merged if span.top == span.bottom == first]
    below = table.rows[first + 1]
    named = [
        column
        for span in groups
        if span.right > span.left
        for column in range(span.left, min(span.right + 1, len(below)))
        if isinstance(below[column], str) and filled(below[column])
    ]
    reaching = any(span.top == first and span.bottom == first + 1 for span in table.merged)
    return len(named) > 1 and (reaching or _only_under_groups(table, first, groups))


def _is_stacked(table: Table, first: int) -> bool:
    """Tell whether two rows are one header without merged cells: the lower fills the gaps.

    The upper names the people; the lower has nothing there, and titles where the upper has none.
    """
    if first + 2 >= len(table.rows):
        return False
    top, low, below = table.rows[first : first + 3]
    under = [column for column, cell in enumerate(low) if filled(cell)]
    names = [at for at in range(len(top)) if target_of(_title(top, at))[0] in NAMING]
    if any(filled(_cell(low, at)) for at in names) or not any(
        filled(_cell(below, at)) for at in names
    ):
        return False
    known = [at for at in under if target_of(_title(low, at))[1] >= SURE]
    fills = [at for at in under if not filled(_cell(top, at))]
    opens = all(
        not filled(_cell(top, at + 1)) and filled(_cell(low, at + 1))
        for at in under
        if filled(_cell(top, at))
    )
    return opens and bool(fills) and bool(known) and len(under) >= _STACKED


def _only_under_groups(table: Table, first: int, groups: Sequence[Span]) -> bool:
    covered = {column for span in groups for column in range(span.left, span.right + 1)}
    below = {column for column, cell in enumerate(table.rows[first + 1]) if filled(cell)}
    return below <= covered


def _headers(table: Table, first: int, last: int) -> tuple[Header, ...]:
    top = table.rows[first] if table.rows else ()
    low = table.rows[last] if last > first else ()
    stacked = last > first and _is_stacked(table, first)
    found: list[Header] = []
    for column in range(max(len(top), len(low))):
        lower = _title(low, column)
        upper = _title(top, column) or _group_title(table, first, column)
        if lower and not upper and stacked:
            upper = next(filter(None, (_title(top, at) for at in range(column, -1, -1))), "")
        title, group = (lower, upper) if lower and upper else (lower or upper, "")
        if is_reason(title):
            continue
        if title or any(filled(_cell(row, column)) for row in table.rows[last + 1 :]):
            found.append(Header(column, title, group, column in table.hidden_columns))
    return tuple(found)


def _group_title(table: Table, row: int, column: int) -> str:
    for span in table.merged:
        if span.top == span.bottom == row and span.left <= column <= span.right:
            return _title(table.rows[row], span.left)
    return ""


def _title(row: Sequence[CellValue], column: int) -> str:
    return " ".join(clean_line(cell_text(_cell(row, column))).replace("；", "").split())


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
        value = _cell(table.rows[span.top], span.left)
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
            cells[column] = _cell(before[-1].cells, column)
    return tuple(cells)


def _why_skipped(row: Sequence[CellValue], width: int, titles: Sequence[str]) -> Skipped | None:
    full = list(islice(filter(filled, row), _NOTE_CELLS + 1))  # no more is asked for
    if not full:
        return Skipped.BLANK
    first = cell_text(full[0]).strip()
    if len(full) <= _NOTE_CELLS and _FOOTER.match(first):
        return Skipped.NOTE
    if len(full) == 1 and width > _LIST_WIDTH and filled(row[0]):
        is_group = len(first) <= _LONGEST_GROUP and not first.isdigit()
        return Skipped.GROUP if is_group else Skipped.NOTE
    is_header = titles and first == titles[0] and _repeats_header(row, titles)
    return Skipped.HEADER if is_header else None


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


def _cell(row: Sequence[CellValue], column: int) -> CellValue:
    return row[column] if column < len(row) else None
