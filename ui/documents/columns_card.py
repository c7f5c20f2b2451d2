"""Which columns a list has: ticks in the order in which they are written, dragged to reorder."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.documents.attendee_columns import BY_HAND
from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.domain.lists.spec import ListColumn, ListSpec, Showing, text_of
from summit_desk.support.i18n import N_, _
from ui.kit.cards import words

COLUMN = Qt.ItemDataRole.UserRole
USUAL = Qt.ItemDataRole.UserRole + 1  # the title that the column has by itself
SHOWINGS = (
    (Showing.NONE, N_("Left out")),
    (Showing.MASKED, N_("In part (138****0001)")),
    (Showing.AGREED, N_("Of those who agreed")),
    (Showing.WHOLE, N_("Whole")),
)


class ColumnsCard(QWidget):
    """Ticks, own titles and, for private columns, how much of them is shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setProperty("kit", "flat")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.showing, self._note = QComboBox(), words("", "muted", wrap=True)
        self._private = QLabel()
        self._columns: Sequence[AttendeeColumn] = ()
        self._usual = Showing.MASKED
        self._lay_out()
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_showing())
        self.list.model().rowsMoved.connect(self._on_moved)
        self.showing.activated.connect(self._on_showing)
        self.retranslate()

    def chosen(self) -> tuple[ListColumn, ...]:
        """Return the ticked columns in their order."""
        rows = map(self.list.item, range(self.list.count()))
        return tuple(self._column(row) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def show_columns(self, columns: Sequence[AttendeeColumn]) -> None:
        """Offer these columns."""
        self._columns = columns

    def show_spec(self, spec: ListSpec) -> None:
        """Tick the columns of a list, in its order; the others follow."""
        titles = {column.key: text_of(column.title) for column in self._columns}
        titles |= {key: _(title) for key, title in BY_HAND.items()}
        private = {column.key for column in self._columns if column.private}
        ticked = [one for one in spec.columns if one.key in titles]
        if not spec.columns:
            ticked = [ListColumn(column.key) for column in self._columns]
        taken = {one.key for one in ticked}
        rest = [ListColumn(key) for key in titles if key not in taken]
        self._usual = spec.private
        self.list.blockSignals(True)
        self.list.clear()
        for column in (*ticked, *rest):
            is_ticked = column.key in taken and self._is_shown(column, private)
            self.list.addItem(_tick(column, titles[column.key], is_ticked=is_ticked))
        self.list.blockSignals(False)
        self._show_showing()

    def retranslate(self) -> None:
        """Say every text again."""
        self._note.setText(_("Drag to reorder; double-click for a title of your own."))
        self._private.setText(_("This column is private:"))
        self.list.setAccessibleName(_("Columns"))
        at = self.showing.currentIndex()
        self.showing.clear()
        for _showing, text in SHOWINGS:
            self.showing.addItem(_(text))
        self.showing.setCurrentIndex(max(at, 0))

    def _is_shown(self, column: ListColumn, private: set[str]) -> bool:
        return column.key not in private or (column.showing or self._usual) is not Showing.NONE

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.list, self._private, self.showing, self._note):
            column.addWidget(part, 1 if part is self.list else 0)

    def _column(self, row: QListWidgetItem) -> ListColumn:
        column: ListColumn = row.data(COLUMN)
        own = row.text().strip()
        title = column.title if own == text_of(column.title) else own
        usual = str(row.data(USUAL))
        return ListColumn(
            column.key,
            "" if own in {usual, ""} else title,
            column.width,
            column.showing,
        )

    def _is_private(self, row: QListWidgetItem | None) -> bool:
        key = row.data(COLUMN).key if row is not None else ""
        return any(column.key == key and column.private for column in self._columns)

    def _show_showing(self) -> None:
        row = self.list.currentItem()
        shown = self._is_private(row)
        self._private.setVisible(shown)
        self.showing.setVisible(shown)
        if shown:
            now = row.data(COLUMN).showing or self._usual
            self.showing.setCurrentIndex([one for one, _text in SHOWINGS].index(now))

    def _on_showing(self, at: int) -> None:
        row = self.list.currentItem()
        column = self._column(row)
        showing = SHOWINGS[at][0]
        self.list.blockSignals(True)
        row.setData(COLUMN, ListColumn(column.key, column.title, column.width, showing))
        ticked = showing is not Showing.NONE
        row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.changed.emit()

    def _on_item_changed(self, row: QListWidgetItem) -> None:
        column: ListColumn = row.data(COLUMN)
        hidden = (column.showing or self._usual) is Showing.NONE
        if self._is_private(row) and hidden and row.checkState() is Qt.CheckState.Checked:
            self.list.blockSignals(True)  # a tick asks to see it; in part is the careful way
            row.setData(COLUMN, ListColumn(column.key, column.title, column.width, Showing.MASKED))
            self.list.blockSignals(False)
            self._show_showing()
        self.changed.emit()

    def _on_moved(self, _parent: QModelIndex, *_where: object) -> None:
        self.changed.emit()


def _tick(column: ListColumn, usual: str, *, is_ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(text_of(column.title) or usual)
    item.setData(COLUMN, column)
    item.setData(USUAL, usual)
    item.setToolTip(usual)
    item.setFlags(
        (item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        & ~Qt.ItemFlag.ItemIsDropEnabled
    )
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item
