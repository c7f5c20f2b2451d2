"""A page of the settings that lists one kind of thing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.rows import RowsModel
from ui.kit.table import Table
from ui.settings.headed import headed
from ui.settings.things import Section, Things

if TYPE_CHECKING:
    from summit_desk.domain.records import Record


class ListPage(QWidget):
    """The table of a section with what can be done to its rows."""

    addition_asked = Signal()
    editing_asked = Signal(object)  # a record
    removal_asked = Signal(object)  # a record
    arranged = Signal(object)  # the keys in their new order

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.things = Things()
        self.model: RowsModel[Record] = RowsModel(section.columns(lambda: self.things), self)
        self.table = Table(self.model)
        self._title, self._note = words("", "title"), words("", "note")
        self.add, self._edit, self._remove = QAction(self), QAction(self), QAction(self)
        self._up, self._down = QAction(self), QAction(self)
        self._connect()
        self._lay_out()
        self.retranslate()
        self._enable(None)

    def show_things(self, things: Things) -> None:
        """List what belongs to this section."""
        self.things = things
        self.model.replace(getattr(things, self.section.key))

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self._title.setText(self.section.title())
        self._note.setText(self.section.note())
        self.table.setAccessibleName(self.section.title())
        if self.section.add is not None:
            self.add.setText(self.section.add())
        for action, text in (
            (self._edit, _("Edit…")),
            (self._remove, _("Delete")),
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
        self._edit.triggered.connect(lambda: self.editing_asked.emit(self.table.current()))
        self._remove.triggered.connect(lambda: self.removal_asked.emit(self.table.current()))
        self._up.triggered.connect(lambda: self._move(-1))
        self._down.triggered.connect(lambda: self._move(1))
        self.table.row_opened.connect(self.editing_asked)
        self.table.row_selected.connect(self._enable)
        if self.section.add is not None:
            self.table.removal_asked.connect(self.removal_asked)

    def _actions(self) -> Sequence[QAction]:
        order = (self._up, self._down) if self.section.ordered else ()
        removal = (self._remove,) if self.section.add is not None else ()
        return (*order, self._edit, *removal)

    def _lay_out(self) -> None:
        pictures = ((self._edit, "edit"), (self._remove, "delete"), (self._up, "up"))
        for action, icon in (*pictures, (self._down, "down")):
            icons.wear(action, icon)
        head = headed(self._title, self._note, self._actions())
        self.table.offer(self._actions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def _enable(self, row: object) -> None:
        for action in self._actions():
            action.setEnabled(row is not None)

    def _move(self, step: int) -> None:
        keys = [row.id for row in self.model.rows()]
        at = self.table.currentIndex().row()
        to = at + step
        if 0 <= at < len(keys) and 0 <= to < len(keys):
            keys[at], keys[to] = keys[to], keys[at]
            self.arranged.emit(keys)
