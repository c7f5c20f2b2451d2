"""The Schengen area: who belongs to it since when, and its 90 days in any 180."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from summit_desk.domain.geography import SCHENGEN

Days = tuple[date, date]  # first and last day inside, both counted

MOST_DAYS = 90
WINDOW = timedelta(days=179)
DAY = timedelta(days=1)
FOUNDED = date(2013, 1, 1)
STATES_OF_2013 = frozenset(
    {"AT", "BE", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IS"}
    | {"IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "SE", "SI", "SK"}
)
SINCE = {
    **dict.fromkeys(STATES_OF_2013, FOUNDED),
    "HR": date(2023, 1, 1),
    "BG": date(2024, 3, 31),
    "RO": date(2024, 3, 31),
}


def is_member(country: str, on: date) -> bool:
    """Tell whether a country belongs to the area on that day."""
    return SINCE.get(country, date.max) <= on


def area_of(country: str, on: date) -> str:
    """Return the area that one visa covers: the country, or all of Schengen."""
    return SCHENGEN if is_member(country, on) else country


def days_inside(stays: Iterable[Days]) -> set[date]:
    """Return every day spent inside; the days of entry and of exit both count."""
    return {
        first + DAY * number for first, last in stays for number in range((last - first).days + 1)
    }


def days_used(stays: Iterable[Days], reference: date) -> int:
    """Return the days spent inside in the 180 days that end on `reference`."""
    return _in_window(sorted(days_inside(stays)), reference)


def first_day_too_many(own: Sequence[Days], others: Sequence[Days] = ()) -> date | None:
    """Return the first day of one's stays that exceeds 90 in its own window, or None."""
    inside = sorted(days_inside((*own, *others)))
    if len(inside) <= MOST_DAYS:
        return None
    return next(
        (day for day in sorted(days_inside(own)) if _in_window(inside, day) > MOST_DAYS), None
    )


def _in_window(inside: Sequence[date], reference: date) -> int:
    return bisect_right(inside, reference) - bisect_left(inside, reference - WINDOW)
