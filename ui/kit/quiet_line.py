"""A line of muted words that may change with every key: it takes the room that is left over.

A label asks for other room with each text, and everything beside it is laid out and painted anew.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.fonts import sized
from ui.kit.tokens import tokens

PIXELS = 13


class QuietLine(QWidget):
    """Shows its text at the right; where the room ends, a shorter way to say it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the whole text."""
        return self._ways[0]

    def show_text(self, whole: str, *shorter: str) -> None:
        """Show another text, or the longest of its shorter ways that there is room for."""
        if (whole, *shorter) != self._ways:
            self._ways = (whole, *shorter)
            self.setAccessibleName(whole)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(sized(self.font(), PIXELS)).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(sized(self.font(), PIXELS))
            painter.setPen(QColor(tokens().muted))
            place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect(), place, self._fitting(painter.fontMetrics()))

    def _fitting(self, metrics: QFontMetrics) -> str:
        for way in self._ways:
            if metrics.horizontalAdvance(way) <= self.width():
                return way
        return metrics.elidedText(self._ways[-1], Qt.TextElideMode.ElideRight, self.width())
