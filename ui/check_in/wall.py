"""The wall: heads of a point for a second screen or projector, readable from the back of a hall."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from summit_desk.domain.check_in.arrivals import Arrivals, UnitHeads, masked_name
from summit_desk.support.i18n import _
from ui.check_in.painting import colour, draw_line, fitting
from ui.kit.fonts import sized

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GROUND, INK, DIM = "#0f1829", "#ffffff", "#aab4c4"
BAR_GROUND, BAR = "#2b3648", "#3ccb7f"
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
BOLD = QFont.Weight.Bold
REFRESH_MS = 5_000
TURN_MS = 8_000  # the next organisations are shown
COLUMNS, ROWS = 2, 7
TICKER = 6
BASE = 900  # the height that the sizes below are meant for


class WallWindow(QWidget):
    """Paints arrivals; H hides the names, F11 leaves the full screen, Escape closes."""

    stale = Signal()  # fresh figures are wanted
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(640, 400)
        self.event_name, self.point_name, self.clock = "", "", ""
        self.arrivals, self.units = Arrivals(), list[UnitHeads]()
        self.hides_names, self.page = False, 0
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self.stale)
        self._turn = QTimer(self, interval=TURN_MS)
        self._turn.timeout.connect(self.turn)
        keys: Sequence[tuple[str, Callable[[], object]]] = (
            ("H", self.switch_names),
            ("F11", self._switch_full_screen),
            ("Escape", self.close),
        )
        for key, call in keys:
            QShortcut(QKeySequence(key), self, call)

    def show_titles(self, event: str, point: str) -> None:
        """Say which event and which point this is."""
        self.event_name, self.point_name = event, point
        self.setWindowTitle(f"{event} · {point}")
        self.update()

    def show_arrivals(self, arrivals: Arrivals, clock: str) -> None:
        """Show other figures."""
        self.arrivals, self.clock = arrivals, clock
        self.units = [unit for unit in arrivals.by_unit() if unit.id]
        self.page = min(self.page, self._pages() - 1)
        share = _("{arrived} of {expected} have arrived")
        self.setAccessibleName(
            share.format(arrived=arrivals.arrived, expected=len(arrivals.people))
        )
        self.update()

    def switch_names(self) -> None:
        """Hide the names of those who came, or show them."""
        self.hides_names = not self.hides_names
        self.update()

    def turn(self) -> None:
        """Show the next organisations."""
        self.page = (self.page + 1) % self._pages()
        self.update()

    def put_on_second_screen(self) -> None:
        """Fill the second screen, or the only one."""
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            self.setScreen(screens[1])
            self.setGeometry(screens[1].geometry())
        self.showFullScreen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh.start()
        self._turn.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._refresh.stop()
        self._turn.stop()
        self.closed.emit()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), colour(GROUND))
            edge = self._px(56)
            box = QRectF(self.rect()).adjusted(edge, self._px(40), -edge, -self._px(36))
            self._paint_heads(painter, box)
            self._paint_units(painter, box)
            self._paint_ticker(painter, box)

    def _paint_heads(self, painter: QPainter, box: QRectF) -> None:
        self._ink(painter, 22, DIM)
        line = QRectF(box.left(), box.top(), box.width(), self._px(32))
        clock = QFontMetricsF(painter.font()).horizontalAdvance(self.clock) + self._px(20)
        draw_line(painter, line.adjusted(0, 0, -clock, 0), self.event_name, LEFT)
        draw_line(painter, line, self.clock, RIGHT)
        self._ink(painter, 40, INK, BOLD)
        place = QRectF(box.left(), line.bottom() + self._px(6), box.width() * 0.5, self._px(120))
        draw_line(painter, place, self.point_name, LEFT)
        heads = f"{self.arrivals.arrived:,} / {len(self.arrivals.people):,}"
        room = QRectF(box.center().x(), place.top(), box.width() / 2, place.height())
        large = fitting(sized(self.font(), self._px(110), BOLD), heads, room.width(),
                        self._px(110), 20)  # fmt: skip
        painter.setFont(large)
        painter.setPen(colour(INK))
        draw_line(painter, room, heads, RIGHT)
        bar = QRectF(box.left(), place.bottom() + self._px(10), box.width(), self._px(14))
        self._paint_bar(painter, bar, self.arrivals.arrived, len(self.arrivals.people))

    def _paint_units(self, painter: QPainter, box: QRectF) -> None:
        top = box.top() + self._px(206)
        gap = self._px(60)
        wide = (box.width() - gap) / COLUMNS
        high = (box.bottom() - self._px(150) - top) / ROWS
        first = self.page * COLUMNS * ROWS
        for at, unit in enumerate(self.units[first : first + COLUMNS * ROWS]):
            column, row = divmod(at, ROWS)
            left = box.left() + column * (wide + gap)
            self._paint_unit(painter, QRectF(left, top + row * high, wide, high), unit)

    def _paint_unit(self, painter: QPainter, line: QRectF, unit: UnitHeads) -> None:
        done = unit.arrived == unit.expected
        self._ink(painter, 24, BAR if done else INK)
        words = QRectF(line.left(), line.top(), line.width(), line.height() * 0.66)
        heads = f"{'✓ ' if done else ''}{unit.arrived:,} / {unit.expected:,}"
        room = QFontMetricsF(painter.font()).horizontalAdvance(heads) + self._px(16)
        draw_line(painter, words.adjusted(0, 0, -room, 0), unit.words(), LEFT)
        draw_line(painter, words, heads, RIGHT)
        bar = QRectF(line.left(), words.bottom(), line.width(), self._px(6))
        self._paint_bar(painter, bar, unit.arrived, unit.expected)

    def _paint_ticker(self, painter: QPainter, box: QRectF) -> None:
        top = box.bottom() - self._px(120)
        self._ink(painter, 20, DIM)
        head = QRectF(box.left(), top, box.width(), self._px(30))
        draw_line(painter, head, _("Just arrived"), LEFT)
        if self._pages() > 1:
            turn = _("Organisations {page} of {pages}")
            draw_line(painter, head, turn.format(page=self.page + 1, pages=self._pages()), RIGHT)
        wide = box.width() / (TICKER // 2)
        for at, guest in enumerate(self.arrivals.latest(TICKER)):
            row, column = divmod(at, TICKER // 2)
            place = QRectF(
                box.left() + column * wide,
                head.bottom() + self._px(6) + row * self._px(40),
                wide - self._px(20),
                self._px(38),
            )
            name = masked_name(guest.name) if self.hides_names else guest.name
            self._ink(painter, 26, INK, BOLD if at == 0 else QFont.Weight.Normal)
            draw_line(painter, place, " · ".join(filter(None, (name, guest.unit_words()))), LEFT)

    def _paint_bar(self, painter: QPainter, bar: QRectF, part: int, whole: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(BAR_GROUND))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        if whole and part:
            inner = QRectF(bar)
            inner.setWidth(max(bar.height(), bar.width() * min(1.0, part / whole)))
            painter.setBrush(colour(BAR))
            painter.drawRoundedRect(inner, bar.height() / 2, bar.height() / 2)

    def _ink(
        self, painter: QPainter, pixels: int, ink: str, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        painter.setFont(sized(self.font(), self._px(pixels), weight))
        painter.setPen(colour(ink))

    def _pages(self) -> int:
        return max(1, -(-len(self.units) // (COLUMNS * ROWS)))

    def _px(self, pixels: int) -> int:
        """Return a size for this window's height."""
        return max(8, round(pixels * min(self.height() / BASE, self.width() / 1_400)))

    def _switch_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
