"""The preview of a list that is to be imported: verdicts, additions, and who is meant."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.imports.plan import VERDICT_WORDS, RowVerdict
from summit_desk.domain.list_preview import ListPreview, PreviewLine, Question
from summit_desk.support.i18n import _
from ui.kit.cards import Card, words
from ui.kit.chips import Chip, Chips
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone

TONES = {
    RowVerdict.NEW: Tone.GREEN,
    RowVerdict.UPDATE: Tone.BLUE,
    RowVerdict.SAME: Tone.GREY,
    RowVerdict.DUPLICATE: Tone.VIOLET,
    RowVerdict.CONFLICT: Tone.AMBER,
    RowVerdict.ERROR: Tone.RED,
}
ALL, FLAGGED = "all", "flagged"
QUESTION_HEIGHT, MOST_IN_SIGHT = 40, 3


def _verdict(line: PreviewLine) -> Pill:
    return Pill(_(VERDICT_WORDS[line.verdict]), TONES[line.verdict])


def _note(line: PreviewLine) -> str:
    return " · ".join(line.note.split("\n"))


def columns_of(preview: ListPreview) -> Sequence[Column[PreviewLine]]:
    """Return the columns of a preview; those without a heading are left out."""
    what, when, where, who = preview.headings
    told: tuple[tuple[str, Column[PreviewLine]], ...] = (
        (what, Column(lambda: _(what), lambda line: line.what, tooltip=lambda line: line.what,
                      strong=True)),
        (when, Column(lambda: _(when), lambda line: line.when, width=204,
                      tooltip=lambda line: line.when)),
        (where, Column(lambda: _(where), lambda line: line.where, width=130,
                       tooltip=lambda line: line.where)),
        (who, Column(lambda: _(who), lambda line: line.who, width=150,
                     tooltip=lambda line: line.who)),
    )  # fmt: skip
    return (
        Column(lambda: _("Row"), lambda line: str(line.id), sort=lambda line: line.id,
               align=RIGHT, width=52, muted=True),
        Column(lambda: _("Verdict"), lambda line: line.verdict.value, pill=_verdict, width=92),
        *(column for heading, column in told if heading),
        Column(lambda: _("Look"), _note, tooltip=lambda line: line.note, width=284, muted=True),
    )  # fmt: skip


class ListDialog(QDialog):
    """Shows what a list would change; tells the answers when the person agrees."""

    agreed = Signal(object)  # what was chosen for each question
    sheet_chosen = Signal(str)  # another sheet of the file is to be looked at

    def __init__(self, title: str, preview: ListPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview = preview
        self.chips = Chips()
        self.model = RowsModel(columns_of(preview), self)
        self.table = Table(self.model)
        self.inputs = {one.key: _input(one) for one in preview.questions}
        self.save, self.note = QPushButton(), words(kit="note", wrap=True)
        self._lay_out()
        self._show(ALL)
        self._fit_button()
        self.resize(1160, 660)

    def answers(self) -> dict[Hashable, object]:
        """Return what is chosen for the questions whose first answer was changed."""
        return {
            one.key: chosen
            for one in self._preview.questions
            if (chosen := self.inputs[one.key].value()) != one.chosen
        }

    def _lay_out(self) -> None:
        self.chips.show_chips(self._chips(), ALL)
        self.chips.chosen.connect(self._show)
        self.table.setAccessibleName(_("Rows of the list"))
        self.table.row_selected.connect(self._show_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._top())
        for sentence in self._preview.additions:
            column.addWidget(words(sentence, "note", wrap=True))
        if self._preview.questions:
            column.addWidget(self._questions())
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        self.note.hide()
        column.addLayout(self._buttons())

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.chips, 1)
        if len(self._preview.sheets) > 1:
            names = [(name, name) for name in self._preview.sheets]
            self.sheet = ChoiceInput(lambda: names, editable=False)
            self.sheet.show_value(self._preview.sheet)
            self.sheet.name(_("Sheet"))
            self.sheet.changed.connect(lambda: self.sheet_chosen.emit(str(self.sheet.value())))
            row.addWidget(words(_("Sheet"), "muted"))
            row.addWidget(self.sheet)
        return row

    def _chips(self) -> list[Chip]:
        counts = self._preview.counts()
        chips = [Chip(ALL, _("All"), len(self._preview.lines))]
        chips += [
            Chip(verdict, _(VERDICT_WORDS[verdict]), counts[verdict], TONES[verdict])
            for verdict in RowVerdict
            if counts.get(verdict)
        ]
        flagged = self._preview.flagged
        return [*chips, Chip(FLAGGED, _("To look at"), flagged, Tone.AMBER)] if flagged else chips

    def _questions(self) -> QWidget:
        form = QWidget()
        form.setProperty("kit", "page")
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 0, 8, 0)
        for one in self._preview.questions:
            self.inputs[one.key].changed.connect(self._fit_button)
            self.inputs[one.key].name(one.text)
            rows.addRow(words(one.text), self.inputs[one.key])
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(form)
        card = Card(_("Who is meant?"), _("These names may mean several people."))
        card.body.addWidget(area)
        area.setFixedHeight(QUESTION_HEIGHT * min(len(self.inputs), MOST_IN_SIGHT))
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return card

    def _buttons(self) -> QHBoxLayout:
        self.save.setProperty("kit", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda: self.agreed.emit(self.answers()))
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(words(self._preview.file, "muted"))
        buttons.addStretch(1)
        for button in (cancel, self.save):
            buttons.addWidget(button)
        return buttons

    def _fit_button(self) -> None:
        count = self._preview.changing
        text = _("Import {count} rows") if count else _("Nothing to import")
        answered = bool(self.answers())
        self.save.setText(_("Import") if answered and not count else text.format(count=count))
        self.save.setEnabled(count > 0 or answered)

    def _show_note(self, line: object) -> None:
        """Say everything about the current row; the table has room for its beginning only."""
        text = line.note if isinstance(line, PreviewLine) else ""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _show(self, wanted: object) -> None:
        lines = [
            line
            for line in self._preview.lines
            if wanted in {ALL, line.verdict} or (wanted == FLAGGED and line.remarks)
        ]
        self.model.replace(lines)


def _input(question: Question) -> ChoiceInput:
    field = ChoiceInput(lambda: question.options, editable=False)
    field.show_value(question.chosen)
    return field
