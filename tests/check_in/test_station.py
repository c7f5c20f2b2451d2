"""The door from a scanned text to a verdict in the file."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from summit_desk.domain.check_in.sentences import details
from summit_desk.domain.records import (
    AttendeeForum,
    AttendeeStatus,
    FeeStatus,
    ForumPlace,
    PointKind,
    Policy,
    Scan,
)
from summit_desk.domain.verdicts import Verdict
from tests.check_in.conftest import OPENING


def stored(summit):
    with summit.store.view() as view:
        return view.all(Scan, order=("sequence",))


def test_first_scan_lets_in_and_shows_who_it_is(summit, station):
    outcome = station.scan(summit.code("欧阳明远"))
    guest = outcome.guest
    assert outcome.verdict is Verdict.OK_IN
    assert (guest.name, guest.number, guest.title) == ("欧阳明远", "0001", "副院长")
    assert (guest.organisation, guest.seat, guest.note) == (
        "示例研究院",
        "B 区 3 排 12 座",
        "请引导至贵宾室",
    )
    assert (outcome.counts.arrived, outcome.counts.expected) == (1, 2)


def test_second_scan_shows_when_where_and_by_whom_the_first_was(summit, watch):
    summit.station("入口 1", "小陈").scan(summit.code("王磊"))
    watch.move(minutes=28)
    outcome = summit.station("入口 2", "小李").scan(summit.code("王磊"))
    assert outcome.verdict is Verdict.DUPLICATE
    assert (outcome.first.at, outcome.first.station, outcome.first.operator) == (
        OPENING,
        "入口 1",
        "小陈",
    )
    assert outcome.counts.arrived == 1


def test_every_scan_is_a_row_and_each_station_counts_its_own(summit, station):
    other = summit.station("入口 2")
    code = summit.code("王磊")
    station.scan(code)
    other.scan("nonsense")
    station.scan(code)
    rows = [(scan.station, scan.sequence, scan.verdict, scan.code) for scan in stored(summit)]
    assert sorted(rows) == [
        ("入口 1", 1, "OK_IN", code),
        ("入口 1", 2, "DUPLICATE", code),
        ("入口 2", 1, "UNKNOWN", "nonsense"),
    ]


def test_sequence_goes_on_after_reopening(summit, station):
    station.scan(summit.code("王磊"))
    summit.__post_init__()
    summit.station().scan(summit.code("欧阳明远"))
    assert [scan.sequence for scan in stored(summit)] == [1, 2]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (AttendeeStatus.CANCELLED, Verdict.CANCELLED),
        (AttendeeStatus.DECLINED, Verdict.CANCELLED),
        (AttendeeStatus.EXCUSED, Verdict.CANCELLED),
        (AttendeeStatus.DUPLICATE, Verdict.CANCELLED),
        (AttendeeStatus.BLOCKED, Verdict.BLOCKED),
        (AttendeeStatus.PENDING, Verdict.PENDING),
        (AttendeeStatus.UNCONFIRMED, Verdict.OK_IN),
    ],
)
def test_status_decides(summit, station, status, verdict):
    summit.set_guest("王磊", status=status)
    assert station.scan(summit.code("王磊")).verdict is verdict


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (AttendeeStatus.EXCUSED, "Excused"),
        (AttendeeStatus.DUPLICATE, "Duplicate registration"),
        (AttendeeStatus.DECLINED, "Can't come"),
    ],
)
def test_refusal_names_a_status_that_the_big_word_does_not(summit, station, status, word):
    summit.set_guest("王磊", status=status)
    outcome = station.scan(summit.code("王磊"))
    assert details(outcome, ZoneInfo("Asia/Shanghai"))[0] == word


def test_refusal_says_who_set_the_status(summit, station):
    summit.store.actor = "林秘书"
    summit.set_guest("王磊", status=AttendeeStatus.CANCELLED)
    assert station.scan(summit.code("王磊")).set_by[0] == "林秘书"


def test_refusal_of_who_did_not_pay_says_who_set_that(summit, station):
    summit.store.actor = "林秘书"
    summit.set_guest("王磊", fee_status=FeeStatus.UNPAID)
    outcome = station.scan(summit.code("王磊"))
    assert outcome.set_by[0] == "林秘书"
    assert details(outcome, ZoneInfo("Asia/Shanghai"))[1].startswith("Set by 林秘书 at ")


def test_unpaid_is_refused_where_the_event_keeps_payment(summit, station):
    summit.set_guest("王磊", fee_status=FeeStatus.UNPAID)
    summit.set_guest("欧阳明远", fee_status=FeeStatus.PAID)
    assert station.scan(summit.code("王磊")).verdict is Verdict.UNPAID
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.OK_IN


def test_urgent_note_asks_for_attention_and_lets_in(summit, station):
    summit.set_guest("王磊", door_note="！请联系会务组")
    assert station.scan(summit.code("王磊")).verdict is Verdict.ATTENTION
    assert station.scan(summit.code("王磊")).verdict is Verdict.DUPLICATE


def test_replaced_badge_is_refused_and_the_new_one_works(summit, station):
    old = summit.code("王磊")
    summit.set_guest("王磊", serial=2, valid_serial=2)
    refused = station.scan(old)
    assert (refused.verdict, refused.guest.valid_serial) == (Verdict.REVOKED_BADGE, 2)
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_IN


def test_window_with_tolerance(summit, station, watch):
    summit.set_point(
        opens_at=OPENING + timedelta(minutes=10),
        closes_at=OPENING + timedelta(minutes=20),
        tolerance_minutes=5,
    )
    code = summit.code("王磊")
    assert station.scan(code).verdict is Verdict.TOO_EARLY
    watch.move(minutes=26)
    assert station.scan(code).verdict is Verdict.TOO_LATE
    watch.move(minutes=-1)
    assert station.scan(code).verdict is Verdict.OK_IN


def test_forum_door_opens_for_its_own_and_names_the_doors_that_would(summit):
    door = summit.add_point("分论坛", kind=PointKind.FORUM, forum_id=summit.forum.id)
    waiting = AttendeeForum(
        attendee_id=summit.guests["欧阳明远"].id, forum_id=summit.forum.id, place=ForumPlace.WAITING
    )
    summit.put(
        waiting, AttendeeForum(attendee_id=summit.guests["王磊"].id, forum_id=summit.forum.id)
    )
    station = summit.station(point_id=door.id)
    refused = station.scan(summit.code("欧阳明远"))
    assert refused.verdict is Verdict.NOT_ELIGIBLE_HERE
    assert [point.name for point in refused.elsewhere] == ["主会场入口"]
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_IN
    assert station.counts().expected == 1


def test_category_or_tag_opens_a_door(summit):
    door = summit.add_point("工作间", category_ids=(summit.staff.id,), tags=("贵宾",))
    summit.set_guest("王磊", category_id=summit.staff.id)
    summit.add("曾可欣", tags=("贵宾",))
    station = summit.station(point_id=door.id)
    verdicts = [station.scan(summit.code(name)).verdict for name in ("王磊", "曾可欣", "欧阳明远")]
    assert verdicts == [Verdict.OK_IN, Verdict.OK_IN, Verdict.NOT_ELIGIBLE_HERE]
    assert station.counts().expected == 2


def test_full_counts_heads_but_not_those_inside(summit, station):
    summit.set_point(capacity=1)
    assert station.scan(summit.code("王磊")).verdict is Verdict.OK_IN
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.FULL
    assert station.scan(summit.code("王磊")).verdict is Verdict.DUPLICATE


def test_reentry_goes_out_and_in_again(summit, station, watch):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT, capacity=1)
    code = summit.code("王磊")
    station.scan(code)
    watch.move(minutes=40)
    out = station.scan(code)
    assert (out.verdict, out.inside_for) == (Verdict.OK_OUT, timedelta(minutes=40))
    assert (out.counts.arrived, out.counts.inside) == (1, 0)
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.OK_IN
    assert station.scan(code).verdict is Verdict.FULL
    station.scan(summit.code("欧阳明远"))
    again = station.scan(code)
    assert (again.verdict, again.entries) == (Verdict.OK_AGAIN, 2)


def test_once_per_day_begins_anew_at_midnight_of_the_venue(summit, station, watch):
    summit.set_point(policy=Policy.ONCE_PER_DAY)
    code = summit.code("王磊")
    verdicts = [station.scan(code).verdict, station.scan(code).verdict]
    watch.move(hours=15, minutes=30)  # 00:00 on the 23rd in Shanghai
    outcome = station.scan(code)
    assert [*verdicts, outcome.verdict] == [Verdict.OK_IN, Verdict.DUPLICATE, Verdict.OK_IN]
    assert outcome.counts.arrived == 1


def test_unlimited_counts_entries(summit, station):
    summit.set_point(policy=Policy.UNLIMITED)
    code = summit.code("王磊")
    outcomes = [station.scan(code) for _time in range(3)]
    assert [(each.verdict, each.entries) for each in outcomes] == [
        (Verdict.OK_IN, 1),
        (Verdict.OK_AGAIN, 2),
        (Verdict.OK_AGAIN, 3),
    ]


def test_clock_set_backwards_keeps_the_order_of_a_station(summit, station, watch):
    summit.set_point(policy=Policy.REENTRY_AFTER_EXIT)
    code = summit.code("王磊")
    verdicts = []
    for _time in range(4):
        verdicts.append(station.scan(code).verdict)
        watch.move(days=-1)
    assert verdicts == [Verdict.OK_IN, Verdict.OK_OUT, Verdict.OK_AGAIN, Verdict.OK_OUT]


def test_trip_leg_lets_the_travellers_in(summit):
    from datetime import date, datetime

    from summit_desk.domain.records import Leg, LegKind, Traveller, Trip

    trip = Trip(name="出访", starts_on=date(2024, 6, 1), ends_on=date(2024, 6, 9))
    leg = Leg(
        trip_id=trip.id,
        kind=LegKind.COACH,
        from_zone="Asia/Shanghai",
        to_zone="Asia/Shanghai",
        starts_at=datetime(2024, 6, 1, 8),
        ends_at=datetime(2024, 6, 1, 9),
    )
    traveller = Traveller(trip_id=trip.id, person_id=summit.guests["王磊"].person_id)
    summit.put(trip, leg, traveller)
    point = summit.add_point("大巴", kind=PointKind.LEG, leg_id=leg.id)
    station = summit.station(point_id=point.id)
    verdicts = [station.scan(summit.code(name)).verdict for name in ("王磊", "欧阳明远")]
    assert verdicts == [Verdict.OK_IN, Verdict.NOT_ELIGIBLE_HERE]
    assert station.counts().expected == 1
