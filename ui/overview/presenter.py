"""Joins the screen of the overview to the figures and the preflight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from summit_desk.domain.change import Change, Topic
from ui.kit.desk import Desk
from ui.overview.screen import OverviewScreen

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

SOON_MS = 150  # several changes in a row are counted once
SCANS_MS = 5_000  # at the door there is one every second
FINDINGS_AFTER_MS = 400  # the figures come first


class OverviewPresenter(QObject):
    """Counts again after changes, but only while somebody looks, and beside the other work."""

    def __init__(self, screen: OverviewScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._stale = True
        self._due, self._checking = QTimer(self), QTimer(self)
        for timer, then in ((self._due, self.reload), (self._checking, self._check)):
            timer.setSingleShot(True)
            timer.timeout.connect(then)
        screen.shown.connect(self._catch_up)
        desk.event_changed.connect(self.reload)
        desk.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Show the figures of now, and the findings a moment later."""
        event_id = self._desk.event_id
        self._stale = False
        self._desk.run_beside(
            lambda: self._services.overview.overview(event_id), self._screen.show_overview
        )
        self._checking.start(FINDINGS_AFTER_MS)

    def _check(self) -> None:
        if not self._screen.isVisible():
            self._stale = True
            return
        event_id = self._desk.event_id
        preflight = self._services.preflight
        self._desk.read_beside(
            lambda progress: preflight.findings(event_id, progress), self._screen.show_findings
        )

    def _on_changed(self, change: Change) -> None:
        if not self._screen.isVisible():
            self._stale = True
        elif change.topics == {Topic.CHECK_IN}:
            if not self._due.isActive():
                self._due.start(SCANS_MS)
        else:
            self._due.start(SOON_MS)

    def _catch_up(self) -> None:
        if self._stale:
            self.reload()
