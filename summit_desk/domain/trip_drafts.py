"""What a new trip or a new leg starts with: sensible dates, and the place reached by then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from summit_desk.domain.ids import new_id
from summit_desk.domain.records.event import Event
from summit_desk.domain.records.trips import Leg, LegKind, Trip
from summit_desk.domain.trip_timeline import MOVES, destination, in_order

MORNING = time(9, 0)
LENGTHS = {
    LegKind.FLIGHT: timedelta(hours=3),
    LegKind.TRAIN: timedelta(hours=2),
    LegKind.COACH: timedelta(hours=1),
    LegKind.TRANSFER: timedelta(minutes=45),
    LegKind.MEETING: timedelta(minutes=90),
    LegKind.VISIT: timedelta(hours=2),
    LegKind.MEAL: timedelta(minutes=90),
    LegKind.FREE: timedelta(hours=2),
}
CHECK_IN, CHECK_OUT = time(15, 0), time(11, 0)
USUAL_TRIP, UNTIL_TRIP = timedelta(days=7), timedelta(days=14)
PAUSE = timedelta(minutes=30)
QUARTER = 15  # minutes


def draft_trip(event: Event) -> Trip:
    """Return a trip to be filled in: a week long, two weeks after the event."""
    starts = event.last_day + UNTIL_TRIP
    return Trip(
        event_id=event.id,
        name="",
        starts_on=starts,
        ends_on=starts + USUAL_TRIP,
        home_zone=event.zone,
    )


def next_leg(trip: Trip, legs: Sequence[Leg], kind: LegKind, day: date | None = None) -> Leg:
    """Return a leg to be filled in: after the last one of `day`, or of the whole trip."""
    before = _last_before(legs, day)
    zone = before.to_zone if before else trip.home_zone
    starts = _start(trip, before, kind, day)
    leg = Leg(
        trip_id=trip.id,
        kind=kind,
        from_zone=zone,
        to_zone=zone,
        starts_at=starts,
        ends_at=_end(starts, kind),
    )
    return _placed(leg, before) if before else leg


def copied(leg: Leg) -> Leg:
    """Return a leg like this one, an hour after it: a second flight, the next meeting."""
    later = timedelta(days=1) if leg.kind is LegKind.STAY else timedelta(hours=1)
    return replace(
        leg,
        id=new_id(),
        starts_at=leg.ends_at + later if leg.kind not in MOVES else leg.starts_at,
        ends_at=leg.ends_at + later + (leg.ends_at - leg.starts_at)
        if leg.kind not in MOVES
        else leg.ends_at,
        booking="",
        sequence=0,
    )


def _last_before(legs: Sequence[Leg], day: date | None) -> Leg | None:
    """Return the leg that says where the delegation is at the end of `day`."""
    ordered = [leg for leg in in_order(legs) if leg.kind is not LegKind.STAY]
    if day is not None:
        ordered = [leg for leg in ordered if leg.starts_at.date() <= day]
    return ordered[-1] if ordered else None


def _start(trip: Trip, before: Leg | None, kind: LegKind, day: date | None) -> datetime:
    first = before.ends_at.date() if before else trip.starts_on
    wanted = day or first
    if kind is LegKind.STAY:
        return datetime.combine(wanted, CHECK_IN)
    morning = datetime.combine(wanted, MORNING)
    if before is None or before.ends_at + PAUSE <= morning:
        return morning
    after = before.ends_at + PAUSE
    return after + timedelta(minutes=-after.minute % QUARTER)


def _end(starts: datetime, kind: LegKind) -> datetime:
    if kind is LegKind.STAY:
        return datetime.combine(starts.date() + timedelta(days=1), CHECK_OUT)
    return starts + LENGTHS[kind]


def _placed(leg: Leg, before: Leg) -> Leg:
    """Return the leg at the place where the one before it ends."""
    if leg.kind not in MOVES:
        return replace(leg, country=destination(before))
    if before.kind not in MOVES:
        place, other, code = before.from_place, before.from_place_other, ""
    else:
        place, other, code = before.to_place, before.to_place_other, before.to_code
    code = code if leg.kind is LegKind.FLIGHT else ""
    return replace(leg, from_place=place, from_place_other=other, from_code=code)
