"""How far a station's clock is off, as far as what happened proves it.

A station has no network, so nobody can ask its clock. But some things are certain, and each
bounds the difference between two clocks:

- nothing was scanned in a station file before it was made (else its clock is slow),
- nothing was scanned after the file was brought back and merged (else its clock is fast),
- a walk-in's badge was not held to any scanner before the walk-in was registered.

All bounds together leave a span for each clock; from bounds between two stations follow bounds
against the desk. The estimate is the difference nearest to none within the span: a clock that
nothing speaks against is right.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from math import inf
from uuid import UUID

from summit_desk.domain.check_in.stations import StationMark

Origin = UUID | None
"""A station file, or None: the desk that made them."""


@dataclass(frozen=True, slots=True)
class Skew:
    """Seconds that a clock runs ahead of the desk's (behind: negative): estimate and bounds."""

    seconds: float = 0.0
    least: float = -inf
    most: float = inf

    @property
    def delta(self) -> timedelta:
        """The estimate as a span of time."""
        return timedelta(seconds=self.seconds)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A badge was registered by one clock, and seen by another after that."""

    registered_by: Origin
    registered_at: datetime
    seen_by: Origin
    seen_at: datetime


NO_SKEW = Skew()


def skews(
    marks: Iterable[StationMark],
    firsts: Mapping[UUID, datetime],
    sightings: Iterable[Sighting] = (),
) -> dict[UUID, Skew]:
    """Return how far each station's clock is off; `firsts` are the stations' first scans."""
    known = sorted(marks, key=lambda mark: mark.id)
    origins: list[Origin] = [None, *(mark.id for mark in known)]
    most = dict.fromkeys(product(origins, origins), inf)
    for mark in known:
        if mark.id in firsts:
            most[None, mark.id] = (firsts[mark.id] - mark.made_at).total_seconds()
        if mark.lead > 0:
            most[mark.id, None] = -mark.lead
    for seen in sightings:
        pair = seen.registered_by, seen.seen_by
        if pair[0] != pair[1] and pair in most:
            most[pair] = min(most[pair], (seen.seen_at - seen.registered_at).total_seconds())
    _tighten(most, origins)
    return {mark.id: _nearest(-most[mark.id, None], most[None, mark.id]) for mark in known}


def _tighten(most: dict[tuple[Origin, Origin], float], origins: list[Origin]) -> None:
    """Draw every conclusion: `most[a, b]` is by how much b may be ahead of a."""
    for via, one, other in product(origins, origins, origins):
        if one != other:
            most[one, other] = min(most[one, other], most[one, via] + most[via, other])


def _nearest(least: float, most: float) -> Skew:
    """Return the skew nearest to none; a clock that was set meanwhile can contradict itself."""
    if least > most:
        return Skew((least + most) / 2, least, most)
    return Skew(min(max(0.0, least), most), least, most)
