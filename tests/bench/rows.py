"""A row of the table of figures, and how repeated measurements become one number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """One figure. `bar` is the largest ratio ours/floor that is good; None: `limit` counts.

    `ours`, `floor` and `limit` are in `unit`.
    """

    what: str
    ours: float
    unit: str
    floor: float | None = None
    floor_is: str = ""
    bar: float | None = None
    limit: float | None = None
    least: float | None = None  # the smallest ratio that is good, where more is better

    @property
    def ratio(self) -> float | None:
        return None if not self.floor else self.ours / self.floor

    @property
    def met(self) -> bool:
        if self.limit is not None and self.ours > self.limit:
            return False
        if self.ratio is None:
            return True
        if self.least is not None:
            return self.ratio >= self.least
        return self.bar is None or self.ratio <= self.bar


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the median seconds of `runs` runs, after one to warm up."""
    work()
    return median(timed(work) for _ in range(runs))


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that one run takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
