"""The big coloured side of the station: readable from four metres."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.check_in.looks import WAITING, Look, Tag, waiting_look
from ui.check_in.painting import (
    colour,
    draw_line,
    draw_photo,
    draw_pill,
    draw_text,
    fitting,
    text_height,
)
from ui.kit.fonts import sized

BASE = 900  # the height that the sizes below are meant for
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
BOLD = QFont.Weight.Bold
PHOTO_WIDE, PHOTO_HIGH, NOTICE_HIGH = 252, 324, 58
LONG = 90  # characters; a longer sentence is written smaller
MOST_LINES = 20  # of one sentence: a note is read in full
LEAST = 0.5  # of its size, to which a block shrinks that has no room
FLASHES, FLASH_MS = 6, 200  # slower than three a second, which could harm somebody
INK = "#1a2233"
FAINT = 0.9  # opacity of the small print


class VerdictPanel(QWidget):
    """Paints one `Look`; knows nothing of verdicts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.look = waiting_look()
        self.place, self.clock, self.notice = "", "", ""
        self._top_heavy, self._covered = False, False
        self._squeeze = 1.0  # of the block, so that all of it has room
        self._flashes = 0  # still to come; an odd number is the bright half
        self._flash = QTimer(self, interval=FLASH_MS)
        self._flash.timeout.connect(self._on_flash)
        self.photo: QImage | None = None  # a null one: there is none after all

    def show_look(self, look: Look, *, top_heavy: bool = False) -> None:
        """Show another verdict; `top_heavy` leaves the lower half to a list."""
        self.look, self._top_heavy = look, top_heavy
        self.notice, self.photo = "", None
        self._flashes = FLASHES if look.alarming else 0
        if look.alarming:
            self._flash.start()
        self.setAccessibleName(look.spoken())
        self.update()

    def cover(self, *, covered: bool) -> None:
        """Paint a quiet ground alone, while a sheet lies over the verdict: nobody is let in."""
        if covered != self._covered:
            self._covered = covered
            self.update()

    def show_photo(self, photo: QImage) -> None:
        """Show the guest's photo where room is kept for it; a null one gives the room back."""
        self.photo = photo
        self.update()

    def photo_pixels(self) -> QSize:
        """Return within what a photo should be handed over: it is cut to the frame here."""
        side = round(2 * self._px(PHOTO_HIGH) * self.devicePixelRatioF())
        return QSize(side, side)

    def show_notice(self, text: str) -> None:
        """Show a short remark beside the footnote, until the next verdict."""
        self.notice = text
        self.update()

    def show_place(self, place: str, clock: str) -> None:
        """Show where the station stands and what time it is."""
        if (place, clock) != (self.place, self.clock):
            self.place, self.clock = place, clock
            self.update()

    def inner(self) -> QRectF:
        """Return the box inside the margins."""
        side, edge = self._px(64), self._px(40)
        return QRectF(self.rect()).adjusted(side, edge, -side, -edge)

    def block_bottom(self) -> float:
        """Return where a list below the verdict may begin."""
        box = self.inner()
        return box.top() + self._px(68) + self._fitted()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(WAITING if self._covered else self.look.colour))
            if self._flashes % 2:
                painter.setPen(QPen(colour("#ffffff"), self._px(70)))
                painter.drawRect(self.rect())
            painter.setPen(colour("#ffffff"))
            self._paint_top(painter)
            if not self._covered:
                self._paint_bottom(painter)
                self._paint_block(painter)

    def _on_flash(self) -> None:
        self._flashes = max(0, self._flashes - 1)
        if not self._flashes:
            self._flash.stop()
        self.update()

    def _scale(self) -> float:
        return max(0.45, min(self.height() / BASE, self.width() / 1020))

    def _px(self, size: float) -> int:
        return max(8, round(size * self._scale()))

    def _paint_top(self, painter: QPainter) -> None:
        box = self.inner()
        painter.setFont(sized(self.font(), self._px(21)))
        painter.setOpacity(FAINT)
        line = QRectF(box.left(), box.top(), box.width(), self._px(40))
        draw_line(painter, line.adjusted(0, 0, -box.width() * 0.4, 0), self.place, LEFT)
        draw_line(painter, line, self.clock, RIGHT)
        painter.setOpacity(1)

    def _fitted(self) -> float:
        """Make the block as large as there is room for it; return its height."""
        room = self._floor() - self.inner().top() - self._px(68)
        width, self._squeeze = self._width(), 1.0
        while self._block_height(width) > room and self._squeeze > LEAST:
            self._squeeze *= 0.95
        return self._block_height(width)

    def _floor(self) -> float:
        """Return where the block must end: above the small print, and above a remark."""
        label = self._px(NOTICE_HIGH) + self._px(22) if self.notice else 0
        return self.inner().bottom() - 2 * self._px(40) - self._px(14) - label

    def _bx(self, size: float) -> int:
        """Return a size inside the block."""
        return self._px(size * self._squeeze)

    def _paint_bottom(self, painter: QPainter) -> None:
        """Small print at the left, keys at the right; above each other where both don't fit."""
        painter.setFont(self._small_font())
        painter.setOpacity(FAINT)
        draw_line(painter, self._keys(), self.look.keys, RIGHT)
        draw_line(painter, self._small_print(), self.look.footnote, LEFT)
        painter.setOpacity(1)
        if self.notice:
            painter.setFont(self._notice_font())
            draw_pill(painter, self.notice_box(), self.notice, ("#ffffff", INK), self._px(24))

    def _small_font(self) -> QFont:
        return sized(self.font(), self._px(21))

    def _keys(self) -> QRectF:
        box, high = self.inner(), self._px(40)
        return QRectF(box.left(), box.bottom() - high, box.width(), high)

    def _small_print(self) -> QRectF:
        line, wide = self._keys(), QFontMetricsF(self._small_font()).horizontalAdvance
        both = wide(self.look.keys) + wide(self.look.footnote) + self._px(30)
        return line.translated(0, -line.height()) if both > line.width() else line

    def notice_box(self) -> QRectF:
        """Return where a remark lies: like a label on the verdict, seen from afar, too."""
        box, high = self.inner(), self._px(NOTICE_HIGH)
        wide = QFontMetricsF(self._notice_font()).horizontalAdvance(self.notice) + self._px(56)
        end = self._small_print().top() - self._px(8)
        return QRectF(box.left(), end - high, min(wide, box.width()), high)

    def _notice_font(self) -> QFont:
        return sized(self.font(), self._px(30), QFont.Weight.DemiBold)

    def block_box(self) -> QRectF:
        """Return where symbol, word, name and what is said of them are painted."""
        box, height = self.inner(), self._fitted()
        top = box.top() + self._px(68)
        if not self._top_heavy:
            middle = box.center().y() - height / 2 - self._px(8)
            top = max(top, min(middle, self._floor() - height))
        return QRectF(box.left(), top, self._width(), height)

    def _paint_block(self, painter: QPainter) -> None:
        box, place = self.inner(), self.block_box()
        top, width = place.top(), place.width()
        if width < box.width():
            wide, high = self._px(PHOTO_WIDE), self._px(PHOTO_HIGH)
            frame = QRectF(box.right() - wide, top, wide, high)
            painter.setPen(QPen(colour("#ffffff"), max(1, self._px(4))))
            draw_photo(painter, frame, self.photo, self._px(18))
        top += self._paint_head(painter, QPointF(box.left(), top), width)
        for text, font, lines, gap in self._texts(width):
            painter.setFont(font)
            room = QRectF(box.left(), top, width, box.height())
            top += draw_text(painter, room, text, lines) + gap
            if text == self.look.subtitle or (not self.look.subtitle and text == self.look.title):
                top += self._paint_tags(painter, QPointF(box.left(), top), width)

    def _width(self) -> float:
        """Return how wide the words are: a photo stands at their right."""
        kept = self.look.photo and (self.photo is None or not self.photo.isNull())
        beside = self._px(PHOTO_WIDE) + self._px(40) if kept else 0
        return self.inner().width() - beside

    def _block_height(self, width: float) -> float:
        texts = sum(
            text_height(font, width, text, lines) + gap
            for text, font, lines, gap in self._texts(width)
        )
        return self._head_height() + texts + len(self._tag_rows(width)) * self._bx(68)

    def _head_height(self) -> int:
        return self._bx(150 if self.look.stern else 132)

    def _ring(self) -> int:
        """Return the size of the ring with the symbol."""
        return self._bx(116 if self.look.stern else 100)

    def _paint_head(self, painter: QPainter, at: QPointF, width: float) -> float:
        size = self._ring()
        ring = QRectF(at, QSizeF(size, size))
        painter.setPen(QPen(colour("#ffffff"), max(2, self._bx(6))))
        painter.drawEllipse(ring.adjusted(3, 3, -3, -3))
        painter.setFont(sized(self.font(), round(size * 0.62), BOLD))
        whole = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(ring, whole, self.look.symbol)
        painter.setFont(self.word_font(width))
        room = QRectF(at, QSizeF(width, size)).adjusted(size + self._bx(28), 0, 0, 0)
        draw_line(painter, room, self.look.word, LEFT)
        return self._head_height()

    def word_font(self, width: float) -> QFont:
        """Return the font of the verdict's word: the largest of all where nobody passes."""
        largest = 104 if self.look.stern else 78
        room = width - self._ring() - self._bx(28)
        bold = sized(self.font(), 10, BOLD)
        return fitting(bold, self.look.word, room, self._bx(largest), self._bx(34))

    def title_font(self, width: float) -> QFont:
        """Return the font of the name or code below it."""
        largest, least = (52, 34) if self.look.raw else (76, 56) if self.look.stern else (116, 60)
        most = self._bx(largest)
        if self.look.stern:
            most = min(most, round(self.word_font(width).pixelSize() * 0.9))
        bold = sized(self.font(), 10, BOLD)
        return fitting(bold, self.look.title, width, most, min(most, self._bx(least)))

    def _texts(self, width: float) -> Sequence[tuple[str, QFont, int, int]]:
        """Return text, font, most lines and the gap below for each part of the block."""
        look = self.look
        parts: list[tuple[str, QFont, int, int]] = []
        if look.title:
            parts.append((look.title, self.title_font(width), 4, self._bx(10)))
        if look.subtitle:
            font = fitting(self.font(), look.subtitle, width, self._bx(38), self._bx(26))
            parts.append((look.subtitle, font, 2, self._bx(22)))
        usual = 42 if look.stern else 34
        for line in filter(None, (look.note, *look.lines)):
            size = usual if len(line) < LONG else usual * 0.8
            parts.append((line, sized(self.font(), self._bx(size)), MOST_LINES, self._bx(6)))
        return parts

    def _tag_rows(self, width: float) -> list[list[tuple[Tag, float]]]:
        font = sized(self.font(), self._bx(28), QFont.Weight.DemiBold)
        metrics, gap = QFontMetricsF(font), self._bx(14)
        rows: list[list[tuple[Tag, float]]] = []
        left = width + 1
        for tag in self.look.tags:
            wide = min(width, metrics.horizontalAdvance(tag.text) + self._bx(52))
            if left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append((tag, wide))
            left += wide + gap
        return rows[:2]

    def _paint_tags(self, painter: QPainter, at: QPointF, width: float) -> float:
        high, gap = self._bx(54), self._bx(14)
        painter.setFont(sized(self.font(), self._bx(28), QFont.Weight.DemiBold))
        rows = self._tag_rows(width)
        for number, row in enumerate(rows):
            left = at.x()
            for tag, wide in row:
                box = QRectF(left, at.y() + number * (high + gap), wide, high)
                draw_pill(painter, box, tag.text, (tag.ground, tag.ink), self._bx(22))
                left += wide + gap
        return len(rows) * self._bx(68)
