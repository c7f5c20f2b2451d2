"""A keyboard scanner under any focus, layout and input method; fingers beside it."""

from __future__ import annotations

from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from summit_desk.domain.verdicts import Verdict
from tests.check_in.keys import target, told, type_code

WIDE = {ord("0") + n: 0xFF10 + n for n in range(10)}


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, None])
def test_every_terminator_and_silence_end_a_code(qtbot, summit, door, window, end):
    type_code(window, summit.code("王磊"), end)
    told(qtbot, door, Verdict.OK_IN)


def test_full_width_digits_committed_by_an_input_method(qtbot, summit, door, window):
    for digit in summit.code("王磊").translate(WIDE):
        event = QInputMethodEvent()
        event.setCommitString(digit)
        QCoreApplication.sendEvent(target(window), event)
    told(qtbot, door, Verdict.OK_IN)


def test_composition_with_preedit_then_one_commit(qtbot, summit, door, window):
    code = summit.code("王磊")
    QCoreApplication.sendEvent(target(window), QInputMethodEvent(code[:5], []))
    event = QInputMethodEvent("", [])
    event.setCommitString(code)
    QCoreApplication.sendEvent(target(window), event)
    QTest.keyClick(target(window), Qt.Key.Key_Return)
    told(qtbot, door, Verdict.OK_IN)


def test_scan_while_the_search_has_the_focus_leaves_nothing_in_it(qtbot, summit, door, window):
    QTest.keyClick(window, Qt.Key.Key_F3)
    qtbot.waitUntil(window.search.isVisible)
    window.search.text.setText("wang")
    assert window.focusWidget() is window.search.text
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
    assert window.open_sheet() is None
    assert window.search.text.text() == "wang"


def test_layout_that_types_letters_for_digits(qtbot, summit, door, window):
    french = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))  # codespell:ignore
    for digit in summit.code("王磊"):
        place = 10 + (int(digit) - 1) % 10
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, place, 0, 0, french[digit])
            QCoreApplication.sendEvent(target(window), event)
    told(qtbot, door, Verdict.OK_IN)


def test_same_badge_within_two_seconds_is_no_error(qtbot, summit, door, window):
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
    type_code(window, summit.code("王磊"))
    qtbot.waitUntil(lambda: window.panel.notice == "Same badge")
    assert door.outcome.verdict is Verdict.OK_IN
    assert window.panel.look.word == "Welcome"


def test_search_and_check_in_by_keyboard_alone(qtbot, door, window):
    QTest.keyClick(window, Qt.Key.Key_F3)
    for sign_ in "oymy":
        QTest.keyClick(target(window), sign_)
        QTest.qWait(100)  # fingers
    qtbot.waitUntil(lambda: len(window.search.results.found) == 1)
    QTest.keyClick(target(window), "1")
    told(qtbot, door, Verdict.OK_IN)
    assert door.outcome.guest.name == "欧阳明远"


def test_typing_opens_the_search_with_what_was_typed(qtbot, door, window):
    QTest.keyClick(window, "w")
    qtbot.waitUntil(window.search.isVisible)
    assert window.search.text.text() == "w"


def test_chinese_typed_through_an_input_method_opens_the_search(qtbot, door, window):
    event = QInputMethodEvent()
    event.setCommitString("中国信息协会")
    QCoreApplication.sendEvent(target(window), event)
    qtbot.waitUntil(window.search.isVisible)
    assert window.search.text.text() == "中国信息协会"


def test_scan_on_a_sheet_replaces_it_at_once(qtbot, summit, door, window):
    QTest.keyClick(window, Qt.Key.Key_F4)
    window.walk_in.category.setFocus()
    type_code(window, summit.code("王磊"))
    told(qtbot, door, Verdict.OK_IN)
    assert window.open_sheet() is None


def test_application_filter_is_gone_after_closing(qtbot, summit, door, window):
    window.close()
    assert QApplication.instance() is not None
    type_code(window, summit.code("王磊"))
    assert door.outcome is None


def test_twin_digits_that_look_like_a_repeating_key_are_not_lost(qtbot, summit, door, window):
    before = ""
    for digit in summit.code("王磊"):
        plain = Qt.KeyboardModifier.NoModifier
        key = QKeyEvent(QEvent.Type.KeyPress, 0, plain, digit, autorep=digit == before)
        QCoreApplication.sendEvent(target(window), key)
        before = digit
    told(qtbot, door, Verdict.OK_IN)


def test_keys_that_waited_behind_a_long_stall_are_one_code(qtbot, summit, door, window):
    code = summit.code("王磊")
    for place, digit in enumerate(code):
        if place == 3:
            stall(0.15)
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit)
        key.setTimestamp(5_000_000 + place * 4)  # when the scanner typed it
        QCoreApplication.sendEvent(target(window), key)
    told(qtbot, door, Verdict.OK_IN)


def stall(seconds: float) -> None:
    """Keep the window busy, so that no key is read."""
    end = monotonic() + seconds
    while monotonic() < end:
        pass
