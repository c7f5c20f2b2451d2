"""A rehearsal of the door: guests come, queue and are served by stations, in simulated time."""

import heapq
import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.verdicts import PASSAGES, Verdict

PATIENCE = 300  # seconds of waiting that nobody should have to stand
BUSY = 0.9  # share of the time in which a station works, beyond which a queue only grows
STEP = 60  # seconds between two looks at the queue


@dataclass(frozen=True, kw_only=True)
class Rush:
    """How the guests come and how long the staff need; seconds, but for `minutes`.

    `peak` is how many times more come in the middle than at the edges (1: evenly).
    """

    arrivals: int
    minutes: int
    stations: int
    seconds_each: float = 4.0
    seconds_trouble: float = 30.0
    peak: float = 2.0
    seed: int = 1


@dataclass(frozen=True)
class Guest:
    """One guest of a rehearsal: seconds since its beginning."""

    came: float
    begun: float
    done: float
    station: int
    verdict: Verdict

    @property
    def waited(self) -> float:
        return self.begun - self.came


@dataclass(frozen=True)
class Rehearsal:
    """What came of a rehearsal."""

    rush: Rush
    guests: Sequence[Guest] = field(default=())

    @property
    def longest_wait(self) -> float:
        """Seconds that the most patient guest stood there."""
        return max((guest.waited for guest in self.guests), default=0.0)

    def wait_of(self, share: float) -> float:
        """Return the seconds within which this share of the guests (0 to 1) was served."""
        ordered = sorted(guest.waited for guest in self.guests)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    def queue(self) -> list[tuple[int, int]]:
        """Return (second, guests waiting) for every minute until all are in."""
        came = sorted(guest.came for guest in self.guests)
        begun = sorted(guest.begun for guest in self.guests)
        last = int(begun[-1]) if begun else 0
        return [
            (at, bisect_right(came, at) - bisect_right(begun, at))
            for at in range(0, last + 2 * STEP, STEP)
        ]

    def busy(self) -> list[float]:
        """Return the share of the time in which each station worked (0 to 1)."""
        ends = max((guest.done for guest in self.guests), default=0.0) or 1.0
        worked = Counter[int]()
        for guest in self.guests:
            worked[guest.station] += round((guest.done - guest.begun) * 1000)
        return [worked[at] / 1000 / ends for at in range(self.rush.stations)]

    def verdicts(self) -> dict[Verdict, int]:
        """Return how often each verdict was given, the commonest first."""
        return dict(Counter(guest.verdict for guest in self.guests).most_common())

    def stations_needed(self) -> int:
        """Return with how many stations nobody would have waited too long, as far as work goes."""
        work = sum(guest.done - guest.begun for guest in self.guests)
        time = self.rush.minutes * 60 / max(1.0, (self.rush.peak + 1) / 2)
        return max(1, -(-int(work) // int(max(1, time * BUSY))))


Scan = Callable[[int, int, float], Verdict]
"""Lets guest number n be scanned at a station at a second; returns the verdict."""


def rehearse(rush: Rush, scan: Scan, progress: Progress = SILENT) -> Rehearsal:
    """Let the guests come one after the other; each goes to the station that is free first."""
    free = [(0.0, station) for station in range(rush.stations)]
    guests = []
    for number, came in enumerate(arrival_times(rush)):
        if number % 50 == 0:
            progress.step(number, rush.arrivals)
        since, station = heapq.heappop(free)
        begun = max(came, since)
        verdict = scan(number, station, begun)
        calm = verdict in PASSAGES and verdict is not Verdict.ATTENTION
        done = begun + (rush.seconds_each if calm else rush.seconds_trouble)
        heapq.heappush(free, (done, station))
        guests.append(Guest(came, begun, done, station, verdict))
    return Rehearsal(rush, tuple(guests))


def arrival_times(rush: Rush) -> list[float]:
    """Return when the guests come, in order: more of them in the middle of the time."""
    chance = random.Random(rush.seed)  # noqa: S311 -- a simulation, no secret
    return sorted(_moments(rush, chance))


def _moments(rush: Rush, chance: random.Random) -> Iterator[float]:
    whole = rush.minutes * 60.0
    for _guest in range(rush.arrivals):
        while True:
            at = chance.random()
            height = 1 + (rush.peak - 1) * (1 - abs(2 * at - 1))  # a roof over an even ground
            if chance.random() * max(rush.peak, 1.0) <= height:
                yield at * whole
                break
