"""Checks on the legs of a trip: order, connections, airports, clocks, dates, nights."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from summit_desk.domain.airports import airport
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.records.trips import Leg, LegKind
from summit_desk.domain.spoken import Both
from summit_desk.domain.trip_snapshot import TripSnapshot
from summit_desk.domain.trip_telling import about_leg, about_trip
from summit_desk.domain.trip_timeline import (
    LONGEST_TRANSIT,
    MOVES,
    RIDES,
    connections,
    ends,
    in_order,
    leg_name,
    length,
    moves,
    nights_without_bed,
    starts,
)
from summit_desk.domain.wall_time import LocalTime, kind_of, offset
from summit_desk.support.i18n import N_

SHORTEST_CONNECTION = timedelta(minutes=90)
LONGEST_RIDE = timedelta(hours=20)
NONE = timedelta()
CORRECT_TIMES = N_("Correct the times, the zones or the dates of one of the two.")
CORRECT_LEG = N_("Correct the times or the zones of this leg.")


def backwards(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield legs that end before they begin, or rides of an unlikely length."""
    for leg in trip.legs:
        if length(leg) < NONE or (leg.kind in MOVES and length(leg) == NONE):
            sentence = N_("{leg} ends before it begins, if the time zones are right.")
            yield about_leg(leg, Severity.BLOCK, "leg_backwards", sentence, CORRECT_LEG)
        elif leg.kind in MOVES and length(leg) > LONGEST_RIDE:
            sentence = N_("{leg} would take {hours} hours; a date or a zone seems wrong.")
            hours = length(leg) // timedelta(hours=1)
            yield about_leg(leg, Severity.WARN, "leg_too_long", sentence, CORRECT_LEG, hours=hours)


def overlaps(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield legs at the same time; a hotel runs beside everything but another hotel."""
    for leg, other in _together(in_order(trip.legs)):
        if _may_clash(leg, other):
            severity = Severity.BLOCK if {leg.kind, other.kind} & RIDES else Severity.WARN
            sentence = N_("{leg} overlaps with {other}.")
            name = leg_name(other)
            yield about_leg(leg, severity, "legs_overlap", sentence, CORRECT_TIMES, other=name)


def _together(ordered: Sequence[Leg]) -> Iterator[tuple[Leg, Leg]]:
    """Yield each leg with those that begin before it ends."""
    begins = [starts(leg) for leg in ordered]
    for at, leg in enumerate(ordered):
        until = bisect_left(begins, ends(leg), lo=at + 1)
        for other in ordered[at + 1 : until]:
            yield leg, other


def _may_clash(leg: Leg, other: Leg) -> bool:
    stays = (leg.kind is LegKind.STAY) + (other.kind is LegKind.STAY)
    if LegKind.FREE in {leg.kind, other.kind} or length(leg) <= NONE or length(other) <= NONE:
        return False
    return stays != 1


def short_connections(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield flights that follow another one too closely."""
    for before, after, gap in connections(trip.legs):
        if NONE <= gap < SHORTEST_CONNECTION:
            yield about_leg(
                after,
                Severity.WARN,
                "connection_short",
                N_("Only {minutes} minutes between {before} and {leg}; 90 are advisable."),
                N_("Ask the airline for the minimum connection time, or take another flight."),
                minutes=gap // timedelta(minutes=1),
                before=leg_name(before),
            )


def broken_route(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield rides that begin at another airport than the one before ended at."""
    for before, after in pairwise(moves(trip.legs)):
        here, there = before.to_code.upper(), after.from_code.upper()
        if not here or not there or here == there:
            continue
        details = {"before": leg_name(before), "here": here, "there": there}
        if _one_city(here, there) and starts(after) - ends(before) < LONGEST_TRANSIT:
            sentence = N_("Change of airport: {before} lands at {here}, {leg} leaves from {there}.")
            fix = N_("Plan a transfer between the airports, with time for it.")
            yield about_leg(after, Severity.WARN, "airport_change", sentence, fix, **details)
        else:
            sentence = N_("{before} ends at {here}, but {leg} leaves from {there}.")
            fix = N_("Add the train, coach or transfer in between, or correct the airport.")
            yield about_leg(after, Severity.WARN, "route_gap", sentence, fix, **details)


def _one_city(here: str, there: str) -> bool:
    one, other = airport(here), airport(there)
    return bool(one and other and one.city.other == other.city.other)


def outside(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield legs that lie outside the dates of the trip."""
    first, last = trip.trip.starts_on, trip.trip.ends_on
    for leg in trip.legs:
        if leg.starts_at.date() < first or leg.ends_at.date() > last:
            yield about_leg(
                leg,
                Severity.WARN,
                "leg_outside",
                N_("{leg} lies outside the dates of the trip, {first} to {last}."),
                N_("Correct the date of the leg, or the dates of the trip."),
                first=first,
                last=last,
            )


def odd_clocks(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield local times that the clocks skip or show twice."""
    for leg in trip.legs:
        for local, zone in {(leg.starts_at, leg.from_zone), (leg.ends_at, leg.to_zone)}:
            kind = kind_of(local, zone)
            details = {"time": f"{local:%Y-%m-%d %H:%M}", "zone": zone}
            if kind is LocalTime.SKIPPED:
                sentence = N_("{leg}: {time} does not exist in {zone}; the clocks skip it.")
                yield about_leg(
                    leg, Severity.WARN, "time_skipped", sentence, CORRECT_LEG, **details
                )
            elif kind is LocalTime.TWICE:
                sentence = N_("{leg}: {time} comes twice in {zone}; the first is taken.")
                fix = N_("Confirm which one is meant; the clocks go back that night.")
                yield about_leg(leg, Severity.HINT, "time_twice", sentence, fix, **details)


def wrong_zones(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield legs whose zone is not the one of their airport."""
    for leg in trip.legs:
        for code, zone, local in (
            (leg.from_code, leg.from_zone, leg.starts_at),
            (leg.to_code, leg.to_zone, leg.ends_at),
        ):
            known = airport(code)
            if known and offset(local, known.zone) != offset(local, zone):
                sentence = N_("{leg}: {code} is in the zone {right}, not {zone}.")
                details = {"code": known.code, "right": known.zone, "zone": zone}
                yield about_leg(leg, Severity.WARN, "zone_wrong", sentence, CORRECT_LEG, **details)


def no_bed(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield the nights that have neither a hotel nor an overnight ride."""
    nights = nights_without_bed(trip.legs)
    if nights:
        days = [f"{night:%m-%d}" for night in nights]
        yield about_trip(
            trip,
            Severity.WARN,
            "night_without_bed",
            N_("“{trip}”: no stay is planned for the night of {nights}."),
            N_("Add the hotel."),
            trip=Both(trip.trip.name, trip.trip.name_other),
            nights=Both("、".join(days), ", ".join(days)),
        )


LEG_CHECKS: tuple[Callable[[TripSnapshot], Iterator[Finding]], ...] = (
    backwards,
    overlaps,
    short_connections,
    broken_route,
    outside,
    odd_clocks,
    wrong_zones,
    no_bed,
)
