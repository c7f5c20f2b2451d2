"""Heads at a door are those of the rows: kept up with every scan, and the same counted anew."""

from __future__ import annotations

from datetime import timedelta

from summit_desk.domain.records import Policy
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.check_in import CheckInService
from tests.check_in.conftest import OPENING


def heads(summit) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return who arrived and who is inside: as kept, and as counted anew."""
    services = summit.service, CheckInService(summit.store, summit.watch)
    points = [service.points(summit.event.id)[0].counts for service in services]
    kept, anew = ((one.arrived, one.inside) for one in points)
    return kept, anew


def test_a_clock_set_back_over_midnight_counts_the_heads_of_its_own_day(summit, watch):
    summit.set_point(policy=Policy.ONCE_PER_DAY)
    summit.station().scan(summit.code("王磊"))
    watch.move(days=-1)
    assert summit.station().scan(summit.code("欧阳明远")).verdict is Verdict.OK_IN
    assert heads(summit) == ((1, 1), (1, 1))


def test_who_was_inside_yesterday_finds_a_full_point_full_where_each_day_begins_anew(summit, watch):
    summit.set_point(policy=Policy.ONCE_PER_DAY, capacity=1)
    station = summit.station()
    station.scan(summit.code("王磊"))
    watch.move(days=1)
    station.scan(summit.code("欧阳明远"))
    assert station.scan(summit.code("王磊")).verdict is Verdict.FULL


def test_taking_back_an_older_row_leaves_the_heads_to_the_last_one(summit):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT)
    station = summit.station()
    station.scan(summit.code("王磊"))
    out = station.scan(summit.code("王磊"))
    station.scan(summit.code("王磊"))
    summit.service.take_back(out.scan, "入口 1", "小陈")
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_OUT
    assert heads(summit) == ((1, 0), (1, 0))


def test_an_exit_whose_entry_was_taken_back_does_not_hide_the_next_entry(summit):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT)
    station = summit.station()
    came = station.scan(summit.code("王磊"))
    station.scan(summit.code("王磊"))
    summit.service.take_back(came.scan, "入口 1", "小陈")
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_IN
    assert heads(summit) == ((1, 1), (1, 1))


def test_yesterdays_paper_list_adds_no_heads_today(summit, watch):
    summit.set_point(policy=Policy.ONCE_PER_DAY)
    station = summit.station()
    watch.move(days=1)
    station.scan_paper("05-22 09:30")
    outcome = station.scan(summit.code("王磊"))
    assert (outcome.verdict, outcome.at) == (Verdict.OK_IN, OPENING + timedelta(hours=1))
    assert heads(summit) == ((0, 0), (0, 0))


def test_two_stations_and_a_clock_set_back_between_them_agree_on_who_is_inside(summit, watch):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT)
    summit.station("入口 1").scan(summit.code("王磊"))
    watch.move(hours=-1)
    summit.station("入口 2").scan(summit.code("王磊"))
    kept, anew = heads(summit)
    assert kept == anew


def test_a_passage_signed_on_paper_takes_its_place_among_the_others(summit, watch):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT)
    station = summit.station()
    watch.move(hours=1)
    station.scan(summit.code("王磊"))
    watch.move(minutes=1)
    station.scan_paper("08:40")
    station.scan(summit.code("王磊"))
    kept, anew = heads(summit)
    assert kept == anew
