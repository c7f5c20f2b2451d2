"""The lines of a sheet of people: numbered rows, bands between groups, totals below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from summit_desk.domain.attendee_lists import ForumMark
from summit_desk.domain.documents.attendee_entries import AttendeeEntry
from summit_desk.domain.documents.sheets import Band, CellValue, Line, SheetColumn, Total
from summit_desk.domain.lists.columns import Listed, sequence_column
from summit_desk.support.i18n import _


@dataclass
class Group:
    """People put together under one name, in the order of the list."""

    label: str = ""
    order: tuple[object, ...] = ()
    keys: list[UUID] = field(default_factory=list)
    forums: dict[UUID, ForumMark] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.keys)

    def settle(self) -> None:
        """Put whoever waits for a seat behind those who have one."""
        waiting = {key for key, mark in self.forums.items() if mark.waiting}
        self.keys.sort(key=lambda key: key in waiting)


@dataclass
class Sums:
    """What the columns of figures amount to."""

    columns: Sequence[Listed]
    _sums: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places = [at for at, one in enumerate(self.columns) if one.summed]

    def add(self, cells: Sequence[CellValue]) -> None:
        """Add a row."""
        for at in self._places:
            value = cells[at]
            if isinstance(value, int | float):
                self._sums[at] = self._sums.get(at, 0) + value

    def __bool__(self) -> bool:
        return bool(self._sums)

    def line(self, text: str, offset: int) -> Total:
        """Return the line of totals; `offset` columns stand in front."""
        cells: list[CellValue] = [text, *[None] * (len(self.columns) + offset - 1)]
        for at, value in self._sums.items():
            if at + offset:
                cells[at + offset] = round(value, 2)
        return Total(cells)


@dataclass(frozen=True)
class Lines:
    """Makes the lines of one sheet."""

    columns: Sequence[Listed]
    sequence: bool
    totals: bool

    @property
    def sheet_columns(self) -> list[SheetColumn]:
        """Return the columns as the sheet has them."""
        first = [sequence_column()] if self.sequence else []
        return [*first, *(one.sheet for one in self.columns)]

    def of(
        self, groups: Sequence[tuple[Group, Iterable[AttendeeEntry]]], *, banded: bool
    ) -> Iterator[Line]:
        """Yield the lines of these groups one after the other."""
        whole, done = Sums(self.columns), 0
        for group, entries in groups:
            if banded:
                yield Band(band_words(group))
            part = Sums(self.columns)
            for cells in self._rows(entries):
                done += 1
                part.add(cells)
                whole.add(cells)
                yield [done, *cells] if self.sequence else cells
            if banded and self.totals and part and len(groups) > 1:
                text = _("Subtotal: {count} people").format(count=len(group))
                yield part.line(text, self.sequence)
        if self.totals:
            text = _("Total: {count} people").format(count=done)
            yield whole.line(text, self.sequence)

    def _rows(self, entries: Iterable[AttendeeEntry]) -> Iterator[list[CellValue]]:
        values = [one.value for one in self.columns]
        for entry in entries:
            yield [value(entry) for value in values]


def band_words(group: Group) -> str:
    """Return a group's name with how many it has."""
    return _("{group} ({count})").format(group=group.label, count=len(group))
