"""What the camera sees, small and mirrored, so that a guest finds the place for the badge."""

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QWidget

from summit_desk.support.i18n import _
from ui.check_in.painting import draw_line
from ui.kit.fonts import sized

BETWEEN_MS = 66  # 15 pictures a second are enough for the hand
AIM = 0.62  # of the height: the square where a badge is read best
GROUND, INK, AMBER = "#0b1220", "#ffffff", "#ffb84d"


class CameraView(QWidget):
    """Paints the latest frame; decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self._since = QElapsedTimer()
        self._name, self._dark = "", False
        self.mirrored = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return QSize(340, 192)

    def show_name(self, name: str) -> None:
        """Say which camera this is."""
        self._name = name
        self.setAccessibleName(_("Picture of the camera {name}").format(name=name))
        self.update()

    def show_frame(self, frame: QVideoFrame) -> None:
        """Show a frame, unless the last one is hardly old."""
        if self._since.isValid() and self._since.elapsed() < BETWEEN_MS:
            return
        self._since.start()
        image = frame.toImage()
        if not image.isNull():
            ratio = self.devicePixelRatioF()
            self._picture = image.scaled(
                self.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.FastTransformation,
            )
            self.update()

    def show_dark(self, dark: bool) -> None:  # noqa: FBT001 -- a Qt signal
        """Ask for more light, or no longer."""
        self._dark = dark
        self.update()

    def clear(self) -> None:
        """Forget the last picture."""
        self._picture = QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(GROUND))
            if not self._picture.isNull():
                self._paint_picture(painter)
            self._paint_aim(painter)
            self._paint_words(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        painter.save()
        if self.mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        ratio = self.devicePixelRatioF()
        wide, high = self._picture.width() / ratio, self._picture.height() / ratio
        left, top = (self.width() - wide) / 2, (self.height() - high) / 2
        painter.drawImage(QRectF(left, top, wide, high), self._picture)
        painter.restore()

    def _paint_aim(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(AMBER if self._dark else INK), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = self.height() * AIM
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter.drawRoundedRect(QRectF(left, top, side, side), 10, 10)

    def _paint_words(self, painter: QPainter) -> None:
        text = _("Too dark: more light on the badge, please") if self._dark else self._name
        band = QRectF(0, self.height() - 26, self.width(), 26)
        painter.fillRect(band, QColor(0, 0, 0, 150))
        painter.setPen(QColor(AMBER if self._dark else INK))
        painter.setFont(sized(self.font(), 13))
        draw_line(painter, band.adjusted(10, 0, -10, 0), text, Qt.AlignmentFlag.AlignLeft)
