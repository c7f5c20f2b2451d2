"""A sheet as values: columns with a kind each, and rows that may be far too many for memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

CellValue = str | int | float | bool | date | datetime | None
Row = Sequence[CellValue]


class CellKind(StrEnum):
    """How a column is written; TEXT keeps phones and document numbers as they are."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"  # date and time of day


@dataclass(frozen=True)
class SheetColumn:
    title: str
    kind: CellKind = CellKind.TEXT
    width: float | None = None  # in digits; None: as wide as the first rows need


@dataclass(frozen=True, kw_only=True)
class SheetPreview:
    """The head and the first rows of a sheet; `count` is of all its rows."""

    columns: Sequence[SheetColumn]
    rows: Sequence[Row]
    count: int


@dataclass(frozen=True, kw_only=True)
class SheetSpec:
    """One sheet of a workbook. `rows` is gone through once."""

    title: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Row]
    count: int = 0  # how many rows are expected, for the progress
    heading: str = ""  # printed above every page; empty: the title
    author: str = ""
