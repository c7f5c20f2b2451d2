"""Where the agenda is on a sheet: its header row, and what each column holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from summit_desk.domain.errors.session_lists import NoTitleColumn
from summit_desk.domain.imports.headers import Header
from summit_desk.domain.imports.layout import ListRow, find_layout
from summit_desk.domain.imports.tables import CellValue, Table, cell_text
from summit_desk.domain.records import SessionKind
from summit_desk.domain.session_lists.words import Part, kind_of_header, part_of

_SEARCHED = 40  # rows in which a header may be
_CELLS = 64  # of a row are looked at for header words
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Use:
    """What one column holds; a column of ticks is about one kind of session."""

    column: int
    title: str
    part: Part | None
    ticked: SessionKind | None = None


@dataclass(frozen=True)
class AgendaSheet:
    """A sheet with the agenda found on it."""

    uses: tuple[Use, ...]
    rows: tuple[ListRow, ...]

    @property
    def left_out(self) -> tuple[str, ...]:
        """The titles of the columns that no part of a session is read from."""
        return tuple(use.title for use in self.uses if use.part is None and use.title)

    def columns(self, part: Part) -> list[int]:
        """Return the columns that hold a part."""
        return [use.column for use in self.uses if use.part is part]


def find_agenda(table: Table) -> AgendaSheet:
    """Find the header and the rows of an agenda; raises NoTitleColumn."""
    at = header_row(table)
    layout = find_layout(table, at)
    groups = _groups_above(table, at)
    uses = tuple(_use(header, groups) for header in layout.headers)
    if not any(use.part is Part.TITLE for use in uses):
        raise NoTitleColumn(name=table.name)
    return AgendaSheet(uses, layout.rows)


def header_row(table: Table) -> int:
    """Return the row in which most different parts of a session are named."""
    scores = [len(_named(row)) for row in table.rows[:_SEARCHED]]
    return scores.index(max(scores)) if scores else 0


def looks_like_agenda(table: Table) -> int:
    """Return how many parts of a session the sheet's header names."""
    return max((len(_named(row)) for row in table.rows[:_SEARCHED]), default=0)


def _named(row: Sequence[CellValue]) -> set[Part]:
    texts = [cell for cell in row[:_CELLS] if isinstance(cell, str) and len(cell) <= _LONGEST_TITLE]
    return {part for text in texts if (part := part_of(text))}


def _groups_above(table: Table, row: int) -> dict[int, str]:
    """Return what the merged cells right above the header say, by column."""
    return {
        column: cell_text(table.rows[row - 1][span.left])
        for span in table.merged
        if span.top == span.bottom == row - 1 and span.left < len(table.rows[row - 1])
        for column in range(span.left, span.right + 1)
    }


def _use(header: Header, groups: dict[int, str]) -> Use:
    part = part_of(header.title)
    if part is None:
        part = part_of(header.group) or part_of(groups.get(header.column, ""))
    ticked = kind_of_header(header.title) if part is None else None
    return Use(header.column, header.title, Part.KIND if ticked else part, ticked)
