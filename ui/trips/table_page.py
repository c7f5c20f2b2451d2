"""A tab with a table, a button that adds a row, and guidance while it is empty."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import ActionButton, EmptyState, words
from ui.kit.rows import Column, RowsModel
from ui.kit.table import Table

Row = TypeVar("Row")
Guidance = Callable[[], tuple[str, str]]  # title and sentence


class TablePage(QWidget, Generic[Row]):
    """Rows of one kind; they are added, opened, removed and looked up in the history."""

    add_asked = Signal()
    opened = Signal(object)
    removal_asked = Signal(object)
    history_asked = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        icon: str,
        added: Callable[[], str],
        guidance: Guidance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._added, self._guidance = icon, added, guidance
        self._model: RowsModel[Row] = RowsModel(columns, self)
        self.table = Table(self._model)
        self.table.row_opened.connect(self.opened)
        self.table.removal_asked.connect(self.removal_asked)
        self._add = QAction(self)
        self._add.triggered.connect(self.add_asked)
        self._menu = [self._entry(signal) for signal in self._signals()]
        self.table.offer(self._menu)
        self.summary = words("", "note", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._empty = EmptyState(icon, "", "", self._add)
        self._stack.addWidget(self._empty)
        self._bar = QWidget()
        self._lay_out()
        self.retranslate()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._model.replace(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._bar.setVisible(bool(rows))

    def select(self, key: UUID) -> bool:
        """Choose a row; False when it isn't shown."""
        return self.table.select(key)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        title, sentence = self._guidance()
        self._empty.title.setText(title)
        self._empty.sentence.setText(sentence)
        self._add.setText(self._added())
        icons.wear(self._add, "plus")
        self.table.setAccessibleName(title)
        names = ("edit", "history", "delete")
        for action, text, icon in zip(
            self._menu, (_("Edit…"), _("History…"), _("Delete")), names, strict=True
        ):
            action.setText(text)
            icons.wear(action, icon)

    def _signals(self) -> Sequence[Callable[[object], None]]:
        return (self.opened.emit, self.history_asked.emit, self.removal_asked.emit)

    def _entry(self, tell: Callable[[object], None]) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: tell(self.table.current()))
        return action

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.summary, 1)
        row.addWidget(ActionButton(self._add))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(10)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
