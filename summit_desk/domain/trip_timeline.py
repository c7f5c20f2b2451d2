"""The legs of a trip along true time: order, moves, countries entered and left, nights."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

from summit_desk.domain.airports import airport
from summit_desk.domain.geography import SCHENGEN, country_of_zone
from summit_desk.domain.records.trips import Leg, LegKind, Trip
from summit_desk.domain.schengen import area_of
from summit_desk.domain.spoken import Both
from summit_desk.domain.wall_time import instant

MOVES = frozenset({LegKind.FLIGHT, LegKind.TRAIN, LegKind.COACH, LegKind.TRANSFER})
RIDES = frozenset({LegKind.FLIGHT, LegKind.TRAIN})
LONGEST_TRANSIT = timedelta(hours=24)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class CountryStay:
    """From entering to leaving a country (or the Schengen area), by local dates."""

    area: str
    countries: tuple[str, ...]
    enters_on: date
    leaves_on: date
    transit: bool = False

    @property
    def days(self) -> int:
        """Return the days inside; those of entry and exit both count."""
        return (self.leaves_on - self.enters_on).days + 1


@dataclass(frozen=True)
class _Sighting:
    """The delegation is in `country` at a moment, as a leg says."""

    at: datetime
    day: date
    country: str
    leg: Leg


def starts(leg: Leg) -> datetime:
    """Return the instant at which a leg begins."""
    return instant(leg.starts_at, leg.from_zone)


def ends(leg: Leg) -> datetime:
    """Return the instant at which a leg ends."""
    return instant(leg.ends_at, leg.to_zone)


def length(leg: Leg) -> timedelta:
    """Return how long a leg truly takes."""
    return ends(leg) - starts(leg)


def in_order(legs: Iterable[Leg]) -> tuple[Leg, ...]:
    """Return the legs by the instant they begin; of equals the stay comes last."""
    return tuple(sorted(legs, key=lambda leg: (starts(leg), leg.kind is LegKind.STAY, ends(leg))))


def moves(legs: Iterable[Leg]) -> list[Leg]:
    """Return only the legs that take people somewhere, in order."""
    return [leg for leg in in_order(legs) if leg.kind in MOVES]


def origin(leg: Leg) -> str:
    """Return the country where a leg begins."""
    if leg.kind not in MOVES:
        return destination(leg)
    known = airport(leg.from_code)
    return known.country if known else country_of_zone(leg.from_zone)


def destination(leg: Leg) -> str:
    """Return the country where a leg ends."""
    known = airport(leg.to_code)
    return leg.country or (known.country if known else country_of_zone(leg.to_zone))


def origin_name(leg: Leg) -> Both:
    """Return where a leg begins: its place, else its airport's city, else the code."""
    return _place(leg.from_place, leg.from_place_other, leg.from_code)


def destination_name(leg: Leg) -> Both:
    """Return where a leg ends."""
    return _place(leg.to_place, leg.to_place_other, leg.to_code)


def _place(chinese: str, other: str, code: str) -> Both:
    if chinese or other:
        return Both(chinese or other, other or chinese)
    known = airport(code)
    return (
        Both(str(known.city.chinese or known.city.other), known.city.other)
        if known
        else (Both(code, code))
    )


def leg_name(leg: Leg) -> Both:
    """Return what people call a leg: MU219 上海 → 法兰克福, or the title of a meeting."""
    here, there = origin_name(leg), destination_name(leg)
    if leg.kind in MOVES:
        return Both(
            _named(leg.number, leg.title or f"{here.chinese} → {there.chinese}"),
            _named(leg.number, leg.title_other or leg.title or f"{here.other} → {there.other}"),
        )
    chinese = leg.title or leg.title_other or here.chinese
    return Both(chinese, leg.title_other or leg.title or here.other)


def _named(number: str, text: str) -> str:
    return f"{number} {text}".strip()


def country_stays(trip: Trip, legs: Iterable[Leg]) -> tuple[CountryStay, ...]:
    """Return the stays abroad in order; Schengen states in a row are one stay."""
    home = country_of_zone(trip.home_zone)
    runs = _runs(_sightings(in_order(legs)))
    stays = [_stay(area, run) for area, run in runs if area not in {home, ""}]
    return tuple(_open_ended(trip, stays, runs))


def schengen_days(trip: Trip, legs: Iterable[Leg]) -> tuple[tuple[date, date], ...]:
    """Return the days that a trip spends in the Schengen area; transit counts too."""
    stays = country_stays(trip, legs)
    return tuple((stay.enters_on, stay.leaves_on) for stay in stays if stay.area == SCHENGEN)


def _sightings(legs: Sequence[Leg]) -> Iterator[_Sighting]:
    for leg in legs:
        yield _Sighting(starts(leg), leg.starts_at.date(), origin(leg), leg)
        if leg.kind in MOVES:  # the end of a stay says nothing new: a day trip may lie inside
            yield _Sighting(ends(leg), leg.ends_at.date(), destination(leg), leg)


def _runs(sightings: Iterable[_Sighting]) -> list[tuple[str, list[_Sighting]]]:
    by_time = sorted(sightings, key=lambda sighting: sighting.at)
    grouped = groupby(by_time, key=lambda sighting: area_of(sighting.country, sighting.day))
    return [(area, list(run)) for area, run in grouped]


def _stay(area: str, run: Sequence[_Sighting]) -> CountryStay:
    countries = tuple(dict.fromkeys(sighting.country for sighting in run))
    return CountryStay(area, countries, run[0].day, run[-1].day, transit=_is_transit(run))


def _is_transit(run: Sequence[_Sighting]) -> bool:
    if len(run) != 2:  # noqa: PLR2004 -- exactly an arrival and a departure
        return False
    arrival, departure = run
    flown = arrival.leg.kind is departure.leg.kind is LegKind.FLIGHT
    stays_airside = arrival.leg.to_code == departure.leg.from_code != ""
    return flown and stays_airside and departure.at - arrival.at < LONGEST_TRANSIT


def _open_ended(
    trip: Trip, stays: Sequence[CountryStay], runs: Sequence[tuple[str, list[_Sighting]]]
) -> Iterator[CountryStay]:
    """Stretch a first or last stay abroad to the trip's dates while the way there is missing."""
    for stay in stays:
        first = stay.area == runs[0][0] and stay is stays[0]
        last = stay.area == runs[-1][0] and stay is stays[-1]
        yield CountryStay(
            stay.area,
            stay.countries,
            min(stay.enters_on, trip.starts_on) if first else stay.enters_on,
            max(stay.leaves_on, trip.ends_on) if last else stay.leaves_on,
            stay.transit,
        )


def connections(legs: Iterable[Leg]) -> list[tuple[Leg, Leg, timedelta]]:
    """Return each flight that is followed by a flight within a day, with the time between."""
    ways = [leg for leg in moves(legs) if leg.kind in RIDES]
    return [
        (before, after, starts(after) - ends(before))
        for before, after in pairwise(ways)
        if before.kind is after.kind is LegKind.FLIGHT
        and starts(after) - ends(before) < LONGEST_TRANSIT
    ]


def nights_without_bed(legs: Iterable[Leg]) -> list[date]:
    """Return the local nights abroad that neither a stay nor an overnight ride covers."""
    ordered = in_order(legs)
    if not ordered:
        return []
    slept = {
        leg.starts_at.date() + DAY * night
        for leg in ordered
        if leg.kind is LegKind.STAY or leg.kind in MOVES
        for night in range((leg.ends_at.date() - leg.starts_at.date()).days)
    }
    first, last = ordered[0].starts_at.date(), max(leg.ends_at.date() for leg in ordered)
    nights = [first + DAY * number for number in range((last - first).days)]
    return [night for night in nights if night not in slept]


def returns_on(trip: Trip, legs: Iterable[Leg]) -> date:
    """Return the last local date of a trip: as planned, or as the last leg says."""
    return max([trip.ends_on, *(leg.ends_at.date() for leg in legs)])
