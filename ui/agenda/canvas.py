"""The grid as a picture: a day's rooms and times, scrolled under frozen heads, zoomed, selected."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from summit_desk.domain.agenda_moves import Placing, minute_of
from summit_desk.domain.agenda_view import AgendaDay, AgendaItem, AgendaView
from summit_desk.support.i18n import _
from ui.agenda.geometry import AXIS, HEADER, NARROWEST, ZOOMS, Grid
from ui.agenda.looks import Look, look_of
from ui.agenda.painting import clock, draw_axis, draw_card, draw_hours, draw_rooms, draw_slim_rooms
from ui.kit.tokens import tokens
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from ui.agenda.dragging import Drag
    from ui.agenda.walking import Boxes

USUAL_ZOOM = 3  # in ZOOMS
CLOSER_ZOOM = 2  # for days that don't fit otherwise
LIFTED = 0.35  # how much is left of a card that is being dragged


class Canvas(QAbstractScrollArea):
    """Paints one day of an agenda and knows what lies where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerWidget(QWidget())
        self.viewport().setMouseTracking(True)
        self.view: AgendaView | None = None
        self.day: AgendaDay | None = None
        self.selection: tuple[UUID, ...] = ()
        self.drag: Drag | None = None
        self.landing: Placing | None = None  # where a card from the tray would land
        self.in_the_way: AgendaItem | None = None
        self.by_keys = False  # the keyboard, not the mouse, came here
        self.grid: Grid | None = None
        self.boxes: Boxes = ()
        self._zoom = USUAL_ZOOM

    def show_day(self, view: AgendaView, day: AgendaDay) -> None:
        """Show a day of an agenda; what is selected stays so if it is still there."""
        known = {item.id for item in view.sessions}
        self.view, self.day = view, day
        self.selection = tuple(key for key in self.selection if key in known)
        self.drag = self.landing = self.in_the_way = None
        self._lay_out()

    def scroll_to_first(self) -> None:
        """Scroll to where the day begins, a little closer when it does not fit."""
        if self.boxes and self._zoom in (USUAL_ZOOM, CLOSER_ZOOM) and self.grid is not None:
            last = max(box.bottom() for _item, box in self.boxes)
            first = min(box.top() for _item, box in self.boxes)
            length = (last - first) / self.grid.zoom * ZOOMS[USUAL_ZOOM]
            fits = length < self.viewport().height() - HEADER
            self._zoom = USUAL_ZOOM if fits else CLOSER_ZOOM
            self._lay_out()
        bar = self.verticalScrollBar()
        if not self.boxes or self.grid is None:
            bar.setValue(0)
            return
        top = min(box.top() for _item, box in self.boxes)
        bar.setValue(round(top - HEADER - 24))

    def reveal(self, session_id: UUID) -> None:
        """Scroll until a card can be seen whole."""
        box = self.box_of(session_id)
        if box is None:
            return
        for bar, low, high, frozen, shown in (
            (self.horizontalScrollBar(), box.left(), box.right(), AXIS, self.viewport().width()),
            (self.verticalScrollBar(), box.top(), box.bottom(), HEADER, self.viewport().height()),
        ):
            room = 12
            if low - bar.value() < frozen + room or high - low > shown - frozen:
                bar.setValue(round(low - frozen - room))
            elif high - bar.value() > shown - room:
                bar.setValue(round(high - shown + room))

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """Zoom in or out; the time under `at` stays where it is."""
        wanted = max(0, min(self._zoom + steps, len(ZOOMS) - 1))
        if wanted == self._zoom or self.grid is None:
            return
        y = at.y() if at else (HEADER + self.viewport().height()) / 2
        minute = self.grid.minute(y + self.verticalScrollBar().value())
        self._zoom = wanted
        self._lay_out()
        self.verticalScrollBar().setValue(round(self.grid.y(minute) - y))

    def zoom_back(self) -> None:
        """Zoom to the usual size."""
        self.zoom_by(USUAL_ZOOM - self._zoom)

    def item_at(self, point: QPointF) -> tuple[AgendaItem, QRectF] | None:
        """Return the card under a point of the whole grid."""
        return next(((i, box) for i, box in reversed(self.boxes) if box.contains(point)), None)

    def box_of(self, session_id: UUID) -> QRectF | None:
        """Return where a card is."""
        return next((box for item, box in self.boxes if item.id == session_id), None)

    def over(self, point: QPointF) -> QPointF | None:
        """Return the point of the whole grid under a point of the window, None over the heads."""
        if self.grid is None or point.x() < AXIS or point.y() < HEADER:
            return None
        return point + QPointF(self._offset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self.selection and event.size().height() < event.oldSize().height():
            self.reveal(self.selection[-1])  # the strip below has just taken some space

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.viewport().rect(), QColor(tokens().surface))
            if self.grid is not None and self.view is not None:
                self._paint(painter, self.grid, self.view)

    def _paint(self, painter: QPainter, grid: Grid, view: AgendaView) -> None:
        offset, size = self._offset(), self.viewport().size()
        painter.save()
        painter.translate(-offset.x(), 0)
        draw_slim_rooms(painter, grid)
        painter.translate(0, -offset.y())
        draw_hours(painter, grid, offset.x() + AXIS - 8, offset.x() + size.width())
        self._paint_cards(painter, QRectF(offset, size))
        self._paint_landing(painter, grid)
        painter.translate(offset.x(), 0)
        draw_axis(painter, grid, grid.height + size.height())
        painter.restore()
        painter.save()
        painter.translate(-offset.x(), 0)
        draw_rooms(painter, grid, view, max(grid.width, size.width()) + offset.x())
        painter.restore()
        painter.fillRect(QRectF(0, 0, AXIS - 4, HEADER - 1), QColor(tokens().surface))
        if self.by_keys and not self.selection:  # show where the keys go
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawLine(QPointF(8, HEADER - 10), QPointF(AXIS - 14, HEADER - 10))

    def _paint_cards(self, painter: QPainter, seen: QRectF) -> None:
        for item, box in self.boxes:
            if box.intersects(seen):
                lifted = self.drag is not None and self.drag.moving and self.drag.item is item
                painter.setOpacity(LIFTED if lifted else 1)
                chosen = item.id in self.selection and not lifted
                draw_card(painter, box, look_of(item), selected=chosen)
        painter.setOpacity(1)

    def _paint_landing(self, painter: QPainter, grid: Grid) -> None:
        """Paint where a dragged card would land, its times, and whether somebody is in the way."""
        placing = self.drag.placing if self.drag and self.drag.moving else self.landing
        column = grid.column_of(placing.room_id) if placing and placing.room_id else None
        if placing is None or column is None:
            return
        start = minute_of(grid.day, placing.starts_at)
        end = start + placing.minutes
        look = Look(
            title=f"{clock(start)}–{clock(end)}",
            people=_clash(self.in_the_way) if self.in_the_way else _("free"),
            time="",
            tone=Tone.RED if self.in_the_way else Tone.GREEN,
            clash=self.in_the_way is not None,
        )
        box = grid.box(column, start, end, (0, 1))
        box.setWidth(max(box.width(), NARROWEST))  # readable over a slim column, too
        draw_card(painter, box, look, selected=True)

    def _lay_out(self) -> None:
        if self.view is None or self.day is None:
            return
        items, size = self.view.on(self.day.date), self.viewport().size()
        zoom = ZOOMS[self._zoom]
        self.grid = Grid.fitted(self.day, items, self.view.rooms, zoom, size.width())
        self.boxes = self.grid.boxes(items)
        for bar, length, page, frozen in (
            (self.horizontalScrollBar(), self.grid.width, size.width(), AXIS),
            (self.verticalScrollBar(), self.grid.height, size.height(), HEADER),
        ):
            bar.setRange(0, max(0, round(length) - page))
            bar.setPageStep(max(1, page - round(frozen)))
            bar.setSingleStep(24)
        self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())


def _clash(other: AgendaItem) -> str:
    return _("clash with “{title}”").format(title=other.title)
