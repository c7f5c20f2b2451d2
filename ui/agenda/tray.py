"""The tray beside the grid: sessions that still need a time or a room."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QByteArray, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from summit_desk.domain.agenda_view import AgendaItem
from summit_desk.support.i18n import _
from ui.agenda.drops import SESSION_MIME
from ui.agenda.looks import look_of, tooltip
from ui.agenda.painting import draw_card
from ui.kit.cards import Card, words
from ui.kit.rows import Index

ITEM = Qt.ItemDataRole.UserRole
HEIGHT = 60
WIDTH = 180


class CardDelegate(QStyledItemDelegate):
    """Paints a session as the grid does."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect).adjusted(1, 2, -1, -2)
        state: QStyle.StateFlag = option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        draw_card(painter, box, look_of(index.data(ITEM)), selected=chosen)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDTH - 20, HEIGHT)


class TrayList(QListWidget):
    """The cards; they can be dragged into the grid."""

    opened = Signal(object)  # key of a session
    chosen = Signal(object)  # key of a session
    removal_asked = Signal(object)  # keys of sessions

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "flat")
        self.setItemDelegate(CardDelegate(self))
        self.setDragEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(ITEM).id))
        self.currentItemChanged.connect(self._on_current)

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show these sessions."""
        before = self.current()
        self.blockSignals(True)
        self.clear()
        for one in items:
            item = QListWidgetItem(self)
            item.setData(ITEM, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.title)
            item.setToolTip(tooltip(one))
            if one.id == before:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def current(self) -> UUID | None:
        """Return the key of the selected session."""
        shown = self.currentIndex().data(ITEM)
        return shown.id if isinstance(shown, AgendaItem) else None

    def choose(self, session_id: UUID | None) -> None:
        """Select a session without telling."""
        self.blockSignals(True)
        self.setCurrentRow(-1)
        for at in range(self.count()):
            if self.item(at).data(ITEM).id == session_id:
                self.setCurrentRow(at)
        self.blockSignals(False)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        carried = QMimeData()
        carried.setData(SESSION_MIME, QByteArray(str(items[0].data(ITEM).id).encode()))
        return carried

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current()
        if event.key() == Qt.Key.Key_Delete and current is not None:
            self.removal_asked.emit((current,))
        else:
            super().keyPressEvent(event)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ITEM).id)


class Tray(Card):
    """A card with the list; away while nothing waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(WIDTH + 32)
        self.list = TrayList()
        self._hint = words(kit="muted", wrap=True)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.list, 1)
        self.hide()

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show what waits."""
        self.list.show_items(items)
        self.show_heading(_("Not scheduled"), f"{len(items)}")
        self._hint.setText(_("Drag a card into the grid, or press Enter to give it a time."))
        self.setVisible(bool(items))
