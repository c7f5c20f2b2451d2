"""Joins the rehearsal of a rush to its use case."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.check_in.outcome import PointRow
from summit_desk.domain.check_in.rehearsal import Rush
from summit_desk.support.i18n import _
from ui.check_in.rehearsal_dialog import RehearsalDialog
from ui.check_in.screen import CheckInScreen
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services


class Rehearsing(QObject):
    """Opens the dialog and runs what it asks for."""

    def __init__(self, screen: CheckInScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        screen.rehearsal_asked.connect(self.open)

    def open(self, point: PointRow) -> RehearsalDialog:
        """Open the dialog for a point."""
        dialog = RehearsalDialog(point.words(), point.counts.expected, self._screen)
        dialog.rehearsal_asked.connect(lambda rush: self._run(dialog, point.id, rush))
        dialog.open()
        return dialog

    def _run(self, dialog: RehearsalDialog, point_id: UUID, rush: Rush) -> None:
        event_id, rehearsals = self._desk.event_id, self._services.rehearsals
        self._desk.run_long(
            _("Rehearsing"),
            lambda progress: rehearsals.rehearse(event_id, point_id, rush, progress),
            dialog.show_rehearsal,
        )
