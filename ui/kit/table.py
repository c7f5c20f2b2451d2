"""The table of the house: quiet lines, whole rows, pills, sorting, keyboard."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui.kit.paged import PagedModel, own_id
from ui.kit.pills import PillDelegate
from ui.kit.rows import ROW_ROLE, Index, RowsModel

ROW_HEIGHT = 37
Select = QItemSelectionModel.SelectionFlag


def selected_ranges(view: QTableView) -> list[range]:
    """Return the rows that are selected; Qt's own list of them takes seconds for very many."""
    chosen = view.selectionModel().selection()
    parts = (chosen.at(place) for place in range(chosen.size()))
    return [range(part.top(), part.bottom() + 1) for part in parts]


class Table(QTableView):
    """Shows a `RowsModel` or a `PagedModel`; speaks of rows, not of indexes."""

    row_selected = Signal(object)  # the current row, None when there is none
    row_opened = Signal(object)  # Enter or double click
    removal_asked = Signal(object)  # Delete on the current row

    def __init__(
        self,
        model: QAbstractItemModel,
        *,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._remembered: Hashable = None
        self._menu_actions: Sequence[QAction] = ()
        self._dress(many=many)
        self.setModel(model)
        self._size_columns()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._select_again)
        if isinstance(model, PagedModel):
            model.leaving.connect(self._leave)
            model.shown.connect(self._show_from_the_top)
        else:
            self._watch_sorting()
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.doubleClicked.connect(self._tell_opened)

    def current(self) -> object:
        """Return the current row, or None."""
        return self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None

    def selected(self) -> Sequence[object]:
        """Return the selected rows from top to bottom."""
        model, positions = self.model(), self.selected_positions()
        if isinstance(model, RowsModel | PagedModel):
            found: list[object] = [model.row(at) for at in positions]
        else:
            found = [model.index(at, 0).data(ROW_ROLE) for at in positions]
        return [row for row in found if row is not None]

    def selected_positions(self) -> list[int]:
        """Return where the selected rows stand, from top to bottom."""
        return sorted({at for rows in selected_ranges(self) for at in rows})

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(map(len, selected_ranges(self)))

    def select(self, key: Hashable) -> bool:
        """Select the row whose `id` is `key` and scroll to it; False when it isn't shown."""
        at = self._position(key)
        if at is None:
            return False
        index = self.model().index(at, 0)
        self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect | Select.Rows)
        self.scrollTo(index)
        return True

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer `actions` in the menu of the right mouse button (and the menu key)."""
        self._menu_actions = actions
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell_opened(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.current() is not None:
            self.removal_asked.emit(self.current())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        model = self.model()
        if event.type() is QEvent.Type.LanguageChange and isinstance(model, RowsModel | PagedModel):
            model.retranslate()
        super().changeEvent(event)

    def _dress(self, *, many: bool) -> None:
        self.setItemDelegate(PillDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # its own, of nothing: it would paint itself anew whenever another row is selected
        header.setSelectionModel(QItemSelectionModel(self.model(), header))
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(48)
        header.setFixedHeight(35)
        columns = getattr(self.model(), "columns", ())
        for at, column in enumerate(columns):
            if column.width is None:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(at, column.width)
        if columns and all(column.width is not None for column in columns):
            header.setStretchLastSection(True)

    def _watch_sorting(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _remember(self) -> None:
        row = self.current()
        self._remembered = own_id(row) if row is not None else None

    def _leave(self) -> None:
        self._remember()
        self.selectionModel().reset()

    def _show_from_the_top(self) -> None:
        self.scrollToTop()
        self._select_again()

    def _select_again(self) -> None:
        if self._remembered is None or not self.select(self._remembered):
            self.row_selected.emit(None)

    def _position(self, key: Hashable) -> int | None:
        model = self.model()
        if isinstance(model, PagedModel):
            ids: Sequence[Hashable] = model.ids()
        elif isinstance(model, RowsModel):
            ids = [own_id(row) for row in model.rows()]
        else:
            return None
        try:
            return ids.index(key)  # one look: there may be 100,000
        except ValueError:
            return None

    def _tell_current(self, current: Index, _previous: Index) -> None:
        self.row_selected.emit(current.data(ROW_ROLE) if current.isValid() else None)

    def _tell_opened(self, index: Index) -> None:
        row = index.data(ROW_ROLE) if index.isValid() else None
        if row is not None:
            self.row_opened.emit(row)

    def _show_menu(self, at: QPoint) -> None:
        if self.indexAt(at).isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(list(self._menu_actions))
            menu.popup(self.viewport().mapToGlobal(at))
