"""Seats dealt out one after the other: row by row, those that are taken left out."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import count, islice
from uuid import UUID

from summit_desk.domain.errors import Problem
from summit_desk.domain.seats import Seat
from summit_desk.domain.text_cleaning import clean_line
from summit_desk.support.i18n import N_

LONGEST_ROW = 500


@dataclass(frozen=True)
class SeatBlock:
    """Where dealing begins, and how many seats a row has; `by_rank` deals by protocol order."""

    hall: str = ""
    row: str = "1"
    number: int = 1
    per_row: int = 10
    by_rank: bool = False


@dataclass(frozen=True)
class DealtSeat:
    """The seat that one attendee would get, with who that is."""

    attendee_id: UUID
    number: str
    name: str
    seat: str
    before: str = ""

    @property
    def id(self) -> UUID:
        """Return the attendee's key."""
        return self.attendee_id


def block_problems(block: SeatBlock) -> list[Problem]:
    """Return everything wrong with a block of seats."""
    problems = []
    if not 1 <= block.per_row <= LONGEST_ROW:
        sentence = N_("A row has between 1 and {count} seats.")
        problems.append(Problem("per_row", sentence, {"count": LONGEST_ROW}))
    elif not 1 <= block.number <= block.per_row:
        problems.append(Problem("number", N_("The first seat is not in its row.")))
    if block.row and _next_row(block.row) == block.row:
        problems.append(Problem("row", N_("A row is a number or one letter.")))
    return problems


def seats_of(block: SeatBlock, wanted: int, taken: Collection[str]) -> list[str]:
    """Return so many seats from the first one on, as they are stored; taken ones are skipped."""
    free = (seat for seat in _endless(block) if seat not in taken)
    return list(islice(free, wanted))


def _endless(block: SeatBlock) -> Iterator[str]:
    hall, row, first = clean_line(block.hall), block.row, block.number
    for _row in count():
        for number in range(first, block.per_row + 1):
            yield Seat(hall, row, str(number)).stored
        row, first = _next_row(row) if row else "1", 1


def _next_row(row: str) -> str:
    """Return the row behind: 9 → 10, A → B, Z → AA."""
    if row.isdecimal():
        return str(int(row) + 1)
    if not (row.isascii() and row.isalpha()):
        return row
    number = 0
    for letter in row.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return _letters(number + 1)


def _letters(number: int) -> str:
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
