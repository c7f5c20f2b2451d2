"""Who has come to a point, who is missing, and how many came when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.arrivals import FIVE, Arrivals, Expected, masked_name
from summit_desk.domain.records import AttendeeForum, Policy
from summit_desk.services.arrivals import ArrivalService
from summit_desk.services.bundle import Services
from ui.check_in.presenter import CheckInPresenter
from ui.check_in.screen import CheckInScreen
from ui.check_in.wall import WallWindow
from ui.kit.desk import Desk

MORNING = datetime(2024, 5, 22, 0, 32, tzinfo=UTC)


@pytest.fixture
def arrivals(summit) -> ArrivalService:
    return ArrivalService(summit.store, summit.service)


def at(arrivals, summit, point=None) -> Arrivals:
    return arrivals.at(summit.event.id, (point or summit.point).id)


def test_those_who_come_are_there_and_the_others_missing(summit, station, arrivals):
    station.scan(summit.code("王磊"))

    found = at(arrivals, summit)

    assert [one.name for one in found.people] == ["欧阳明远", "王磊"]  # 仇凯 has cancelled
    assert [one.name for one in found.missing()] == ["欧阳明远"]
    assert (found.arrived, [one.name for one in found.latest(5)]) == (1, ["王磊"])


def test_a_scan_that_was_taken_back_is_no_arrival(summit, station, arrivals):
    station.scan(summit.code("王磊"))
    station.undo_last()
    assert at(arrivals, summit).arrived == 0


def test_whoever_came_against_the_list_is_counted_as_come(summit, station, arrivals):
    station.force(station.scan(summit.code("仇凯")), "会长同意")
    found = at(arrivals, summit)
    assert (len(found.people), [one.name for one in found.latest(5)]) == (3, ["仇凯"])


def test_a_forum_expects_its_own_people(summit, arrivals):
    hall = summit.add_point("数据要素论坛门口", forum_id=summit.forum.id)
    summit.put(AttendeeForum(attendee_id=summit.guests["王磊"].id, forum_id=summit.forum.id))
    assert [one.name for one in at(arrivals, summit, hall).people] == ["王磊"]


def test_a_tag_opens_a_point_for_those_who_wear_it(summit, arrivals):
    summit.set_guest("欧阳明远", tags=("主席台",))
    hall = summit.add_point("贵宾室", tags=("主席台",))
    assert [one.name for one in at(arrivals, summit, hall).people] == ["欧阳明远"]


def test_a_point_of_every_day_begins_anew(summit, station, arrivals, watch):
    summit.set_point(policy=Policy.ONCE_PER_DAY)
    station.scan(summit.code("王磊"))
    watch.move(minutes=24 * 60)
    assert at(arrivals, summit).arrived == 0


def guest(number: int, **more) -> Expected:
    blank = Expected(UUID(int=number), f"{number:04}", f"来宾{number}", "", "", "", "", "", 1, 100,
                     None)  # fmt: skip
    return replace(blank, **more)


def test_the_highest_are_missed_first_and_colleagues_together():
    people = [
        guest(1, unit="甲公司"),
        guest(2, unit="乙公司", rank=5),
        guest(3, unit="甲公司", rank=50),
        guest(4, unit="乙公司"),
        guest(5, unit="丙公司", category_order=0),
    ]
    assert [one.number for one in Arrivals(people).missing()] == [
        "0005", "0002", "0004", "0003", "0001",
    ]  # fmt: skip


def test_organisations_are_told_with_their_heads():
    people = [guest(1, unit="甲"), guest(2, unit="甲", arrived_at=MORNING), guest(3)]
    told = [(unit.id, unit.arrived, unit.expected) for unit in Arrivals(people).by_unit()]
    assert told == [("甲", 1, 2), ("", 0, 1)]


@given(st.lists(st.integers(0, 4_000), max_size=40))
def test_every_arrival_is_in_exactly_one_step_of_time(minutes):
    people = [
        guest(at, arrived_at=MORNING + timedelta(minutes=minute))
        for at, minute in enumerate(minutes)
    ]
    steps = Arrivals(people).over_time()
    assert sum(count for _begins, count in steps) == len(minutes)
    if steps:
        assert steps[0][0] <= min(one.arrived_at for one in people)
        assert {later - sooner for (sooner, _a), (later, _b) in pairwise(steps)} <= {
            FIVE * 2**power for power in range(8)
        }


def test_a_masked_name_shows_its_first_character_alone():
    assert [masked_name(name) for name in ("王磊", "欧阳晓琳", "Jörg Müller", "")] == [
        "王＊", "欧＊＊", "J＊＊", "",
    ]  # fmt: skip


@pytest.fixture
def services(summit, watch):
    return Services(summit.store, watch)


@pytest.fixture
def desk(qtbot, services, summit):
    opened = Desk(services, summit.event)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot, desk, services):
    shown = CheckInScreen()
    qtbot.addWidget(shown)
    shown.presenter = CheckInPresenter(shown, services, desk)
    qtbot.waitUntil(lambda: shown.points.rowCount() > 0 and desk.idle())
    return shown


def test_the_dialog_shows_who_is_missing_and_follows_the_scans(qtbot, summit, screen, desk):
    watching = screen.presenter.watching
    screen.arrivals.trigger()
    qtbot.waitUntil(lambda: watching.dialog is not None and watching.dialog.missing.rowCount() == 2)
    assert watching.dialog.heads.text() == "0 of 2 have arrived, 2 are missing"

    summit.station().scan(summit.code("王磊"))
    desk.publish(Change("Check-in", frozenset({Topic.CHECK_IN})))

    qtbot.waitUntil(lambda: watching.dialog.missing.rowCount() == 1)
    assert [point.value for point in watching.dialog.chart.points] == [1]
    watching.dialog.accept()


def test_the_wall_shows_the_heads_and_hides_the_names_on_demand(qtbot, summit, screen, desk):
    summit.station().scan(summit.code("欧阳明远"))
    watching = screen.presenter.watching
    watching.show_wall(screen.current_point(), full_screen=False)
    wall = watching.wall
    wall.resize(1280, 720)
    qtbot.waitUntil(lambda: wall.arrivals.arrived == 1)
    shown = wall.grab().toImage()

    QTest.keyClick(wall, "h")

    assert wall.hides_names
    assert wall.grab().toImage() != shown
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert watching.wall is None


def test_many_organisations_take_turns_on_the_wall(qtbot):
    wall = WallWindow()
    qtbot.addWidget(wall)
    people = [guest(at, unit=f"示例单位{at:02}") for at in range(20)]
    wall.show_arrivals(Arrivals(people), "05-22 08:30")
    assert (wall.page, wall._pages()) == (0, 2)
    wall.turn()
    assert wall.page == 1
    wall.turn()
    assert wall.page == 0
