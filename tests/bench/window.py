"""From the start of the process to the first painted window, against a bare QMainWindow."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.rows import Row

if TYPE_CHECKING:
    from tests.bench.files import BenchFiles

RUNS = 7
EXTRA = 0.250  # seconds that our window may take longer

# Each program prints the clock when its window has been painted and the event loop is idle.
BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print(time.time()), app.quit()))
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
import sys, time
from pathlib import Path
sys.argv = ["summit-desk"]
from PySide6.QtWidgets import QApplication
from summit_desk.services.settings import SettingsService
from ui.shell.program import Program
app = QApplication(sys.argv[:1])
program = Program(app, SettingsService(None))
program.window.painted.connect(lambda: (print(time.time()), app.quit()))
program.start(None)
app.exec()
program.close()
"""


def measure(_files: BenchFiles) -> list[Row]:
    """Start both programs in turn."""
    rounds = [(_painted(OURS), _painted(BARE)) for _run in range(RUNS + 1)][1:]
    ours, bare = median(one for one, _ in rounds), median(other for _, other in rounds)
    return [
        Row(
            "first window painted",
            ours * 1000,
            "ms",
            floor=bare * 1000,
            floor_is="bare PySide6 window",
            limit=(bare + EXTRA) * 1000,
        )
    ]


def _painted(program: str) -> float:
    """Return the seconds from starting the program to its painted window."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    start = time.time()
    told = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(told.stdout.split()[0]) - start
