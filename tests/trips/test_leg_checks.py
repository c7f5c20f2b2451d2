"""What the checks find about the legs of a trip."""

from dataclasses import replace

import pytest

from summit_desk.domain.findings import Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import (
    LegKind,
    TripKind,
)
from tests.trips.making import (
    a_snapshot,
    a_trip,
    at,
    flight,
    found,
    one,
    ride,
    round_trip,
    traveller,
)


def test_a_connection_of_95_minutes_is_enough_and_85_are_not():
    first = flight("MU219", "PVG", "2025-10-14T00:05", "FRA", "2025-10-14T05:55")
    enough = flight("LH1", "FRA", "2025-10-14T07:30", "MUC", "2025-10-14T08:30")
    tight = flight("LH1", "FRA", "2025-10-14T07:20", "MUC", "2025-10-14T08:20")
    assert found(a_snapshot(first, enough), "connection", "legs") == []
    assert found(a_snapshot(first, tight), "connection", "legs") == [
        ("connection_short", Severity.WARN)
    ]


def test_a_flight_that_leaves_before_the_other_lands_blocks():
    first = flight("MU219", "PVG", "2025-10-14T00:05", "FRA", "2025-10-14T05:55")
    early = flight("LH1", "FRA", "2025-10-14T05:30", "MUC", "2025-10-14T06:30")
    assert found(a_snapshot(first, early), "connection", "legs") == [
        ("legs_overlap", Severity.BLOCK)
    ]


def test_airport_change_and_gap_in_the_route():
    tokyo = flight("NH972", "PVG", "2025-10-14T09:00", "NRT", "2025-10-14T13:00")
    haneda = flight("NH110", "HND", "2025-10-14T18:00", "JFK", "2025-10-14T18:00")
    osaka = flight("NH110", "KIX", "2025-10-16T18:00", "JFK", "2025-10-16T18:00")
    assert found(a_snapshot(tokyo, haneda), "airport", "route") == [
        ("airport_change", Severity.WARN)
    ]
    assert found(a_snapshot(tokyo, osaka), "airport", "route") == [("route_gap", Severity.WARN)]


def test_a_train_between_two_airports_closes_the_gap():
    legs = (
        flight("MU219", "PVG", "2025-10-14T00:05", "FRA", "2025-10-14T05:55"),
        ride(LegKind.TRAIN, "ICE 622", "FRA", "2025-10-15T07:42", "DUS", "2025-10-15T09:13"),
        flight("LH2", "DUS", "2025-10-18T12:00", "FRA", "2025-10-18T13:00"),
    )
    assert found(a_snapshot(*legs), "airport", "route") == []


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        (LegKind.MEETING, LegKind.MEAL, Severity.WARN),
        (LegKind.TRAIN, LegKind.MEETING, Severity.BLOCK),
        (LegKind.STAY, LegKind.MEETING, None),
        (LegKind.STAY, LegKind.STAY, Severity.WARN),
        (LegKind.FREE, LegKind.MEAL, None),
    ],
)
def test_overlapping_legs(first, second, severity):
    one_leg = at(first, "A", "DE", "2025-10-15T10:00", "2025-10-15T12:00")
    other = at(second, "B", "DE", "2025-10-15T11:30", "2025-10-15T13:00")
    expected = [("legs_overlap", severity)] if severity else []
    assert found(a_snapshot(one_leg, other), "legs_overlap") == expected


def test_a_leg_may_begin_when_the_other_ends():
    meeting = at(LegKind.MEETING, "A", "DE", "2025-10-15T10:00", "2025-10-15T12:00")
    lunch = at(LegKind.MEAL, "B", "DE", "2025-10-15T12:00", "2025-10-15T13:00")
    assert found(a_snapshot(meeting, lunch), "legs_overlap") == []


def test_legs_outside_the_dates_backwards_or_far_too_long():
    outside = flight("A1", "PVG", "2025-10-13T10:00", "FRA", "2025-10-13T15:00")
    backwards = flight("A2", "FRA", "2025-10-15T10:00", "PVG", "2025-10-15T12:00")
    endless = flight("A3", "FRA", "2025-10-16T10:00", "PVG", "2025-10-19T12:00")
    told = found(a_snapshot(outside, backwards, endless), "leg_")
    assert told == [
        ("leg_backwards", Severity.BLOCK),
        ("leg_too_long", Severity.WARN),
        ("leg_outside", Severity.WARN),
    ]


def test_times_that_the_clocks_skip_or_show_twice():
    trip = a_trip("2024-03-30", "2024-11-01")
    skipped = at(LegKind.MEETING, "A", "DE", "2024-03-31T02:30", "2024-03-31T04:00")
    twice = at(LegKind.MEETING, "B", "DE", "2024-10-27T02:30", "2024-10-27T04:00")
    snapshot = a_snapshot(skipped, twice, trip=trip)
    assert found(snapshot, "time_") == [
        ("time_skipped", Severity.WARN),
        ("time_twice", Severity.HINT),
    ]


def test_a_zone_that_is_not_the_airports():
    wrong = replace(
        flight("MU219", "PVG", "2025-10-14T00:05", "FRA", "2025-10-14T05:55"),
        to_zone="Europe/London",
    )
    finding = one(a_snapshot(wrong), "zone_wrong")
    assert finding.text() == (
        "MU219 Shanghai → Frankfurt: FRA is in the zone Europe/Berlin, not Europe/London."
    )
    assert finding.place == Place(ScreenName.TRIPS, wrong.id)


def test_nights_without_a_bed_are_named():
    legs = [leg for leg in round_trip() if leg.title != "Rex Hotel"]
    finding = one(a_snapshot(*legs), "night_without_bed")
    assert finding.text() == (
        "“德国—越南考察团”: no stay is planned for the night of 10-19, 10-20."
    )


@pytest.mark.parametrize(
    ("last", "people", "kinds"),
    [
        ("2025-10-21", 6, []),
        ("2025-10-22", 6, ["official_days"]),
        ("2025-10-21", 7, ["official_people"]),
    ],
)
def test_limits_of_official_delegations(last, people, kinds):
    trip = a_trip(last=last, kind=TripKind.OFFICIAL)
    who = [traveller(str(number)) for number in range(people)]
    told = found(a_snapshot(*round_trip(), trip=trip, who=who), "official")
    assert [kind for kind, _severity in told] == kinds
