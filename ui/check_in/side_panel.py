"""The dark side of the station: heads at the door, by category, and the latest scans."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_desk.domain.check_in.outcome import Counts
from summit_desk.support.i18n import _
from ui.check_in.painting import colour, draw_line
from ui.kit.fonts import sized

GROUND, BAR_GROUND, BAR = "#0f1829", "#2b3648", "#3ccb7f"
INK, DIM = "#ffffff", "#aab4c4"
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MARGIN = 30
ROW, CATEGORY_ROW = 38, 30
MOST_CATEGORIES = 7


@dataclass(frozen=True)
class SideRow:
    """One scan in the list: what it was in colour, symbol and word."""

    name: str
    note: str
    time: str
    symbol: str
    colour: str
    struck: bool = False  # taken back


class SidePanel(QWidget):
    """Paints counts and rows; knows nothing of scans."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.counts = Counts()
        self.footer: tuple[str, ...] = ()
        self.rows: tuple[SideRow, ...] = ()
        self._reserved = 0  # pixels at the bottom that another widget lies on

    def show_counts(self, counts: Counts) -> None:
        """Show the heads at the door."""
        self.counts = counts
        share = _("{arrived} of {expected} have arrived")
        self.setAccessibleName(share.format(arrived=counts.arrived, expected=counts.expected))
        self.update()

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """Show the latest scans, newest first."""
        self.rows = tuple(rows)
        self.update()

    def reserve(self, pixels: int) -> None:
        """Leave room at the bottom for the picture of the camera."""
        self._reserved = pixels
        self.update()

    def show_footer(self, *lines: str) -> None:
        """Show the lines at the bottom."""
        self.footer = tuple(line for line in lines if line)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(GROUND))
            box = QRectF(self.rect()).adjusted(MARGIN, 44, -MARGIN, -34 - self._reserved)
            top = self._paint_heads(painter, box)
            top = self._paint_categories(painter, box, top)
            self._paint_rows(painter, box, top + 14)
            self._paint_footer(painter, box)

    def _paint_footer(self, painter: QPainter, box: QRectF) -> None:
        self._small(painter)
        for place, text in enumerate(reversed(self.footer)):
            line = QRectF(box.left(), box.bottom() - 20 - place * 22, box.width(), 22)
            draw_line(painter, line, text, LEFT)

    def _paint_heads(self, painter: QPainter, box: QRectF) -> float:
        painter.setFont(sized(self.font(), 60, QFont.Weight.Bold))
        painter.setPen(colour(INK))
        arrived = f"{self.counts.arrived:,}"
        wide = QFontMetricsF(painter.font()).horizontalAdvance(arrived)
        line = QRectF(box.left(), box.top(), box.width(), 66)
        painter.drawText(line, LEFT | Qt.AlignmentFlag.AlignBottom, arrived)
        self._small(painter, 16)
        beside = line.adjusted(wide + 12, 0, 0, -12)
        of = _("/ {expected} arrived").format(expected=f"{self.counts.expected:,}")
        painter.drawText(beside, LEFT | Qt.AlignmentFlag.AlignBottom, of)
        bar = QRectF(box.left(), line.bottom() + 16, box.width(), 9)
        self._paint_bar(painter, bar, self.counts.arrived, self.counts.expected, BAR)
        return bar.bottom() + 18

    def _paint_categories(self, painter: QPainter, box: QRectF, top: float) -> float:
        shown = self.counts.categories[:MOST_CATEGORIES]
        if len(shown) < 2 or box.height() < 560:  # noqa: PLR2004 -- one category is the whole; the list needs room
            return top
        for category in shown:
            line = QRectF(box.left(), top, box.width(), 22)
            self._small(painter, 15)
            draw_line(painter, line.adjusted(0, 0, -line.width() * 0.66, 0), category.words(), LEFT)
            heads = f"{category.arrived:,} / {category.expected:,}"
            draw_line(painter, line, heads, RIGHT)
            bar = QRectF(line.left() + line.width() * 0.37, line.center().y() - 2, 0, 5)
            bar.setWidth(line.width() * 0.34)
            self._paint_bar(painter, bar, category.arrived, category.expected, BAR)
            top += CATEGORY_ROW
        return top + 6

    def _paint_rows(self, painter: QPainter, box: QRectF, top: float) -> None:
        self._small(painter, 15)
        draw_line(painter, QRectF(box.left(), top, box.width(), 22), _("Recent"), LEFT)
        top += 32
        room = int((box.bottom() - 56 - top) // ROW)
        for row in self.rows[: max(0, room)]:
            self._paint_row(painter, QRectF(box.left(), top, box.width(), ROW), row)
            top += ROW

    def _paint_row(self, painter: QPainter, line: QRectF, row: SideRow) -> None:
        painter.setOpacity(0.5 if row.struck else 1)
        dot = QRectF(line.left(), line.center().y() - 11, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(row.colour))
        painter.drawEllipse(dot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour(INK))
        painter.setFont(sized(self.font(), 13, QFont.Weight.Bold))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, row.symbol)
        self._small(painter, 14)
        time = QFontMetricsF(painter.font()).horizontalAdvance(row.time) + 10
        draw_line(painter, line, row.time, RIGHT)
        self._paint_words(painter, line.adjusted(34, 0, -time, 0), row)
        painter.setOpacity(1)

    def _paint_words(self, painter: QPainter, room: QRectF, row: SideRow) -> None:
        bold = sized(self.font(), 16, QFont.Weight.Bold)
        bold.setStrikeOut(row.struck)
        painter.setFont(bold)
        painter.setPen(colour(INK))
        name = min(QFontMetricsF(bold).horizontalAdvance(row.name) + 2, room.width() * 0.62)
        draw_line(painter, QRectF(room.left(), room.top(), name, room.height()), row.name, LEFT)
        self._small(painter, 14)
        draw_line(painter, room.adjusted(name + 10, 0, 0, 0), row.note, LEFT)

    def _small(self, painter: QPainter, pixels: int = 13) -> None:
        painter.setFont(sized(self.font(), pixels))
        painter.setPen(colour(DIM))

    def _paint_bar(
        self, painter: QPainter, bar: QRectF, part: int, whole: int, filled: str
    ) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(BAR_GROUND))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        share = min(1.0, part / whole) if whole else 0.0
        if share:
            painter.setBrush(colour(filled))
            wide = max(bar.height(), bar.width() * share)
            inner = QRectF(bar.left(), bar.top(), wide, bar.height())
            painter.drawRoundedRect(inner, bar.height() / 2, bar.height() / 2)
        painter.restore()
