"""What proves that a clock is off, and by how much."""

from datetime import UTC, datetime, timedelta
from math import inf
from uuid import UUID

from summit_desk.domain.check_in.skew import Sighting, Skew, skews
from summit_desk.domain.check_in.stations import StationMark

MADE = datetime(2024, 5, 22, 0, 0, tzinfo=UTC)
EVENT, A, B = UUID(int=1), UUID(int=2), UUID(int=3)


def mark(key: UUID, **fields) -> StationMark:
    return StationMark(
        id=key, event_id=EVENT, name=f"S{key.int}", made_at=MADE, number=key.int, **fields
    )


def after(**by: float) -> datetime:
    return MADE + timedelta(**by)


def test_a_clock_that_nothing_speaks_against_is_right():
    assert skews([mark(A)], {A: after(hours=1)}) == {A: Skew(0.0, -inf, 3600.0)}


def test_a_scan_before_the_file_was_made_shows_a_slow_clock():
    assert skews([mark(A)], {A: after(minutes=-12)})[A] == Skew(-720.0, -inf, -720.0)


def test_a_scan_after_the_merge_shows_a_fast_clock():
    assert skews([mark(A, lead=90.0)], {A: after(hours=1)})[A] == Skew(90.0, 90.0, 3600.0)


def test_a_station_without_scans_has_no_bounds():
    assert skews([mark(A)], {}) == {A: Skew(0.0, -inf, inf)}


def test_a_badge_seen_before_it_was_made_shows_how_two_clocks_differ():
    seen = Sighting(None, after(hours=2), A, after(hours=1, minutes=50))
    assert skews([mark(A)], {A: after(hours=1)}, [seen])[A].seconds == -600.0


def test_bounds_between_two_stations_become_bounds_against_the_desk():
    seen = Sighting(A, after(hours=2), B, after(hours=1))
    found = skews([mark(A, lead=30.0), mark(B)], {A: after(hours=1), B: after(minutes=50)}, [seen])
    assert found[A] == Skew(30.0, 30.0, 3600.0)
    assert found[B] == Skew(0.0, -inf, 0.0)


def test_a_clock_that_was_set_meanwhile_contradicts_itself_and_is_met_half_way():
    assert skews([mark(A, lead=100.0)], {A: after(seconds=-50)})[A] == Skew(25.0, 100.0, -50.0)
