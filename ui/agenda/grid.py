"""The grid under the hand: selecting, dragging, dropping and walking, told as wishes."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from summit_desk.domain.agenda_moves import (
    SHORTEST,
    SNAP,
    Placing,
    in_the_way,
    wall_at,
)
from summit_desk.domain.agenda_view import AgendaItem
from ui.agenda.dragging import dragged, on_edge, placing_of, taken
from ui.agenda.drops import DropCanvas
from ui.agenda.geometry import AXIS, HEADER
from ui.agenda.looks import tooltip
from ui.agenda.painting import room_name, room_note
from ui.agenda.walking import STEPS, Step, neighbour

NEW_MINUTES = 30
NEW_STEP = 15
BORDER = 24  # pixels from the border where a drag scrolls
Reason = Qt.FocusReason
BY_KEYS = (Reason.TabFocusReason, Reason.BacktabFocusReason, Reason.ShortcutFocusReason)
Key, Modifier = Qt.Key, Qt.KeyboardModifier


class AgendaGrid(DropCanvas):
    """Emits what the person wants; changes nothing itself."""

    selected = Signal(object)  # key of a session, or None
    opened = Signal(object)  # key of a session
    new_asked = Signal(object)  # a Placing
    removal_asked = Signal(object)  # keys of sessions
    menu_asked = Signal(QPoint)  # where on the screen
    let_go_outside = Signal(QPoint)  # where on the screen a dragged card was let go

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def choose(self, session_id: UUID | None, *, adding: bool = False) -> None:
        """Select a card, or one more; choosing a chosen one again takes it out."""
        before = self.selection if adding else ()
        if session_id is None:
            self.selection = ()
        elif session_id in before:
            self.selection = tuple(key for key in before if key != session_id)
        else:
            self.selection = (*before, session_id)
        self.viewport().update()
        self._describe()
        self.selected.emit(self.selection[-1] if self.selection else None)

    def current(self) -> AgendaItem | None:
        """Return the session that was selected last."""
        if self.view is None or not self.selection:
            return None
        return self.view.find(self.selection[-1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = self.over(event.position())
        found = self.item_at(point) if point else None
        adding = bool(event.modifiers() & Modifier.ControlModifier)
        if found is None or point is None or self.grid is None:
            self.choose(None)
            return
        if adding or found[0].id not in self.selection:
            self.choose(found[0].id, adding=adding)
        if not adding:
            self.drag = taken(self.grid, *found, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position() + QPointF(self._offset())
        if self.drag is None or self.grid is None or self.view is None:
            self._show_cursor(self.over(event.position()))
            return
        fine = bool(event.modifiers() & Modifier.AltModifier)
        self.drag = dragged(self.drag, self.grid, point, fine=fine)
        if self.drag.moving:
            self.in_the_way = in_the_way(self.view, self.drag.item, self.drag.placing)
            self.ensure_seen(event.position())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self.drag, self.in_the_way = self.drag, None, None
        self.viewport().update()
        if drag is None or not drag.moving or event.button() is not Qt.MouseButton.LeftButton:
            return
        if not self.viewport().rect().contains(event.position().toPoint()):
            self.let_go_outside.emit(event.globalPosition().toPoint())
        elif drag.changed:
            self.placed.emit(drag.item.id, drag.placing)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = self.over(event.position())
        if point is None or self.grid is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.drag = None
        found, room = self.item_at(point), self.grid.room_at(point.x())
        if found is not None:
            self.opened.emit(found[0].id)
        elif room is not None:
            minute = int(self.grid.minute(point.y()) // NEW_STEP * NEW_STEP)
            self.new_asked.emit(Placing(wall_at(self.grid.day, minute), room.id, NEW_MINUTES))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Modifier.ControlModifier:
            steps = event.angleDelta().y()
            self.zoom_by((steps > 0) - (steps < 0), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            point = self.over(QPointF(event.pos()))
            found = self.item_at(point) if point else None
            if found is not None and found[0].id not in self.selection:
                self.choose(found[0].id)
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, step = Key(event.key()), STEPS.get(Key(event.key()))
        item = self.current()
        if key is Key.Key_Escape and self.drag is not None:
            self.drag = self.in_the_way = None
            self.viewport().update()
        elif step is not None and event.modifiers() & Modifier.AltModifier and item is not None:
            self._nudge(item, step, longer=bool(event.modifiers() & Modifier.ShiftModifier))
        elif step is not None:
            self._walk(step)
        elif key in (Key.Key_Return, Key.Key_Enter) and item is not None:
            self.opened.emit(item.id)
        elif key is Key.Key_Delete and self.selection:
            self.removal_asked.emit(self.selection)
        elif key is Key.Key_Escape and self.selection:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._told_at(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.by_keys = event.reason() in BY_KEYS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.by_keys = False
        self.viewport().update()

    def ensure_seen(self, point: QPointF) -> None:
        """Scroll when a drag comes near the border."""
        size = self.viewport().size()
        for bar, at, frozen, length in (
            (self.horizontalScrollBar(), point.x(), AXIS, size.width()),
            (self.verticalScrollBar(), point.y(), HEADER, size.height()),
        ):
            if at < frozen + BORDER or at > length - BORDER:
                bar.setValue(bar.value() + (BORDER // 2 if at > length / 2 else -BORDER // 2))

    def _walk(self, step: Step) -> None:
        current = self.selection[-1] if self.selection else None
        found = neighbour(self.boxes, current, step)
        if found is not None:
            self.choose(found.id)
            self.reveal(found.id)

    def _nudge(self, item: AgendaItem, step: Step, *, longer: bool) -> None:
        """Move a card by the keyboard: five minutes, or a room; with Shift change its length."""
        if not item.scheduled or self.grid is None or item.room is None:
            return
        across, down = step.value
        placing = placing_of(item)
        if longer:
            placing = replace(placing, minutes=max(placing.minutes + down * SNAP, SHORTEST))
        else:
            column = (self.grid.column_of(item.room.id) or 0) + across
            rooms = self.grid.rooms
            room = rooms[max(0, min(column, len(rooms) - 1))]
            moved = placing.starts_at + timedelta(minutes=down * SNAP)
            placing = Placing(moved, room.id, placing.minutes)
        if placing != placing_of(item):
            self.placed.emit(item.id, placing)

    def _told_at(self, position: QPointF) -> str:
        """Return what the tooltip of a card says, or of a room at the top."""
        point = self.over(position)
        if point is not None:
            found = self.item_at(point)
            return tooltip(found[0]) if found else ""
        room = self.grid.room_at(position.x() + self._offset().x()) if self.grid else None
        return f"{room_name(room)}\n{room_note(room, self.view)}" if room and self.view else ""

    def _show_cursor(self, point: QPointF | None) -> None:
        found = self.item_at(point) if point else None
        edge = found is not None and point is not None and on_edge(found[1], point)
        shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _describe(self) -> None:
        """Tell screen readers what is selected."""
        item = self.current()
        self.setAccessibleDescription(tooltip(item) if item else "")
