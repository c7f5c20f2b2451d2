"""Who is expected at a point and who has come: by organisation, by time, and who is missing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from summit_desk.support.i18n import in_words

FIVE = timedelta(minutes=5)
MOST_STEPS = 288  # a day of five minutes; a longer time is told in longer steps


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who may come to a point, or has come. `rank` is the protocol order."""

    attendee_id: UUID
    number: str
    name: str
    name_other: str
    unit: str
    unit_other: str
    category: str
    category_other: str
    category_order: int
    rank: int
    arrived_at: datetime | None  # aware UTC; the first entry that still stands

    @property
    def id(self) -> UUID:
        return self.attendee_id

    def unit_words(self) -> str:
        return in_words(self.unit, self.unit_other)

    def category_words(self) -> str:
        return in_words(self.category, self.category_other)


@dataclass(frozen=True, slots=True)
class UnitHeads:
    """The heads of one organisation at a point; the unnamed one is of people without any."""

    id: str
    unit_other: str
    arrived: int
    expected: int

    def words(self) -> str:
        return in_words(self.id, self.unit_other)


@dataclass(frozen=True)
class Arrivals:
    """Everybody of one point, read at once."""

    people: Sequence[Expected] = ()

    @property
    def arrived(self) -> int:
        """How many have come."""
        return sum(one.arrived_at is not None for one in self.people)

    def missing(self) -> list[Expected]:
        """Return who has not come yet: the highest first, those of one organisation together."""
        return highest_first(one for one in self.people if one.arrived_at is None)

    def by_unit(self) -> list[UnitHeads]:
        """Return the heads by organisation, the largest first."""
        expected, arrived = Counter[str](), Counter[str]()
        others: dict[str, str] = {}
        for one in self.people:
            expected[one.unit] += 1
            arrived[one.unit] += one.arrived_at is not None
            others.setdefault(one.unit, one.unit_other)
        units = [UnitHeads(name, others[name], arrived[name], n) for name, n in expected.items()]
        return sorted(units, key=lambda unit: (-unit.expected, unit.id))

    def latest(self, count: int) -> list[Expected]:
        """Return who came last, the latest first."""
        came = [one for one in self.people if one.arrived_at is not None]
        return sorted(came, key=lambda one: (one.arrived_at, one.number), reverse=True)[:count]

    def over_time(self, step: timedelta = FIVE) -> list[tuple[datetime, int]]:
        """Return how many came in each step of time, empty steps between them too."""
        moments = sorted(one.arrived_at for one in self.people if one.arrived_at is not None)
        if not moments:
            return []
        while (moments[-1] - moments[0]) / step > MOST_STEPS:
            step *= 2
        begins = step_begin(moments[0], step)
        counts = Counter(int((moment - begins) / step) for moment in moments)
        return [(begins + at * step, counts[at]) for at in range(max(counts) + 1)]


class Awaited(Protocol):
    """Somebody who can be put in the order in which people are missed."""

    @property
    def number(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def category_order(self) -> int: ...
    @property
    def rank(self) -> int: ...


AnyAwaited = TypeVar("AnyAwaited", bound=Awaited)


def highest_first(people: Iterable[AnyAwaited]) -> list[AnyAwaited]:
    """Return people with the highest first, those of one organisation together."""
    waited = list(people)
    highest: dict[str, tuple[int, int]] = {}
    for one in waited:
        place = (one.category_order, one.rank)
        highest[one.unit] = min(place, highest.get(one.unit, place))
    return sorted(
        waited,
        key=lambda one: (
            one.category_order,
            highest[one.unit],
            one.unit,
            one.rank,
            len(one.number),
            one.number,
        ),
    )


def step_begin(moment: datetime, step: timedelta = FIVE) -> datetime:
    """Return when the step of time began in which a moment lies."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (moment - midnight) // step * step


def masked_name(name: str) -> str:
    """Return a name for a public wall: only its first character."""
    return name[:1] + "＊" * min(max(len(name) - 1, 1), 2) if name else ""
