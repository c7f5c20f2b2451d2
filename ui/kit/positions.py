"""The dialog of a person's positions: what somebody is, where; the first one is printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.change import Change
from summit_desk.domain.people_lists import PersonDetail
from summit_desk.domain.records import Position
from summit_desk.support.i18n import _
from ui.kit.cards import words
from ui.kit.choice_inputs import Find
from ui.kit.desk import Desk
from ui.kit.form import Field, Line, Lookup
from ui.kit.form_page import FormPage, problem_label, say
from ui.kit.leaving import Leaving

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """One position with its organisation as the form holds it: chosen, typed, or none."""

    position: Position
    unit: str = ""

    def words(self) -> str:
        """Return the position in one line."""
        parts = (self.unit, self.position.department, self.position.title)
        return " · ".join(filter(None, parts)) or _("New position")


def ask_positions(parent: QWidget, services: "Services", desk: Desk, person_id: UUID) -> None:
    """Show the positions of a person, and save what is made of them."""
    people = services.people

    def find(text: str, then: Callable[[Sequence[tuple[object, str]]], object]) -> None:
        desk.run(lambda: people.organisations(text), then)

    def show(detail: PersonDetail) -> None:
        title = _("Positions of {name}").format(name=detail.person.name)
        entries = [
            Entry(work.position, work.organisation.full_name if work.organisation else "")
            for work in detail.work
        ]
        dialog = PositionsDialog(title, entries, person_id, find, parent)

        def saved(change: Change) -> None:
            dialog.accept()
            desk.publish(change)

        def save(entries: Sequence[Entry]) -> None:
            typed = {
                one.position.id: one.unit
                for one in entries
                if one.unit and one.position.organisation_id is None
            }
            positions = [one.position for one in entries]
            desk.run(lambda: people.save_positions(person_id, positions, typed), saved, dialog.tell)

        dialog.submitted.connect(save)
        dialog.open()

    desk.run(lambda: people.detail(person_id), show)


class PositionsDialog(QDialog):
    """Edits a list of positions; rows are dragged or moved by buttons."""

    submitted = Signal(object)  # the Entries in their order

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry],
        person_id: UUID,
        find: Find,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._person_id = person_id
        self._entries = {entry.position.id: entry for entry in entries}
        self.list, self.page = QListWidget(), FormPage(_fields(find))
        self.add, self.remove = QPushButton(_("Add position")), QPushButton(_("Remove"))
        self.up, self.down = QPushButton(_("Move up")), QPushButton(_("Move down"))
        self.save = QPushButton(_("Save"))
        self._stray = problem_label()
        self._lay_out()
        self._connect()
        for entry in entries:
            self._append(entry)
        if entries:
            self.list.setCurrentRow(0)
        else:
            self._add()
        opened = self.entries()
        Leaving(self, lambda: self.entries() != opened)

    def entries(self) -> list[Entry]:
        """Return the positions in their order, without those that say nothing."""
        keys = [self.list.item(at).data(KEY) for at in range(self.list.count())]
        return [entry for key in keys if _says_something(entry := self._entries[key])]

    def tell(self, problem: object) -> None:
        """Say why saving was refused."""
        say(self._stray, str(problem))
        self.save.setEnabled(True)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(_("Positions"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumWidth(280)
        left, tools = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(
            words(_("The first one is printed on badges and lists."), "muted", wrap=True)
        )
        left.addWidget(self.list, 1)
        for button in (self.add, self.remove, self.up, self.down):
            button.setAutoDefault(False)
            tools.addWidget(button)
        left.addLayout(tools)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addLayout(left, 1)
        body.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(body, 1)
        column.addWidget(self._stray)
        column.addLayout(self._buttons())
        self.resize(920, 420)

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save.setProperty("kit", "primary")
        self.save.setDefault(True)
        self.save.setToolTip(_("Ctrl+Enter"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        return row

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda *_items: self._show_current())
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.save.clicked.connect(self._submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._submit)
        for widget in self.page.inputs.values():
            widget.changed.connect(self._take)

    def _append(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.words(), self.list)
        item.setData(KEY, entry.position.id)
        self._entries[entry.position.id] = entry

    def _add(self) -> None:
        self._append(Entry(Position(person_id=self._person_id)))
        self.list.setCurrentRow(self.list.count() - 1)
        self.page.inputs["unit"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._show_current()

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count() and at >= 0:
            self.list.insertItem(at + step, self.list.takeItem(at))
            self.list.setCurrentRow(at + step)

    def _current(self) -> Entry | None:
        if self.list.currentRow() < 0:
            return None
        return self._entries[self.list.currentItem().data(KEY)]

    def _show_current(self) -> None:
        entry = self._current()
        for widget in (self.remove, self.up, self.down, self.page):
            widget.setEnabled(entry is not None)
        shown = entry or Entry(Position(person_id=self._person_id))
        known = shown.position.organisation_id
        self.page.inputs["unit"].show_value((known, shown.unit) if known else shown.unit)
        for name in ("department", "title", "title_other"):
            self.page.inputs[name].show_value(getattr(shown.position, name))

    def _take(self) -> None:
        """Keep what was typed, and say it in the list."""
        before = self._current()
        if before is None:
            return
        values = {key: widget.value() for key, widget in self.page.inputs.items()}
        unit = values["unit"]
        known = unit if isinstance(unit, UUID) else None
        position = replace(
            before.position,
            organisation_id=known,
            department=str(values["department"] or ""),
            title=str(values["title"] or ""),
            title_other=str(values["title_other"] or ""),
        )
        name = self.page.inputs["unit"].control.property("text") if known else unit
        entry = Entry(position, str(name or ""))
        self._entries[position.id] = entry
        self.list.currentItem().setText(entry.words())

    def _submit(self) -> None:
        if self.save.isEnabled():
            self.save.setEnabled(False)  # a second click must not save twice
            self.submitted.emit(self.entries())


def _says_something(entry: Entry) -> bool:
    one = entry.position
    return bool(entry.unit or one.organisation_id or one.department or one.title or one.title_other)


def _fields(find: Find) -> Sequence[Field]:
    unit = Lookup(find, _("Type a name"), free=True)
    return (
        Field("unit", lambda: _("Organisation"), unit),
        Field("department", lambda: _("Department"), Line(longest=200)),
        Field("title", lambda: _("Title"), Line(longest=200)),
        Field("title_other", lambda: _("Title in English"), Line(longest=200)),
    )
