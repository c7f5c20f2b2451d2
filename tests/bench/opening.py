"""How long from the empty window to a usable list of 100,000 attendees, and for how much memory.

Each run is a program of its own: the real window, the file opened as from the welcome page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from tests.bench.files import BenchFiles
    from ui.attendees.screen import AttendeesScreen
    from ui.shell.program import Program

RUNS = 5
PATIENCE = 60.0
WARM = 2.5  # seconds in which the welcome page loads what opening needs


def measure(files: BenchFiles, runs: int = RUNS) -> list[Row]:
    """Open the large file in fresh processes."""
    path = files.copy_of_big("opening.summit")
    told = [_child(path) for _run in range(runs)]
    seconds = median(one["seconds"] for one in told)
    return [
        Row("open 100,000 attendees to a usable Attendees screen", seconds, "s", limit=1),
        Row(
            "memory for it, more than the empty window",
            median(one["megabytes"] for one in told),
            "MB",
            limit=80,
        ),
    ]


def _child(path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.opening", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def _run(path: Path) -> dict[str, float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from summit_desk.services.settings import SettingsService
    from summit_desk.support.settings import Settings
    from ui.shell.program import Program

    app = QApplication(sys.argv[:1])
    program = Program(app, SettingsService(None, Settings()))
    program.start(None)
    _turn(app, lambda: False, WARM)
    before, start = _memory(), time.perf_counter()
    _open(app, program, path)
    seconds = time.perf_counter() - start
    megabytes = _memory() - before
    program.close()
    return {"seconds": seconds, "megabytes": megabytes}


def started(path: Path) -> tuple[QApplication, Program]:
    """Start the program in this process, offscreen, and open the file; at rest afterwards."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from summit_desk.services.settings import SettingsService
    from summit_desk.support.settings import Settings
    from ui.shell.program import Program

    app = QApplication(sys.argv[:1])
    program = Program(app, SettingsService(None, Settings()))
    program.start(None)
    program.window.resize(1440, 900)
    _turn(app, lambda: False, 1.0)
    _open(app, program, path)
    _turn(app, lambda: False, 3.0)  # what opening goes on to do
    return app, program


def _open(app: QApplication, program: Program, path: Path) -> None:
    """Open the file, go to the attendees and wait for the first rows to be painted."""
    from summit_desk.domain.places import Place, ScreenName
    from ui.attendees.screen import AttendeesScreen

    window = program.window
    assert program.filing is not None
    program.filing.open(path)
    _turn(app, lambda: window.joined is not None)
    assert window.joined is not None
    window.joined.workspace.go(Place(ScreenName.ATTENDEES))
    (screen,) = window.findChildren(AttendeesScreen)
    _turn(app, lambda: _usable(screen))
    window.grab()


def _usable(screen: AttendeesScreen) -> bool:
    return screen.model.rowCount() > 0 and screen.model.row(0) is not None


def _turn(app: QApplication, done: Callable[[], bool], patience: float = PATIENCE) -> None:
    end = time.monotonic() + patience
    while not done() and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.001)


def _memory() -> float:
    """Return the resident memory in MB, where the system tells it."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    print(json.dumps(_run(Path(sys.argv[1]))))  # noqa: T201 -- what the parent reads
