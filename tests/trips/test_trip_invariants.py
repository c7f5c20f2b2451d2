"""Whatever somebody enters: views and checks answer, in both languages, and add up."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_desk.domain.findings import Severity
from summit_desk.domain.records import (
    Cost,
    Leg,
    LegKind,
    Sex,
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
    TripKind,
)
from summit_desk.domain.rooming import paired
from summit_desk.domain.trip_cleaning import cleaned
from summit_desk.domain.trip_rules import problems_of
from summit_desk.domain.trip_snapshot import TripSnapshot
from summit_desk.domain.trip_viewing import view_of
from summit_desk.support.i18n import Language, speaking
from tests.trips.making import TRIP_ID, a_trip, traveller, wall

ZONES = st.sampled_from(
    ["Asia/Shanghai", "Europe/Berlin", "Pacific/Honolulu", "Asia/Kathmandu", "UTC"]
)
CODES = st.sampled_from(["", "PVG", "FRA", "NRT", "HND", "HNL", "XXX"])
TEXTS = st.text(max_size=12) | st.sampled_from(
    ["=cmd|' /C calc'!A0", "严华\n", "{name}", "%s", "🛫"]
)
MOMENTS = st.datetimes(wall("2024-10-20T00:00"), wall("2024-11-10T00:00"))
DAYS = st.dates(date(2010, 1, 1), date(2035, 1, 1))

LEGS = st.builds(
    Leg,
    trip_id=st.just(TRIP_ID),
    kind=st.sampled_from(LegKind),
    title=TEXTS,
    number=TEXTS,
    from_place=TEXTS,
    from_code=CODES,
    from_zone=ZONES,
    starts_at=MOMENTS,
    to_place=TEXTS,
    to_code=CODES,
    to_zone=ZONES,
    ends_at=MOMENTS,
    country=st.sampled_from(["", "DE", "VN", "CN", "ZZ"]),
)
PAPERS = st.builds(
    TravelDocument,
    traveller_id=st.just(TRIP_ID),
    kind=st.sampled_from(TravelDocumentKind),
    status=st.sampled_from(TravelDocumentStatus),
    area=st.sampled_from(["", "SCHENGEN", "DE", "VN"]),
    number=TEXTS,
    issued_on=st.none() | DAYS,
    expires_on=st.none() | DAYS,
)
PEOPLE = st.builds(
    lambda name, papers, sex: traveller(name, *papers, sex=sex),
    TEXTS,
    st.lists(PAPERS, max_size=3),
    st.none() | st.sampled_from(Sex),
)
COSTS = st.builds(
    Cost,
    trip_id=st.just(TRIP_ID),
    spent_on=DAYS,
    currency=st.sampled_from(["CNY", "JPY", "KWD", "EUR"]),
    amount=st.integers(-(10**12), 10**12),
    rate=st.sampled_from(["1", "7.8123", "0.0485", "nonsense"]),
)
TRIPS = st.builds(
    lambda kind, name, budget: a_trip(
        "2024-10-24", "2024-10-31", kind=kind, name=name, budget=budget
    ),
    st.sampled_from(TripKind),
    TEXTS,
    st.integers(0, 10**10),
)
SNAPSHOTS = st.builds(
    TripSnapshot,
    trip=TRIPS,
    legs=st.lists(LEGS, max_size=6).map(tuple),
    travellers=st.lists(PEOPLE, max_size=3).map(tuple),
    costs=st.lists(COSTS, max_size=3).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SNAPSHOTS)
def test_every_trip_can_be_viewed_and_every_finding_said(snapshot):
    view = view_of(snapshot)
    for language in Language:
        with speaking(language):
            assert all(finding.text() for finding in view.findings)
    worst = [list(Severity).index(finding.severity) for finding in view.findings]
    assert worst == sorted(worst)
    assert sorted(leg.leg.id for leg in view.legs()) == sorted(leg.id for leg in snapshot.legs)
    assert view.figures.used == sum(cost.home for cost in view.costs)


@settings(max_examples=60, deadline=None)
@given(LEGS)
def test_cleaning_twice_is_cleaning_once(leg):
    once = cleaned(leg)
    assert cleaned(once) == once
    assert problems_of(once) == problems_of(cleaned(once))


@given(st.lists(st.tuples(st.integers(0, 5), st.none() | st.integers(0, 5)), max_size=12))
def test_rooms_are_pairs_that_agree_whatever_was_changed(changes):
    seats = {at: traveller(str(at)).traveller for at in range(6)}
    for who, mate in changes:
        if who == mate:
            continue
        key = seats[mate].id if mate is not None else None
        moved = type(seats[who])(**(vars(seats[who]) | {"room_with_id": key}))
        changed = {one.id: one for one in paired(seats.values(), moved)}
        seats = {at: changed.get(one.id, one) for at, one in seats.items()}
    by_id = {one.id: one for one in seats.values()}
    for one in seats.values():
        if one.room_with_id is not None:
            assert by_id[one.room_with_id].room_with_id == one.id


@settings(max_examples=40, deadline=None)
@given(SNAPSHOTS, st.integers(-30, 30))
def test_moving_a_trip_without_clock_changes_keeps_every_length(snapshot, days):
    by = timedelta(days=days)
    for leg in snapshot.legs:
        if leg.from_zone in {"Asia/Shanghai", "Asia/Kathmandu", "UTC"} and leg.to_zone == "UTC":
            later = type(leg)(
                **(vars(leg) | {"starts_at": leg.starts_at + by, "ends_at": leg.ends_at + by})
            )
            from summit_desk.domain.trip_timeline import length

            assert length(later) == length(leg)
