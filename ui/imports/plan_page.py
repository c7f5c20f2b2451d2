"""The third page: what will happen, row by row, with what the person decides about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from summit_desk.domain.imports.plan import (
    VERDICT_WORDS,
    Additions,
    Decision,
    Decisions,
    ImportPlan,
    PlannedRow,
    RowVerdict,
    verdict_word,
)
from summit_desk.domain.imports.targets import Target
from summit_desk.support.i18n import N_, _, in_words
from ui.imports.row_card import RowCard
from ui.kit.cards import words
from ui.kit.chips import Chip, Chips
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
DECISIONS = {
    Decision.APPLY: N_("Take over"),
    Decision.SKIP: N_("Leave out"),
    Decision.CREATE: N_("Add as a new person"),
}
ALL, FLAGGED = "all", "flagged"


@dataclass(frozen=True)
class PlanLine:
    """A planned row with what was decided about it."""

    id: int
    row: PlannedRow
    decision: Decision


def _told(line: PlanLine) -> str:
    row = line.row
    if row.reason:
        return row.reason_text
    if row.differences and row.verdict is RowVerdict.UPDATE:
        return in_words("；", "; ").join(
            f"{one.label}: {one.before or '—'} → {one.after or '—'}" for one in row.differences
        )
    return " ".join(map(str, row.flags))


def _decision_pill(line: PlanLine) -> Pill | None:
    tones = {Decision.APPLY: Tone.GREEN, Decision.CREATE: Tone.GREEN, Decision.SKIP: Tone.GREY}
    if line.row.verdict is RowVerdict.SAME:
        return None
    return Pill(_(DECISIONS[line.decision]), tones[line.decision])


COLUMNS: Sequence[Column[PlanLine]] = (
    Column(lambda: _("Row"), lambda line: str(line.id), sort=lambda line: line.id, align=RIGHT,
           width=52, muted=True),
    Column(
        lambda: _("Verdict"),
        lambda line: verdict_word(line.row.verdict),
        pill=lambda line: Pill(verdict_word(line.row.verdict), TONES[line.row.verdict]),
        width=100,
    ),
    Column(lambda: _("Name"), lambda line: line.row.draft.name, width=104, strong=True),
    Column(
        lambda: _("Organisation"), lambda line: line.row.draft.text(Target.ORGANISATION), width=140
    ),
    Column(lambda: _("What will happen"), _told, tooltip=_told),
    Column(
        lambda: _("Decision"),
        lambda line: _(DECISIONS[line.decision]),
        pill=_decision_pill,
        width=132,
    ),
    Column(
        lambda: _("Look"),
        lambda line: str(len(line.row.flags) or ""),
        pill=lambda line: Pill(str(len(line.row.flags)), Tone.AMBER) if line.row.flags else None,
        width=56,
    ),
)  # fmt: skip


class PlanPage(QWidget):
    """Shows the plan; keeps what was decided."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = Chips()
        self.additions = words("", "note", wrap=True)
        self.model = RowsModel(COLUMNS, self)
        self.table = Table(self.model, many=True)
        self.card = RowCard()
        self.decision = QComboBox()
        self._plan: ImportPlan | None = None
        self._rows: dict[int, Decision] = {}
        self._lay_out()
        self.chips.chosen.connect(lambda _key: self._show_lines())
        self.table.row_selected.connect(self._show_row)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer_decisions())
        self.decision.activated.connect(lambda _at: self._decide())

    def show_plan(self, plan: ImportPlan) -> None:
        """Show another plan; decisions about rows stay."""
        self._plan = plan
        chips = [Chip(ALL, _("All"), len(plan.rows))]
        chips += [
            Chip(verdict, _(VERDICT_WORDS[verdict]), count, TONES[verdict])
            for verdict, count in plan.counts.items()
            if count
        ]
        if plan.flagged:
            chips.append(Chip(FLAGGED, _("To look at"), plan.flagged, Tone.AMBER))
        self.chips.show_chips(chips, ALL)
        text = _additions(plan.additions)
        self.additions.setText(text)
        self.additions.setVisible(bool(text))
        self._show_lines()

    def decisions(self) -> Decisions:
        """Return what was decided about single rows."""
        return Decisions(rows=dict(self._rows))

    def _lay_out(self) -> None:
        self.table.setAccessibleName(_("Rows of the list"))
        self.decision.setAccessibleName(_("Decision about the selected rows"))
        side = QWidget()
        lower = QVBoxLayout(side)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.card, 1)
        choose = QHBoxLayout()
        choose.addWidget(words(_("Selected rows:"), "muted"))
        choose.addWidget(self.decision, 1)
        lower.addLayout(choose)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(side)
        split.setSizes([850, 290])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chips)
        column.addWidget(self.additions)
        column.addWidget(split, 1)

    def _show_lines(self) -> None:
        if self._plan is None:
            return
        decisions, wanted = self.decisions(), self.chips.chosen_key()
        rows = [row for row in self._plan.rows if _is_wanted(row, wanted)]
        self.model.replace([PlanLine(row.draft.row, row, decisions.of(row)) for row in rows])
        if rows and self.table.current() is None:
            self.table.select(rows[0].draft.row)

    def _show_row(self, line: PlanLine | None) -> None:
        self.card.show_row(line.row if line else None)
        self._offer_decisions()

    def _selected(self) -> list[PlanLine]:
        return [line for line in self.table.selected() if isinstance(line, PlanLine)]

    def _offer_decisions(self) -> None:
        lines = self._selected()
        self.decision.clear()
        for decision in _possible(lines):
            self.decision.addItem(_(DECISIONS[decision]), decision)
        self.decision.setEnabled(self.decision.count() > 0)
        made = {line.decision for line in lines}
        self.decision.setCurrentIndex(self.decision.findData(made.pop()) if len(made) == 1 else -1)

    def _decide(self) -> None:
        decision = Decision(self.decision.currentData())
        for line in self._selected():
            self._rows[line.id] = decision
        self._show_lines()
        self.decided.emit()


def _is_wanted(row: PlannedRow, wanted: object) -> bool:
    if wanted == FLAGGED:
        return bool(row.flags)
    return wanted in {ALL, None} or row.verdict == wanted


def _possible(lines: Sequence[PlanLine]) -> list[Decision]:
    verdicts = {line.row.verdict for line in lines}
    if not verdicts or verdicts & {RowVerdict.ERROR, RowVerdict.SAME}:
        return []
    open_to_all = [Decision.APPLY, Decision.SKIP]
    if RowVerdict.CONFLICT in verdicts and any(line.row.person_id is None for line in lines):
        open_to_all = [Decision.SKIP]
    if verdicts <= {RowVerdict.CONFLICT, RowVerdict.DUPLICATE}:
        open_to_all.append(Decision.CREATE)
    return open_to_all


def _additions(additions: Additions) -> str:
    parts = (
        (N_("New forums: {names}."), additions.forums),
        (N_("New categories: {names}."), additions.categories),
        (N_("New fields: {names}."), additions.fields),
    )
    said = [
        _(text).format(names=in_words("、", ", ").join(names)) for text, names in parts if names
    ]
    if additions.organisations:
        text = _("New organisations: {count} ({names}).")
        shown = in_words("、", ", ").join(additions.organisations[:4])
        more = "…" if len(additions.organisations) > len(additions.organisations[:4]) else ""
        said.append(text.format(count=len(additions.organisations), names=shown + more))
    return " ".join(said)
