"""One leg on a day card: pill, both local times, how long; opened by click or Enter."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from summit_desk.domain.trip_view import LegView
from summit_desk.domain.trip_words import length_text, shift_text
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.fonts import sized
from ui.kit.pills import PILL_HEIGHT, pill_font, pill_width
from ui.kit.tokens import pill_tint, tint, tokens
from ui.kit.tones import Pill, Tone
from ui.trips.leg_words import leg_details, leg_sentence
from ui.trips.tones import leg_pill

PILL_WIDTH = 74
LINE, DETAIL_LINE = 30, 20
GAP = 10
SPARE = 40  # for the mark of a later date
LENGTHS = (200, 36, 28, 22, 18, 14, 11, 8)  # characters of a place name
ELIDE = Qt.TextElideMode.ElideRight
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LegRow(QWidget):
    """Paints a leg; `warning` is the sentence of a finding about it."""

    opened = Signal(object)  # the Leg
    removal_asked = Signal(object)
    copy_asked = Signal(object)
    history_asked = Signal(object)
    step_asked = Signal(int)  # to the next leg, or to the one before

    def __init__(self, leg: LegView, warning: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leg, self._warning = leg, warning
        self._pill, self._text = leg_pill(leg), leg_sentence(leg)
        self._length, self._details = length_text(leg), leg_details(leg)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._pill.text} {self._text} {self._length}")
        self.setAccessibleDescription(warning)
        self.setToolTip("\n".join(filter(None, (self._text, self._details, warning))))

    def sizeHint(self) -> QSize:
        return QSize(420, LINE + (DETAIL_LINE if self._details else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit(self.leg.leg)
            case Qt.Key.Key_Delete:
                self.removal_asked.emit(self.leg.leg)
            case Qt.Key.Key_Down:
                self.step_asked.emit(1)
            case Qt.Key.Key_Up:
                self.step_asked.emit(-1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.opened.emit(self.leg.leg)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, signal in (
            ("edit", _("Edit…"), self.opened),
            ("copy", _("Duplicate…"), self.copy_asked),
            ("history", _("History…"), self.history_asked),
            ("delete", _("Delete"), self.removal_asked),
        ):
            action = QAction(icons.icon(name), text, menu)
            action.triggered.connect(lambda _on=False, told=signal: told.emit(self.leg.leg))
            menu.addAction(action)
        menu.popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._paint_pill(painter)
            right = self._paint_warning(painter)
            below = self._is_narrow(right)
            length = self._paint_length(painter, right, below=below)
            self._paint_text(painter, right if below else length)
            self._paint_details(painter, length if below else right)

    def _paint_ground(self, painter: QPainter) -> None:
        worn = tokens()
        if not self.underMouse() and not self.hasFocus():
            return
        painter.setBrush(QColor(worn.hover))
        edge = worn.accent if self.hasFocus() else worn.hover
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_pill(self, painter: QPainter) -> None:
        worn = pill_tint(self._pill)
        box = QRect(6, (LINE - PILL_HEIGHT) // 2, PILL_WIDTH, PILL_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.ground))
        painter.drawRoundedRect(QRectF(box), PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setFont(pill_font(self.font()))
        painter.setPen(QColor(worn.ink))
        text = painter.fontMetrics().elidedText(self._pill.text, ELIDE, PILL_WIDTH - 12)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_warning(self, painter: QPainter) -> int:
        """Paint the sign of a finding; return what is left of the row."""
        right = self.width() - 8
        if not self._warning:
            return right
        sign = icons.pixmap("warning", 16, tint(Tone.AMBER).ink)
        painter.drawPixmap(QPoint(right - 16, (LINE - 16) // 2), sign)
        return right - 22

    def _is_narrow(self, right: int) -> bool:
        """Tell whether times and length don't fit into one line; then the length goes below."""
        metrics = QFontMetrics(sized(self.font(), 14))
        text = metrics.horizontalAdvance(leg_sentence(self.leg, LENGTHS[3]))
        room = right - (6 + PILL_WIDTH + GAP) - metrics.horizontalAdvance(self._length)
        room -= SPARE if self.leg.shift else 2 * GAP
        return bool(self._details) and text > room

    def _paint_length(self, painter: QPainter, right: int, *, below: bool) -> int:
        """Paint the length; return where it begins."""
        painter.setFont(sized(self.font(), 12 if below else 13))
        painter.setPen(QColor(tokens().muted))
        width = painter.fontMetrics().horizontalAdvance(self._length)
        box = QRect(right - width, 0, width + 1, LINE)
        if below:
            box = QRect(right - width, LINE - 5, width + 1, DETAIL_LINE)
        painter.drawText(box, LEFT, self._length)
        return right - width

    def _paint_text(self, painter: QPainter, right: int) -> None:
        left = 6 + PILL_WIDTH + GAP
        shift = Pill(shift_text(self.leg.shift) if self.leg.is_move else "", Tone.AMBER)
        extra = pill_width(shift, self.font()) + 6 if shift.text else 0
        font = sized(self.font(), 14, QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens().ink))
        room = right - left - GAP - extra
        text = self._fitted(painter.fontMetrics(), room)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QRect(left, 0, width + 2, LINE), LEFT, text)
        if shift.text:
            self._paint_shift(painter, left + width + 6, shift)

    def _fitted(self, metrics: QFontMetrics, room: int) -> str:
        """Return the sentence with place names as long as they fit; the times always stay."""
        text = self._text
        for longest in LENGTHS:
            text = leg_sentence(self.leg, longest)
            if metrics.horizontalAdvance(text) <= room:
                return text
        return metrics.elidedText(text, ELIDE, room)

    def _paint_shift(self, painter: QPainter, left: int, shift: Pill) -> None:
        """Paint how many dates later one arrives, as a small mark behind the time."""
        worn = pill_tint(shift)
        box = QRect(left, (LINE - 17) // 2, pill_width(shift, self.font()) - 4, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.ground))
        painter.drawRoundedRect(QRectF(box), 5, 5)
        painter.setFont(sized(self.font(), 12, QFont.Weight.Bold))
        painter.setPen(QColor(worn.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shift.text)

    def _paint_details(self, painter: QPainter, right: int) -> None:
        if not self._details:
            return
        left = 6 + PILL_WIDTH + GAP
        box = QRect(left, LINE - 5, right - left - GAP, DETAIL_LINE)
        painter.setFont(sized(self.font(), 12))
        painter.setPen(QColor(tokens().muted))
        text = painter.fontMetrics().elidedText(self._details, ELIDE, box.width())
        painter.drawText(box, LEFT, text)
