"""A sheet as values: columns with a kind each, and lines that may be far too many for memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

CellValue = str | int | float | bool | date | datetime | None
Row = Sequence[CellValue]


class CellKind(StrEnum):
    """How a column is written; TEXT keeps phones and document numbers as they are."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"  # with two decimals
    SHARE = "share"  # of one, written in per cent
    DATE = "date"
    MOMENT = "moment"  # date and time of day


@dataclass(frozen=True)
class SheetColumn:
    title: str
    kind: CellKind = CellKind.TEXT
    width: float | None = None  # in digits; None: as wide as the first rows need
    hidden: bool = False
    centred: bool = False
    unbroken: bool = False  # numbers and addresses, which are misread over two lines


@dataclass(frozen=True)
class Band:
    """A line across the sheet that says what the rows below it have in common."""

    text: str


@dataclass(frozen=True)
class Total:
    """A line of figures below the rows that they sum up."""

    cells: Row


Line = Row | Band | Total


@dataclass(frozen=True)
class Title:
    """A line above the header, over the whole width."""

    text: str
    size: float = 10.5
    centred: bool = False


@dataclass(frozen=True)
class Page:
    """How a sheet is printed on A4. `rows` (0: as many as fit) is for lists that are signed."""

    landscape: bool = True
    rows: int = 0
    repeat_titles: bool = False  # above every page, not only the first


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart beside the rows of a sheet; columns are named by their places, from 0.

    The values of `stacked` stand on each other, those of `line` are drawn over them with an axis
    of their own.
    """

    title: str
    labels: int
    stacked: Sequence[int]
    line: int
    line_title: str  # of the axis of the line
    stack_title: str  # of the axis of the columns


@dataclass(frozen=True, kw_only=True)
class SheetPreview:
    """The head and the first lines of a sheet; `count` is of all its rows."""

    columns: Sequence[SheetColumn]
    rows: Sequence[Line]
    count: int
    title: str = ""
    titles: Sequence[Title] = ()

    @property
    def complete(self) -> bool:
        """Tell whether no row is left out."""
        return sum(not isinstance(line, Band | Total) for line in self.rows) >= self.count


@dataclass(frozen=True, kw_only=True)
class BookPreview:
    """The first sheets of a workbook; `sheets` and `count` are of all there will be."""

    shown: Sequence[SheetPreview]
    sheets: int
    count: int

    @classmethod
    def of(cls, previews: Sequence[SheetPreview]) -> "BookPreview":
        """Return a workbook of which every sheet is shown."""
        return cls(shown=previews, sheets=len(previews), count=sum(one.count for one in previews))

    @property
    def complete(self) -> bool:
        """Tell whether no sheet and no row is left out."""
        return len(self.shown) == self.sheets and all(one.complete for one in self.shown)


@dataclass(frozen=True, kw_only=True)
class SheetSpec:
    """One sheet of a workbook. `rows` is gone through once."""

    title: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Line]
    count: int = 0  # how many rows are expected, for the progress
    heading: str = ""  # printed above every page of a sheet without titles; empty: the title
    author: str = ""
    titles: Sequence[Title] = ()
    page: Page = field(default_factory=Page)
    chart: Chart | None = None
    banded: bool = False  # no page that is printed ends with a band
