"""The hands of a person at the program: they press keys and fill forms, and wait as a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from ui.agenda.participants import ParticipantsInput
from ui.kit.choice_inputs import ChoiceInput, ChoicesInput, LookupInput
from ui.kit.form import FormDialog
from ui.kit.time_inputs import MomentInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk
    from ui.kit.screen import Screen
    from ui.shell.program import Program

PATIENCE_MS = 5_000
CTRL = Qt.KeyboardModifier.ControlModifier
Window = TypeVar("Window", bound=QWidget)


class Hands:
    """Somebody who works with the program."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._qtbot, self._program = qtbot, program

    @property
    def services(self) -> Services:
        """The use cases of the open file, to look into it."""
        return self._opened()[0]

    @property
    def desk(self) -> Desk:
        return self._opened()[1]

    def wait(self, come: Callable[[], object]) -> None:
        """Wait until something has come about."""
        self._qtbot.waitUntil(lambda: bool(come()), timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until the program has answered everything."""
        self.wait(lambda: self._program.window.joined is not None)
        self.wait(self.desk.idle)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key in the main window."""
        window = self._program.window
        window.activateWindow()
        self.wait(window.isActiveWindow)
        QTest.keyClick(window.focusWidget() or window, key, held)
        if window.joined is not None:
            self.settle()

    def go(self, number: int) -> Screen:
        """Go to the screen of that number in the rail with Ctrl and the digit."""
        self.press(Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert self._program.window.joined is not None
        return self._program.window.joined.workspace.current()

    def form(self) -> FormDialog:
        """Wait for the form that comes up."""
        return self.window(FormDialog)

    def window(self, kind: type[Window]) -> Window:
        """Wait for a window that comes up and takes the keyboard."""
        self.wait(lambda: any(one.isActiveWindow() for one in self._windows(kind)))
        return next(one for one in self._windows(kind) if one.isActiveWindow())

    def gone(self, window: QWidget) -> None:
        """Wait until a window has closed and the program has settled."""
        told: list[object] = []
        window.destroyed.connect(lambda: told.append(window))
        self.wait(lambda: told)
        self.settle()

    def fill(self, form: FormDialog, entered: Mapping[str, object]) -> None:
        """Enter values into the fields of a form."""
        for key, value in entered.items():
            form.inputs[key].setFocus()
            self._enter(form.inputs[key], value)

    def save(self, form: FormDialog) -> None:
        """Save with Ctrl+Enter, and wait until the form is gone."""
        told: list[object] = []
        form.destroyed.connect(lambda: told.append(form))
        QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
        self.wait(lambda: told)
        self.settle()

    def choose_file(self, path: Path) -> None:
        """Answer the question where, by typing the name into the system's dialog."""
        dialog = self.window(QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def message(self) -> str:
        """Wait for a message, read it and close it."""
        box = self.window(QMessageBox)
        text = box.text()
        QTest.keyClick(box, Qt.Key.Key_Escape)
        return text

    def type(self, line: QWidget, text: str) -> None:
        """Type as with an input method: any character of any script."""
        line.setFocus()
        for part in (text[:1], text[1:]):
            event = QInputMethodEvent()
            event.setCommitString(part)
            QCoreApplication.sendEvent(line, event)

    def scan(self, window: QWidget, code: str) -> None:
        """Type a code as a scanner does: all at once, with Enter."""
        for sign in code:
            QTest.keyClick(window.focusWidget() or window, sign)
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)

    def pick(self, lookup: LookupInput, text: str) -> None:
        """Type into a lookup, and take the first of what is offered."""
        popup = lookup.findChild(QCompleter).popup()
        self.type(lookup.line, text)
        self.wait(popup.isVisible)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        self.wait(lambda: not popup.isVisible())

    def _enter(self, field: QWidget, value: object) -> None:
        if isinstance(field, ParticipantsInput):
            self.pick(field.add, str(value))
        elif isinstance(field, LookupInput):
            self.type(field.line, str(value))
        elif isinstance(field, ChoiceInput):
            field.box.setCurrentText(str(value))
            assert field.box.currentText() == str(value), "no such choice"
        elif isinstance(field, ChoicesInput):
            self._tick(field, value)
        elif isinstance(field, MomentInput):
            self._enter_moment(field, value)
        else:
            control = field.control
            QTest.keyClick(control, Qt.Key.Key_A, CTRL)
            self.type(control, str(value))

    def _tick(self, field: ChoicesInput, names: Sequence[str]) -> None:
        for name in names:
            (item,) = field.list.findItems(name, Qt.MatchFlag.MatchExactly)
            item.setCheckState(Qt.CheckState.Checked)

    def _enter_moment(self, field: MomentInput, value: date | datetime) -> None:
        """Type the digits of a date or time; the field goes on to its next part by itself."""
        if field.tick is not None and not field.tick.isChecked():
            QTest.keyClick(field.tick, Qt.Key.Key_Space)
        form = "%Y%m%d%H%M" if isinstance(value, datetime) else "%Y%m%d"
        field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(field.edit, value.strftime(form))

    def _opened(self) -> tuple[Services, Desk]:
        opened = self._program.filing and self._program.filing.opened()
        assert opened, "no file is open"
        return opened

    def _windows(self, kind: type[Window]) -> list[Window]:
        shown = QApplication.topLevelWidgets()
        return [one for one in shown if isinstance(one, kind) and one.isVisible()]
