"""The keeper: backups at opening and every 15 minutes, and tidying in idle moments."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from summit_desk.support.settings import MINUTES_BETWEEN_BACKUPS
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from summit_desk.services.bundle import Services

FIRST_AFTER_MS = 1000  # the first screen comes first
REST_EVERY_MS = 30_000


class Keeper(QObject):
    """Looks after the open file."""

    backed_up = Signal(object)  # when, or None

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._desk = services.workspace, desk
        QTimer.singleShot(FIRST_AFTER_MS, self, self.back_up)
        self._start(MINUTES_BETWEEN_BACKUPS * 60_000, self._back_up_if_changed)
        self._start(REST_EVERY_MS, self._rest)

    def back_up(self, then: Callable[[], object] | None = None) -> None:
        """Make a backup now, then call `then`."""

        def made(path: "Path | None") -> None:
            self._tell(path)
            if then is not None:
                then()

        self._desk.run_beside(self._workspace.back_up, then=made)

    def tell(self) -> None:
        """Say when the last backup was made."""
        self._desk.run(self._workspace.last_backup, then=self.backed_up.emit)

    def _start(self, every_ms: int, call: Callable[[], object]) -> None:
        timer = QTimer(self, interval=every_ms)
        timer.timeout.connect(call)
        timer.start()

    def _back_up_if_changed(self) -> None:
        self._desk.run_beside(
            lambda: self._workspace.back_up(only_if_changed=True), then=self._tell
        )

    def _tell(self, _path: "Path | None") -> None:
        self._desk.run(self._last, then=self.backed_up.emit)

    def _last(self) -> datetime | None:
        return self._workspace.last_backup()

    def _rest(self) -> None:
        if self._desk.idle():
            self._desk.run(self._workspace.rest)
            self.tell()
