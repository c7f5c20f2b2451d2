"""A camera's frame as a picture of brightness: only the bytes that the decoder needs."""

from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from summit_desk.domain.check_in.sights import Picture

_Format = QVideoFrameFormat.PixelFormat
# The brightness plane lies first, a byte a pixel …
_PLANAR = frozenset(
    {
        _Format.Format_NV12,
        _Format.Format_NV21,
        _Format.Format_YUV420P,
        _Format.Format_YUV422P,
        _Format.Format_YV12,
        _Format.Format_Y8,
        _Format.Format_IMC1,
        _Format.Format_IMC2,
        _Format.Format_IMC3,
        _Format.Format_IMC4,
    }
)
# … or it is one byte of each pixel (of colours green, which is brightest): (step, first).
_PACKED: Mapping[QVideoFrameFormat.PixelFormat, tuple[int, int]] = {
    _Format.Format_YUYV: (2, 0),
    _Format.Format_UYVY: (2, 1),
    _Format.Format_BGRA8888: (4, 1),
    _Format.Format_BGRX8888: (4, 1),
    _Format.Format_RGBA8888: (4, 1),
    _Format.Format_RGBX8888: (4, 1),
    _Format.Format_ARGB8888: (4, 2),
    _Format.Format_XRGB8888: (4, 2),
    _Format.Format_ABGR8888: (4, 2),
    _Format.Format_XBGR8888: (4, 2),
}


def picture_of(frame: QVideoFrame) -> Picture | None:
    """Return the brightness of a frame; None for one without pixels."""
    if not frame.isValid():
        return None
    kind = frame.pixelFormat()
    if kind in _PLANAR:
        return _mapped(frame, step=1, first=0)
    if kind in _PACKED:
        step, first = _PACKED[kind]
        return _mapped(frame, step=step, first=first)
    return _converted(frame.toImage())


def _mapped(frame: QVideoFrame, *, step: int, first: int) -> Picture | None:
    """Copy the rows out of the frame, which goes back to the camera at once."""
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        stride = frame.bytesPerLine(0)
        content = bytes(frame.bits(0)[first : stride * frame.height()]) + bytes(first)
    finally:
        frame.unmap()
    return Picture(content, frame.width(), frame.height(), stride, step)


def _converted(image: QImage) -> Picture | None:
    if image.isNull():
        return None
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Picture(bytes(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine())
