"""What the cells of a list are read against."""

from dataclasses import dataclass

from summit_desk.domain.dates import DateContext


@dataclass(frozen=True)
class RowContext:
    """The days that dates without a year are near to, and what kind of names the list has."""

    dates: DateContext
    nicknames: bool = False  # the names are those of an online meeting
