"""Make legs of a trip out of the events of a calendar."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from summit_desk.domain.airports import airport
from summit_desk.domain.records import Leg, LegKind, Trip
from summit_desk.domain.remarks import Remark
from summit_desk.domain.trip_calendar.events import CalendarEvent, CalendarMoment, TripCalendar
from summit_desk.domain.trip_calendar.words import (
    Route,
    kind_and_route,
    number_of,
    terminal_of,
    title_of,
)
from summit_desk.domain.trip_drafts import CHECK_IN, CHECK_OUT
from summit_desk.domain.trip_timeline import MOVES
from summit_desk.domain.wall_time import instant, local_time
from summit_desk.support.i18n import N_

FLOATING = N_("The file names no time zone; the time is taken as that of {zone}.")
STRANGE = N_("The time zone “{name}” is unknown; the time is taken as that of {zone}.")
FROM_UTC = N_("The file gives the time as UTC; it is shown as the time of {zone}.")
OPEN_END = N_("The file names no end.")
OUTSIDE = N_("It lies outside the days of the trip.")
UTC_NAMES = frozenset({"UTC", "Etc/UTC", "GMT", "Etc/GMT"})
_DAY = timedelta(days=1)

Times = tuple[CalendarMoment, CalendarMoment, tuple[Remark, ...]]


@dataclass(frozen=True)
class EventLeg:
    """An event as a leg, with what is odd about it."""

    event: CalendarEvent
    leg: Leg
    remarks: tuple[Remark, ...] = ()


def legs_of(calendar: TripCalendar, trip: Trip) -> list[EventLeg]:
    """Return a leg for every event of a calendar."""
    return [_leg(event, calendar, trip) for event in calendar.events]


def _leg(event: CalendarEvent, calendar: TripCalendar, trip: Trip) -> EventLeg:
    kind, route = kind_and_route(event)
    if event.all_day and kind is not LegKind.STAY:
        kind = LegKind.FREE
    stays = event.all_day and kind is LegKind.STAY
    place = _place_zone(event, calendar, trip.home_zone) if stays else trip.home_zone
    times = _whole_days(event, kind, place) if event.all_day else _times(event, route, place)
    starts, ends, remarks = times
    leg = Leg(
        trip_id=trip.id,
        kind=kind,
        title=title_of(event),
        from_zone=starts.zone,
        starts_at=starts.local,
        to_zone=ends.zone,
        ends_at=ends.local,
        notes=event.description,
    )
    return EventLeg(event, _placed(leg, event, route), remarks)


def _placed(leg: Leg, event: CalendarEvent, route: Route) -> Leg:
    """Return the leg with its places: a move has a route, everything else one place."""
    if leg.kind not in MOVES:
        return replace(leg, from_place=event.location)
    numbered = leg.kind in {LegKind.FLIGHT, LegKind.TRAIN}
    return replace(
        leg,
        number=number_of(event) if numbered else "",
        from_place=route.from_place,
        from_code=route.from_code,
        to_place=route.to_place,
        to_code=route.to_code,
        terminal_from=terminal_of(event) if leg.kind is LegKind.FLIGHT else "",
        address=event.location,
    )


def _times(event: CalendarEvent, route: Route, home: str) -> Times:
    """Return start and end in zones that are known, with what had to be assumed."""
    here, there = airport(route.from_code), airport(route.to_code)
    starts, odd = _known(event.starts, here.zone if here else home)
    ends, also = _known(event.ends or event.starts, there.zone if there else home)
    open_end = () if event.ends else (Remark(OPEN_END),)
    remarks = {str(one): one for one in (*odd, *also, *open_end)}
    return starts, ends, tuple(remarks.values())


def _known(moment: CalendarMoment, zone: str) -> tuple[CalendarMoment, tuple[Remark, ...]]:
    """Return a time with a zone that is known; `zone` is that of the place."""
    if moment.zone in UTC_NAMES:
        local = local_time(instant(moment.local, "UTC"), zone)
        return CalendarMoment(local, zone), (Remark(FROM_UTC, {"zone": zone}),)
    if moment.zone:
        return moment, ()
    details: dict[str, object] = {"zone": zone, "name": moment.strange_zone}
    remark = Remark(STRANGE if moment.strange_zone else FLOATING, details)
    return replace(moment, zone=zone), (remark,)


def _whole_days(event: CalendarEvent, kind: LegKind, zone: str) -> Times:
    """Return the times of an all-day event; the last day of a stay is that of leaving."""
    first, after = event.days
    if kind is not LegKind.STAY:
        ends = (event.ends or event.starts).local
        return CalendarMoment(event.starts.local, zone), CalendarMoment(ends, zone), ()
    last = max(after - _DAY, first + _DAY)
    starts_at, ends_at = datetime.combine(first, CHECK_IN), datetime.combine(last, CHECK_OUT)
    return CalendarMoment(starts_at, zone), CalendarMoment(ends_at, zone), ()


def _place_zone(event: CalendarEvent, calendar: TripCalendar, home: str) -> str:
    """Return the zone where the delegation is on the first day of a stay."""
    until = event.starts.local + _DAY
    before = [
        one
        for one in calendar.events
        if one.starts.zone and one.starts.zone not in UTC_NAMES and one.starts.local < until
    ]
    latest = max(before, key=lambda one: one.starts.local, default=None)
    return ((latest.ends or latest.starts).zone if latest else "") or home
