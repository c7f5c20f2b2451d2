"""The page of a form: labels and inputs in two columns, problems under their fields."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from summit_desk.domain.errors import Problem
from ui.kit.cards import words
from ui.kit.editors import Editor
from ui.kit.inputs import Input, stacked

LABEL_WIDTH = 132


@dataclass(frozen=True)
class Field:
    """One line of a form: `key` in the values, what it is called, and how it is edited."""

    key: str
    label: Callable[[], str]
    editor: Editor
    required: bool = False
    help: Callable[[], str] | None = None


@dataclass(frozen=True)
class Group:
    """Some fields under a heading."""

    title: Callable[[], str]
    fields: Sequence[Field]


class FormPage(QWidget):
    """Makes the inputs of its fields and shows what is wrong with them."""

    def __init__(self, fields: Sequence[Field | Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "page")
        self.fields: list[Field] = []
        self.inputs: dict[str, Input] = {}
        self.notes: dict[str, QLabel] = {}
        self.headings: list[QLabel] = []
        self._columns: dict[str, QWidget] = {}
        self._hints: dict[str, QLabel] = {}  # only of fields that looked odd once
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for part in fields:
            if isinstance(part, Group):
                self._add_heading(grid, part.title())
            for field in part.fields if isinstance(part, Group) else (part,):
                self._add_field(grid, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.addLayout(grid)
        column.addStretch(1)

    def show_problem(self, problem: Problem) -> None:
        """Mark the field of `problem` and say what is wrong."""
        self.inputs[problem.field].mark(wrong=True)
        say(self.notes[problem.field], str(problem))

    def clear_problem(self, key: str) -> None:
        """Take the mark of a field away."""
        self.inputs[key].mark(wrong=False)
        say(self.notes[key], "")

    def show_hint(self, key: str, text: str) -> None:
        """Say below a field what looks odd about it; an empty text takes that away."""
        if text and key not in self._hints:
            self._hints[key] = words("", "note", wrap=True)
            self._hints[key].setProperty("tone", "amber")
            column = self._columns[key].layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(1, self._hints[key])
        if key in self._hints:
            say(self._hints[key], text)

    def _add_heading(self, grid: QGridLayout, title: str) -> None:
        heading = QLabel(title)
        heading.setProperty("kit", "heading")
        self.headings.append(heading)
        if grid.rowCount() > 1:
            grid.setRowMinimumHeight(grid.rowCount(), 8)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)

    def _add_field(self, grid: QGridLayout, field: Field) -> None:
        self.fields.append(field)
        widget, row = field.editor.make(), grid.rowCount()
        label = QLabel(field.label() + (" *" if field.required else ""))
        label.setBuddy(widget)
        label.setWordWrap(True)
        label.setContentsMargins(0, 8, 0, 0)
        widget.name(field.label())
        note = problem_label()
        helps = [words(field.help(), "muted", wrap=True)] if field.help is not None else []
        hints = [widget.hint] if widget.hint is not None else []
        column = stacked(widget, *hints, note, *helps)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(column, row, 1)
        self.inputs[field.key], self.notes[field.key] = widget, note
        self._columns[field.key] = column


def say(note: QLabel, text: str) -> None:
    """Show `text`, or nothing at all."""
    note.setText(text)
    note.setVisible(bool(text))


def problem_label() -> QLabel:
    """Return a label for what is wrong; hidden until there is something."""
    label = words("", "problem", wrap=True)
    label.hide()
    return label
