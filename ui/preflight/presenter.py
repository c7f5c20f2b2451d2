"""Joins the screen of the preflight to the checks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.findings import Finding
from ui.kit.desk import Desk, concerns
from ui.preflight.screen import PreflightScreen

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

JUDGED = (Topic.EVENT, Topic.AGENDA, Topic.PEOPLE, Topic.SPEAKERS, Topic.ATTENDEES, Topic.TRIPS)


class PreflightPresenter(QObject):
    """Checks again when something that is judged has changed, as soon as somebody looks."""

    def __init__(self, screen: PreflightScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._stale = False
        screen.shown.connect(self._catch_up)
        desk.event_changed.connect(self.reload)
        desk.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Show what is wrong now."""
        self._stale = False
        event_id, preflight = self._desk.event_id, self._services.preflight
        self._desk.read_beside(lambda progress: preflight.findings(event_id, progress), self._show)

    def _show(self, findings: Sequence[Finding]) -> None:
        self._screen.show_findings(findings, f"{self._services.now().astimezone():%H:%M}")

    def _on_changed(self, change: Change) -> None:
        if not concerns(change, *JUDGED):
            return
        if self._screen.isVisible():
            self.reload()
        else:
            self._stale = True

    def _catch_up(self) -> None:
        if self._stale:
            self.reload()
