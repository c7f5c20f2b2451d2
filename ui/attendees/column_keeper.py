"""Keeps the columns of the list as the person laid them out: chosen, dragged, widened."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView

from summit_desk.domain.attendee_lists import AttendeeRow, AttendeeSort, Order
from summit_desk.domain.records import CustomField
from ui.attendees.column_menu import ColumnButton
from ui.attendees.columns import COLUMNS, SORTS
from ui.attendees.layout import PINNED, USUAL, Layout, shown
from ui.attendees.more_columns import more_columns, needs_extras
from ui.kit.frozen import FrozenColumns
from ui.kit.paged import PagedModel
from ui.kit.rows import Column
from ui.kit.table import Table

UNSTRETCHED = 150  # pixels of a column that shares what is left, when others come after it
LEAST_SHARE = 120  # pixels; where less is left, the list scrolls sideways rather than hide it


class ColumnKeeper(QObject):
    """Joins header, model and button; tells what is to be remembered."""

    laid_out = Signal(object)  # the Layout
    order_chosen = Signal(object)  # an Order

    def __init__(self, table: Table, model: PagedModel[AttendeeRow]) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._header = table.horizontalHeader()
        self._fields: Sequence[CustomField] = ()
        self._layout = Layout()
        self._arranging = False
        self.button = ColumnButton()
        self.frozen = FrozenColumns(table, len(PINNED))
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._after_drag)
        self._shares = False  # whether the last column takes what is left
        self._connect()
        self._arrange()

    def extras(self) -> bool:
        """Tell whether a column shows what the rows alone don't know."""
        return needs_extras([column.key for column in self._model.columns], USUAL)

    def layout_now(self) -> Layout:
        """Return how the columns are laid out."""
        return self._layout

    def show_layout(self, layout: Layout) -> None:
        """Lay the columns out, without telling."""
        if layout != self._layout:
            self._layout = layout
            self._arrange()

    def show_fields(self, fields: Sequence[CustomField]) -> None:
        """Offer the event's own fields as columns."""
        if list(fields) != list(self._fields):
            self._fields = fields
            self._arrange()

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.button.retranslate()
        self._offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._share_the_rest()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        header = self._header
        header.installEventFilter(self)
        header.sectionMoved.connect(self._on_moved)
        header.sectionResized.connect(self._on_resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)
        self._model.sort_asked.connect(self._on_sorted)
        self.button.columns_chosen.connect(self._on_chosen)
        self.button.restoring_asked.connect(lambda: self._lay_out(Layout()))
        self.button.order_chosen.connect(self._on_order)

    def _known(self) -> Mapping[str, Column[AttendeeRow]]:
        return {column.key: column for column in (*COLUMNS, *more_columns(self._fields))}

    def _lay_out(self, layout: Layout) -> None:
        self._layout = layout
        self._arrange()
        self.laid_out.emit(layout)

    def _arrange(self) -> None:
        """Show the columns of the layout from left to right."""
        known, before = self._known(), self.extras()
        columns = [known[key] for key in shown(self._layout, known)]
        self._arranging = True
        for at in range(self._header.count()):  # what was dragged stands in its place again
            self._header.moveSection(self._header.visualIndex(at), at)
        needed = needs_extras([column.key for column in columns], USUAL)
        self._model.show_columns(columns, again=needed != before or needed)
        self._size(columns)
        self._arranging = False
        self._offer()
        self.frozen.follow()

    def _size(self, columns: Sequence[Column[AttendeeRow]]) -> None:
        header, widths = self._header, dict(self._layout.widths)
        header.setStretchLastSection(False)
        for at, column in enumerate(columns):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            self._table.setColumnWidth(at, widths.get(column.key, column.width) or UNSTRETCHED)
        last = columns[-1]
        self._shares = widths.get(last.key, last.width) is None
        header.setStretchLastSection(not self._shares)
        self._share_the_rest()

    def _share_the_rest(self) -> None:
        """Give the last column what the others leave, but never too little to read."""
        header, last = self._header, self._header.count() - 1
        if not self._shares or last < 0:
            return
        mode, was_arranging = QHeaderView.ResizeMode, self._arranging
        left = header.width() - (header.length() - header.sectionSize(last))
        self._arranging = True
        if left >= LEAST_SHARE:
            header.setSectionResizeMode(last, mode.Stretch)
        else:
            header.setSectionResizeMode(last, mode.Interactive)
            header.resizeSection(last, LEAST_SHARE)
        self._arranging = was_arranging

    def _offer(self) -> None:
        offered = [(key, column.title()) for key, column in self._known().items()]
        self.button.show_columns(offered, self._layout.keys)

    def _on_chosen(self, keys: Sequence[str]) -> None:
        kept = [key for key in self._layout.keys if key in keys]
        new = [key for key in keys if key not in kept]
        self._lay_out(self._layout.with_keys([*kept, *new]))

    def _on_moved(self, *_move: int) -> None:
        if not self._arranging:
            self._settle.start()  # not while the header is still dragging

    def _after_drag(self) -> None:
        order = [self._header.logicalIndex(at) for at in range(self._header.count())]
        keys = [self._model.columns[at].key for at in order]
        self._lay_out(self._layout.with_keys(keys))

    def _on_resized(self, section: int, _old: int, width: int) -> None:
        """Remember a width that the person gave: only then the mouse is on the header."""
        stretches = self._header.sectionResizeMode(section) is QHeaderView.ResizeMode.Stretch
        if self._arranging or stretches:
            return
        if section != self._header.count() - 1:
            self._share_the_rest()
        if self._header.underMouse() and section < len(self._model.columns):
            self._layout = self._layout.with_width(self._model.columns[section].key, width)
            self.laid_out.emit(self._layout)

    def _on_menu(self, at: QPoint) -> None:
        self.button.open_at(self._header.mapToGlobal(at))

    def _on_sorted(self, section: int, descending: bool) -> None:  # noqa: FBT001 -- a Qt signal
        columns = self._model.columns
        by = SORTS.get(columns[section].key) if 0 <= section < len(columns) else None
        self.button.show_order(by)
        self.order_chosen.emit(Order(by, descending))

    def _on_order(self, by: AttendeeSort) -> None:
        """Order by something that needs no column; the header's arrow goes."""
        self._header.blockSignals(True)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._header.blockSignals(False)
        self._header.viewport().update()
        self.button.show_order(by)
        self.order_chosen.emit(Order(by))
