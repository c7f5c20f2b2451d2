"""People to choose from by a number key: large rows, the current one marked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_desk.domain.check_in.outcome import Found
from summit_desk.support.i18n import _
from ui.check_in.painting import colour, draw_line
from ui.kit.fonts import sized
from ui.kit.tokens import tokens

ROW = 52
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class NumberedList(QWidget):
    """Up to nine rows. `chosen` carries the Found."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.found: Sequence[Found] = ()
        self.current = 0

    def show_found(self, found: Sequence[Found]) -> None:
        """Show other people; the first is the current one."""
        self.found, self.current = tuple(found), 0
        rows = (f"{place}: {each.name}" for place, each in enumerate(self.found, start=1))
        self.setAccessibleName("\n".join(rows))
        self.updateGeometry()
        self.update()

    def move_by(self, step: int) -> None:
        """Make another row the current one."""
        if self.found:
            self.current = (self.current + step) % len(self.found)
            self.update()

    def choose_current(self) -> bool:
        """Choose the marked row; False when there is none."""
        return self.choose(self.current + 1)

    def choose(self, place: int) -> bool:
        """Choose a row by its number from 1; False when there is none."""
        if not 1 <= place <= len(self.found):
            return False
        self.chosen.emit(self.found[place - 1])
        return True

    def sizeHint(self) -> QSize:
        return QSize(480, max(3, len(self.found)) * ROW)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(int(event.position().y() // ROW) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, found in enumerate(self.found):
                line = QRectF(0, place * ROW, self.width(), ROW - 6)
                self._paint_row(painter, line, place, found)

    def _paint_row(self, painter: QPainter, line: QRectF, place: int, found: Found) -> None:
        worn, marked = tokens(), place == self.current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(worn.selected if marked else worn.sunken))
        painter.drawRoundedRect(line, 8, 8)
        key = QRectF(line.left() + 10, line.top() + 8, 30, line.height() - 16)
        painter.setBrush(colour(worn.accent))
        painter.drawRoundedRect(key, 6, 6)
        painter.setPen(colour(worn.accent_ink))
        painter.setFont(sized(self.font(), 18, QFont.Weight.Bold))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        self._paint_words(painter, line.adjusted(54, 0, -14, 0), found)

    def _paint_words(self, painter: QPainter, room: QRectF, found: Found) -> None:
        worn = tokens()
        painter.setFont(sized(self.font(), 15))
        painter.setPen(colour(worn.muted))
        state = _("arrived") if found.arrived_at is not None else ""
        right = " · ".join(part for part in (state, found.category, found.number) if part)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(right) + 16
        draw_line(painter, room, right, RIGHT)
        painter.setFont(sized(self.font(), 22, QFont.Weight.Bold))
        painter.setPen(colour(worn.ink))
        name = QFontMetricsF(painter.font()).horizontalAdvance(found.name) + 4
        name = min(name, (room.width() - wide) * 0.6)
        draw_line(painter, QRectF(room.left(), room.top(), name, room.height()), found.name, LEFT)
        painter.setFont(sized(self.font(), 16))
        painter.setPen(colour(worn.muted))
        draw_line(painter, room.adjusted(name + 12, 0, -wide, 0), found.organisation, LEFT)
