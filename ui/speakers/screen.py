"""The Speakers screen: filters, the list, and the pane of the selected speaker."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from summit_desk.domain.places import Place
from summit_desk.domain.records import Forum
from summit_desk.domain.speaker_view import (
    SpeakerDetail,
    SpeakerFilter,
    SpeakerList,
    SpeakerRow,
    SpeakersWanted,
)
from summit_desk.support.i18n import _, in_words
from ui.kit import icons
from ui.kit.cards import EmptyState
from ui.kit.chips import Chip, Chips
from ui.kit.rows import RowsModel
from ui.kit.screen import Screen
from ui.kit.search_field import SearchField
from ui.kit.table import Table
from ui.kit.tones import Tone
from ui.speakers.columns import COLUMNS, SPARED
from ui.speakers.detail import DetailPane

NARROW = 1150
CHIPS: Sequence[tuple[SpeakerFilter, Callable[[], str], Tone]] = (
    (SpeakerFilter.ALL, lambda: _("All"), Tone.BLUE),
    (SpeakerFilter.UNCONFIRMED, lambda: _("Not confirmed"), Tone.AMBER),
    (SpeakerFilter.MISSING, lambda: _("Material missing"), Tone.AMBER),
    (SpeakerFilter.NO_SESSION, lambda: _("Without session"), Tone.GREY),
    (SpeakerFilter.CONFIRMED, lambda: _("Confirmed"), Tone.GREEN),
    (SpeakerFilter.DECLINED, lambda: _("Declined"), Tone.RED),
)


class SpeakersScreen(Screen):
    """Shows speakers and says what the person wants to do with them."""

    shown = Signal()  # the window has turned to this screen
    wanted_changed = Signal()
    selected = Signal(object)  # key of a speaker, or None
    opened = Signal(object)  # key of a speaker
    removal_asked = Signal(object)  # keys of speakers
    add_asked = Signal()
    reminders_asked = Signal()
    history_asked = Signal(object)  # key of a speaker
    positions_asked = Signal(object)  # key of a speaker

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: UUID | None = None  # what to select once it is there
        self._forums: tuple[Forum, ...] = ()
        self._make_actions()
        self.filters, self.search, self.forum = Chips(), SearchField(), QComboBox()
        self.model: RowsModel[SpeakerRow] = RowsModel(COLUMNS, self)
        self.table = Table(self.model, many=True)
        self.table.offer([self.edit, self.positions, self.history, self.delete])
        self.detail = DetailPane([self.edit, self.positions, self.history, self.delete])
        self._nobody = EmptyState("speakers", "", "", self.add)
        self._none_found = EmptyState("search", "", "")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()
        self.show_detail(None)

    def title(self) -> str:
        return _("Speakers")

    def header_actions(self) -> Sequence[QAction]:
        return [self.remind, self.add]

    def wanted(self) -> SpeakersWanted:
        """Return which speakers are to be listed."""
        chosen = self.filters.chosen_key()
        return SpeakersWanted(
            filter=chosen if isinstance(chosen, SpeakerFilter) else SpeakerFilter.ALL,
            forum_id=self.forum.currentData(),
            text=self.search.text(),
        )

    def show_speakers(self, found: SpeakerList) -> None:
        """Show the list; the selection stays."""
        self.filters.show_chips(
            [Chip(key, text(), found.counts[key], tone) for key, text, tone in CHIPS]
        )
        self._show_forums(found.forums)
        self.model.replace(found.rows)
        empty = not found.rows
        nobody = not found.counts[SpeakerFilter.ALL] and self.wanted() == SpeakersWanted()
        self._pages.setCurrentIndex(0 if not empty else 1 if nobody else 2)
        if self._place is not None and self.table.select(self._place):
            self._place = None
        elif self.table.current() is None and found.rows:
            self.table.selectRow(0)

    def show_detail(self, detail: SpeakerDetail | None) -> None:
        """Show one speaker, or close the pane."""
        self.detail.setVisible(detail is not None)
        if detail is not None:
            self.detail.show_detail(detail)

    def show_place(self, place: Place) -> None:
        """Select a speaker; filters that hide it are opened."""
        self._place = place.subject
        if place.subject is None or self.table.select(place.subject):
            self._place = None
            return
        self.search.clear()
        self.forum.setCurrentIndex(0)
        self.filters.choose(SpeakerFilter.ALL)
        self.wanted_changed.emit()

    def current(self) -> SpeakerRow | None:
        """Return the selected speaker."""
        row = self.table.current()
        return row if isinstance(row, SpeakerRow) else None

    def selected_keys(self) -> tuple[UUID, ...]:
        """Return the keys of all selected speakers."""
        return tuple(row.id for row in self.table.selected() if isinstance(row, SpeakerRow))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def retranslate(self) -> None:
        self.remind.setText(_("Copy reminders"))
        self.remind.setToolTip(_("Copies who still owes an answer or material, one line each"))
        self.add.setText(_("Add speaker"))
        self.edit.setText(_("Edit…"))
        self.history.setText(_("History"))
        self.positions.setText(_("Positions…"))
        self.delete.setText(_("Delete"))
        self.search.show_placeholder(_("Search name, pinyin, organisation, topic…"))
        self.forum.setAccessibleName(_("Forum"))
        self._nobody.title.setText(_("No speakers yet"))
        self._nobody.sentence.setText(
            _(
                "Add the people who will speak: their status, talk and material are kept here, "
                "and they can be chosen in the agenda."
            )
        )
        self._none_found.title.setText(_("Nobody here"))
        self._none_found.sentence.setText(_("No speaker fits these filters."))
        self._show_forums(self._forums)
        self.wanted_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in SPARED:
            self.table.setColumnHidden(column, event.size().width() < NARROW)

    def _show_forums(self, forums: tuple[Forum, ...]) -> None:
        self._forums = forums
        chosen = self.forum.currentData()
        self.forum.blockSignals(True)
        self.forum.clear()
        self.forum.addItem(_("All forums"), None)
        for forum in forums:
            self.forum.addItem(in_words(forum.name, forum.name_other), forum.id)
        self.forum.setCurrentIndex(max(self.forum.findData(chosen), 0))
        self.forum.blockSignals(False)

    def _on_selected(self, row: object) -> None:
        key = row.id if isinstance(row, SpeakerRow) else None
        for action in (self.edit, self.positions, self.history, self.delete):
            action.setEnabled(key is not None)
        self.selected.emit(key)

    def _make_actions(self) -> None:
        self.add, self.edit, self.remind = QAction(self), QAction(self), QAction(self)
        self.history, self.delete, self.positions = QAction(self), QAction(self), QAction(self)
        icons.wear(self.positions, "organisations")
        icons.wear(self.add, "plus", "accent_ink")
        icons.wear(self.edit, "edit")
        icons.wear(self.remind, "copy")
        icons.wear(self.history, "history")
        icons.wear(self.delete, "delete")

    def _connect(self) -> None:
        self.filters.chosen.connect(lambda _key: self.wanted_changed.emit())
        self.search.searched.connect(lambda _text: self.wanted_changed.emit())
        self.search.results_asked.connect(self.table.setFocus)
        self.forum.activated.connect(lambda _at: self.wanted_changed.emit())
        self.table.row_selected.connect(self._on_selected)
        self.table.row_opened.connect(lambda row: self.opened.emit(row.id))
        self.table.removal_asked.connect(lambda _row: self._ask_removal())
        self.detail.place_asked.connect(self.place_asked)
        self.remind.triggered.connect(lambda _on: self.reminders_asked.emit())
        self.add.triggered.connect(lambda _on: self.add_asked.emit())
        self.edit.triggered.connect(lambda _on: self._with_current(self.opened.emit))
        self.history.triggered.connect(lambda _on: self._with_current(self.history_asked.emit))
        self.positions.triggered.connect(lambda _on: self._with_current(self.positions_asked.emit))
        self.delete.triggered.connect(lambda _on: self._ask_removal())

    def _ask_removal(self) -> None:
        keys = self.selected_keys()
        if keys:
            self.removal_asked.emit(keys)

    def _with_current(self, tell: Callable[[UUID], object]) -> None:
        row = self.current()
        if row is not None:
            tell(row.id)

    def _lay_out(self) -> None:
        self.search.setFixedWidth(270)
        self.forum.setFixedWidth(170)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.filters, 1)
        top.addWidget(self.forum, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        for page in (self.table, self._nobody, self._none_found):
            self._pages.addWidget(page)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 18)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(middle, 1)
