"""Garbage is collected on the window's thread, and when it rests."""

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QTimer

from ui.kit import tidy
from ui.kit.tidy import Tidy


class Knot:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def swift(monkeypatch, qapp):
    """A Tidy that looks often, and finds little worth a visit."""
    monkeypatch.setattr(tidy, "EVERY_MS", 1)
    monkeypatch.setattr(tidy, "SOME", 2_000)
    gc.collect()
    made = Tidy()
    yield made
    made.close()
    assert gc.isenabled()


def knots(count: int, gone: list[int]) -> weakref.ref[Knot]:
    """Make garbage; return the first, which tells `gone` on which thread it went."""
    first = weakref.ref(Knot(), lambda _ref: gone.append(threading.get_ident()))
    for _ in range(count):
        Knot()
    return first


def test_what_a_lane_leaves_behind_goes_on_the_thread_of_the_window(swift, qtbot) -> None:
    gone: list[int] = []
    with ThreadPoolExecutor(1) as lane:
        kept = lane.submit(knots, 10_000, gone).result()
    assert kept() is not None  # nothing was collected while it was made

    qtbot.waitUntil(lambda: kept() is None)

    assert gone == [threading.get_ident()]


def test_little_is_left_until_there_is_more(swift, qtbot) -> None:
    gone: list[int] = []
    kept = knots(100, gone)

    for _ in range(5):
        with qtbot.waitSignal(swift.findChild(QTimer).timeout):
            pass

    assert kept() is not None


def test_what_has_become_old_goes_when_the_window_rests(swift, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(tidy, "ALL_AFTER", 2)
    gone: list[int] = []
    held = [Knot() for _ in range(10)]
    kept = weakref.ref(held[0])
    for _ in range(3):  # visits while it is held: it has become old
        knots(10_000, gone)
        qtbot.waitUntil(lambda: gc.get_count()[0] < 2_000)
    del held

    qtbot.waitUntil(lambda: kept() is None)


def test_very_many_new_ones_are_kept_without_a_visit(swift, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(tidy, "TOO_MANY", 5_000)
    gone: list[int] = []
    kept = knots(10_000, gone)

    qtbot.waitUntil(lambda: gc.get_count()[0] < 2_000)
    assert kept() is not None

    monkeypatch.setattr(tidy, "AT_LAST", 1)
    qtbot.waitUntil(lambda: kept() is None)
