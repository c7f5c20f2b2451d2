"""The second page: which column is what; guessed, shown with samples, correctable."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.imports.columns import ColumnUse
from summit_desk.domain.imports.synonyms import LIKELY, SURE
from summit_desk.domain.imports.tables import column_letters
from summit_desk.domain.imports.targets import LABELS, NAMED, Target
from summit_desk.support.i18n import _
from ui.kit.cards import words
from ui.kit.pills import PillLabel
from ui.kit.tones import Tone

MOST_LINES = 150  # a list with more columns is hostile, or a table of something else


class ColumnLine:
    """The widgets of one column."""

    def __init__(self, use: ColumnUse, choices: QStandardItemModel) -> None:
        self.use = use
        self.letter = words(column_letters(use.column), "muted")
        self.title = words(use.title or _("(no title)"), wrap=True)
        self.sample = words(use.sample, "muted", wrap=True)
        self.box = QComboBox()
        self.box.setAccessibleName(_("Meaning of the column {title}").format(title=use.title))
        self.box.setModel(choices)  # one for all columns: there are many meanings
        self.box.setCurrentIndex(self.box.findData(use.target.value))
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setMaxVisibleItems(20)
        self.box.wheelEvent = _pass_on  # type: ignore[method-assign]  # -- scrolling must not choose
        self.name = QLineEdit(use.name)
        self.name.setAccessibleName(_("Name of the forum or field"))
        text, tone = _certainty(use)
        self.pill = PillLabel(text, tone)
        self.follow()

    def follow(self) -> None:
        """Ask for a name only where the meaning has one."""
        self.name.setVisible(self.box.currentData() in NAMED)

    def answer(self) -> ColumnUse:
        """Return what the column is taken for now."""
        target = Target(self.box.currentData())
        changed = target is not self.use.target
        name = self.name.text().strip() or self.use.name
        confidence = 1.0 if changed else self.use.confidence
        return replace(self.use, target=target, name=name, confidence=confidence)

    def show_answer(self, answer: ColumnUse) -> None:
        """Show what was answered before."""
        self.box.setCurrentIndex(self.box.findData(answer.target.value))
        self.name.setText(answer.name)

    def widgets(self) -> tuple[QWidget, ...]:
        return self.letter, self.title, self.sample, self.box, self.name, self.pill


class ColumnsPage(QWidget):
    """Shows one line per column; remembers every answer, also those about another header."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ColumnLine] = []
        self._given: tuple[ColumnUse, ...] = ()
        self._answers: dict[tuple[int, str], ColumnUse] = {}  # by place and title
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self.erase = QCheckBox(_("Empty cells erase what is there"))
        self.erase.setToolTip(
            _("Otherwise an empty cell says nothing, and what is stored about the person stays.")
        )
        self.more = words("", "note", wrap=True)
        self.trouble = words("", "problem", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(_("Columns that mean nothing for the summit are left out."), "note"))
        column.addWidget(self._scroll, 1)
        for part in (self.more, self.erase, self.trouble):
            column.addWidget(part)

    def show_columns(self, columns: tuple[ColumnUse, ...]) -> None:
        """Show the columns; what was answered about them before is kept."""
        if columns == self._given:
            return
        self._keep_answers()
        self._given = columns
        choices = _choices(self)
        self.lines = [ColumnLine(use, choices) for use in columns[:MOST_LINES]]
        for line in self.lines:
            if answer := self._answers.get(_place(line.use)):
                line.show_answer(answer)
            line.follow()
            line.box.currentIndexChanged.connect(lambda _at, one=line: self._on_chosen(one))
        self._scroll.setWidget(_page(self.lines))
        rest = len(columns) - len(self.lines)
        text = _("{count} more columns to the right are taken as they were guessed.")
        self.more.setText(text.format(count=rest))
        self.more.setVisible(rest > 0)

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong with the choice; nothing for an empty sentence."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def answers(self) -> tuple[ColumnUse, ...]:
        """Return what each column is taken for now."""
        return (*(line.answer() for line in self.lines), *self._given[MOST_LINES:])

    def _keep_answers(self) -> None:
        for line in self.lines:
            answer = line.answer()
            if (answer.target, answer.name) != (line.use.target, line.use.name):
                self._answers[_place(line.use)] = answer
            else:
                self._answers.pop(_place(line.use), None)

    def _on_chosen(self, line: ColumnLine) -> None:
        line.follow()
        self.show_trouble("")


def _place(use: ColumnUse) -> tuple[int, str]:
    return use.column, use.title


def _choices(parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for target, label in LABELS.items():
        item = QStandardItem(_(label))
        item.setData(target.value, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


def _page(lines: Sequence[ColumnLine]) -> QWidget:
    page = QWidget()
    page.setProperty("kit", "page")
    grid = QGridLayout(page)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(8)
    for at, title in enumerate(
        ("", _("Column"), _("Sample"), _("Is taken as"), _("Named"), _("Certainty"))
    ):
        grid.addWidget(words(title, "muted"), 0, at)
    for row, line in enumerate(lines, 1):
        for at, widget in enumerate(line.widgets()):
            grid.addWidget(widget, row, at)
    for at, stretch in enumerate((0, 3, 4, 3, 2, 0)):
        grid.setColumnStretch(at, stretch)
    grid.setRowStretch(len(lines) + 1, 1)
    return page


def _certainty(use: ColumnUse) -> tuple[str, Tone]:
    if use.remembered:
        return _("as last time"), Tone.BLUE
    if use.target is Target.IGNORE:
        return _("left out"), Tone.GREY
    if use.confidence >= SURE:
        return _("sure"), Tone.GREEN
    return (_("likely"), Tone.AMBER) if use.confidence >= LIKELY else (_("please check"), Tone.RED)


def _pass_on(event: object) -> None:
    """Let the page scroll instead."""
    getattr(event, "ignore", lambda: None)()
