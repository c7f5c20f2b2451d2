"""What can be done with the columns of the list: choose them, order the list, restore the usual."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.attendee_lists import AttendeeSort
from summit_desk.support.i18n import N_, _
from ui.attendees.layout import PINNED
from ui.kit import icons

KEY = Qt.ItemDataRole.UserRole
ORDERS = {
    AttendeeSort.NUMBER: N_("Registration number"),
    AttendeeSort.RANK: N_("Rank, then number"),
    AttendeeSort.NAME: N_("Pinyin"),
    AttendeeSort.STROKES_SURNAME: N_("Strokes of the surname"),
    AttendeeSort.STROKES_NAME: N_("Strokes of the whole name"),
    AttendeeSort.REGISTERED: N_("Day of registration"),
}
Offered = Sequence[tuple[str, str]]  # key and title of each column there is


class ColumnButton(QToolButton):
    """Opens the menu of the columns; the header's own menu is the same."""

    order_chosen = Signal(object)  # an AttendeeSort
    columns_chosen = Signal(object)  # the keys that are ticked
    restoring_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "tool")
        self.setIcon(icons.icon("fields"))
        self.setIconSize(QSize(18, 18))
        self._offered: Offered = ()
        self._chosen: Collection[str] = ()
        self._order: AttendeeSort | None = None
        self.clicked.connect(lambda: self.open_at(self.mapToGlobal(QPoint(0, self.height() + 4))))
        self.retranslate()

    def show_columns(self, offered: Offered, chosen: Collection[str]) -> None:
        """Offer these columns, those chosen ticked."""
        self._offered, self._chosen = offered, chosen

    def show_order(self, order: AttendeeSort | None) -> None:
        """Mark what the list is ordered by."""
        self._order = order

    def open_at(self, place: QPoint) -> None:
        """Open the menu."""
        self.menu_now().popup(place)

    def menu_now(self) -> QMenu:
        """Return the menu as it stands now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        orders = menu.addMenu(_("Order by"))
        for order, words in ORDERS.items():
            action = orders.addAction(_(words))
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.triggered.connect(lambda _on, one=order: self.order_chosen.emit(one))
        menu.addAction(_("Columns…")).triggered.connect(self.open_chooser)
        menu.addAction(_("Restore the usual columns")).triggered.connect(self.restoring_asked)
        return menu

    def open_chooser(self) -> "ColumnChooser":
        """Open the list of all columns, below the button."""
        chooser = ColumnChooser(self, self._offered, self._chosen)
        chooser.chosen.connect(self.columns_chosen)
        corner = self.mapToGlobal(QPoint(self.width() - chooser.width(), self.height() + 4))
        chooser.move(corner)
        chooser.show()
        return chooser

    def retranslate(self) -> None:
        """Say the texts again in the current language."""
        self.setToolTip(_("Columns and order of the list"))
        self.setAccessibleName(self.toolTip())


class ColumnChooser(QFrame):
    """All columns with a tick each; every tick is told at once."""

    chosen = Signal(object)  # the keys that are ticked

    def __init__(self, parent: QWidget, offered: Offered, chosen: Collection[str]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kit", "card")
        self.resize(QSize(240, 420))
        self.list = QListWidget()
        for key, title in offered:
            if key not in PINNED:
                item = QListWidgetItem(title, self.list)
                item.setData(KEY, key)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                on = Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked
                item.setCheckState(on)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list)
        self.list.itemChanged.connect(lambda _item: self.chosen.emit(self._ticked()))

    def _ticked(self) -> list[str]:
        items = (self.list.item(at) for at in range(self.list.count()))
        return [one.data(KEY) for one in items if one.checkState() is Qt.CheckState.Checked]
