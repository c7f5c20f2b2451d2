"""The desk: work runs beside the window, answers come back, troubles become sentences."""

import threading

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import InUse
from summit_desk.domain.progress import Cancelled
from ui.kit.desk import concerns


def test_work_runs_elsewhere_and_answers_on_the_windows_thread(desk, qtbot):
    threads = []

    desk.run(threading.get_ident, then=lambda there: threads.extend([there, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)

    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_work_is_done_in_the_order_in_which_it_was_given(desk, qtbot):
    done = []
    for number in range(20):
        desk.run(lambda number=number: number, then=done.append)
    qtbot.waitUntil(desk.idle)

    assert done == list(range(20))


def test_a_known_failure_is_told_as_its_sentence(desk, qtbot):
    def refuse():
        raise InUse(thing="room", users="Main Forum")

    with qtbot.waitSignal(desk.trouble) as told:
        desk.run(refuse)

    assert told.args == [str(InUse(thing="room", users="Main Forum"))]
    assert told.args[0].startswith("This room can't be deleted because it is still used by: Main")


def test_whoever_asked_may_hear_of_a_failure_alone(desk, qtbot):
    refused = []

    def refuse():
        raise InUse(thing="room", users="x")

    with qtbot.assertNotEmitted(desk.trouble):
        desk.run(refuse, refused=refused.append)
        qtbot.waitUntil(lambda: bool(refused))

    assert isinstance(refused[0], InUse)


def test_cancelled_work_ends_at_its_next_step_and_says_nothing(desk, qtbot):
    gate, ended = threading.Event(), []

    def work(progress):
        gate.wait(5)
        try:
            progress.step(1, 2)
        except Cancelled:
            ended.append("cancelled")
            raise

    job = desk.run_long("Working", work, then=lambda _none: ended.append("done"))
    job.cancel()
    gate.set()
    qtbot.waitUntil(desk.idle)

    assert ended == ["cancelled"]


def test_long_work_outlives_the_question_that_began_it(desk, qtbot):
    with qtbot.captureExceptions() as caught:
        question = QFileDialog()
        question.setOption(QFileDialog.Option.DontUseNativeDialog)
        question.show()
        qtbot.waitUntil(question.isActiveWindow)
        gate, ended = threading.Event(), []

        desk.run_long("Working", lambda _progress: gate.wait(5), then=ended.append)
        question.close()
        question.deleteLater()
        qtbot.waitSignal(question.destroyed).wait()
        gate.set()
        qtbot.waitUntil(desk.idle)

    assert (ended, caught) == ([True], [])


def test_a_bug_reaches_the_crash_handler(desk, qtbot):
    with qtbot.captureExceptions() as caught:
        desk.run(lambda: 1 // 0)
        qtbot.waitUntil(desk.idle)
        qtbot.waitUntil(lambda: bool(caught))

    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]


def test_nothing_is_answered_after_the_desk_was_closed(desk, qtbot):
    answers = []
    desk.run(lambda: 1, then=answers.append)
    desk.close()
    desk.run(lambda: 2, then=answers.append)
    qtbot.wait(30)

    assert answers == []


def test_slow_reading_beside_holds_nobody_up(desk, qtbot):
    gate, done = threading.Event(), []
    desk.run_beside(lambda: gate.wait(5), then=lambda _on: done.append("slow"))
    desk.run(lambda: None, then=lambda _none: done.append("quick"))
    qtbot.waitUntil(lambda: done == ["quick"])
    gate.set()
    qtbot.waitUntil(desk.idle)

    assert done == ["quick", "slow"]


def test_what_is_found_at_once_is_answered_before_the_window_goes_on(desk):
    answers = []

    desk.run(lambda: 1, then=answers.append, at_once=True)

    assert (answers, desk.idle()) == ([1], True)


def test_what_takes_longer_is_answered_once_when_it_comes(desk, qtbot):
    gate, answers = threading.Event(), []

    desk.run(lambda: gate.wait(5), then=answers.append, at_once=True)
    before = list(answers)
    gate.set()
    qtbot.waitUntil(desk.idle)
    QApplication.processEvents()

    assert (before, answers) == ([], [True])


def test_an_answer_at_once_overtakes_none_that_was_asked_for_before(desk, qtbot):
    answers = []

    desk.run(lambda: "first", then=answers.append)
    desk.run(lambda: "second", then=answers.append, at_once=True)
    qtbot.waitUntil(desk.idle)

    assert answers == ["first", "second"]


def test_a_failure_at_once_is_told_like_any_other(desk, qtbot):
    def refuse():
        raise InUse(thing="room", users="Main Forum")

    with qtbot.waitSignal(desk.trouble) as told:
        desk.run(refuse, at_once=True)

    assert told.args[0].startswith("This room can't be deleted because it is still used by: Main")


@pytest.fixture
def beside(desk):
    """Reading beside that takes its one step while something is waited for in front."""
    begun, gate, order = threading.Event(), threading.Event(), []

    def read(progress):
        begun.wait(5)
        try:
            progress.step(1, 2)
            order.append("beside")
        except Cancelled:
            order.append("given up")
            raise
        finally:
            gate.set()

    def wait(seconds):
        begun.set()
        gate.wait(seconds)
        order.append("front")

    job = desk.read_beside(read, then=lambda _none: None)
    return job, wait, begun, order


def test_what_is_read_beside_makes_way_until_what_somebody_waits_for_is_there(desk, qtbot, beside):
    _job, wait, _begun, order = beside
    desk.run(lambda: wait(0.2))
    qtbot.waitUntil(desk.idle)

    assert order == ["front", "beside"]


def test_what_is_read_beside_goes_on_though_somebody_waits_for_long(desk, qtbot, beside):
    _job, wait, _begun, order = beside
    desk.run(lambda: wait(5))
    qtbot.waitUntil(desk.idle)

    assert order == ["beside", "front"]


def test_reading_that_makes_way_can_be_given_up(desk, qtbot, beside, monkeypatch):
    monkeypatch.setattr("ui.kit.jobs.LONGEST_WAY", 60.0)
    job, wait, begun, order = beside
    desk.run(lambda: wait(4))
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    qtbot.waitUntil(desk.idle)

    assert order == ["given up", "front"]


@pytest.mark.parametrize(("topic", "expected"), [(Topic.TRIPS, True), (Topic.AGENDA, False)])
def test_a_change_concerns_those_who_watch_its_topics(topic, expected):
    change = Change("x", frozenset({Topic.TRIPS}))

    assert concerns(change, topic) is expected
