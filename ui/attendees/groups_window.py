"""The window of the groups: the delegations at the left, who belongs to one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from summit_desk.domain.attendee_lists import AttendeeRow
from summit_desk.domain.groups import GroupLine
from summit_desk.support.i18n import _
from ui.attendees.columns import status_pill
from ui.kit import icons
from ui.kit.cards import ActionButton, EmptyState, words
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table

GROUPS: Sequence[Column[GroupLine]] = (
    Column(lambda: _("Group"), lambda line: line.group.name, strong=True),
    Column(lambda: _("Organisation"), lambda line: line.unit, tooltip=lambda line: line.unit),
    Column(lambda: _("Contact person"), lambda line: line.contact_words, width=180),
    Column(
        lambda: _("People in it"),
        lambda line: f"{line.members:,}",
        sort=lambda line: line.members,
        width=112,
        align=RIGHT,
    ),
)
MEMBERS: Sequence[Column[AttendeeRow]] = (
    Column(lambda: _("No."), lambda row: row.number, width=64, muted=True),
    Column(lambda: _("Name"), lambda row: row.name, strong=True),
    Column(lambda: _("Title"), lambda row: row.duty, tooltip=lambda row: row.duty),
    Column(
        lambda: _("Status"),
        lambda row: row.status,
        pill=lambda row: status_pill(row.status),
        width=118,
    ),
)


class GroupsWindow(QDialog):
    """Shows groups and members; decides nothing."""

    group_selected = Signal(object)  # a GroupLine or None
    new_asked = Signal()
    editing_asked = Signal(object)
    removal_asked = Signal(object)
    members_asked = Signal(object)  # more of them
    leaving_asked = Signal(object)  # rows that leave their group
    list_asked = Signal(object)  # the group as an Excel list
    badges_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Groups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.groups_model: RowsModel[GroupLine] = RowsModel(GROUPS, self)
        self.members_model: RowsModel[AttendeeRow] = RowsModel(MEMBERS, self)
        self.groups, self.members = Table(self.groups_model), Table(self.members_model, many=True)
        self.groups.setAccessibleName(_("Groups"))
        self.members.setAccessibleName(_("Members of the group"))
        self._notes = words("", "muted", wrap=True)
        self.empty = EmptyState(
            "attendees",
            _("No groups yet"),
            _(
                "A delegation with its contact: add one here, or let an import bring them from a "
                "column of groups."
            ),
        )
        self._make_actions()
        self._lay_out()
        self.groups.row_selected.connect(self._on_group)
        self.groups.row_opened.connect(self.editing_asked)
        self.groups.removal_asked.connect(self.removal_asked)
        self.members.selectionModel().selectionChanged.connect(self._enable)
        self.members_model.modelReset.connect(self._enable)
        self.resize(1080, 560)
        self._enable()

    def show_groups(self, lines: Sequence[GroupLine]) -> None:
        """List the groups."""
        self.groups_model.replace(lines)
        self.groups.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        if lines and self.groups.current() is None:
            self.groups.selectRow(0)
        self._on_group(self.groups.current())

    def show_members(self, rows: Sequence[AttendeeRow]) -> None:
        """List who belongs to the selected group."""
        self.members_model.replace(rows)

    def group(self) -> GroupLine | None:
        """Return the selected group."""
        line = self.groups.current()
        return line if isinstance(line, GroupLine) else None

    def _make_actions(self) -> None:
        def of_group(signal: object) -> object:
            return lambda: signal.emit(self.group())  # type: ignore[attr-defined]  # a signal

        self.add = self._action("plus", _("Add group"), self.new_asked)
        self.edit = self._action("edit", _("Edit…"), of_group(self.editing_asked))
        self.delete = self._action("delete", _("Delete"), of_group(self.removal_asked))
        self.join = self._action("plus", _("Add members…"), of_group(self.members_asked))
        self.leave = self._action(
            "minus",
            _("Take out"),
            lambda: self.leaving_asked.emit(self.members.selected()),
        )
        self.excel = self._action("export", _("Export Excel"), of_group(self.list_asked))
        self.badges = self._action("print", _("Print badges"), of_group(self.badges_asked))

    def _action(self, icon: str, text: str, asked: object) -> QAction:
        action = QAction(text, self)
        icons.wear(action, icon, "accent_ink" if icon == "plus" and "add" not in vars(self) else "")
        action.triggered.connect(asked)
        return action

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, table in ((left, self.groups), (right, self.members)):
            column.setSpacing(10)
            column.addWidget(table, 1)
        left.insertWidget(0, self.empty, 1)
        left.addLayout(_buttons(self.add, self.edit, self.delete))
        right.insertWidget(0, self._notes)
        right.addLayout(_buttons(self.join, self.leave, self.excel, self.badges))
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left, 5)
        body.addLayout(right, 4)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        footer = QHBoxLayout()
        footer.addStretch(1)
        footer.addWidget(close)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 16, 20, 16)
        page.setSpacing(12)
        page.addLayout(body, 1)
        page.addLayout(footer)

    def _on_group(self, line: object) -> None:
        group = line.group if isinstance(line, GroupLine) else None
        self._notes.setText(group.notes if group else "")
        self._notes.setVisible(bool(group and group.notes))
        if group is None:
            self.members_model.replace([])
        self.group_selected.emit(line)
        self._enable()

    def _enable(self) -> None:
        chosen = self.group() is not None
        for action in (self.edit, self.delete, self.join):
            action.setEnabled(chosen)
        for action in (self.excel, self.badges):
            action.setEnabled(chosen and bool(self.members_model.rows()))
        self.leave.setEnabled(bool(self.members.selected()))


def _buttons(*actions: QAction) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for at, action in enumerate(actions):
        row.addWidget(ActionButton(action, primary=at == 0 and len(actions) == 3))  # noqa: PLR2004 -- the groups' row
    row.addStretch(1)
    return row
