"""Windows that nobody holds any more don't bring the program down when all are dressed anew."""

import gc
import subprocess
import sys

from summit_desk.support.collector import uncollected

PROGRAM = """
import gc
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from summit_desk.services.settings import SettingsService
from summit_desk.support.settings import Settings, Theme
from ui.kit.look import Look

class Window(QWidget):
    def __init__(self):
        super().__init__()
        self.own = self  # only the collector can find out that nobody holds it
        self.labels = [QLabel("x", self) for _each in range(5)]

    def changeEvent(self, event):
        self.noted = [[] for _each in range(50)]  # enough for the collector to be called
        super().changeEvent(event)

app = QApplication([])
look = Look(app, SettingsService(None, Settings()))
gc.set_threshold(10, 1, 1)
for turn in range(20):
    gc.disable()
    held = [Window() for _each in range(20)]
    lost = [Window() for _each in range(20)]
    del lost
    gc.enable()
    look.wear(Theme.DARK if turn % 2 else Theme.LIGHT)
"""


def test_nothing_is_collected_while_all_windows_are_dressed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_collector_rests_until_the_last_of_overlapping_blocks_has_ended() -> None:
    first, second = uncollected(), uncollected()
    rested = []
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    rested.append(not gc.isenabled())
    second.__exit__(None, None, None)
    rested.append(not gc.isenabled())

    assert rested == [True, False]
