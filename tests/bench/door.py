"""From the last key of a scanner to the painted verdict, at a station over a large summit.

A program of its own: the main window with 100,000 attendees open, the station full-screen above
it, real key events at a scanner's pace. The clock starts with the terminator and stops when the
verdict has been painted; by then the scan is on disk.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.opening import _turn, started
from tests.bench.rows import Row, percentile
from tests.bench.scans import scanned
from tests.check_in.keys import target

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from tests.bench.files import BenchFiles
    from ui.check_in.looks import Look
    from ui.check_in.station_window import StationWindow
    from ui.shell.program import Program

GUESTS = 200
PACE = 0.002  # seconds between two keys of a wedge scanner
REST = 0.3  # seconds to the next guest
PATIENCE = 10.0
LIMIT_MS = 50
SEED = 13


def measure(files: BenchFiles, guests: int = GUESTS) -> list[Row]:
    """Scan badges in a fresh process."""
    path = scanned(files, "door.summit")
    command = [sys.executable, "-m", "tests.bench.door", str(path), str(guests)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    times: list[float] = json.loads(told.stdout.splitlines()[-1])
    what = "last key of a scanner to painted verdict"
    return [
        Row(f"{what}, p50", percentile(times, 0.5) * 1000, "ms"),
        Row(f"{what}, p95", percentile(times, 0.95) * 1000, "ms", limit=LIMIT_MS),
    ]


def _run(path: Path, guests: int) -> list[float]:
    painted = _watch_painting()
    app, program = started(path)
    window = _station(app, program)
    _turn(app, lambda: False, 1.0)  # what opening it goes on to do
    codes = [row.code for row in _services(program).check_in.codes(_event_id(program))]
    chosen = random.Random(SEED).sample(codes, guests)
    times = [_scanned(app, window, code, painted) for code in chosen]
    window.close()
    program.close()
    return times


def _watch_painting() -> list[tuple[float, Look]]:
    """Note when which look was painted, from now on."""
    from ui.check_in.verdict_panel import VerdictPanel

    painted: list[tuple[float, Look]] = []
    paint = VerdictPanel.paintEvent

    def noted(panel: VerdictPanel, event: QPaintEvent) -> None:
        paint(panel, event)
        painted.append((time.perf_counter(), panel.look))

    VerdictPanel.paintEvent = noted
    return painted


def _station(app: QApplication, program: Program) -> StationWindow:
    """Open the station at the point where nobody was scanned, as its button does."""
    from summit_desk.domain.places import Place, ScreenName
    from ui.check_in.screen import CheckInScreen
    from ui.check_in.station_window import StationWindow

    program.window.joined.workspace.go(Place(ScreenName.CHECK_IN))
    (screen,) = program.window.findChildren(CheckInScreen)
    points = _services(program).check_in.points(_event_id(program))
    fresh = next(row for row in points if row.point.name == "P0")
    screen.station_asked.emit(fresh, "bench", "bench")

    def opened() -> list[StationWindow]:
        return [one for one in app.topLevelWidgets() if isinstance(one, StationWindow)]

    _turn(app, lambda: bool(opened()), 60.0)
    (window,) = opened()
    return window


def _scanned(
    app: QApplication, window: StationWindow, code: str, painted: list[tuple[float, Look]]
) -> float:
    """Type a code as a scanner does; return the seconds from its last key to the verdict."""
    from PySide6.QtCore import QEventLoop

    began = time.monotonic()
    for place, digit in enumerate(code):
        _press(window, digit, began + place * PACE)
        _turn(app, lambda: False, PACE)
    before = window.panel.look
    painted.clear()
    start = time.perf_counter()
    _press(window, "\r", began + len(code) * PACE)
    while not any(look is not before for _at, look in painted):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        assert time.perf_counter() - start < PATIENCE
    took = next(at for at, look in painted if look is not before) - start
    _turn(app, lambda: False, REST)
    return took


def _press(window: StationWindow, text: str, at: float) -> None:
    """Send a key with the time at which the scanner typed it, as a window system does."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    place = Qt.Key.Key_Return if text == "\r" else 0
    key = QKeyEvent(QEvent.Type.KeyPress, place, Qt.KeyboardModifier.NoModifier, text)
    key.setTimestamp(int(at * 1000))
    QCoreApplication.sendEvent(target(window), key)


def _services(program: Program):
    return program.window.joined._services


def _event_id(program: Program):
    return program.window.joined._desk.event_id


if __name__ == "__main__":
    print(json.dumps(_run(Path(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201 -- the parent reads it
