"""Arrivals by five minutes at several points, day by day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from summit_desk.domain.check_in.arrivals import FIVE


@dataclass(frozen=True)
class Step:
    """Five minutes: when they begin (wall time), how many came where, how many came so far."""

    begins: datetime
    counts: tuple[int, ...]
    so_far: int

    @property
    def whole(self) -> int:
        return sum(self.counts)


def steps_of(points: Sequence[Mapping[datetime, int]], zone: ZoneInfo) -> Iterator[Step]:
    """Yield every five minutes from the first to the last arrival of each day, empty ones too.

    What lies between two days is left out: nobody wants to see the night.
    """
    together: Counter[datetime] = Counter()
    for counts in points:
        together.update(counts)
    so_far = 0
    for first, last in _spans(together, zone):
        for at in range((last - first) // FIVE + 1):
            begins = first + at * FIVE
            here = tuple(counts.get(begins, 0) for counts in points)
            so_far += sum(here)
            yield Step(begins.astimezone(zone).replace(tzinfo=None), here, so_far)


def _spans(moments: Mapping[datetime, int], zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    """Return first and last moment of each day at the place."""
    days: dict[date, tuple[datetime, datetime]] = {}
    for moment in sorted(moments):
        day = moment.astimezone(zone).date()
        days[day] = (days.get(day, (moment, moment))[0], moment)
    return list(days.values())
