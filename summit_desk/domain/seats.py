"""How a seat is written: hall, row and number, read from what people type."""

import re
from dataclasses import dataclass

from summit_desk.domain.text_cleaning import clean_line, fold_width
from summit_desk.support.i18n import N_, _, in_words

_PLACE = re.compile(
    r"^(?P<hall>.*?)[\s,，、·/-]*"
    r"(?:第?\s*(?P<row>[0-9A-Za-z]{1,4})\s*(?:排|行|row)[\s,，、·/-]*)"
    r"(?:第?\s*(?P<number>[0-9]{1,4}[A-Za-z]?)\s*(?:座|号|位|seat)?)?$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"^(?P<hall>.*?)[\s,]*row\s*(?P<row>[0-9A-Za-z]{1,4})[\s,]*"
    r"(?:seat\s*)?(?P<number>[0-9]{1,4}[A-Za-z]?)?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?P<hall>.*?)\s*(?P<number>[0-9]{1,4}[A-Za-z]?)\s*(?:座|号座|seat)$")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Seat:
    """A seat in a hall; what nobody can take apart is kept as the hall's name."""

    hall: str = ""
    row: str = ""
    number: str = ""

    def __bool__(self) -> bool:
        return bool(self.hall or self.row or self.number)

    @property
    def stored(self) -> str:
        """Return the one spelling under which a seat is kept: 主会场 3排12座."""
        place = (f"{self.row}排" if self.row else "") + (f"{self.number}座" if self.number else "")
        return " ".join(filter(None, (self.hall, place)))

    @property
    def words(self) -> str:
        """Return the seat in the current language."""
        parts = [self.hall]
        if self.row:
            parts.append(_("row {row}").format(row=self.row))
        if self.number:
            parts.append(_(SEAT).format(number=self.number))
        return in_words(self.stored, ", ".join(filter(None, parts)))

    @property
    def order(self) -> tuple[object, ...]:
        """Return a key by which seats stand as people sit: hall, row, number."""
        return (self.hall, *_natural(self.row), *_natural(self.number))


SEAT = N_("seat {number}")


def read_seat(text: str) -> Seat:
    """Return the seat that a text names; what is no row or number is the hall."""
    plain = clean_line(fold_width(clean_line(text)))
    for pattern in (_PLACE, _ENGLISH):
        if found := pattern.match(plain):
            hall = found["hall"].strip(" ,，、·/-")
            return Seat(hall, found["row"].upper(), (found["number"] or "").upper())
    if found := _NUMBER.match(plain):
        return Seat(found["hall"].strip(), "", found["number"].upper())
    return Seat(plain)


def stored_seat(text: str) -> str:
    """Return a seat that somebody typed as it is stored; storing it again changes nothing."""
    seat = read_seat(text).stored
    for _again in range(len(seat)):  # a hall may end in what belongs to a row: 第 3排
        settled = read_seat(seat).stored
        if settled == seat:
            break
        seat = settled
    return seat


def _natural(text: str) -> tuple[int, int, str]:
    found = _DIGITS.search(text)
    return (0 if text else 1, int(found[1]) if found else 0, text)
