"""A round portrait, or the first character of the name while there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.fonts import sized
from ui.kit.tokens import tint
from ui.kit.tones import Tone

SIDE = 64


class Portrait(QWidget):
    """Paints a picture cut to a circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._initial = QPixmap(), ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, picture: bytes | None) -> None:
        """Show a person's picture, or the initial."""
        self._initial = name[:1].upper()
        self._picture = QPixmap()
        if picture is not None:
            self._picture.loadFromData(picture)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            box = QRectF(self.rect())
            circle = QPainterPath()
            circle.addEllipse(box)
            painter.fillPath(circle, QColor(tint(Tone.VIOLET).ground))
            if self._picture.isNull():
                painter.setFont(sized(self.font(), SIDE * 2 // 5, QFont.Weight.DemiBold))
                painter.setPen(QColor(tint(Tone.VIOLET).ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._initial)
            else:
                painter.setClipPath(circle)
                painter.drawPixmap(box, self._picture, self._middle())

    def _middle(self) -> QRectF:
        """Return the largest square of the picture; portraits keep more of their top."""
        size = self._picture.size()
        side = min(size.width(), size.height())
        return QRectF((size.width() - side) / 2, (size.height() - side) / 4, side, side)
