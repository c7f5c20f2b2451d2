"""What the station shows of a guest, beyond name, organisation and category."""

from collections.abc import Iterable
from enum import StrEnum

from summit_desk.domain.records import CheckPoint


class Shown(StrEnum):
    PHOTO = "photo"
    SEAT = "seat"
    NOTES = "notes"
    TAGS = "tags"


USUAL = (Shown.PHOTO, Shown.SEAT, Shown.NOTES)
NOTHING = "nothing"
"""Kept by a point at which none of these is shown; a point that keeps no word shows the usual."""


def shown_at(point: CheckPoint) -> frozenset[str]:
    """Return what the station shows at a point."""
    return frozenset(point.shows or USUAL)


def shown_at_any(points: Iterable[CheckPoint]) -> frozenset[str]:
    """Return what the station shows at one of the points at least."""
    return frozenset[str]().union(*map(shown_at, points))


def kept_choice(chosen: Iterable[object]) -> tuple[str, ...]:
    """Return how a point keeps what was chosen for it; the usual needs no word."""
    kept = tuple(map(str, chosen))
    return () if set(kept) == set(USUAL) else kept or (NOTHING,)
