"""Times of an agenda: days that turn at three, clocks that change, free slots."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.agenda_moves import Placing, in_the_way, minute_of, snapped, wall_at
from summit_desk.domain.agenda_time import agenda_day, end_of, only_instant
from summit_desk.domain.agenda_view import PersonCard, agenda_view
from summit_desk.domain.errors.agenda import TimeDoubled, TimeSkipped
from summit_desk.domain.free_slots import next_free
from tests.agenda.agendas import HALL, SIDE, YAN, part, session, snapshot

DAY = date(2024, 5, 22)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("at", "day"),
    [("2024-05-22 03:00", 22), ("2024-05-23 02:59", 22), ("2024-05-23 03:00", 23)],
)
def test_a_day_of_the_agenda_turns_at_three(at: str, day: int) -> None:
    assert agenda_day(wall(at)) == date(2024, 5, day)


def test_a_time_names_one_instant() -> None:
    instant = only_instant(wall("2024-05-22 09:00"), "Asia/Shanghai")
    assert instant == datetime(2024, 5, 22, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "zone", "error"),
    [
        ("2024-03-31 02:00", "Europe/Berlin", TimeSkipped),
        ("2024-03-31 02:59", "Europe/Berlin", TimeSkipped),
        ("2024-10-27 02:00", "Europe/Berlin", TimeDoubled),
        ("2024-11-03 01:30", "America/Los_Angeles", TimeDoubled),
    ],
)
def test_where_the_clocks_change_there_is_an_error_and_no_guess(at, zone, error) -> None:
    with pytest.raises(error):
        only_instant(wall(at), zone)


def test_just_before_and_after_the_change_all_is_plain() -> None:
    before = only_instant(wall("2024-03-31 01:59"), "Europe/Berlin")
    after = only_instant(wall("2024-03-31 03:00"), "Europe/Berlin")
    assert after - before == timedelta(minutes=1)


def test_an_end_is_shown_by_the_clocks_of_the_place() -> None:
    assert end_of(wall("2024-03-31 01:30"), 45, "Europe/Berlin") == wall("2024-03-31 03:15")


def test_the_error_says_what_to_do_next() -> None:
    with pytest.raises(TimeSkipped) as refused:
        only_instant(wall("2024-03-31 02:30"), "Europe/Berlin")
    assert str(refused.value) == (
        "03-31 02:30 does not exist in Europe/Berlin: the clocks are put forward over it. "
        "Nothing was saved. Choose an earlier or a later time."
    )


@given(st.integers(0, 27 * 60))
def test_minutes_of_a_day_and_times_are_two_ways_to_say_one_thing(minute: int) -> None:
    assert minute_of(DAY, wall_at(DAY, minute)) == minute


def test_dragging_snaps_to_five_minutes_or_finely_to_one() -> None:
    assert [snapped(minute) for minute in (2.4, 2.6, 7)] == [0, 5, 5]
    assert snapped(2.6, 1) == 3


def test_the_next_free_slot_is_after_what_is_planned() -> None:
    one, full, later = session("a", "09:00"), session("b", "10:00", 90), session("c", "12:00")
    assert next_free(snapshot([one, full, later]), one) == wall("2024-05-22 13:00")


def test_a_gap_that_is_long_enough_is_taken() -> None:
    one, later = session("a", "09:00"), session("b", "11:00")
    assert next_free(snapshot([one, later]), one) == wall("2024-05-22 10:00")


def test_a_full_day_has_no_free_slot() -> None:
    one, rest = session("a", "09:00", 60), session("b", "10:00", 17 * 60)
    assert next_free(snapshot([one, rest]), one) is None


def test_a_session_without_a_place_has_no_next_slot() -> None:
    waiting = session("a")
    assert next_free(snapshot([waiting]), waiting) is None


def test_room_and_people_can_be_in_the_way() -> None:
    one, talk, far = session("a", "09:00"), session("b", "11:00"), session("c", "13:00")
    held = snapshot([one, replace(talk, room_id=SIDE.id), far], [part(one, YAN), part(talk, YAN)])
    view = agenda_view(held, (), (), [PersonCard(YAN)])
    item = view.find(one.id)
    tries = {
        "the person": Placing(wall("2024-05-22 11:30"), HALL.id, 60),
        "the room": Placing(wall("2024-05-22 12:30"), HALL.id, 60),
        "nobody": Placing(wall("2024-05-22 14:00"), HALL.id, 60),
    }
    found = {why: in_the_way(view, item, placing) for why, placing in tries.items()}
    assert {why: other and other.id for why, other in found.items()} == {
        "the person": talk.id,
        "the room": far.id,
        "nobody": None,
    }
