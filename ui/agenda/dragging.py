"""Dragging a card: the whole card moves, its bottom edge changes the length; times snap."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from summit_desk.domain.agenda_moves import (
    FINE,
    SHORTEST,
    SNAP,
    Placing,
    minute_of,
    snapped,
    wall_at,
)
from summit_desk.domain.agenda_view import AgendaItem
from ui.agenda.geometry import Grid

EDGE = 7.0  # pixels at the bottom that change the length
SLACK = 5.0  # pixels before a press becomes a drag


@dataclass(frozen=True)
class Drag:
    """A card on its way: where it was taken, and where it would be let go."""

    item: AgendaItem
    origin: QPointF
    grip: float  # minutes between the card's start and where it was taken
    edge: bool
    placing: Placing
    moving: bool = False

    @property
    def changed(self) -> bool:
        """Whether letting go changes anything."""
        return self.moving and self.placing != placing_of(self.item)


def placing_of(item: AgendaItem) -> Placing:
    """Return where and when a scheduled session is now."""
    assert item.starts_at is not None
    return Placing(item.starts_at, item.room.id if item.room else None, item.session.minutes)


def on_edge(box: QRectF, point: QPointF) -> bool:
    """Tell whether a point takes the bottom edge of a card."""
    return box.bottom() - min(EDGE, box.height() / 3) <= point.y() <= box.bottom()


def taken(grid: Grid, item: AgendaItem, box: QRectF, point: QPointF) -> Drag:
    """Return the beginning of a drag."""
    placing = placing_of(item)
    grip = grid.minute(point.y()) - minute_of(grid.day, placing.starts_at)
    return Drag(item, point, grip, on_edge(box, point), placing)


def dragged(drag: Drag, grid: Grid, point: QPointF, *, fine: bool) -> Drag:
    """Return the drag with the mouse at `point`; `fine` snaps to single minutes."""
    away = (point - drag.origin).manhattanLength()
    if not drag.moving and away < SLACK:
        return drag
    step = FINE if fine else SNAP
    if drag.edge:
        placing = _stretched(drag, grid, point, step)
    else:
        placing = _carried(drag, grid, point, step)
    return replace(drag, moving=True, placing=placing)


def dropped(grid: Grid, item: AgendaItem, point: QPointF) -> Placing | None:
    """Return where a card from the tray lands, its top at the mouse."""
    room = grid.room_at(point.x())
    if room is None:
        return None
    starts_at = wall_at(grid.day, snapped(grid.minute(point.y())))
    return Placing(starts_at, room.id, item.session.minutes)


def _carried(drag: Drag, grid: Grid, point: QPointF, step: int) -> Placing:
    room = grid.room_at(point.x())
    start = snapped(grid.minute(point.y()) - drag.grip, step)
    start = max(min(start, grid.hours.last), grid.hours.first)
    room_id = room.id if room else drag.placing.room_id
    return Placing(wall_at(grid.day, start), room_id, drag.item.session.minutes)


def _stretched(drag: Drag, grid: Grid, point: QPointF, step: int) -> Placing:
    placing = placing_of(drag.item)
    start = minute_of(grid.day, placing.starts_at)
    length = snapped(grid.minute(point.y()), step) - start
    return replace(placing, minutes=max(length, FINE if step == FINE else SHORTEST))
