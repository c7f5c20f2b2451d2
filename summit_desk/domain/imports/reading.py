"""What was found so far in one row, and the moments that its cells hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from summit_desk.domain.dates import DateContext, from_serial, parse_moment
from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.context import RowContext
from summit_desk.domain.imports.drafts import Flag, Value
from summit_desk.domain.imports.tables import CellValue
from summit_desk.domain.imports.targets import Target

_SERIALS = range(20_000, 80_000)  # day numbers of 1954 to 2119


@dataclass
class Reading:
    """The values found so far in one row."""

    context: RowContext
    values: dict[Target, Value] = field(default_factory=dict)
    forums: dict[str, bool] = field(default_factory=dict)
    all_forums: bool = False
    meals: dict[str, bool] = field(default_factory=dict)
    forum_seats: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def flag(self, target: Target, sentences: Sequence[str], **details: object) -> None:
        if sentences:
            self.flags += [Flag(target, sentence, details) for sentence in sentences if sentence]


Read = Callable[[Reading, ColumnUse, CellValue, str], None]


def reader_of(find: Callable[[str], Value | None], complaint: str) -> Read:
    """Return the reader of cells that `find` understands; the others are flagged."""

    def read(reading: Reading, use: ColumnUse, _cell: CellValue, text: str) -> None:
        found = find(text)
        if found is None:
            reading.flag(use.target, [complaint], value=text)
        else:
            reading.values[use.target] = found

    return read


def moment_of(reading: Reading, cell: CellValue, text: str) -> datetime | None:
    """Return the wall-clock moment that a cell holds, whatever it is written as."""
    return moment_in(reading.context.dates, cell, text)


def moment_in(dates: DateContext, cell: CellValue, text: str) -> datetime | None:
    """Return the wall-clock moment that a cell holds, near to the days of a context."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, date):
        return datetime.combine(cell, time())
    if isinstance(cell, int | float) and _SERIALS.start < cell < _SERIALS.stop:
        return from_serial(cell, counts_from_1904=dates.counts_from_1904)
    return parse_moment(text, dates)
