"""The time zone strips: when the delegation lives by which clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from summit_desk.domain.trip_view import ZoneSpan
from summit_desk.domain.wall_time import local_time, signed_hours
from summit_desk.support.i18n import _
from ui.kit.fonts import sized
from ui.kit.tokens import tint, tokens
from ui.kit.tones import Tone
from ui.trips.zone_words import ahead_text

ROW, AXIS, BAR = 40, 22, 10
LABEL = 118
TONES = (Tone.BLUE, Tone.VIOLET, Tone.GREEN, Tone.AMBER, Tone.TEAL, Tone.RED)
MOST_TICKS = 8


@dataclass(frozen=True)
class Strip:
    """One offset with every stretch of time spent in it."""

    span: ZoneSpan
    stretches: tuple[tuple[datetime, datetime], ...]
    tone: Tone


def strips_of(spans: Sequence[ZoneSpan]) -> list[Strip]:
    """Return one strip for each zone and offset, in the order they are lived in."""
    found: dict[tuple[str, timedelta], list[ZoneSpan]] = {}
    for span in spans:
        found.setdefault((span.zone, span.offset), []).append(span)
    return [
        Strip(same[0], tuple((one.starts, one.ends) for one in same), TONES[at % len(TONES)])
        for at, same in enumerate(found.values())
    ]


class ZoneChart(QWidget):
    """Strips over the days of the trip, with the dates of home below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips: list[Strip] = []
        self._home = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_zones(self, spans: Sequence[ZoneSpan], home_zone: str) -> None:
        """Draw other strips."""
        self._strips, self._home = strips_of(spans), home_zone
        told = [f"{one.span.city} {ahead_text(one.span, home_zone)}" for one in self._strips]
        self.setAccessibleName(_("Time zones: {list}").format(list="; ".join(told)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW * len(self._strips) + AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = event.pos().y() // ROW
            if at < len(self._strips):
                span = self._strips[at].span
                text = f"{span.zone} (UTC{signed_hours(span.offset)})"
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._strips:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axis(painter)
            for at, strip in enumerate(self._strips):
                self._paint_strip(painter, at * ROW, strip)

    def _range(self) -> tuple[datetime, datetime]:
        starts = min(start for strip in self._strips for start, _end in strip.stretches)
        ends = max(end for strip in self._strips for _start, end in strip.stretches)
        return starts, max(ends, starts + timedelta(hours=1))

    def _place(self, moment: datetime) -> float:
        first, last = self._range()
        share = (moment - first) / (last - first)
        return LABEL + share * (self.width() - LABEL - 2)

    def _paint_strip(self, painter: QPainter, top: int, strip: Strip) -> None:
        worn = tokens()
        span, middle = strip.span, top + ROW / 2
        painter.setFont(sized(self.font(), 13))
        painter.setPen(QColor(worn.ink))
        name = f"{span.city} {signed_hours(span.offset) or '±0'}"
        left = Qt.AlignmentFlag.AlignLeft
        room = LABEL - 8
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, top + 2, room, 18), int(left), text)
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(worn.muted))
        text = painter.fontMetrics().elidedText(
            ahead_text(span, self._home), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRectF(0, top + 20, room, 16), int(left), text)
        self._paint_bars(painter, middle, strip)

    def _paint_bars(self, painter: QPainter, middle: float, strip: Strip) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(LABEL, middle - BAR / 2, self.width() - LABEL, BAR)
        painter.setBrush(QColor(tokens().line))
        painter.drawRoundedRect(ground, BAR / 2, BAR / 2)
        painter.setBrush(QColor(tint(strip.tone).ink))
        for start, end in strip.stretches:
            left, right = self._place(start), self._place(end)
            wide = max(right - left, BAR)
            left = min(left, self.width() - wide)
            box = QRectF(left, middle - BAR / 2, wide, BAR)
            painter.drawRoundedRect(box, BAR / 2, BAR / 2)

    def _paint_axis(self, painter: QPainter) -> None:
        worn, bottom = tokens(), ROW * len(self._strips)
        painter.setFont(sized(self.font(), 11))
        free = 0.0
        for moment in self._midnights():
            x = self._place(moment)
            painter.setPen(QPen(QColor(worn.line), 1))
            painter.drawLine(QPointF(x, 4), QPointF(x, bottom))
            text = f"{local_time(moment, self._home):%m-%d}"
            width = painter.fontMetrics().horizontalAdvance(text)
            if x - width / 2 >= free and x + width / 2 <= self.width():
                painter.setPen(QColor(worn.muted))
                box = QRectF(x - width / 2, bottom + 2, width + 2, AXIS - 4)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), text)
                free = x + width / 2 + 10

    def _midnights(self) -> Iterator[datetime]:
        """Yield the midnights at home, at most a handful."""
        first, last = self._range()
        start = local_time(first, self._home)
        until = first + (start.replace(hour=0, minute=0) + timedelta(days=1) - start)
        step = timedelta(days=1 + (last - first).days // MOST_TICKS)
        while until <= last:
            yield until
            until += step
