"""The window of forums and rooms: two lists, each with add, edit, delete."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from summit_desk.domain.agenda_view import AgendaView
from summit_desk.domain.agenda_words import FORUM_KINDS
from summit_desk.domain.records import Forum, Room
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import ActionButton
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill

Thing = TypeVar("Thing", Forum, Room)


def _name(thing: Forum | Room) -> str:
    return in_words(thing.name, thing.name_other)


def _seats(thing: Forum | Room) -> str:
    return "—" if thing.capacity is None else f"{thing.capacity:,}"


ROOMS: Sequence[Column[Room]] = (
    Column(lambda: _("Room"), _name, strong=True),
    Column(lambda: _("Floor"), lambda room: room.floor, width=90),
    Column(lambda: _("Seats"), _seats, sort=lambda room: room.capacity, align=RIGHT, width=90),
)


def forum_columns(rooms: Mapping[UUID, Room]) -> Sequence[Column[Forum]]:
    """Return the columns of the list of forums."""

    def room(forum: Forum) -> str:
        found = rooms.get(forum.room_id) if forum.room_id else None
        return _name(found) if found else "—"

    def seats(forum: Forum) -> str:
        found = rooms.get(forum.room_id) if forum.room_id else None
        return _seats(forum if forum.capacity is not None or found is None else found)

    return (
        Column(lambda: _("Forum"), _name, pill=lambda one: Pill(_name(one), colour=one.colour)),
        Column(lambda: _("Kind"), lambda one: _(FORUM_KINDS[one.kind]), width=120),
        Column(lambda: _("Room"), room, width=180),
        Column(lambda: _("Seats"), seats, align=RIGHT, width=80),
    )


class ThingsPage(QWidget, Generic[Thing]):
    """One list with its three buttons."""

    new_asked = Signal()
    opened = Signal(object)  # a record
    removal_asked = Signal(object)  # a record
    order_asked = Signal(object)  # keys of all records in another order

    def __init__(self, columns: Sequence[Column[Thing]], add: str) -> None:
        super().__init__()
        self.model: RowsModel[Thing] = RowsModel(columns, self)
        self.table = Table(self.model)
        self.table.row_opened.connect(self.opened)
        self.table.removal_asked.connect(self.removal_asked)
        self.table.row_selected.connect(self._on_selected)
        self.add, self.edit = QAction(add, self), QAction(_("Edit…"), self)
        self.delete = QAction(_("Delete"), self)
        self.up, self.down = QAction(_("Up"), self), QAction(_("Down"), self)
        self.add.triggered.connect(self.new_asked)
        self.edit.triggered.connect(lambda: self.opened.emit(self.table.current()))
        self.delete.triggered.connect(lambda: self.removal_asked.emit(self.table.current()))
        self.up.triggered.connect(lambda: self._shift(-1))
        self.down.triggered.connect(lambda: self._shift(1))
        buttons = QHBoxLayout()
        for action in (self.add, self.edit, self.delete, self.up, self.down):
            buttons.addWidget(ActionButton(action, primary=action is self.add))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self._on_selected(None)

    def _on_selected(self, row: object) -> None:
        keys = [one.id for one in self.model.rows()]
        at = keys.index(row.id) if isinstance(row, Forum | Room) and row.id in keys else -1
        self.edit.setEnabled(at >= 0)
        self.delete.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(keys) - 1)

    def _shift(self, by: int) -> None:
        """Ask for another order, with the selected record one place up or down."""
        row = self.table.current()
        keys = [one.id for one in self.model.rows()]
        if isinstance(row, Forum | Room) and 0 <= keys.index(row.id) + by < len(keys):
            at = keys.index(row.id)
            keys.insert(at + by, keys.pop(at))
            self.order_asked.emit(keys)


class ForumsDialog(QDialog):
    """Forums and rooms side by side as tabs."""

    def __init__(self, view: AgendaView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Forums and rooms"))
        self._room_of: dict[UUID, Room] = {}
        self.forums = ThingsPage(forum_columns(self._room_of), _("Add forum…"))
        self.rooms = ThingsPage(ROOMS, _("Add room…"))
        self.tabs = QTabWidget()
        self.tabs.addTab(self.forums, _("Forum list"))
        self.tabs.addTab(self.rooms, _("Room list"))
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        footer = QHBoxLayout()
        footer.addStretch(1)
        footer.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self.tabs, 1)
        column.addLayout(footer)
        self.resize(720, 480)
        self.show_agenda(view)

    def show_agenda(self, view: AgendaView) -> None:
        """Show the forums and rooms of an agenda."""
        self._room_of.clear()
        self._room_of.update({room.id: room for room in view.rooms})
        self.forums.model.replace(view.forums)
        self.rooms.model.replace(view.rooms)
