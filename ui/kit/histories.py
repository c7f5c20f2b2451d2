"""Opening the history of a record from any screen."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _
from ui.kit.desk import Desk
from ui.kit.history import HistoryDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summit_desk.services.history import HistoryEntry


def show_history(
    parent: QWidget, services: Services, desk: Desk, title: str, *records: UUID
) -> None:
    """Show what happened to these records, and take a change back when that is asked."""

    def take_back(changeset: UUID) -> None:
        desk.run_long(
            _("Undo"),
            lambda progress: services.history.undo_changeset(changeset, progress),
            desk.publish,
        )

    def show(entries: "Sequence[HistoryEntry]") -> None:
        dialog = HistoryDialog(title, entries, parent)
        dialog.undo_asked.connect(take_back)
        dialog.open()

    desk.run(lambda: services.history.of(*records), show)
