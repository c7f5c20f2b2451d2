"""A key that closes its window is never released there; the next test must not feel it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit


@pytest.mark.parametrize("_turn", [1, 2])
def test_a_test_begins_without_a_key_held_down(_turn, qtbot):
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    line = QLineEdit()
    qtbot.addWidget(line)
    qtbot.keyPress(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
