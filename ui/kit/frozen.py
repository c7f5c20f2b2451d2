"""The first columns of a table, kept in sight while the others scroll sideways."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.kit.pills import PillDelegate
from ui.kit.table import ROW_HEIGHT, Table


class FrozenColumns(QTableView):
    """Lies over the left edge of `table` and shows its first columns once it is scrolled.

    It shares model and selection, and hands clicks with a meaning of their own on to the table.
    """

    def __init__(self, table: Table, count: int) -> None:
        super().__init__(table)
        self._table, self._count = table, count
        self._dress()
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self._connect()
        self.follow()

    def follow(self) -> None:
        """Take over columns, widths and place of the table."""
        header, mine = self._table.horizontalHeader(), self.horizontalHeader()
        for at in range(header.count()):
            self.setColumnHidden(at, at >= self._count)
            if at < self._count:
                self.setColumnWidth(at, header.sectionSize(at))
        mine.setFixedHeight(header.height())
        frame = self._table.frameWidth()
        width = sum(header.sectionSize(at) for at in range(min(self._count, header.count())))
        height = header.height() + self._table.viewport().height()
        self.setGeometry(frame, frame, width + 1, height)
        self._show_or_hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.follow()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.setItemDelegate(PillDelegate(self))
        self.setProperty("kit", "frozen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(self._table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)

    def _connect(self) -> None:
        table, header = self._table, self._table.horizontalHeader()
        table.horizontalScrollBar().valueChanged.connect(lambda _at: self._show_or_hide())
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        header.sectionResized.connect(lambda *_size: self.follow())
        table.model().modelReset.connect(self.follow)
        table.viewport().installEventFilter(self)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.doubleClicked.connect(table.doubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def _show_or_hide(self) -> None:
        self.setVisible(self._table.horizontalScrollBar().value() > 0)
        if self.isVisible():
            self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
            self.raise_()

    def _sort(self, section: int) -> None:
        header = self._table.horizontalHeader()
        up = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        same = header.sortIndicatorSection() == section
        order = Qt.SortOrder.DescendingOrder if same and up else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(section, order)

    def _on_menu(self, at: QPoint) -> None:
        """Open the table's own menu where the click was."""
        there = self._table.viewport().mapFromGlobal(self.viewport().mapToGlobal(at))
        self._table.customContextMenuRequested.emit(there)
