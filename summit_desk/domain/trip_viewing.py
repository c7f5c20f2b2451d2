"""Make the view of a trip from its snapshot."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from summit_desk.domain.findings import Finding
from summit_desk.domain.geography import country_of_zone
from summit_desk.domain.money import converted, total
from summit_desk.domain.passports import judge
from summit_desk.domain.records.trips import Leg, LegKind
from summit_desk.domain.spoken import Both
from summit_desk.domain.trip_checks import trip_findings
from summit_desk.domain.trip_snapshot import TripSnapshot
from summit_desk.domain.trip_timeline import (
    CountryStay,
    connections,
    country_stays,
    destination_name,
    ends,
    in_order,
    leg_name,
    length,
    origin_name,
    returns_on,
    starts,
)
from summit_desk.domain.trip_view import (
    Connection,
    CostView,
    DayView,
    LegView,
    TravellerView,
    TripFigures,
    TripView,
    VisaView,
)
from summit_desk.domain.trip_zones import zone_spans
from summit_desk.domain.visas import visa_state
from summit_desk.domain.wall_time import (
    ClockChange,
    ahead_of,
    clock_change,
    day_shift,
    offset_text,
)

DAY = timedelta(days=1)
MOST_EMPTY_DAYS = 60  # of a longer trip only the days with a leg are shown


def view_of(snapshot: TripSnapshot) -> TripView:
    """Return everything there is to show about a trip."""
    findings = trip_findings(snapshot)
    stays = country_stays(snapshot.trip, snapshot.legs)
    return TripView(
        trip=snapshot.trip,
        days=tuple(_days(snapshot)),
        travellers=tuple(_travellers(snapshot, stays, findings)),
        costs=tuple(_costs(snapshot)),
        contacts=tuple(snapshot.contacts),
        zones=zone_spans(snapshot),
        stays=stays,
        figures=_figures(snapshot, stays),
        findings=findings,
    )


def leg_view(leg: Leg, home_zone: str) -> LegView:
    """Return a leg with durations, offsets and the shift of the date."""
    return LegView(
        leg=leg,
        name=leg_name(leg),
        origin=origin_name(leg),
        destination=destination_name(leg),
        starts=starts(leg),
        ends=ends(leg),
        length=length(leg),
        shift=day_shift(leg.starts_at, leg.ends_at),
        from_offset=offset_text(leg.starts_at, leg.from_zone),
        to_offset=offset_text(leg.ends_at, leg.to_zone),
        ahead_of_home=ahead_of(leg.ends_at, leg.to_zone, home_zone),
    )


def _days(snapshot: TripSnapshot) -> Iterator[DayView]:
    ordered = in_order(snapshot.legs)
    by_date = {day: list(legs) for day, legs in groupby(sorted(ordered, key=_day), key=_day)}
    for day in sorted({*by_date, *_planned(snapshot)}):
        legs = [leg_view(leg, snapshot.trip.home_zone) for leg in by_date.get(day, ())]
        yield DayView(
            date=day,
            number=(day - snapshot.trip.starts_on).days + 1,
            stops=_stops(legs),
            legs=tuple(legs),
            bed=_bed(ordered, day),
            clocks=_clocks(_zones(ordered, day), day),
        )


def _planned(snapshot: TripSnapshot) -> list[date]:
    """Return every date of a trip that has legs: an empty day is worth seeing."""
    first, last = snapshot.trip.starts_on, snapshot.trip.ends_on
    days = (last - first).days + 1 if snapshot.legs else 0
    return [first + DAY * number for number in range(days if days <= MOST_EMPTY_DAYS else 0)]


def _day(leg: Leg) -> date:
    return leg.starts_at.date()


def _stops(legs: Sequence[LegView]) -> tuple[Both, ...]:
    ways = [leg for leg in legs if leg.is_move and leg.leg.kind is not LegKind.TRANSFER]
    named: list[Both] = []
    for before, leg in zip((None, *ways), ways, strict=False):
        changes_here = before is not None and before.leg.to_code == leg.leg.from_code != ""
        named += [leg.destination] if changes_here else [leg.origin, leg.destination]
    return tuple(stop for stop, _same in groupby(named) if stop.chinese or stop.other)


def _bed(legs: Sequence[Leg], night: date) -> Both | None:
    beds = (leg for leg in legs if leg.kind is LegKind.STAY)
    here = (leg for leg in beds if leg.starts_at.date() <= night < leg.ends_at.date())
    return next((leg_name(leg) for leg in here), None)


def _zones(legs: Sequence[Leg], day: date) -> list[str]:
    """Return the zones that the delegation is in on a date."""
    here = [leg for leg in legs if leg.starts_at.date() <= day <= leg.ends_at.date()]
    return list(dict.fromkeys(zone for leg in here for zone in (leg.from_zone, leg.to_zone)))


def _clocks(zones: Sequence[str], day: date) -> ClockChange | None:
    return next((change for zone in zones if (change := clock_change(zone, day))), None)


def _travellers(
    snapshot: TripSnapshot, stays: Sequence[CountryStay], findings: Sequence[Finding]
) -> Iterator[TravellerView]:
    home = country_of_zone(snapshot.trip.home_zone)
    back = returns_on(snapshot.trip, snapshot.legs)
    names = {who.id: who.name for who in snapshot.travellers}
    named = {finding.place.subject for finding in findings if finding.place}
    for who in snapshot.travellers:
        mate = who.traveller.room_with_id
        yield TravellerView(
            facts=who,
            passport=judge(who.documents, back, stays),
            visas=tuple(
                VisaView(stay=stay, state=visa_state(who.documents, stay, home))
                for stay in stays
                if not stay.transit
            ),
            room_with=names.get(mate, "") if mate else "",
            troubled=who.id in named,
        )


def _costs(snapshot: TripSnapshot) -> Iterator[CostView]:
    names = {who.id: who.name for who in snapshot.travellers}
    currency = snapshot.trip.currency
    for cost in sorted(snapshot.costs, key=lambda cost: (cost.spent_on, cost.id)):
        yield CostView(
            cost=cost,
            traveller=names.get(cost.traveller_id, "") if cost.traveller_id else "",
            home=converted(cost.amount, cost.currency, cost.rate, currency),
        )


def _figures(snapshot: TripSnapshot, stays: Sequence[CountryStay]) -> TripFigures:
    trip = snapshot.trip
    days = (trip.ends_on - trip.starts_on).days + 1
    spent = ((cost.amount, cost.currency, cost.rate) for cost in snapshot.costs)
    gaps = [Connection(before=a, after=b, gap=gap) for a, b, gap in connections(snapshot.legs)]
    return TripFigures(
        people=len(snapshot.travellers),
        days=days,
        nights=days - 1,
        countries=len({code for stay in stays if not stay.transit for code in stay.countries}),
        zones=len({span.zone for span in zone_spans(snapshot)}),
        budget=trip.budget,
        used=total(spent, trip.currency),
        shortest=min(gaps, key=lambda connection: connection.gap, default=None),
    )
