"""The window opens quickly, and Qt's bindings keep their references."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# slow to import; each is imported by the one function that needs it
LATE = (
    "alembic",
    "babel",
    "exports",
    "icalendar",
    "opencc",
    "openpyxl",
    "PIL",
    "pypinyin",
    "PySide6.QtMultimedia",
    "PySide6.QtPdf",
    "PySide6.QtSerialPort",
    "python_calamine",
    "qrcode",
    "reportlab",
    "rich",
    "summit_desk.domain.pasted_text",
    "summit_desk.domain.text_cleaning",
    "summit_desk.readers.sheets",
    "typer",
    "zxingcpp",
)


def loaded_by(statement: str) -> set[str]:
    program = f"import sys; {statement}; print('\\n'.join(sys.modules))"
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(answer.stdout.split())


def test_the_shell_loads_nothing_slow() -> None:
    loaded = loaded_by("import ui.shell.window, summit_desk.bootstrap")
    assert sorted(loaded.intersection(LATE)) == []


def test_the_form_of_the_welcome_page_loads_nothing_slow() -> None:
    loaded = loaded_by("import ui.shell.window, ui.kit.event_form")
    assert sorted(loaded.intersection(LATE)) == []


def test_the_services_load_no_window() -> None:
    loaded = loaded_by("import summit_desk.services.bundle")
    assert sorted(name for name in loaded if name.startswith(("PySide6", "ui"))) == []


def test_calling_qt_keeps_the_references_of_none(qtbot) -> None:
    """PySide6 6.12 on Python 3.11 drops one reference of None for every call that returns it."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _round in range(500):
        label.setText("x")
    assert before - sys.getrefcount(None) < 100
