"""Amounts and seats as lists write them."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from summit_desk.domain.money import exact
from summit_desk.domain.seats import Seat, read_seat
from summit_desk.domain.text_cleaning import clean_line, fold_width

_SIGNS = re.compile(
    r"^(?:人民币|rmb|cny|cn¥|¥|￥)\s*|\s*(?:元整|元|圆|块|rmb|cny|/人)+$", re.IGNORECASE
)
_AFTER = re.compile(r"(?:排|行|座|号|位)+$")


def hundredths(text: str) -> int | None:
    """Return an amount in hundredths ("1,200.00元" is 120000), or None when it is none."""
    plain = fold_width(clean_line(text)).strip()
    amount = exact(_SIGNS.sub("", _SIGNS.sub("", plain)))
    if amount is None or amount < 0 or amount > 10**12:
        return None
    return int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))


@lru_cache(maxsize=50_000)
def canonical_seat(text: str) -> str:
    """Return a seat as it is stored; one without row and number stays as it was written."""
    seat = read_seat(text)
    return seat.stored if seat.row or seat.number else clean_line(text)


def seat_of_parts(hall: str, row: str, number: str) -> str:
    """Return a seat that a list gives in three columns."""
    bare = (_AFTER.sub("", fold_width(part).strip().removeprefix("第")) for part in (row, number))
    return Seat(clean_line(hall), *(part.upper() for part in bare)).stored
