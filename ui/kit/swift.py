"""A table that paints its rows itself, for lists that must follow every key.

A delegate is asked cell by cell, which for a screen full of cells takes longer than a frame. This
one paints column by column, sets pen and font once for each, and keeps the pills it has drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLine, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QTableView

from ui.kit.paged import PagedModel
from ui.kit.pills import CELL_PADDING, PILL_HEIGHT, draw_pill, pill_width
from ui.kit.rows import Column
from ui.kit.table import Table, selected_ranges
from ui.kit.tokens import Tokens, tokens
from ui.kit.tones import Pill

Line = tuple[int, int, object]  # row, top in pixels, what the model holds of it


class SwiftTable(Table):
    """Shows a `PagedModel`; looks as every other table does."""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_rows(self, event.rect())


def paint_rows(table: QTableView, box: QRect) -> None:
    """Paint the part of the rows of a `PagedModel` that lies in `box`."""
    model = table.model()
    if not isinstance(model, PagedModel):
        return
    with QPainter(table.viewport()) as painter:
        lines = list(_lines(table, model, box))
        ink = _Ink(QFont(table.font()), tokens(), table.devicePixelRatioF())
        _paint_grounds(table, painter, lines, box, ink.worn)
        height = table.verticalHeader().defaultSectionSize()
        for at, left, width in _columns(table, box):
            place = QRect(left, 0, width, height)
            _paint_column(painter, model.columns[at], lines, place, ink)


def _lines(table: QTableView, model: PagedModel[object], box: QRect) -> Iterator[Line]:
    first, last = table.rowAt(box.top()), table.rowAt(box.bottom())
    if first < 0:
        return
    top, height = table.rowViewportPosition(first), table.verticalHeader().defaultSectionSize()
    for row in range(first, (last if last >= 0 else model.rowCount() - 1) + 1):
        yield row, top + (row - first) * height, model.row(row)


def _columns(table: QTableView, box: QRect) -> Iterator[tuple[int, int, int]]:
    header = table.horizontalHeader()
    for at in range(header.count()):
        left, width = header.sectionViewportPosition(at), header.sectionSize(at)
        if not header.isSectionHidden(at) and left <= box.right() and left + width > box.left():
            yield at, left, width


def _paint_grounds(
    table: QTableView, painter: QPainter, lines: Sequence[Line], box: QRect, worn: Tokens
) -> None:
    """Paint selected and hovered rows and the fine line under each."""
    height = table.verticalHeader().defaultSectionSize()
    chosen, under = selected_ranges(table), _hovered(table)
    left, right = box.left(), min(box.right(), table.horizontalHeader().length() - 1)
    for row, top, _held in lines:
        is_chosen = any(row in rows for rows in chosen)
        if is_chosen or row == under:
            ground = QColor(worn.selected if is_chosen else worn.hover)
            painter.fillRect(left, top, right - left + 1, height, ground)
    painter.setPen(QColor(worn.line))
    under_rows = (top + height - 1 for _row, top, _held in lines)
    painter.drawLines([QLine(left, at, right, at) for at in under_rows])


def _hovered(table: QTableView) -> int:
    viewport = table.viewport()
    return table.rowAt(viewport.mapFromGlobal(QCursor.pos()).y()) if viewport.underMouse() else -1


@dataclass
class _Ink:
    """What the cells of a table are written with; asked for once, not for each cell."""

    font: QFont
    worn: Tokens
    ratio: float

    def __post_init__(self) -> None:
        self.key = self.font.key()


def _paint_column(
    painter: QPainter, column: Column[object], lines: Sequence[Line], place: QRect, ink: _Ink
) -> None:
    """Paint the cells of one column; `place` says where it begins, how wide and high it is."""
    font = QFont(ink.font)
    if column.strong:
        font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(ink.worn.muted if column.muted else ink.worn.ink))
    metrics, key = painter.fontMetrics(), font.key()
    left, room = place.left() + CELL_PADDING, place.width() - 2 * CELL_PADDING
    height = place.height()
    base = (height + metrics.ascent() - metrics.descent()) // 2
    for _row, top, held in lines:
        pill = column.pill(held) if column.pill and held is not None else None
        if pill is not None:
            middle = top + (height - 1) // 2 + 1
            drawn = _drawn_pill(pill, room, ink.ratio, ink.key, ink.worn.dark)
            painter.drawPixmap(left, middle - PILL_HEIGHT // 2, drawn)
            continue
        text = "…" if held is None else column.text(held)
        if text:
            shown = _elided(text, room, key, metrics)
            at = _start(column, left, room, shown, metrics)
            painter.drawText(at, top + base, shown)


def _start(column: Column[object], left: int, room: int, text: str, metrics: QFontMetrics) -> int:
    if column.align is None or column.align & Qt.AlignmentFlag.AlignLeft:
        return left
    spare = room - metrics.horizontalAdvance(text)
    return left + (spare // 2 if column.align & Qt.AlignmentFlag.AlignHCenter else spare)


_shortened: dict[tuple[str, int, str], str] = {}
_MOST = 20_000


def _elided(text: str, room: int, key: str, metrics: QFontMetrics) -> str:
    """Return the text as far as there is room; measuring takes longer than painting."""
    if len(text) * metrics.height() <= room and "\n" not in text:  # no letter is wider than high
        return text
    shown = _shortened.get((text, room, key))
    if shown is None:
        if len(_shortened) > _MOST:
            _shortened.clear()
        one_line = text.replace("\n", " ")
        shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room)
        _shortened[text, room, key] = shown
    return shown


@lru_cache(maxsize=512)
def _drawn_pill(
    pill: Pill,
    room: int,
    ratio: float,
    font: str,
    dark: bool,  # noqa: FBT001, ARG001 -- a part of the key
) -> QPixmap:
    base = QFont()
    base.fromString(font)
    size = QRectF(0, 0, min(pill_width(pill, base), room) + 1, PILL_HEIGHT + 1)
    drawn = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setFont(base)
        draw_pill(painter, QPoint(0, PILL_HEIGHT // 2), pill, room)
    return drawn
