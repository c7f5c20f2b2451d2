"""Pills: drawn in table cells by the delegate, and as a label of their own."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.rows import PILL_ROLE, STYLE_ROLE, Index, Role
from ui.kit.tokens import Tokens, pill_tint, tokens
from ui.kit.tones import Pill, Tone

PILL_HEIGHT = 21
PADDING = 9
CELL_PADDING = 12


def pill_font(base: QFont) -> QFont:
    """Return the font of a pill: a little smaller than its surroundings."""
    font = QFont(base)
    font.setPixelSize(12)
    return font


def pill_width(pill: Pill, base: QFont) -> int:
    """Return how wide `pill` is drawn."""
    return QFontMetrics(pill_font(base)).horizontalAdvance(pill.text) + 2 * PADDING


def draw_pill(painter: QPainter, left: QPoint, pill: Pill, room: int) -> None:
    """Draw `pill` with the middle of its left edge at `left`, at most `room` wide."""
    painter.save()
    base = painter.font()
    width = min(pill_width(pill, base), room)
    box = QRect(left.x(), left.y() - PILL_HEIGHT // 2, width, PILL_HEIGHT)
    worn = pill_tint(pill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn.ground))
    painter.drawRoundedRect(QRectF(box), PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    painter.setFont(pill_font(base))
    painter.setPen(QColor(worn.ink))
    text = painter.fontMetrics().elidedText(
        pill.text, Qt.TextElideMode.ElideRight, max(0, width - 2 * PADDING + 2)
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class PillDelegate(QStyledItemDelegate):
    """Paints a cell: ground, pill or text, and the fine line under the row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        worn = tokens()
        box: QRect = option.rect
        self._ground(painter, option, worn)
        inner = box.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        pill = index.data(PILL_ROLE)
        painter.setFont(option.font)
        if isinstance(pill, Pill):
            left = QPoint(inner.left(), inner.center().y() + 1)
            draw_pill(painter, left, pill, inner.width())
        else:
            self._text(painter, inner, index, worn)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font: QFont = option.font
        pill = index.data(PILL_ROLE)
        if isinstance(pill, Pill):
            return QSize(pill_width(pill, font) + 2 * CELL_PADDING, 37)
        text = str(index.data(Role.DisplayRole) or "")
        return QSize(QFontMetrics(font).horizontalAdvance(text) + 2 * CELL_PADDING, 37)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, worn: Tokens) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(worn.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(worn.hover))
        painter.setPen(QColor(worn.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _text(self, painter: QPainter, box: QRect, index: Index, worn: Tokens) -> None:
        muted, strong = index.data(STYLE_ROLE) or (False, False)
        if strong:
            font = painter.font()
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        painter.setPen(QColor(worn.muted if muted else worn.ink))
        text = str(index.data(Role.DisplayRole) or "").replace("\n", " ")
        align = index.data(Role.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(align), shown)


class PillLabel(QWidget):
    """A pill that stands by itself."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.GREY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pill = Pill(text, tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_pill(self, pill: Pill) -> None:
        """Show another word or colour."""
        self._pill = pill
        self.setAccessibleName(pill.text)
        cut = pill_width(pill, self.font()) > self.maximumWidth()
        self.setToolTip(pill.text if cut else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._pill, self.font()), PILL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_pill(painter, QPoint(0, self.height() // 2), self._pill, self.width())
