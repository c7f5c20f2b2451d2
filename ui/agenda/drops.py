"""The grid as a place where sessions from the tray can be dropped."""

from uuid import UUID

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from summit_desk.domain.agenda_moves import Placing, in_the_way
from summit_desk.domain.agenda_view import AgendaItem
from ui.agenda.canvas import Canvas
from ui.agenda.dragging import dropped

SESSION_MIME = "application/x-summit-desk-session"


class DropCanvas(Canvas):
    """Shows where a card from the tray would land, and tells when it has."""

    placed = Signal(object, object)  # key of a session, its new Placing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(SESSION_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item, placing = self._carried(event)
        self.landing = placing
        self.in_the_way = None
        if item is not None and placing is not None and self.view is not None:
            self.in_the_way = in_the_way(self.view, item, placing)
            event.acceptProposedAction()
        else:
            event.ignore()
        self.viewport().update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.landing = self.in_the_way = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        item, placing = self._carried(event)
        self.landing = self.in_the_way = None
        self.viewport().update()
        if item is not None and placing is not None:
            event.acceptProposedAction()
            self.placed.emit(item.id, placing)

    def _carried(self, event: QDropEvent) -> tuple[AgendaItem | None, Placing | None]:
        """Return the session from the tray and where it would land."""
        point = self.over(QPointF(event.position()))
        if point is None or self.grid is None or self.view is None:
            return None, None
        data = event.mimeData().data(SESSION_MIME).data()
        item = self.view.find(UUID(bytes(data).decode()))
        return item, dropped(self.grid, item, point) if item else None
