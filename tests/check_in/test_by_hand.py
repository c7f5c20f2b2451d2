"""Undone and forced scans, and people found by hand."""

import pytest

from summit_desk.domain.errors.check_in import (
    AlreadyTakenBack,
    CannotForce,
    NothingToTakeBack,
    ReasonMissing,
)
from summit_desk.domain.records import (
    Scan,
)
from summit_desk.domain.verdicts import Verdict
from tests.check_in.conftest import OPENING


def stored(summit):
    with summit.store.view() as view:
        return view.all(Scan, order=("sequence",))


def test_bare_name_is_searched_and_namesakes_are_ambiguous(summit, station):
    single = station.scan("王磊")
    summit.add("王磊")
    several = station.scan("王磊")
    assert single.verdict is Verdict.UNKNOWN
    assert [found.number for found in single.candidates] == ["0002"]
    assert several.verdict is Verdict.AMBIGUOUS
    assert [found.number for found in several.candidates] == ["0002", "0004"]


def test_contact_card_prefills_a_walk_in(summit, station):
    outcome = station.scan("MECARD:N:李,雷;ORG:示例公司;TIL:经理;TEL:13800138000;;")
    assert outcome.verdict is Verdict.UNKNOWN
    assert (outcome.card.name, outcome.card.organisation) == ("李雷", "示例公司")


def test_undo_makes_room_for_the_scan_again(summit, station):
    code = summit.code("王磊")
    station.scan(code)
    undone = station.undo_last()
    assert (undone.name, undone.verdict, station.counts().arrived) == ("王磊", Verdict.OK_IN, 0)
    assert station.scan(code).verdict is Verdict.OK_IN
    assert [scan.verdict for scan in stored(summit)] == ["OK_IN", "ANNULLED", "OK_IN"]


def test_undo_refuses_when_the_last_scan_let_nobody_in(summit, station):
    station.scan(summit.code("王磊"))
    station.scan(summit.code("王磊"))
    with pytest.raises(NothingToTakeBack):
        station.undo_last()


def test_a_scan_is_taken_back_once(summit, station):
    scan = station.scan(summit.code("王磊")).scan
    summit.service.take_back(scan, "入口 1", "小陈")
    with pytest.raises(AlreadyTakenBack):
        summit.service.take_back(scan, "入口 1", "小陈")


def test_force_needs_a_reason_and_a_known_guest(summit, station):
    refused = station.scan(summit.code("仇凯"))
    with pytest.raises(ReasonMissing):
        station.force(refused, "  ")
    with pytest.raises(CannotForce):
        station.force(station.scan("nobody"), "会长同意")
    forced = station.force(refused, "会长同意")
    assert (forced.verdict, forced.forced, forced.reason) == (Verdict.OK_IN, True, "会长同意")
    assert station.counts().arrived == 1


def test_found_by_hand_is_judged_like_a_badge(summit, station):
    found = station.search("欧阳")[0]
    assert station.admit(found.attendee_id, "欧阳").verdict is Verdict.OK_IN
    assert station.search("欧阳")[0].arrived_at == OPENING
    assert station.scan(summit.code("欧阳明远")).verdict is Verdict.DUPLICATE


def test_log_is_newest_first_with_the_first_entry_of_a_duplicate(summit, station, watch):
    station.scan(summit.code("王磊"))
    watch.move(minutes=1)
    station.scan(summit.code("王磊"))
    watch.move(minutes=1)
    station.scan("what")
    log = station.recent()
    assert [(row.name, row.verdict, row.first_at) for row in log] == [
        ("", Verdict.UNKNOWN, None),
        ("王磊", Verdict.DUPLICATE, OPENING),
        ("王磊", Verdict.OK_IN, None),
    ]


def test_two_stations_share_the_counts(summit):
    one, two = summit.station("入口 1"), summit.station("入口 2")
    one.scan(summit.code("王磊"))
    two.scan(summit.code("欧阳明远"))
    assert (one.counts().arrived, two.counts().arrived) == (2, 2)
    summit.service.refresh(summit.event.id)
    assert one.counts().arrived == 2
