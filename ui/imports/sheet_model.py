"""The first rows of a sheet as they were read, with the header found on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFont

from summit_desk.domain.imports.tables import CellValue, Table, cell_text, column_letters
from ui.kit.rows import Index, Role
from ui.kit.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ROWS = 60
MOST_COLUMNS = 60


class SheetModel(QAbstractTableModel):
    """Shows cells; the header's rows are marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[CellValue]] = ()
        self._width = 0
        self._header: range = range(0)

    def show_table(self, table: Table | None, header: range) -> None:
        """Show the top of a table."""
        self.beginResetModel()
        self._rows = table.rows[:MOST_ROWS] if table else ()
        self._width = min(table.width, MOST_COLUMNS) if table else 0
        self._header = header
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in {Role.DisplayRole, Role.ToolTipRole}:
            row = self._rows[index.row()]
            return cell_text(row[index.column()]) if index.column() < len(row) else ""
        return self._look(index.row(), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if role != Role.DisplayRole:
            return None
        return column_letters(section) if orientation is Qt.Orientation.Horizontal else section + 1

    def _look(self, row: int, role: int) -> object:
        if row in self._header:
            if role == Role.BackgroundRole:
                return QColor(tokens().selected)
            if role == Role.FontRole:
                font = QFont()
                font.setBold(True)
                return font
        elif self._header and row < self._header.start and role == Role.ForegroundRole:
            return QColor(tokens().faint)
        return None
