"""Where the header of a list is: one row or two among titles, and what each column is called."""

from collections.abc import Sequence
from dataclasses import dataclass

from summit_desk.domain.imports.synonyms import LIKELY, SURE, is_reason, target_of
from summit_desk.domain.imports.tables import CellValue, Span, Table, cell_at, cell_text, filled
from summit_desk.domain.imports.targets import NAMING
from summit_desk.domain.text_cleaning import clean_line

_SEARCHED = 40  # rows in which a header may be
_LONGEST_TITLE = 60
_STACKED = 2  # titles that make a second header


@dataclass(frozen=True)
class Header:
    """A column's title; of two header rows the upper one is the group."""

    column: int
    title: str
    group: str = ""
    hidden: bool = False


def header_rows(table: Table, header_row: int | None = None) -> tuple[int, int]:
    """Return the first and last row of the header, or of the one that is given (from 0)."""
    first = _likeliest_header(table) if header_row is None else header_row
    first -= _reaches_down(table, first - 1)
    return first, first + _is_double(table, first)


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
    if any(filled(cell_at(low, at)) for at in names) or not any(
        filled(cell_at(below, at)) for at in names
    ):
        return False
    known = [at for at in under if target_of(_title(low, at))[1] >= SURE]
    fills = [at for at in under if not filled(cell_at(top, at))]
    opens = all(
        not filled(cell_at(top, at + 1)) and filled(cell_at(low, at + 1))
        for at in under
        if filled(cell_at(top, at))
    )
    return opens and bool(fills) and bool(known) and len(under) >= _STACKED


def _only_under_groups(table: Table, first: int, groups: Sequence[Span]) -> bool:
    covered = {column for span in groups for column in range(span.left, span.right + 1)}
    below = {column for column, cell in enumerate(table.rows[first + 1]) if filled(cell)}
    return below <= covered


def headers_of(table: Table, first: int, last: int) -> tuple[Header, ...]:
    """Return the columns that have a title or anything below it."""
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
        if title or any(filled(cell_at(row, column)) for row in table.rows[last + 1 :]):
            found.append(Header(column, title, group, column in table.hidden_columns))
    return tuple(found)


def _group_title(table: Table, row: int, column: int) -> str:
    for span in table.merged:
        if span.top == span.bottom == row and span.left <= column <= span.right:
            return _title(table.rows[row], span.left)
    return ""


def _title(row: Sequence[CellValue], column: int) -> str:
    return " ".join(clean_line(cell_text(cell_at(row, column))).replace("；", "").split())
