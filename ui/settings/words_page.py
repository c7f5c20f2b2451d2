"""The page of the settings with the event's own lists of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from summit_desk.domain.event_lists import TITLES, EventLists, WordList
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.chips import Chip, Chips
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table
from ui.settings.headed import headed


@dataclass(frozen=True)
class WordRow:
    """One word of a list; one that is only in use stands in no list."""

    id: str
    count: int
    listed: bool


COLUMNS: Sequence[Column[WordRow]] = (
    Column(lambda: _("Word"), lambda row: row.id, strong=True),
    Column(
        lambda: _("In the list"),
        lambda row: _("yes") if row.listed else _("only in use"),
        width=150,
    ),
    Column(
        lambda: _("Used by"),
        lambda row: f"{row.count:,}" if row.count else "—",
        sort=lambda row: row.count,
        width=130,
        align=RIGHT,
    ),
)


class WordsPage(QWidget):
    """Shows one list at a time; says what is wanted of a word."""

    addition_asked = Signal()
    renaming_asked = Signal(object)  # a WordRow
    removal_asked = Signal(object)
    listing_asked = Signal(object)
    arranged = Signal(object)  # the words of the list in their new order

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = EventLists()
        self.kinds = Chips()
        self.model: RowsModel[WordRow] = RowsModel(COLUMNS, self)
        self.table = Table(self.model)
        self._title, self._note = words("", "title"), words("", "note")
        self.add, self._rename, self._remove = QAction(self), QAction(self), QAction(self)
        self._up, self._down, self._list = QAction(self), QAction(self), QAction(self)
        self._connect()
        self._lay_out()
        self.retranslate()
        self._enable(None)

    @property
    def kind(self) -> WordList:
        """Return which list is shown."""
        chosen = self.kinds.chosen_key()
        return chosen if isinstance(chosen, WordList) else WordList.HOTEL

    def show_lists(self, lists: EventLists) -> None:
        """Show the words of the chosen list."""
        self.lists = lists
        listed = lists.words.get(self.kind, ())
        self.model.replace(
            [
                WordRow(word, lists.count(self.kind, word), word in listed)
                for word in lists.offered(self.kind)
            ]
        )
        self._enable(self.table.current())

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self._title.setText(_("Lists of words"))
        self._note.setText(_("What the forms of this event offer; any other word is taken, too."))
        self.kinds.setAccessibleName(_("Lists of words"))
        self.kinds.show_chips([Chip(kind, _(title)) for kind, title in TITLES.items()])
        self.table.setAccessibleName(_("Words"))
        self.add.setText(_("Add words"))
        for action, text in (
            (self._list, _("Put into the list")),
            (self._rename, _("Rename…")),
            (self._remove, _("Take out of the list")),
            (self._up, _("Move up")),
            (self._down, _("Move down")),
        ):
            action.setText(text)
            action.setToolTip(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.add.triggered.connect(self.addition_asked)
        for action, asked in (
            (self._rename, self.renaming_asked),
            (self._remove, self.removal_asked),
            (self._list, self.listing_asked),
        ):
            action.triggered.connect(lambda _on=False, ask=asked: ask.emit(self.table.current()))
        self._up.triggered.connect(lambda: self._move(-1))
        self._down.triggered.connect(lambda: self._move(1))
        self.kinds.chosen.connect(lambda _key: self.show_lists(self.lists))
        self.table.row_opened.connect(self.renaming_asked)
        self.table.row_selected.connect(self._enable)
        self.table.removal_asked.connect(self.removal_asked)

    def _actions(self) -> Sequence[QAction]:
        return (self._list, self._up, self._down, self._rename, self._remove)

    def _lay_out(self) -> None:
        pictures = ((self._rename, "edit"), (self._remove, "delete"), (self._list, "plus"))
        for action, icon in (*pictures, (self._up, "up"), (self._down, "down")):
            icons.wear(action, icon)
        head = headed(self._title, self._note, self._actions())
        self.table.offer(self._actions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.kinds)
        column.addWidget(self.table, 1)

    def _enable(self, row: object) -> None:
        listed = isinstance(row, WordRow) and row.listed
        for action in (self._up, self._down, self._remove):
            action.setEnabled(listed)
        self._list.setEnabled(isinstance(row, WordRow) and not row.listed)
        self._rename.setEnabled(isinstance(row, WordRow))

    def _move(self, step: int) -> None:
        row = self.table.current()
        order = list(self.lists.words.get(self.kind, ()))
        if isinstance(row, WordRow) and row.id in order:
            at = order.index(row.id)
            to = at + step
            if 0 <= to < len(order):
                order.insert(to, order.pop(at))
                self.arranged.emit(order)
