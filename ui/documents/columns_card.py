"""Which columns a list has: ticks in the order in which they are written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from summit_desk.domain.documents.attendee_entries import AttendeeColumn
from summit_desk.support.i18n import _
from ui.kit.cards import Card, words

KEY = Qt.ItemDataRole.UserRole


class ColumnsCard(Card):
    """Ticks for the columns; private ones begin without."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.list = QListWidget()
        self.list.setProperty("kit", "flat")
        self._note = words("", "muted", wrap=True)
        self._columns: Sequence[AttendeeColumn] = ()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._note)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.retranslate()

    def chosen(self) -> list[str]:
        """Return the keys of the ticked columns."""
        rows = map(self.list.item, range(self.list.count()))
        return [str(row.data(KEY)) for row in rows if row.checkState() is Qt.CheckState.Checked]

    def show_columns(self, columns: Sequence[AttendeeColumn]) -> None:
        """Offer these columns; what was ticked or not stays so."""
        known = {column.key for column in self._columns}
        ticked = set(self.chosen())
        self._columns = columns
        self.list.blockSignals(True)
        self.list.clear()
        for column in columns:
            is_ticked = column.key in ticked if column.key in known else not column.private
            self.list.addItem(_tick(column, is_ticked=is_ticked))
        self.list.blockSignals(False)

    def retranslate(self) -> None:
        """Say every text again."""
        self.show_heading(_("Columns"))
        self._note.setText(
            _("Document numbers are private: they are written only when they are ticked.")
        )
        self.list.setAccessibleName(_("Columns"))
        self.show_columns(self._columns)


def _tick(column: AttendeeColumn, *, is_ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(column.title and _(column.title))
    item.setData(KEY, column.key)
    item.setToolTip(item.text())
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item
