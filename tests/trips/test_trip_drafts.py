"""What a new leg starts with."""

from datetime import date

from summit_desk.domain.records import LegKind
from summit_desk.domain.trip_drafts import copied, draft_trip, next_leg
from tests.trips.making import EVENT, a_trip, at, round_trip, wall


def test_the_first_leg_leaves_home_on_the_first_morning():
    leg = next_leg(a_trip(), (), LegKind.FLIGHT)
    assert (leg.starts_at, leg.from_zone) == (wall("2025-10-14T09:00"), "Asia/Shanghai")


def test_the_next_flight_leaves_from_where_the_last_one_landed():
    leg = next_leg(a_trip(), round_trip()[:1], LegKind.FLIGHT)
    assert (leg.from_code, leg.from_zone) == ("FRA", "Europe/Berlin")
    assert leg.starts_at == wall("2025-10-14T09:00")


def test_a_meeting_follows_what_is_planned_that_day():
    leg = next_leg(a_trip(), round_trip(), LegKind.MEETING, date(2025, 10, 14))
    assert (leg.starts_at, leg.country) == (wall("2025-10-14T17:30"), "DE")


def test_a_day_in_between_knows_where_the_delegation_is():
    leg = next_leg(a_trip(), round_trip(), LegKind.STAY, date(2025, 10, 20))
    assert (leg.starts_at, leg.ends_at) == (wall("2025-10-20T15:00"), wall("2025-10-21T11:00"))
    assert (leg.from_zone, leg.country) == ("Asia/Ho_Chi_Minh", "VN")


def test_a_copied_meeting_comes_an_hour_later_and_a_copied_flight_at_the_same_time():
    meeting = at(LegKind.MEETING, "A", "DE", "2025-10-15T10:00", "2025-10-15T11:30")
    assert copied(meeting).starts_at == wall("2025-10-15T12:30")
    flight = round_trip()[0]
    assert copied(flight).starts_at == flight.starts_at
    assert copied(flight).id != flight.id


def test_a_new_trip_follows_the_event():
    trip = draft_trip(EVENT)
    assert (trip.starts_on, trip.ends_on) == (date(2025, 11, 5), date(2025, 11, 12))
