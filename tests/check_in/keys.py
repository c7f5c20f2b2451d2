"""Keys as a scanner sends them, and waiting for what comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from summit_desk.domain.verdicts import Verdict


def target(window):
    return window.focusWidget() or window


def type_code(window, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """Type as a scanner does: all at once."""
    for sign_ in text:
        QTest.keyClick(target(window), sign_)
    if end is not None:
        QTest.keyClick(target(window), end)


def told(qtbot, door, verdict: Verdict) -> None:
    qtbot.waitUntil(lambda: door.outcome is not None and door.outcome.verdict is verdict)
    qtbot.waitUntil(lambda: door.jobs.idle() and not door._side.isActive())
    qtbot.waitUntil(door.jobs.idle)
