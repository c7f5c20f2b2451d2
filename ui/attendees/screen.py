"""The screen of attendees: filters, the list, and the pane of the one who is selected."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from summit_desk.domain.attendee_detail import AttendeeDetail
from summit_desk.domain.attendee_lists import (
    AttendeeChoices,
    AttendeeFilter,
    AttendeeList,
)
from summit_desk.domain.key_list import KeyList
from summit_desk.domain.places import Place
from summit_desk.support.i18n import _
from ui.attendees.batch_menus import BatchMenus
from ui.attendees.column_keeper import ColumnKeeper
from ui.attendees.columns import COLUMNS
from ui.attendees.detail import WIDTH, DetailPane
from ui.attendees.filters import Filters
from ui.attendees.import_ways import ImportWays
from ui.attendees.note import found_note
from ui.attendees.saved_menu import SavedMenu
from ui.attendees.selection_pane import SelectionPane
from ui.attendees.tools_menu import ToolsMenu
from ui.kit import icons
from ui.kit.cards import EmptyState
from ui.kit.paged import PagedModel
from ui.kit.quiet_line import QuietLine
from ui.kit.rows import Index
from ui.kit.screen import Screen
from ui.kit.swift import SwiftTable
from ui.kit.table import ROW_HEIGHT

LIST, NOBODY, NO_HIT = range(3)
BLANK, ONE, SEVERAL = range(3)


class AttendeesScreen(Screen):
    """Shows the attendees of the event; decides nothing."""

    filter_changed = Signal()
    sort_changed = Signal(object)  # an Order
    rows_asked = Signal(object, object)  # keys, and what to call with their rows
    attendee_selected = Signal(object)  # the key at the cursor of the list, or None
    adding_asked = Signal()
    import_asked = Signal(object)  # the list that was Handed over, None for one to choose
    reports_asked = Signal()  # of the imports so far
    export_asked = Signal(object)  # keys of those that are wanted, None for everybody
    badges_asked = Signal(object)  # keys of those whose badges are wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PagedModel(COLUMNS, self.rows_asked.emit, parent=self)
        self.table = SwiftTable(self.model, many=True)
        self.filters, self.batch = Filters(self), BatchMenus(self)
        self.saved, self.columns = SavedMenu(), ColumnKeeper(self.table, self.model)
        self.detail = DetailPane(self.batch.for_person())
        self.selection = SelectionPane(self.batch.for_many())
        self.tools = ToolsMenu(self.batch.duplicates, self)
        self._note = QuietLine()
        self.imports = ImportWays(self)
        self._export, self._add = QAction(self), QAction(self)
        self._clear = QAction(self)
        self._centre, self._side = QStackedWidget(), QStackedWidget()
        self._nobody = EmptyState("attendees", "", "", self._add)
        self._no_hit = EmptyState("search", "", "", self._clear)
        self._wanted: UUID | None = None
        self._listing = False
        self._found = ("", "", AttendeeList(KeyList()))
        self._make_actions()
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return _("Attendees")

    def header_actions(self) -> Sequence[QAction]:
        return (self.imports.choose, self._export, self._add)

    def show_place(self, place: Place) -> None:
        """Select an attendee without any filter that could hide them, or show a saved filter."""
        if place.subject is None or self.saved.choose(place.subject):
            return
        if place.twins:
            self.batch.duplicates_asked.emit(place.subject)
        self._wanted = place.subject
        if not self.table.select(place.subject):
            self.clear_filters()

    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def wanted(self) -> AttendeeFilter:
        """Return what the filters say."""
        return self.filters.wanted()

    def rows_in_sight(self) -> int:
        """Return how many rows the list shows at once."""
        return self.table.viewport().height() // ROW_HEIGHT + 2

    def keys_in_sight(self) -> frozenset[UUID]:
        """Return the keys of the rows that the list shows now."""
        top = max(0, self.table.rowAt(0))
        return frozenset(self.model.ids()[top : top + self.rows_in_sight()])

    def selected_keys(self) -> KeyList:
        """Return the keys of the selected rows, also of those not fetched yet."""
        keys = self.model.ids()
        return KeyList.of(keys[at] for at in self.table.selected_positions())

    def wanted_keys(self) -> KeyList | None:
        """Return several selected, else those that the filters leave; None means everybody."""
        chosen = self.selected_keys()
        if len(chosen) > 1:
            return chosen
        return KeyList.of(self.model.ids()) if self.wanted() != AttendeeFilter() else None

    def show_keys(self, keys: Sequence[UUID]) -> None:
        """Show these attendees; the one selected before stays selected if still there."""
        self._listing = True  # the pane stays as it is until somebody is selected again
        self.model.show_ids(keys)
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        elif not keys:
            self.attendee_selected.emit(None)
        elif not self.table.currentIndex().isValid():
            self.table.select(keys[0])  # `selectRow` heeds Shift, with which capitals are typed
        self._listing = False
        self._on_selected()
        empty = NO_HIT if self.wanted() != AttendeeFilter() else NOBODY
        self._centre.setCurrentIndex(LIST if keys else empty)
        self._side.setVisible(bool(keys) or empty == NO_HIT)  # nobody at all needs no pane

    def show_found(self, text: str, first: str, found: AttendeeList) -> None:
        """Say what the search found, at the right of the chips."""
        self._found = (text, first, found)
        self._note.show_text(*found_note(text, first, found))

    def show_choices(self, choices: AttendeeChoices) -> None:
        """Offer the categories, forums and organisations of the event."""
        self.filters.show_choices(choices)
        self.batch.show_choices(choices)
        self.columns.show_fields(choices.fields)

    def show_detail(self, detail: AttendeeDetail, choices: AttendeeChoices) -> None:
        """Show everything about the attendee that is selected."""
        self.detail.show_detail(detail, choices)
        self.show_pane()

    def show_pane(self) -> None:
        """Show the pane with whoever it holds, unless several are selected."""
        if self.table.selected_count() < 2:  # noqa: PLR2004 -- one or none
            self._side.setCurrentIndex(ONE)

    def show_badge(self, content: bytes) -> None:
        """Show how the badge of the selected attendee will be printed."""
        self.detail.show_badge(content)

    def clear_filters(self) -> None:
        """Show everybody again."""
        self.filters.clear()
        self.filters.changed.emit()

    def retranslate(self) -> None:
        self.imports.retranslate()
        self._export.setText(_("Export Excel"))
        self._add.setText(_("Add attendee"))
        self._clear.setText(_("Show everybody"))
        self._nobody.title.setText(_("Nobody is registered yet"))
        self._nobody.sentence.setText(
            _(
                "Import a list from Excel, WPS or a form tool (or drop the file here), "
                "or add people one by one."
            )
        )
        self._no_hit.title.setText(_("Nobody matches"))
        self._no_hit.sentence.setText(
            _(
                "Names are found by characters, pinyin and initials; also by organisation, "
                "number and the last four digits of the phone."
            )
        )
        for part in (
            self.filters,
            self.saved,
            self.tools,
            self.columns,
            self.batch,
            self.detail,
            self.selection,
        ):
            part.retranslate()
        self.table.setAccessibleName(_("Attendees"))
        self._note.show_text(*found_note(*self._found))

    def _make_actions(self) -> None:
        for action, icon, asked in (
            (self._export, "export", lambda: self.export_asked.emit(self.wanted_keys())),
            (self._add, "plus", self.adding_asked.emit),
            (self._clear, "close", self.clear_filters),
        ):
            icons.wear(action, icon, "accent_ink" if action is self._add else "")
            action.triggered.connect(lambda _on=False, call=asked: call())
        self._export.setShortcut(QKeySequence("Ctrl+E"))
        self.addAction(self._export)  # the header's buttons have no keys

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.filters.categories)
        top.addWidget(self._note, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.filters.search.setMinimumWidth(150)
        tools.addWidget(self.filters.search, 1)
        tools.addWidget(self.saved)
        for menu in (*self.filters.menus(), self.tools):
            tools.addWidget(menu)
        tools.addWidget(self.columns.button)
        for content in (self.table, self._nobody, self._no_hit):
            self._centre.addWidget(content)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(tools)
        left.addWidget(self.filters.conditions)
        left.addWidget(self._centre, 1)
        for part in (QWidget(), self.detail, self.selection):
            self._side.addWidget(part)
        self._side.setFixedWidth(WIDTH)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left, 1)
        body.addWidget(self._side)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 24, 20)
        page.setSpacing(14)
        page.addLayout(top)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        header = self.table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.columns.order_chosen.connect(self.sort_changed)
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.search.results_asked.connect(self._go_to_results)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.model.shown.connect(self._on_selected)
        self.table.row_opened.connect(lambda _row: self.batch.editing_asked.emit())
        self.table.removal_asked.connect(lambda _row: self.batch.removal_asked.emit())
        self.table.offer(self.batch.for_one())
        self.detail.editing_asked.connect(self.batch.editing_asked)
        self.detail.badge_asked.connect(self.batch.badges_asked)
        self.batch.badges_asked.connect(lambda: self.badges_asked.emit(self.selected_keys()))
        self.detail.history_asked.connect(self.batch.history_asked)
        self.imports.asked.connect(self.import_asked)
        self.imports.reports_asked.connect(self.reports_asked)

    def _on_filter_changed(self) -> None:
        self.saved.show_wanted(self.wanted())
        self.filter_changed.emit()

    def _on_selected(self) -> None:
        if self._listing:
            return
        count = self.table.selected_count()
        self.batch.show_count(count)
        if count > 1:
            self.selection.show_count(count)
            self._side.setCurrentIndex(SEVERAL)
        elif self._side.currentIndex() == SEVERAL or count == 0:
            self._side.setCurrentIndex(ONE if count else BLANK)

    def _go_to_results(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.select(self.model.ids()[0])

    def _on_current(self, current: Index) -> None:
        key = self.model.ids()[current.row()] if current.isValid() else None
        self.attendee_selected.emit(key)
