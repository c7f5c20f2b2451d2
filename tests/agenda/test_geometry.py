"""Where cards lie: lanes that never overlap, hours that hold everything, pixels and back."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.agenda_view import AgendaDay, AgendaItem, agenda_view
from summit_desk.domain.records import Day
from tests.agenda.agendas import EVENT, HALL, SIDE, session, snapshot
from ui.agenda.geometry import AXIS, Grid, Hours, hours_of, lanes

DAY = AgendaDay(date(2024, 5, 22))

plans = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 30)), max_size=12)


def items(plan: list[tuple[int, int]]) -> tuple[AgendaItem, ...]:
    made = [session(str(at), f"09:{start:02}", length) for at, (start, length) in enumerate(plan)]
    return agenda_view(snapshot(made), (), (), ()).sessions


@given(plans)
def test_what_overlaps_never_shares_a_lane(plan: list[tuple[int, int]]) -> None:
    placed = lanes(items(plan))
    for one, (lane, of) in placed:
        assert 0 <= lane < of
        for other, (its, _of) in placed:
            together = one.starts_at < other.ends_at and other.starts_at < one.ends_at
            assert one is other or not together or lane != its


@given(plans)
def test_everybody_gets_a_lane(plan: list[tuple[int, int]]) -> None:
    assert len(lanes(items(plan))) == len(plan)


@given(plans)
def test_cards_of_a_room_never_cover_each_other(plan: list[tuple[int, int]]) -> None:
    many = items(plan)
    boxes = [box for _item, box in Grid.fitted(DAY, many, (HALL, SIDE), 4.0, 1000).boxes(many)]
    for at, box in enumerate(boxes):
        for other in boxes[at + 1 :]:
            covered = box.intersected(other)
            assert covered.width() < 1e-6 or covered.height() < 9  # the least height of a card


def test_hours_hold_the_opening_times_and_what_is_planned() -> None:
    opened = AgendaDay(DAY.date, Day(event_id=EVENT.id, date=DAY.date, opens=time(8, 30)))
    late = agenda_view(snapshot([session("a", "23:30", 100)]), (), (), ()).sessions
    assert hours_of(opened, late) == Hours(8 * 60, 26 * 60)


@pytest.mark.parametrize("minute", [8 * 60, 9 * 60 + 5, 17 * 60])
def test_pixels_lead_back_to_minutes(minute: int) -> None:
    grid = Grid.fitted(DAY, (), (HALL, SIDE), 1.57, 900)
    assert grid.minute(grid.y(minute)) == pytest.approx(minute)


def test_columns_share_the_width_and_know_their_rooms() -> None:
    grid = Grid.fitted(DAY, (), (HALL, SIDE), 1.57, 900)
    assert grid.x(0) == AXIS
    assert grid.width == pytest.approx(900)
    assert [grid.room_at(x) for x in (AXIS - 1, AXIS + 1, 899)] == [None, HALL, None]
    assert grid.room_at(grid.x(1) + 1) == SIDE
