"""How wide the columns of a sheet are: as their text needs, and as the paper allows."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from summit_desk.domain.documents.sheets import (
    Band,
    CellKind,
    CellValue,
    Line,
    Page,
    Row,
    SheetColumn,
    SheetSpec,
    Total,
)

NARROWEST, WIDEST = 6.0, 48.0
PAPER_WIDEST = 34.0  # of a list that is printed: longer texts take two lines
FIXED = {CellKind.DATE: 12.0, CellKind.MOMENT: 18.0, CellKind.SHARE: 9.0}
PORTRAIT, LANDSCAPE = 93.0, 137.0  # widths of a digit across A4 between the margins
STRETCH = 1.7  # a list of few columns is no wider than so many times what it needs
SHRUNK = 1.3  # times the width of the paper; beyond it, long texts take more lines instead
LEAST_CAP = 15.0  # a telephone number stays on one line
WIDE = 2.1  # digits that a Chinese character takes
LATIN, PAPER_LATIN = 1.05, 1.2  # digits that a letter takes; more where nothing may be cut
ONE_LINE, NEXT_LINE = 20.0, 15.0  # heights of rows, in points
HIGHEST = 409.0  # that a row can be
PADDING = 0.5  # digits of a cell that stay empty
LONGEST_READ = 2_000  # characters that are measured
_PIECES = re.compile(r"[!-~]+ ?|.")  # what stays together where lines are broken


def paper_width(page: Page) -> float:
    """Return how many digits fit across a page."""
    return LANDSCAPE if page.landscape else PORTRAIT


def widths(spec: SheetSpec, sample: Sequence[Line]) -> list[float]:
    """Return the widths; a sheet with titles is made to fill its page."""
    rows = [_measured(line) for line in sample if not isinstance(line, Band)]
    found = [
        column.width or _width(column, [row[at] for row in rows if at < len(row)], spec)
        for at, column in enumerate(spec.columns)
    ]
    return _stretched(spec, found) if spec.titles and spec.chart is None else found


def _measured(line: Row | Total) -> Row:
    """Return the cells that need a width; a text that runs over empty cells needs none."""
    if not isinstance(line, Total):
        return line
    return line.cells if spanned(line.cells) == 1 else (None, *line.cells[1:])


def spanned(cells: Row) -> int:
    """Return over how many cells the text of a total may run: its own and the empty ones."""
    filled = (at for at, value in enumerate(cells) if at and value not in {None, ""})
    return next(filled, len(cells))


def shown_width(columns: Sequence[SheetColumn], found: Sequence[float]) -> float:
    """Return the width of all columns that can be seen."""
    return sum(w for column, w in zip(columns, found, strict=True) if not column.hidden)


def _stretched(spec: SheetSpec, found: list[float]) -> list[float]:
    whole = shown_width(spec.columns, found)
    paper = paper_width(spec.page)
    if whole > paper * SHRUNK:
        return _squeezed(spec.columns, found, paper * SHRUNK)
    factor = min(paper / whole, STRETCH) if whole else 1.0
    if factor <= 1:
        return found
    return [
        width if column.hidden else round(width * factor, 2)
        for column, width in zip(spec.columns, found, strict=True)
    ]


def _squeezed(columns: Sequence[SheetColumn], found: Sequence[float], limit: float) -> list[float]:
    """Make the widest columns of texts narrower until the sheet fits the paper.

    Numbers stay on one line: if nothing else helps, the sheet is shrunk for them.
    """
    cap, fitted = max(found), list(found)
    while cap > LEAST_CAP:
        cap -= 0.5
        fitted = [
            min(width, cap) if _may_break(column) else width
            for column, width in zip(columns, found, strict=True)
        ]
        if shown_width(columns, fitted) <= limit:
            break
    return fitted


def _may_break(column: SheetColumn) -> bool:
    return column.kind is CellKind.TEXT and not column.width and not column.unbroken


def row_height(values: Row, room: Sequence[float], least: float | None = None) -> float:
    """Return how high a row must be for its texts to be seen in columns of these widths.

    One that is at least so high fills that height before it grows.
    """
    lines = _most_lines(values, room)
    if least is not None:
        return max(least, min(lines * NEXT_LINE, HIGHEST))
    return min(ONE_LINE + (lines - 1) * NEXT_LINE, HIGHEST)


def _most_lines(values: Row, room: Sequence[float]) -> int:
    lines = 1
    for value, width in zip(values, room, strict=False):
        if not isinstance(value, str) or not value:
            continue
        if "\n" not in value and len(value) * (PAPER_LATIN if value.isascii() else WIDE) <= width:
            continue  # fits for sure: nearly all do, and counting takes time
        lines = max(lines, _lines(value, max(1.0, width - PADDING)))
    return lines


@lru_cache(maxsize=4096)  # the same organisations come again and again
def _lines(text: str, width: float) -> int:
    return sum(_wrapped(part, width) for part in text[:LONGEST_READ].split("\n"))


def _wrapped(part: str, width: float) -> int:
    """Return how many lines a text takes: a Latin word goes to the next line as a whole."""
    lines, used = 1, 0.0
    for piece in _PIECES.findall(part):
        wide = digits(piece, PAPER_LATIN)
        if used and used + wide > width:
            lines, used = lines + 1, 0.0
        further = ceil(wide / width) - 1  # a word longer than a line
        lines, used = lines + further, used + wide - further * width
    return lines


def _width(column: SheetColumn, values: Sequence[CellValue], spec: SheetSpec) -> float:
    """Return a width that fits the title with its filter button and most of the values."""
    latin = PAPER_LATIN if spec.titles else LATIN
    texts = [_text(v, column.kind) for v in values if v not in {None, ""}]
    longest = max((digits(text, latin) for text in texts), default=0.0)
    widest = PAPER_WIDEST if spec.titles and not column.unbroken else WIDEST
    needed = FIXED.get(column.kind) or min(longest + 1.5, widest)
    title = _broken(column.title) + 2.5 if spec.titles else digits(column.title) + 3.5
    return round(max(NARROWEST, title, needed), 2)


def _text(value: CellValue, kind: CellKind) -> str:
    is_money = kind is CellKind.MONEY and isinstance(value, int | float)
    return f"{value:,.2f}" if is_money else str(value)


def _broken(title: str) -> float:
    """Return the width of a title that may take two lines."""
    longest = max(map(digits, title.split()), default=0.0)
    return longest if title.isascii() else max(longest / 2, min(longest, 8.4))


def digits(text: str, latin: float = LATIN) -> float:
    """Return the width of a text's longest line, in digits; a Chinese character takes two."""
    return max(
        (
            sum(WIDE if unicodedata.east_asian_width(c) in "WF" else latin for c in line)
            for line in text[:LONGEST_READ].split("\n")
        ),
        default=0.0,
    )  # fmt: skip -- one sum, read as one
