"""From a key pressed in the search field to the painted result, among 100,000 attendees.

A program of its own: the real window, offscreen, and real key events. The first key is the first
that is pressed after the file was opened; each later one is pressed when the program is at rest.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.opening import _turn, started
from tests.bench.rows import Row, percentile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.bench.files import BenchFiles
    from ui.attendees.screen import AttendeesScreen

RUNS = 3
WORDS = 25  # typed letter by letter in each run
WARM_MS, FIRST_MS = 16, 100
REST = 0.25  # seconds between two keys, as a person types who reads what is found
PATIENCE = 5.0
SEED = 3
TEXTS = ("zhangwei", "wlei", "wangf", "lv", "ouyang", "zw", "liuy", "chenx", "2046", "shanghai")


def measure(files: BenchFiles, runs: int = RUNS) -> list[Row]:
    """Type into the large file in fresh processes."""
    path = files.copy_of_big("keystroke.summit")
    told = [_child(path) for _run in range(runs)]
    warm = [each for one in told for each in one["warm"]]
    what = "key pressed to painted result among 100,000"
    return [
        Row(f"{what}, p95 warm", percentile(warm, 0.95) * 1000, "ms", limit=WARM_MS),
        Row(f"{what}, first", median(one["first"][0] for one in told) * 1000, "ms", limit=FIRST_MS),
    ]


def _child(path: Path) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tests.bench.keystroke", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, list[float]] = json.loads(told.stdout.splitlines()[-1])
    return found


def _run(path: Path) -> dict[str, list[float]]:
    from ui.attendees.screen import AttendeesScreen

    app, program = started(path)
    (screen,) = program.window.findChildren(AttendeesScreen)
    screen.focus_search()
    times = [_pressed(app, screen, key) for key in _keys(random.Random(SEED))]
    program.close()
    return {"first": times[:1], "warm": times[1:]}


def _keys(dice: random.Random) -> Iterator[str]:
    """Yield the keys of words, one after the other; "" stands for clearing the field."""
    for _word in range(WORDS):
        yield from dice.choice(TEXTS)
        yield ""


def _pressed(app: QApplication, screen: AttendeesScreen, key: str) -> float:
    """Press a key and return the seconds until the list of its result was painted."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest

    shown: list[bool] = []
    note = screen.model.shown.connect(lambda: shown.append(True))
    end = time.perf_counter() + PATIENCE
    start = time.perf_counter()
    if key:
        QTest.keyClicks(screen.filters.search, key)
    else:
        QTest.keyClick(screen.filters.search, Qt.Key.Key_Escape)
    while not shown and time.perf_counter() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()  # what the new rows have posted: their painting
    took = time.perf_counter() - start
    screen.model.shown.disconnect(note)
    _turn(app, lambda: False, REST)
    return took


if __name__ == "__main__":
    print(json.dumps(_run(Path(sys.argv[1]))))  # noqa: T201 -- what the parent reads
