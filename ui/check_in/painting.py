"""Text that fits: drawn as large as the room allows, wrapped, and cut only at the very end."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath

from ui.kit.fonts import sized

LEAST_SHARE = 0.3
SHADE = "#47000000"  # black, a little see-through: darkens whatever verdict lies below


def fitting(font: QFont, text: str, width: float, largest: int, least: int) -> QFont:
    """Return `font` as large as `text` still fits into one line of `width`."""
    chosen = sized(font, largest, font.weight())
    needed = QFontMetricsF(chosen).horizontalAdvance(text)
    if needed > width:
        chosen.setPixelSize(max(least, int(largest * width / needed)))
    return chosen


def draw_line(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    """Draw one line, cut with an ellipsis where it must be."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(_one_line(text), Qt.TextElideMode.ElideRight, box.width())
    whole = Qt.TextFlag.TextDontClip  # a large font is higher than its line
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | whole, shown)


def draw_text(painter: QPainter, box: QRectF, text: str, lines: int) -> float:
    """Draw `text` in at most `lines` lines from the top of `box`; return the height used."""
    metrics = QFontMetricsF(painter.font())
    room = QRectF(box.left(), box.top(), box.width(), metrics.lineSpacing() * lines)
    plain = _one_line(text)
    wrap = _wrap(metrics, plain, box.width())
    needed = metrics.boundingRect(room, wrap, plain)
    share = 1.0  # of the room: lines that end early leave some of it empty
    while needed.height() > room.height() + 1 and share > LEAST_SHARE:
        share -= 0.1
        wide = room.width() * lines * share
        plain = metrics.elidedText(_one_line(text), Qt.TextElideMode.ElideRight, wide)
        needed = metrics.boundingRect(room, wrap, plain)
    height = min(needed.height(), room.height())
    painter.drawText(QRectF(room.left(), room.top(), room.width(), height), wrap, plain)
    return height


def text_height(font: QFont, width: float, text: str, lines: int) -> float:
    """Return the height that `draw_text` will use."""
    metrics = QFontMetricsF(font)
    room = QRectF(0, 0, width, metrics.lineSpacing() * lines)
    plain = _one_line(text)
    return min(
        room.height(), metrics.boundingRect(room, _wrap(metrics, plain, width), plain).height()
    )


def draw_pill(
    painter: QPainter, box: QRectF, text: str, colours: tuple[str, str], margin: int
) -> None:
    """Draw a word on a round ground; `colours` are those of the ground and of the word."""
    ground, ink = colours
    before = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(colour(ink))
    inside = box.adjusted(margin, 0, -margin, 0)
    draw_line(painter, inside, text, Qt.AlignmentFlag.AlignHCenter)
    painter.setPen(before)


def draw_photo(painter: QPainter, frame: QRectF, photo: QImage | None, corner: int) -> None:
    """Draw a photo in a frame with round corners; a shade as long as there is none."""
    shape = QPainterPath()
    shape.addRoundedRect(frame, corner, corner)
    painter.fillPath(shape, colour(SHADE))
    if photo is not None:
        painter.save()
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, photo, cut_to(photo.size(), frame.size()))
        painter.restore()
    painter.drawPath(shape)


def cut_to(picture: QSize, frame: QSizeF) -> QRectF:
    """Return the largest part of a picture in the shape of a frame; faces are near the top."""
    size = frame.scaled(QSizeF(picture), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (picture.width() - size.width()) / 2, (picture.height() - size.height()) / 4
    return QRectF(left, top, size.width(), size.height())


def colour(name: str) -> QColor:
    """Return a colour from its name; one that can't be read is ink."""
    return QColor(name) if QColor.isValidColorName(name) else QColor("#1a2233")


def _wrap(metrics: QFontMetricsF, text: str, width: float) -> int:
    """Wrap between words, and inside of them only where one is wider than the line."""
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    latin = text.isascii() or not any(ord(sign) > 0x2E7F for sign in text)  # noqa: PLR2004 -- CJK begins here
    anywhere = latin and widest > width
    return int(Qt.TextFlag.TextWrapAnywhere if anywhere else Qt.TextFlag.TextWordWrap)


def _one_line(text: str) -> str:
    return " ".join(text[:2_000].split())
