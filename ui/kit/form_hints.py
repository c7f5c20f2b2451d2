"""Hints at the fields of a form: what looks odd about what stands there; they never block."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from summit_desk.domain.errors import DeskError, Problem
from ui.kit.desk import Desk
from ui.kit.form import FormDialog, Values

PAUSE_MS = 400  # a number that is still typed looks odd with every key

Doubt = Callable[[Values], Sequence[Problem]]


class FormHints(QObject):
    """Asks for doubts when the form opens and whenever somebody stops typing."""

    def __init__(self, dialog: FormDialog, desk: Desk, doubt: Doubt) -> None:
        super().__init__(dialog)
        self._dialog, self._desk, self._doubt = dialog, desk, doubt
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        for entered in dialog.inputs.values():
            entered.changed.connect(self._pause.start)
        self.ask()

    def ask(self) -> None:
        """Ask what looks odd about what the form says now."""
        values = self._dialog.values()
        self._desk.run(lambda: self._doubt(values), self._show, self._leave)

    def _show(self, doubts: Sequence[Problem]) -> None:
        if not self._pause.isActive():  # else somebody went on typing
            self._dialog.show_hints(doubts)

    def _leave(self, _problem: DeskError) -> None:
        """Show nothing new: what can't be read now is told when it is saved."""
