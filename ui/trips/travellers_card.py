"""Who travels: role, passport, visa and room of each, and the documents of the chosen one."""

from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from summit_desk.domain.records import TravelDocumentKind
from summit_desk.domain.trip_view import TravellerView, TripView
from summit_desk.support.i18n import N_, _
from ui.kit import icons
from ui.kit.cards import Card, words
from ui.kit.pills import CELL_PADDING
from ui.kit.rows import RowsModel
from ui.kit.table import ROW_HEIGHT, Table
from ui.trips.columns import TRAVELLERS, TravellerRow

ROLE = 1  # the column
HEADER, MOST_ROWS, LEAST_ROWS = 37, 8, 2
SCROLL_BAR = 14
MOST_CUT = 0.25  # of the names
MENU = (
    ("edit", N_("Edit…"), "edit"),
    ("passport", N_("Add passport…"), TravelDocumentKind.PASSPORT),
    ("file", N_("Add visa…"), TravelDocumentKind.VISA),
    ("ok", N_("Add insurance…"), TravelDocumentKind.INSURANCE),
    ("up", N_("Move up"), "up"),
    ("down", N_("Move down"), "down"),
    ("history", N_("History…"), "history"),
    ("delete", N_("Take off the trip"), "remove"),
)


class TravellersCard(Card):
    """A table of travellers; everything about one is asked for by signals."""

    add_asked = Signal()
    chosen = Signal(object)  # a TravellerView or None
    opened = Signal(object)  # a TravellerView
    removal_asked = Signal(object)
    history_asked = Signal(object)
    paper_asked = Signal(object, object)  # a TravellerView, a TravelDocumentKind
    moved = Signal(object)  # the keys of all travellers in their new order

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model: RowsModel[TravellerRow] = RowsModel(TRAVELLERS, self)
        self.table = Table(self._model)
        self.table.setProperty("kit", "flat")
        self.table.row_selected.connect(self._tell_chosen)
        self.table.row_opened.connect(lambda row: self.opened.emit(row.view))
        self.table.removal_asked.connect(lambda row: self.removal_asked.emit(row.view))
        self._actions = {key: self._action(key) for _icon, _text, key in MENU}
        self.table.offer(list(self._actions.values()))
        self._add = QPushButton()
        self._add.setProperty("kit", "link")
        self._add.clicked.connect(self.add_asked)
        self.tools.addWidget(self._add)
        self._nobody = words("", "note", wrap=True)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.table)
        self._nobody.setContentsMargins(16, 0, 16, 12)
        self._reach_the_edges()
        self.retranslate()

    def show_trip(self, view: TripView) -> None:
        """Show the travellers of a trip."""
        self._model.replace([TravellerRow(one) for one in view.travellers])
        count = len(view.travellers)
        self.table.setVisible(count > 0)
        self._nobody.setVisible(count == 0)
        self.note.setText(str(count))
        self.note.setVisible(count > 0)
        rows = min(max(count, LEAST_ROWS), MOST_ROWS)
        self.table.setFixedHeight(HEADER + rows * ROW_HEIGHT + 4)
        self._spare_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_names()

    def select(self, traveller_id: UUID) -> bool:
        """Choose a traveller; False when nobody has this key."""
        found = self.table.select(traveller_id)
        if found:
            self.table.setFocus()
        return found

    def current(self) -> TravellerView | None:
        """Return the chosen traveller."""
        row = cast("TravellerRow | None", self.table.current())
        return row.view if row else None

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.heading.setText(_("Travellers"))
        self.heading.setVisible(True)
        self._add.setText(_("Add traveller"))
        self._nobody.setText(_("Nobody travels yet. Add people on file, or new ones by name."))
        self.table.setAccessibleName(_("Travellers"))
        for icon, text, key in MENU:
            self._actions[key].setText(_(text))
            icons.wear(self._actions[key], icon)

    def _spare_names(self) -> None:
        """Leave the roles out where too many names would be cut beside them."""
        advance = self.table.fontMetrics().horizontalAdvance
        names = [advance(str(row.view.facts.spoken_name)) for row in self._model.rows()]
        others = sum(column.width or 0 for column in TRAVELLERS)
        room = self.width() - others - 2 * CELL_PADDING - SCROLL_BAR
        cut = sum(name > room for name in names)
        self.table.setColumnHidden(ROLE, cut > len(names) * MOST_CUT)

    def _reach_the_edges(self) -> None:
        """Let the table touch both sides of the card; only the heading keeps its margin."""
        outer = self.layout()
        assert outer is not None
        outer.setContentsMargins(0, 12, 0, 4)
        self.heading.setContentsMargins(16, 0, 0, 0)
        self.tools.setContentsMargins(0, 0, 8, 0)

    def _action(self, key: object) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self._do(key))
        shortcuts = {"up": "Alt+Up", "down": "Alt+Down"}
        if isinstance(key, str) and key in shortcuts:
            action.setShortcut(QKeySequence(shortcuts[key]))
            self.table.addAction(action)
        return action

    def _do(self, key: object) -> None:
        who = self.current()
        if who is None:
            return
        if isinstance(key, TravelDocumentKind):
            self.paper_asked.emit(who, key)
        elif key in {"up", "down"}:
            self._move(who, -1 if key == "up" else 1)
        else:
            signals = {"edit": self.opened, "history": self.history_asked}
            signals.get(str(key), self.removal_asked).emit(who)

    def _move(self, who: TravellerView, by: int) -> None:
        keys = [row.id for row in self._model.rows()]
        at = keys.index(who.facts.id)
        to = at + by
        if 0 <= to < len(keys):
            keys[at], keys[to] = keys[to], keys[at]
            self.moved.emit(tuple(keys))

    def _tell_chosen(self, row: TravellerRow | None) -> None:
        self.chosen.emit(row.view if row else None)
