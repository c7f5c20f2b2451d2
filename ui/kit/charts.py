"""Charts drawn with the painter alone: registrations over time, loads, bars."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.kit.fonts import sized
from ui.kit.tokens import tokens

AXIS = 22
BAR = 8


@dataclass(frozen=True)
class Point:
    """One value with the word under the axis and the whole sentence of its tooltip."""

    label: str
    value: float
    told: str = ""


class Chart(QWidget):
    """What the charts share: a ground to paint on and points under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: Sequence[Point] = ()
        self.setMouseTracking(True)
        self.setMinimumHeight(140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, points: Sequence[Point]) -> None:
        """Draw other values."""
        self.points = tuple(points)
        self.setAccessibleName("; ".join(point.told or point.label for point in points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 220)

    def plot(self) -> QRectF:
        """Return the part inside the axes."""
        widest = QFontMetrics(sized(self.font(), 11)).horizontalAdvance(f"{round(self.top()):,}")
        return QRectF(self.rect()).adjusted(widest + 10, 8, -5, -AXIS)

    def top(self) -> float:
        """Return the round number that the axis ends with."""
        highest = max((point.value for point in self.points), default=0)
        return round_up(highest)

    def draw_axes(self, painter: QPainter, plot: QRectF) -> None:
        """Draw five fine lines with their numbers, and some of the words below."""
        worn, top = tokens(), self.top()
        painter.setFont(sized(self.font(), 11))
        for step in range(5):
            y = plot.bottom() - plot.height() * step / 4
            painter.setPen(QPen(QColor(worn.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(worn.muted))
            box = QRectF(0, y - 8, plot.left() - 8, 16)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(right), f"{round(top * step / 4):,}")

    def draw_words(self, painter: QPainter, plot: QRectF, places: Sequence[float]) -> None:
        """Write as many of the words as fit under the axis."""
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(tokens().muted))
        metrics, free = painter.fontMetrics(), -math.inf
        for point, x in zip(self.points, places, strict=True):
            width = metrics.horizontalAdvance(point.label)
            left = min(max(x - width / 2, plot.left()), plot.right() - width)
            if left >= free:
                box = QRectF(left, plot.bottom() + 4, width + 2, AXIS - 4)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), point.label)
                free = left + width + 18

    def place(self, plot: QRectF, at: int) -> float:
        """Return where value number `at` stands."""
        steps = max(len(self.points) - 1, 1)
        return plot.left() + plot.width() * at / steps

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self.plot()
        if not self.points:
            return
        places = [self.place(plot, at) for at in range(len(self.points))]
        nearest = min(range(len(places)), key=lambda at: abs(places[at] - event.position().x()))
        QToolTip.showText(event.globalPosition().toPoint(), self.points[nearest].told, self)


class AreaChart(Chart):
    """A line over time with a tinted ground."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        plot, top = self.plot(), self.top()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_axes(painter, plot)
            places = [self.place(plot, at) for at in range(len(self.points))]
            self.draw_words(painter, plot, places)
            heights = [plot.bottom() - plot.height() * one.value / top for one in self.points]
            corners = [QPointF(x, y) for x, y in zip(places, heights, strict=True)]
            if corners:
                self._draw_area(painter, plot, corners)

    def _draw_area(self, painter: QPainter, plot: QRectF, corners: Sequence[QPointF]) -> None:
        accent = QColor(tokens().accent)
        ground = QColor(accent)
        ground.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        first, last = (
            QPointF(corners[0].x(), plot.bottom()),
            QPointF(corners[-1].x(), plot.bottom()),
        )
        painter.drawPolygon(QPolygonF([first, *corners, last]))
        painter.setPen(QPen(accent, 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(list(corners)))
        painter.setBrush(accent)
        painter.drawEllipse(corners[-1], 3.5, 3.5)


class BarChart(Chart):
    """Upright bars."""

    def place(self, plot: QRectF, at: int) -> float:
        return plot.left() + plot.width() * (at + 0.5) / max(len(self.points), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        plot, top = self.plot(), self.top()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_axes(painter, plot)
            places = [self.place(plot, at) for at in range(len(self.points))]
            self.draw_words(painter, plot, places)
            width = min(plot.width() / max(len(self.points), 1) * 0.62, 44)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().accent))
            for x, point in zip(places, self.points, strict=True):
                height = plot.height() * point.value / top
                bar = QRectF(x - width / 2, plot.bottom() - height, width, height)
                painter.drawRoundedRect(bar, 3, 3)


def round_up(value: float) -> float:
    """Return the next round number that four equal steps divide well."""
    if value <= 4:  # noqa: PLR2004 -- four steps of one
        return 4
    size = 10.0 ** math.floor(math.log10(value))
    for factor in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10):
        if value <= factor * size and (factor * size) % 4 == 0:
            return factor * size
    return math.ceil(value / 4) * 4
