"""A table model of very many rows: it knows all keys, and fetches 50 rows at a time."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from ui.kit.rows import Column, Index, Role, cell, heading

Row = TypeVar("Row")
PAGE = 50
KEPT_PAGES = 160

Fetch = Callable[[Sequence[UUID], Callable[[Sequence[Row]], object]], object]


def own_id(row: object) -> Hashable:
    """Return the key of a row that carries it as `id`."""
    return getattr(row, "id", None)


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Shows `ids` in their order; `fetch(ids, then)` brings the rows of a page, later.

    Typical: `PagedModel(COLUMNS, lambda ids, then: desk.run(lambda: find.rows(ids), then))`.
    A click on a header is told as `sort_asked(column, descending)`: the file sorts, not we.
    """

    sort_asked = Signal(int, bool)
    leaving = Signal()  # other rows are about to be shown
    shown = Signal()  # other rows are shown, from the first one on

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Fetch[Row],
        key: Callable[[Row], Hashable] = own_id,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch, self._key = fetch, key
        self._ids: Sequence[UUID] = ()
        self._pages: dict[int, Sequence[Row | None]] = {}
        self._asked: set[int] = set()
        self._showing = 0  # answers for an older list are dropped

    def show_ids(self, ids: Sequence[UUID]) -> None:
        """Show other rows, from the first page on; where only more follow, what is here stays.

        Views are told that rows have gone and others come: after a reset they would lay out and
        paint their headers again, too, with every key of a search.
        """
        if self._continues(ids):
            self._append(ids)
            return
        self.leaving.emit()
        if self._ids:
            self.beginRemoveRows(QModelIndex(), 0, len(self._ids) - 1)
            self._ids = ()
            self._forget()
            self.endRemoveRows()
        if ids:
            self._append(ids)
        self.shown.emit()

    def _append(self, ids: Sequence[UUID]) -> None:
        self.beginInsertRows(QModelIndex(), len(self._ids), len(ids) - 1)
        self._ids = ids
        self.endInsertRows()

    def show_columns(self, columns: Sequence[Column[Row]], *, again: bool = False) -> None:
        """Show other columns of the same rows; `again` fetches the rows anew for them."""
        self.beginResetModel()
        self.columns = tuple(columns)
        if again:
            self._forget()
        self.endResetModel()

    def ids(self) -> Sequence[UUID]:
        """Return the keys of all rows, in the order shown."""
        return self._ids

    def refresh(self) -> None:
        """Fetch again what is looked at; keys and order stay."""
        self._forget()
        self._tell(0, len(self._ids))

    def row(self, position: int) -> Row | None:
        """Return the row if it is here; ask for its page if not."""
        page, offset = divmod(position, PAGE)
        if page in self._pages:
            return self._pages[page][offset]
        if page not in self._asked:
            self._ask(page)
        # a fetch that answers at once has brought it meanwhile
        return self._pages[page][offset] if page in self._pages else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return "…" if role == Role.DisplayRole else None
        return cell(self.columns[index.column()], row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        return heading(self.columns[section], role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; nothing moves until the new keys are shown."""
        self.sort_asked.emit(column, order is Qt.SortOrder.DescendingOrder)

    def retranslate(self) -> None:
        """Say titles and texts again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._tell(0, len(self._ids))

    def _continues(self, ids: Sequence[UUID]) -> bool:
        """Tell whether `ids` are whole pages that are shown already, and more."""
        held = len(self._ids)
        return 0 < held < len(ids) and held % PAGE == 0 and ids[:held] == self._ids

    def _ask(self, page: int) -> None:
        self._asked.add(page)
        showing, wanted = self._showing, tuple(self._ids[page * PAGE : (page + 1) * PAGE])

        def arrived(rows: Sequence[Row]) -> None:
            if showing == self._showing:
                self._keep(page, wanted, rows)

        self._fetch(wanted, arrived)

    def _keep(self, page: int, wanted: Sequence[UUID], rows: Sequence[Row]) -> None:
        by_key = {self._key(row): row for row in rows}
        self._pages[page] = [by_key.get(key) for key in wanted]
        if len(self._pages) > KEPT_PAGES:
            oldest = next(iter(self._pages))
            del self._pages[oldest]
            self._asked.discard(oldest)
        self._tell(page * PAGE, page * PAGE + len(wanted))

    def _tell(self, first: int, end: int) -> None:
        if end > first:
            last = self.index(end - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), last)

    def _forget(self) -> None:
        self._showing += 1
        self._pages.clear()
        self._asked.clear()
