"""The dialog that keeps the saved filters in order: rename, delete, move."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.attendee_lists import AttendeeChoices
from summit_desk.domain.filter_words import filter_words
from summit_desk.domain.saved_filters import NamedFilter
from summit_desk.support.i18n import _
from ui.kit.cards import words

KEY = Qt.ItemDataRole.UserRole


class ManageFilters(QDialog):
    """Shows the saved filters; every deed is told, and shown once it is done."""

    renaming_asked = Signal(object)  # the NamedFilter
    removal_asked = Signal(object)  # its key
    reordered = Signal(object)  # all keys in their new order

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Saved filters"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self._saved: Sequence[NamedFilter] = ()
        self.list = QListWidget()
        self.list.setAlternatingRowColors(False)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.rename, self.remove = QPushButton(_("Rename…")), QPushButton(_("Delete"))
        self.up, self.down = QPushButton(_("Up")), QPushButton(_("Down"))
        self._lay_out()
        self._connect()

    def show_saved(self, saved: Sequence[NamedFilter], choices: AttendeeChoices) -> None:
        """Show the filters with what they ask for; the one at the cursor stays there."""
        at = self.list.currentRow()
        current = self._saved[at].id if 0 <= at < len(self._saved) else None
        self._saved = saved
        self.list.clear()
        for one in saved:
            count = "" if one.count is None else f"  {one.count:,}"
            item = QListWidgetItem(f"{one.name}{count}", self.list)
            item.setData(KEY, one.id)
            item.setToolTip(filter_words(one.wanted, choices))
        keys = [one.id for one in saved]
        self.list.setCurrentRow(keys.index(current) if current in keys else 0)
        self._enable()

    def _lay_out(self) -> None:
        note = _(
            "They are offered in this order everywhere. Drag them, or move them with Up and Down."
        )
        side = QVBoxLayout()
        side.setSpacing(8)
        for button in (self.rename, self.remove, self.up, self.down):
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch(1)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        side.addWidget(close)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(note, "muted", wrap=True))
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.list.itemDoubleClicked.connect(lambda _item: self._ask_name())
        self.list.model().rowsMoved.connect(self._on_dragged)
        self.rename.clicked.connect(self._ask_name)
        self.remove.clicked.connect(self._ask_removal)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))

    def _ask_name(self) -> None:
        if 0 <= self.list.currentRow() < len(self._saved):
            self.renaming_asked.emit(self._saved[self.list.currentRow()])

    def _ask_removal(self) -> None:
        if 0 <= self.list.currentRow() < len(self._saved):
            self.removal_asked.emit(self._saved[self.list.currentRow()].id)

    def _move(self, step: int) -> None:
        keys, at = self._keys(), self.list.currentRow()
        if 0 <= at + step < len(keys):
            keys[at], keys[at + step] = keys[at + step], keys[at]
            self.reordered.emit(keys)

    def _on_dragged(self, *_move: object) -> None:
        by_key = {one.id: one for one in self._saved}
        self._saved = [by_key[key] for key in self._keys()]
        self.reordered.emit(self._keys())

    def _keys(self) -> list[UUID]:
        return [self.list.item(at).data(KEY) for at in range(self.list.count())]

    def _enable(self) -> None:
        at, count = self.list.currentRow(), self.list.count()
        for button in (self.rename, self.remove):
            button.setEnabled(count > 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
