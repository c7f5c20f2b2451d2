"""The row over a table of the settings: its title, what it is for, and the buttons."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton


def headed(title: QLabel, note: QLabel, actions: Sequence[QAction]) -> QHBoxLayout:
    """Return the row, with a button for each action at its right."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(title)
    row.addWidget(note, 1)
    for action in actions:
        button = QToolButton()
        button.setDefaultAction(action)
        row.addWidget(button)
    return row
