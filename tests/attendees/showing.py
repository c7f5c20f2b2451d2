"""Shows the Attendees screen with whoever is registered, and opens its windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.attendees.making import EVENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget
    from pytestqt.qtbot import QtBot

    from summit_desk.services.bundle import Services
    from ui.attendees.screen import AttendeesScreen
    from ui.kit.desk import Desk


class Shown:
    """The screen with what a test does there."""

    def __init__(self, services: Services, desk: Desk, qtbot: QtBot) -> None:
        from ui.attendees.presenter import AttendeesPresenter
        from ui.attendees.screen import AttendeesScreen

        self.services, self.desk, self.qtbot = services, desk, qtbot
        desk.show_event(EVENT)
        self.screen: AttendeesScreen = AttendeesScreen()
        qtbot.addWidget(self.screen)
        self.presenter = AttendeesPresenter(self.screen, services, desk)
        self.screen.resize(1200, 800)
        self.screen.show()
        self.until(lambda: self.screen.model.rowCount() > 0)

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds and nothing runs any more."""
        self.qtbot.waitUntil(lambda: self.desk.idle() and bool(holds()), timeout=20_000)

    def select(self, name: str) -> None:
        """Select the one who is called so."""
        at = next(
            at
            for at in range(self.screen.model.rowCount())
            if (row := self.screen.model.row(at)) is not None and row.name == name
        )
        self.screen.table.selectRow(at)
        self.until(lambda: len(self.screen.selected_keys()) == 1)

    def opened(self) -> QDialog:
        """Wait for the window that opens, and return it."""
        self.until(QApplication.activeModalWidget)
        window: QWidget | None = QApplication.activeModalWidget()
        return window  # type: ignore[return-value]  # every modal window is a dialog
