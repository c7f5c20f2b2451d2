"""By which clock the delegation lives when: the stretches between its changes of zone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from summit_desk.domain.airports import airport
from summit_desk.domain.geography import zone_city
from summit_desk.domain.records.trips import Leg, LegKind
from summit_desk.domain.spoken import Both
from summit_desk.domain.trip_snapshot import TripSnapshot
from summit_desk.domain.trip_timeline import ends, starts
from summit_desk.domain.trip_view import ZoneSpan
from summit_desk.domain.wall_time import changes_between, offset_at


@dataclass(frozen=True)
class _Sighting:
    """The clocks of `zone` are those of the delegation at a moment; an airport names the city."""

    at: datetime
    zone: str
    code: str


def zone_spans(snapshot: TripSnapshot) -> tuple[ZoneSpan, ...]:
    """Return the offsets that the delegation lives by, one after the other."""
    home = snapshot.trip.home_zone
    seen = sorted(_sightings(snapshot.legs), key=lambda sighting: sighting.at)
    runs = [list(run) for _zone, run in groupby(seen, key=lambda sighting: sighting.zone)]
    return tuple(span for run in runs for span in _spans(run, home))


def _sightings(legs: Iterable[Leg]) -> Iterator[_Sighting]:
    for leg in legs:
        yield _Sighting(starts(leg), leg.from_zone, leg.from_code)
        if leg.kind is not LegKind.STAY:
            yield _Sighting(ends(leg), leg.to_zone, leg.to_code)


def _spans(run: list[_Sighting], home: str) -> Iterator[ZoneSpan]:
    """Yield the stretches of one zone: two when its clocks change in between."""
    first, last = run[0], run[-1]
    whole = ZoneSpan(
        zone=first.zone,
        city=_city(run),
        offset=offset_at(first.at, first.zone),
        ahead=offset_at(first.at, first.zone) - offset_at(first.at, home),
        starts=first.at,
        ends=last.at,
    )
    after = offset_at(last.at, first.zone)
    if after == whole.offset:
        yield whole
        return
    change = changes_between(first.zone, first.at, last.at)
    yield replace(whole, ends=change)
    ahead = after - offset_at(last.at, home)
    yield replace(whole, starts=change, offset=after, ahead=ahead)


def _city(run: Iterable[_Sighting]) -> Both:
    """Return the city of the first airport that was used, else the one the zone is named after."""
    found = [known for sighting in run if (known := airport(sighting.code))]
    if not found:
        return zone_city(next(iter(run)).zone)
    city = found[0].city
    return Both(city.chinese or city.other, city.other)
