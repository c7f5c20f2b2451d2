"""Pictures of people made small enough to keep; nothing here touches a widget."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

SIDE = 640  # pixels of the longer side that are kept: a hand's breadth in print
LIGHT = 200_000  # bytes that a picture may keep as it came
QUALITY = 88
PLAIN, SECRETS = b"png", b"eXIf"  # a JPEG may say where it was taken, a PNG rarely does
Turn = QImageIOHandler.Transformation


def bounded(content: bytes, side: int = SIDE) -> bytes | None:
    """Return a picture upright and small, None when it can't be read as one.

    What a camera wrote beside the picture (place, time, its own number) is left out.
    """
    source = _Source(content)
    image = source.read(QSize(side, side))
    if image.isNull():
        return None
    return content if source.may_stay and len(content) <= LIGHT else _written(image)


def scaled(content: bytes, room: QSize) -> QImage:
    """Return a picture upright and no larger than `room`; a null one when it can't be read."""
    return _Source(content).read(room)


class _Source:
    """The bytes of one picture while they are read; `may_stay` once nothing had to be changed."""

    def __init__(self, content: bytes) -> None:
        self._content, self._buffer = content, QBuffer()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._reader = QImageReader(self._buffer)
        self._reader.setAutoTransform(True)
        self._reader.setDecideFormatFromContent(True)
        self.may_stay = False

    def read(self, room: QSize) -> QImage:
        """Decode it; a JPEG at about the size that is asked for, which is many times quicker."""
        turned = self._reader.transformation()
        size = self._reader.size()
        bound = room.transposed() if turned & Turn.TransformationRotate90 else room
        fits = size.width() <= bound.width() and size.height() <= bound.height()
        if size.isValid() and not fits:
            self._reader.setScaledSize(size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio))
        plain = self._reader.format().data() == PLAIN and SECRETS not in self._content
        self.may_stay = plain and fits and turned == Turn.TransformationNone
        return self._reader.read()


def _written(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind = b"png" if image.hasAlphaChannel() else b"jpeg"
    writer = QImageWriter(buffer, QByteArray(kind))
    if kind == b"jpeg":
        writer.setQuality(QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())
