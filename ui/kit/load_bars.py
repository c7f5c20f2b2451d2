"""Lying bars drawn with the painter: how full each thing is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.fonts import sized
from ui.kit.tokens import tint, tokens
from ui.kit.tones import Tone

BAR = 8


@dataclass(frozen=True)
class Load:
    """How full one thing is. No capacity: nothing to compare with."""

    name: str
    note: str
    value: int
    capacity: int | None

    def share(self) -> float:
        """Return how full it is, at most 1."""
        return min(self.value / self.capacity, 1.0) if self.capacity else 0.0

    def over(self) -> bool:
        """Return whether there are more than fit."""
        return self.capacity is not None and self.value > self.capacity

    def words(self) -> str:
        """Return "142 / 160"."""
        return f"{self.value:,}" if self.capacity is None else f"{self.value:,} / {self.capacity:,}"


class LoadBars(QWidget):
    """Lying bars: name, note, numbers and how full; too full is red and says so in numbers."""

    ROW = 46

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loads: Sequence[Load] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_loads(self, loads: Sequence[Load]) -> None:
        """Draw other loads."""
        self.loads = tuple(loads)
        self.setMinimumHeight(self.ROW * len(self.loads))
        self.setAccessibleName("; ".join(f"{one.name} {one.words()}" for one in loads))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.ROW * max(len(self.loads), 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at, load in enumerate(self.loads):
                self._draw(painter, QRectF(0, at * self.ROW, self.width(), self.ROW), load)

    def _draw(self, painter: QPainter, box: QRectF, load: Load) -> None:
        worn = tokens()
        words = QRectF(box.left(), box.top(), box.width(), 26)
        numbers = self._draw_numbers(painter, words, load)
        painter.setFont(sized(self.font(), 14))
        painter.setPen(QColor(worn.ink))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        room = words.width() - numbers - 16
        name = metrics.elidedText(load.name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(words, int(left), name)
        used = metrics.horizontalAdvance(name) + 8
        painter.setFont(sized(self.font(), 12))
        painter.setPen(QColor(worn.muted))
        note = painter.fontMetrics().elidedText(
            load.note, Qt.TextElideMode.ElideRight, max(0, int(room - used))
        )
        painter.drawText(words.adjusted(used, 1, 0, 0), int(left), note)
        self._draw_bar(painter, QRectF(box.left(), box.top() + 28, box.width(), BAR), load)

    def _draw_numbers(self, painter: QPainter, box: QRectF, load: Load) -> int:
        red = tint(Tone.RED)
        painter.setFont(sized(self.font(), 12))
        width = painter.fontMetrics().horizontalAdvance(load.words()) + 18
        pill = QRectF(box.right() - width, box.top() + 3, width, 20)
        if load.over():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(red.ground))
            painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(QColor(red.ink if load.over() else tokens().muted))
        where = (
            Qt.AlignmentFlag.AlignCenter
            if load.over()
            else (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        )
        painter.drawText(pill, int(where), load.words())
        return width

    def _draw_bar(self, painter: QPainter, box: QRectF, load: Load) -> None:
        worn = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.line))
        painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        if load.value and load.capacity:
            full = QRectF(box.left(), box.top(), max(box.width() * load.share(), BAR), BAR)
            painter.setBrush(QColor(worn.danger if load.over() else worn.accent))
            painter.drawRoundedRect(full, BAR / 2, BAR / 2)
