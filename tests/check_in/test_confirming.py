"""Points that confirm before they store, ask questions, take people out elsewhere, print badges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from summit_desk.domain.errors.check_in import NothingToConfirm
from summit_desk.domain.records import (
    Attendee,
    Badge,
    CustomField,
    FieldKind,
    PointKind,
    Policy,
    Scan,
)
from summit_desk.domain.verdicts import AMBER, Verdict
from tests.check_in.keys import type_code

SHIRT = {"key": "shirt", "label": "T恤尺码", "kind": FieldKind.CHOICE, "choices": ("S", "M")}


def stored(summit) -> list[str]:
    with summit.store.view() as view:
        return [scan.verdict for scan in view.all(Scan, order=("sequence",))]


def custom(summit, name) -> dict:
    with summit.store.view() as view:
        return dict(view.get(Attendee, summit.guests[name].id).custom)


@pytest.fixture
def confirming(summit):
    summit.set_point(confirm_first=True)
    return summit


@pytest.fixture
def asking(summit):
    summit.put(CustomField(event_id=summit.event.id, **SHIRT))
    summit.put(CustomField(event_id=summit.event.id, key="meal", label="用餐"))
    summit.set_point(questions=("shirt", "meal"))
    return summit


def test_nothing_is_stored_before_it_is_confirmed(confirming, station):
    seen = station.scan(confirming.code("王磊"))
    assert (seen.verdict, seen.unconfirmed, seen.scan) == (Verdict.OK_IN, True, None)
    assert (stored(confirming), station.counts().arrived) == ([], 0)

    done = station.confirm(seen)

    assert (done.verdict, done.unconfirmed, done.counts.arrived) == (Verdict.OK_IN, False, 1)
    assert stored(confirming) == ["OK_IN"]


def test_a_refusal_needs_no_confirming(confirming, station):
    assert station.scan(confirming.code("仇凯")).verdict is Verdict.CANCELLED
    assert stored(confirming) == ["CANCELLED"]


def test_whoever_came_in_elsewhere_meanwhile_is_a_duplicate(confirming, station):
    seen = station.scan(confirming.code("王磊"))
    other = confirming.station("入口 2")
    other.confirm(other.scan(confirming.code("王磊")))

    assert station.confirm(seen).verdict is Verdict.DUPLICATE


def test_not_letting_in_is_kept_and_counts_nobody(confirming, station):
    station.refuse(station.scan(confirming.code("王磊")))

    assert stored(confirming) == ["OK_IN", "ANNULLED"]
    assert station.counts().arrived == 0
    seen = station.scan(confirming.code("王磊"))
    assert station.confirm(seen).verdict is Verdict.OK_IN
    (latest, refused) = station.recent()
    assert (refused.annulled, latest.annulled) == (True, False)


def test_what_was_stored_already_can_not_be_confirmed(summit, station):
    done = station.scan(summit.code("王磊"))
    with pytest.raises(NothingToConfirm):
        station.confirm(done)
    with pytest.raises(NothingToConfirm):
        station.refuse(done)


def test_questions_are_asked_until_they_are_answered(asking, station):
    seen = station.scan(asking.code("王磊"))
    assert [field.key for field in seen.questions] == ["shirt", "meal"]
    assert stored(asking) == []

    done = station.confirm(seen, {"shirt": "M"})

    assert (done.verdict, custom(asking, "王磊")) == (Verdict.OK_IN, {"shirt": "M"})
    assert station.scan(asking.code("王磊")).verdict is Verdict.DUPLICATE


def test_entering_takes_out_of_the_other_points(summit, station, watch):
    hall = summit.add_point("分会场", policy=Policy.REENTRY_AFTER_EXIT, kind=PointKind.FORUM)
    summit.set_point(leaves_elsewhere=True, policy=Policy.REENTRY_AFTER_EXIT)
    there = summit.station("分会场 1", point_id=hall.id)
    there.scan(summit.code("王磊"))
    assert there.counts().inside == 1
    watch.move(minutes=5)

    done = station.scan(summit.code("王磊"))

    assert [point.name for point in done.left] == ["分会场"]
    assert (there.counts().inside, station.counts().inside) == (0, 1)
    watch.move(minutes=5)
    assert there.scan(summit.code("王磊")).verdict is Verdict.OK_AGAIN
    assert stored(summit) == ["OK_IN", "OK_OUT", "OK_IN", "OK_AGAIN"]


def test_undoing_an_entry_that_left_another_point_takes_back_the_entry(summit, station):
    hall = summit.add_point("分会场", policy=Policy.REENTRY_AFTER_EXIT)
    summit.set_point(leaves_elsewhere=True)
    summit.station("分会场 1", point_id=hall.id).scan(summit.code("王磊"))
    station.scan(summit.code("王磊"))

    undone = station.undo_last()

    assert (undone.verdict, station.counts().arrived) == (Verdict.OK_IN, 0)


def test_the_window_lets_in_with_enter_and_is_not_green_before(qtbot, confirming, door, window):
    type_code(window, confirming.code("王磊"))
    qtbot.waitUntil(lambda: window.panel.look.word == "Let in?")
    assert (window.panel.look.colour, window.panel.look.title) == (AMBER, "王磊")
    assert stored(confirming) == []

    QTest.keyClick(window, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.panel.look.word == "Welcome")
    assert stored(confirming) == ["OK_IN"]


def test_the_window_refuses_with_escape(qtbot, confirming, door, window):
    type_code(window, confirming.code("王磊"))
    qtbot.waitUntil(lambda: window.panel.look.word == "Let in?")

    QTest.keyClick(window, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: window.panel.notice == "王磊 was not let in")
    assert stored(confirming) == ["OK_IN", "ANNULLED"]
    type_code(window, confirming.code("王磊"))  # not "the same badge": it was refused
    qtbot.waitUntil(lambda: window.panel.look.word == "Let in?")


def test_the_window_asks_and_stores_the_answers(qtbot, asking, door, window):
    type_code(window, asking.code("王磊"))
    qtbot.waitUntil(window.questions.isVisible)
    shirt, meal = window.questions.inputs
    shirt.setCurrentText("M")
    QTest.keyClick(shirt, Qt.Key.Key_Return)
    meal.setText("清真")
    QTest.keyClick(meal, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.panel.look.word == "Welcome")
    assert custom(asking, "王磊") == {"shirt": "M", "meal": "清真"}


def test_a_point_that_prints_asks_for_the_badge_of_whoever_comes_first(qtbot, summit, door, window):
    summit.set_point(prints_badge=True)
    door._point = summit.point
    wanted = []
    door.badge_wanted.connect(wanted.append)
    for _twice in range(2):
        door.scan(summit.code("王磊"))
        qtbot.waitUntil(door.jobs.idle)
        door.held.forget()

    assert wanted == [summit.guests["王磊"].id]


def test_a_badge_goes_to_the_printer_and_is_noted(tmp_path, summit, services, qtbot):
    from ui.check_in.badge_printing import print_badge

    paper = QPrinter()
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "badge.pdf"))

    print_badge(services.documents, summit.guests["王磊"].id, lambda: paper)

    assert (tmp_path / "badge.pdf").read_bytes().startswith(b"%PDF")
    with summit.store.view() as view:
        (badge,) = view.all(Badge)
    assert badge.attendee_id == summit.guests["王磊"].id


def test_without_a_printer_the_guest_is_in_and_it_is_said(qtbot, summit, services):
    from ui.check_in.badge_printing import NoPrinter, print_badge

    with pytest.raises(NoPrinter):
        print_badge(services.documents, summit.guests["王磊"].id, lambda: None)
