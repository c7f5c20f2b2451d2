"""Walking from card to card with the arrow keys."""

from collections.abc import Sequence
from enum import Enum
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt

from summit_desk.domain.agenda_view import AgendaItem

Boxes = Sequence[tuple[AgendaItem, QRectF]]
ASIDE = 3.0  # how much farther a step to the side counts


class Step(Enum):
    """The way a key points."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)


STEPS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
}


def neighbour(boxes: Boxes, current: UUID | None, step: Step) -> AgendaItem | None:
    """Return the nearest card that way; the first card when none is selected."""
    here = next((box for item, box in boxes if item.id == current), None)
    if here is None:
        return boxes[0][0] if boxes else None
    that_way = [
        (_distance(here, box, step), item)
        for item, box in boxes
        if item.id != current and _ahead(here, box, step) > 0
    ]
    return min(that_way, key=lambda found: found[0])[1] if that_way else None


def _ahead(here: QRectF, box: QRectF, step: Step) -> float:
    """Return how far a card lies ahead."""
    across, down = step.value
    if across:
        return (box.left() - here.left()) * across
    if abs(box.left() - here.left()) >= here.width():
        return 0  # up and down stay in the room
    return (box.top() - here.top()) * down


def _distance(here: QRectF, box: QRectF, step: Step) -> float:
    away: QPointF = box.topLeft() - here.topLeft()
    if step in (Step.LEFT, Step.RIGHT):
        return abs(away.x()) * ASIDE + abs(away.y())
    return abs(away.y()) + abs(away.x()) * ASIDE
