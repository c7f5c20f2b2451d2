"""The palette under the search box: people, sessions, trips and commands, by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.fonts import sized
from ui.kit.rows import ROW_ROLE, Column, Index, RowsModel
from ui.kit.tokens import tokens

ROW_HEIGHT = 44
WIDTH = 560
MOST_SHOWN = 9


@dataclass(frozen=True)
class Offer:
    """One line of the palette."""

    title: str
    note: str
    side: str  # at the right: the kind of thing, or the keys
    icon: str
    choose: Callable[[], object]


COLUMNS: Sequence[Column[Offer]] = (
    Column(lambda: "", lambda one: f"{one.title} {one.note} {one.side}"),
)


class OfferDelegate(QStyledItemDelegate):
    """Paints an offer: icon, title, note, and at the right what it is."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDTH - 20, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer = index.data(ROW_ROLE)
        if not isinstance(offer, Offer):
            return
        worn, box = tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.selected))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        middle = box.center().y()
        painter.drawPixmap(box.left() + 12, middle - 8, icons.pixmap(offer.icon, 18))
        painter.setFont(sized(option.font, 12))
        painter.setPen(QColor(worn.muted))
        side = painter.fontMetrics().horizontalAdvance(offer.side)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -12, 0), int(right), offer.side)
        self._words(painter, box.adjusted(42, 0, -side - 28, 0), offer, option.font)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, offer: Offer, font: QFont) -> None:
        cut, left = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sized(font, 14, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens().ink))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(offer.title, cut, box.width())
        painter.drawText(box, int(left), title)
        used = metrics.horizontalAdvance(title) + 10
        painter.setFont(sized(font, 13))
        painter.setPen(QColor(tokens().muted))
        note = painter.fontMetrics().elidedText(offer.note, cut, max(0, box.width() - used))
        painter.drawText(box.adjusted(used, 0, 0, 0), int(left), note)


class Palette(QFrame):
    """Floats over the window; the search box keeps the keyboard."""

    taken = Signal()  # an offer was chosen

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kit", "palette")
        self.model = RowsModel(COLUMNS, self)
        self._list = QListView()
        self._list.setProperty("kit", "flat")
        self._list.setModel(self.model)
        self._list.setItemDelegate(OfferDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        self._empty = words("", "note")
        self._hint = words("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for part in (self._empty, self._list, self._hint):
            column.addWidget(part)
        self._empty.setContentsMargins(12, 12, 12, 8)
        self._hint.setContentsMargins(12, 2, 12, 2)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], *, searching: bool = False) -> None:
        """Show what can be chosen; the first line is marked."""
        self.model.replace(offers)
        self._list.setVisible(bool(offers))
        self._empty.setVisible(not offers)
        self._empty.setText(_("Searching…") if searching else _("Nothing found."))
        self._hint.setText(_("↑ ↓ choose · Enter open · Esc close"))
        if offers:
            self._list.setCurrentIndex(self.model.index(0, 0))
        self._list.setFixedHeight(min(len(offers), MOST_SHOWN) * ROW_HEIGHT + 4)
        self.setFixedWidth(WIDTH)
        self.adjustSize()

    def open_under(self, field: QWidget) -> None:
        """Appear under the search box."""
        window = self.window()
        corner = field.mapTo(window, QPoint(field.width() - WIDTH, field.height() + 6))
        self.move(max(8, corner.x()), corner.y())
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Mark the next or previous line, around the ends."""
        count = self.model.rowCount()
        if count:
            row = (self._list.currentIndex().row() + step) % count
            self._list.setCurrentIndex(self.model.index(row, 0))

    def take(self) -> None:
        """Choose the marked line."""
        self._take(self._list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        offer = index.data(ROW_ROLE)
        if isinstance(offer, Offer):
            self.hide()
            self.taken.emit()
            offer.choose()
