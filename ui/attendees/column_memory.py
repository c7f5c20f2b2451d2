"""Joins the columns of the list to the settings of this computer, event by event."""

from PySide6.QtCore import QObject

from ui.attendees.column_keeper import ColumnKeeper
from ui.attendees.layout import Layout, read_layout
from ui.kit.desk import Desk
from ui.kit.look import Look


class ColumnMemory(QObject):
    """Recalls how the columns were laid out; without settings they are as delivered."""

    def __init__(self, columns: ColumnKeeper, desk: Desk, look: Look | None) -> None:
        super().__init__(columns)
        self._columns, self._desk, self._look = columns, desk, look
        columns.laid_out.connect(self._remember)

    def recall(self) -> None:
        """Lay the columns out as they were for this event."""
        if self._look is not None:
            kept = self._look.settings.columns.get(str(self._desk.event_id), "")
            self._columns.show_layout(read_layout(kept))

    def _remember(self, layout: Layout) -> None:
        if self._look is not None:
            self._look.lay_out(str(self._desk.event_id), layout.text())
