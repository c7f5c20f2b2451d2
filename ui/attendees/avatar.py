"""The round picture of a person: the portrait, or the first character of the name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.kit.tokens import tint
from ui.kit.tones import Tone

SIDE = 52
TONES = (Tone.VIOLET, Tone.BLUE, Tone.TEAL, Tone.GREEN, Tone.AMBER)


class Avatar(QWidget):
    """Shows a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._tone = "", Tone.VIOLET
        self._portrait = QPixmap()
        self.setFixedSize(SIDE, SIDE)

    def show_person(self, name: str, portrait: bytes | None) -> None:
        """Show a portrait, or the first character of the name in a colour of its own."""
        self._letter = name[:1]
        self._tone = TONES[sum(map(ord, name)) % len(TONES)]
        self._portrait = QPixmap()
        if portrait:
            self._portrait.loadFromData(portrait)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._portrait.isNull():
                self._paint_letter(painter)
            else:
                self._paint_portrait(painter)

    def _paint_letter(self, painter: QPainter) -> None:
        look = tint(self._tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.ground))
        painter.drawEllipse(self.rect())
        font = QFont(self.font())
        font.setPixelSize(22)
        painter.setFont(font)
        painter.setPen(QColor(look.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)

    def _paint_portrait(self, painter: QPainter) -> None:
        circle = QPainterPath()
        circle.addEllipse(QRectF(self.rect()))
        painter.setClipPath(circle)
        ratio = self.devicePixelRatioF()
        picture = self._portrait.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        side = min(picture.width(), picture.height())
        left, top = (picture.width() - side) // 2, (picture.height() - side) // 3
        painter.drawPixmap(self.rect(), picture.copy(left, top, side, side))
