"""Starting: what the first window must not wait for."""

import subprocess
import sys

SLOW = (
    "alembic",
    "calamine",
    "db",
    "exports",
    "openpyxl",
    "pydantic",
    "pypinyin",
    "python_calamine",
    "qrcode",
    "reportlab",
    "sqlalchemy",
    "sqlmodel",
    "zxingcpp",
)
START = """
import sys
from PySide6.QtWidgets import QApplication
from summit_desk.services.settings import SettingsService
from ui.shell.program import Program
app = QApplication([])
program = Program(app, SettingsService(None))
program.window.show()
program.window.grab()
print(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
program.close()
"""


def test_the_first_window_loads_nothing_slow():
    told = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=True, timeout=60
    )

    assert set(told.stdout.split()) & set(SLOW) == set()
