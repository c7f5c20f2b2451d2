"""The preview of a list of member units, before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from summit_desk.domain.imports.members import MemberLine, MemberPlan, MemberVerdict
from summit_desk.domain.organisation_words import level_word, organisation_kind_word
from summit_desk.support.i18n import N_, _
from ui.kit.cards import words
from ui.kit.chips import Chip, Chips
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone

VERDICTS = {
    MemberVerdict.NEW: (N_("New member"), Tone.GREEN),
    MemberVerdict.UPDATE: (N_("Update"), Tone.BLUE),
    MemberVerdict.SAME: (N_("Same"), Tone.GREY),
    MemberVerdict.DUPLICATE: (N_("Duplicate"), Tone.VIOLET),
}
ALL = "all"


def _verdict(line: MemberLine) -> Pill:
    word, tone = VERDICTS[line.verdict]
    return Pill(_(word), tone)


def _note(line: MemberLine) -> str:
    if line.warning:
        return _(line.warning)
    return "" if line.known else _("The organisation is new.")


COLUMNS: Sequence[Column[MemberLine]] = (
    Column(lambda: _("Row"), lambda line: str(line.id), sort=lambda line: line.id, align=RIGHT,
           width=52, muted=True),
    Column(lambda: _("Verdict"), lambda line: line.verdict.value, pill=_verdict, width=104),
    Column(lambda: _("Organisation"), lambda line: line.unit.full_name, strong=True),
    Column(lambda: _("Level"), lambda line: level_word(line.level), width=110),
    Column(lambda: _("Title in the body"), lambda line: line.title, width=120, muted=True),
    Column(lambda: _("Kind"), lambda line: organisation_kind_word(line.unit.kind), width=96),
    Column(lambda: _("Look"), _note, width=170, tooltip=_note, muted=True),
)  # fmt: skip


class MembersDialog(QDialog):
    """Shows what the list says; tells when the person agrees."""

    agreed = Signal()

    def __init__(self, plan: MemberPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import members of {body}").format(body=plan.body.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan = plan
        self.chips = Chips()
        self.model = RowsModel(COLUMNS, self)
        self.table = Table(self.model)
        self.save = QPushButton()
        self._lay_out()
        self._show(ALL)
        self.resize(960, 620)

    def _lay_out(self) -> None:
        self.chips.show_chips(self._chips(), ALL)
        self.chips.chosen.connect(self._show)
        self.table.setAccessibleName(_("Rows of the list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.chips)
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons())

    def _chips(self) -> list[Chip]:
        chips = [Chip(ALL, _("All"), len(self._plan.lines))]
        return chips + [
            Chip(verdict, _(word), self._plan.count(verdict), tone)
            for verdict, (word, tone) in VERDICTS.items()
            if self._plan.count(verdict)
        ]

    def _buttons(self) -> QHBoxLayout:
        plan = self._plan
        count = plan.count(MemberVerdict.NEW) + plan.count(MemberVerdict.UPDATE)
        text = _("Import {count} units") if count else _("Nothing to import")
        self.save.setText(text.format(count=count))
        self.save.setEnabled(count > 0)
        self.save.setProperty("kit", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.agreed)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(words(plan.file, "muted"))
        buttons.addStretch(1)
        for button in (cancel, self.save):
            buttons.addWidget(button)
        return buttons

    def _show(self, wanted: object) -> None:
        lines = [line for line in self._plan.lines if wanted in {ALL, line.verdict}]
        self.model.replace(lines)
