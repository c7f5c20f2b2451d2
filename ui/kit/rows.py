"""Table models of rows that are all in memory, with columns as data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.kit.tones import Pill

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_ROLE = Role.UserRole + 1  # the row object itself
SORT_ROLE = Role.UserRole + 2  # what the column sorts by
PILL_ROLE = Role.UserRole + 3  # a Pill or None
STYLE_ROLE = Role.UserRole + 4  # a Style

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column as data. Titles are asked late, so a language switch re-titles the table."""

    title: Callable[[], str]
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None  # anything that compares; None sorts last
    pill: Callable[[Row], Pill | None] | None = None
    align: Qt.AlignmentFlag | None = None
    width: int | None = None  # pixels at the start; None shares what is left
    tooltip: Callable[[Row], str] | None = None
    muted: bool = False
    strong: bool = False
    key: str = ""  # how a remembered choice of columns names it


def cell(column: Column[Row], row: Row, role: int) -> object:
    """Return what `column` has to say about `row` for `role`."""
    tell = _TELLERS.get(role)
    return tell(column, row) if tell is not None else None


_TELLERS: Mapping[int, Callable[[Column[Any], Any], object]] = {
    Role.DisplayRole: lambda column, row: column.text(row),
    Role.ToolTipRole: lambda column, row: column.tooltip(row) if column.tooltip else None,
    Role.TextAlignmentRole: lambda column, _row: column.align or LEFT,
    ROW_ROLE: lambda _column, row: row,
    SORT_ROLE: lambda column, row: (column.sort or column.text)(row),
    PILL_ROLE: lambda column, row: column.pill(row) if column.pill else None,
    STYLE_ROLE: lambda column, _row: (column.muted, column.strong),
}


def heading(column: Column[Row], role: int) -> object:
    """Return what the header shows for `column`."""
    if role == Role.DisplayRole:
        return column.title()
    if role == Role.TextAlignmentRole:
        return column.align or LEFT
    return None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows in memory; sorts them itself (a proxy sorts Python values wrongly)."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._given: Sequence[Row] = ()
        self._rows: list[Row] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def rows(self) -> Sequence[Row]:
        """Return the rows as they are shown."""
        return tuple(self._rows)

    def row(self, position: int) -> Row:
        """Return the row at a place."""
        return self._rows[position]

    def replace(self, rows: Sequence[Row]) -> None:
        """Show `rows`, in the order that the person sorted by."""
        self.beginResetModel()
        self._given = tuple(rows)
        self._rows = self._in_order()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        return cell(self.columns[index.column()], self._rows[index.row()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        return heading(self.columns[section], role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by `column`; -1 gives back the order in which the rows came."""
        self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index.column(), self._rows[index.row()]) for index in before]
        self._rows = self._in_order()
        places = {id(row): at for at, row in enumerate(self._rows)}
        after = [self.index(places[id(row)], at) for at, row in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def retranslate(self) -> None:
        """Say titles and texts again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.refresh()

    def refresh(self) -> None:
        """Show again what the columns say about the rows, which stay where they are."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _in_order(self) -> list[Row]:
        if self._sorted_by is None:
            return list(self._given)
        column, order = self.columns[self._sorted_by[0]], self._sorted_by[1]
        key = column.sort or column.text
        valued = [row for row in self._given if key(row) is not None]
        empty = [row for row in self._given if key(row) is None]
        valued.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)
        return valued + empty
