"""The third page: what will happen, row by row, with what the person decides about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from summit_desk.domain.event_words import FIELD_KINDS
from summit_desk.domain.imports.own_fields import NewField
from summit_desk.domain.imports.plan import (
    VERDICT_WORDS,
    Additions,
    Decision,
    Decisions,
    ImportPlan,
    PlannedRow,
    RowVerdict,
)
from summit_desk.support.i18n import N_, _, in_words
from ui.imports.plan_lines import DECISIONS, TONES, columns
from ui.imports.row_card import RowCard
from ui.imports.verdict_choices import VerdictChoices
from ui.kit.cards import words
from ui.kit.chips import Chip, Chips
from ui.kit.rows import RowsModel
from ui.kit.table import Table
from ui.kit.tones import Tone

ALL, FLAGGED = "all", "flagged"


class PlanPage(QWidget):
    """Shows the plan; keeps what was decided."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = Chips()
        self.additions = words("", "note", wrap=True)
        self.model = RowsModel(columns(self._decided), self)
        self.table = Table(self.model, many=True)
        self.card = RowCard()
        self.decision = QComboBox()
        self.verdicts = VerdictChoices()
        self._plan: ImportPlan | None = None
        self._sheet = ""  # whose rows are shown
        self._rows: dict[str, dict[int, Decision]] = {}  # of each sheet that was looked at
        self._decisions = self.decisions()
        self._lay_out()
        self.chips.chosen.connect(lambda _key: self._show_lines())
        self.table.row_selected.connect(self._show_row)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer_decisions())
        self.decision.activated.connect(lambda _at: self._decide())
        self.verdicts.decided.connect(self._decide_all)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show another plan; what was decided about the rows of its sheet stays."""
        self._plan, self._sheet = plan, plan.table.name
        self._decisions = self.decisions()
        self.verdicts.show_counts(plan.counts)
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
        """Return what was decided, by verdict and about single rows."""
        return Decisions(self.verdicts.decisions(), dict(self._rows.get(self._sheet, {})))

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
        column.addWidget(self.verdicts)
        column.addWidget(self.additions)
        column.addWidget(split, 1)

    def _show_lines(self) -> None:
        if self._plan is None:
            return
        wanted = self.chips.chosen_key()
        rows = [row for row in self._plan.rows if _is_wanted(row, wanted)]
        self.model.replace(rows)
        if rows and self.table.current() is None:
            self.table.select(rows[0].id)

    def _show_row(self, row: PlannedRow | None) -> None:
        self.card.show_row(row)
        self._offer_decisions()

    def _selected(self) -> list[PlannedRow]:
        return [row for row in self.table.selected() if isinstance(row, PlannedRow)]

    def _decided(self, row: PlannedRow) -> Decision:
        return self._decisions.of(row)

    def _offer_decisions(self) -> None:
        rows = self._selected()
        self.decision.clear()
        for decision in _possible(rows):
            self.decision.addItem(_(DECISIONS[decision]), decision)
        self.decision.setEnabled(self.decision.count() > 0)
        made = set(map(self._decided, rows))
        self.decision.setCurrentIndex(self.decision.findData(made.pop()) if len(made) == 1 else -1)

    def _decide(self) -> None:
        decision = Decision(self.decision.currentData())
        rows = self._rows.setdefault(self._sheet, {})
        rows.update({row.id: decision for row in self._selected()})
        self._tell_decisions()

    def _decide_all(self, verdict: RowVerdict) -> None:
        """All rows of a verdict are decided alike, those decided one by one before, too."""
        if self._plan is not None:
            rows = self._rows.setdefault(self._sheet, {})
            for row in self._plan.rows:
                if row.verdict is verdict:
                    rows.pop(row.id, None)
        self._tell_decisions()
        self._offer_decisions()

    def _tell_decisions(self) -> None:
        """Show what was decided, on the rows as they stand and to whoever listens."""
        self._decisions = self.decisions()
        self.model.refresh()
        self.decided.emit()


def _is_wanted(row: PlannedRow, wanted: object) -> bool:
    if wanted == FLAGGED:
        return bool(row.flags)
    return wanted in {ALL, None} or row.verdict == wanted


def _possible(rows: Sequence[PlannedRow]) -> list[Decision]:
    verdicts = {row.verdict for row in rows}
    if not verdicts or verdicts & {RowVerdict.ERROR, RowVerdict.SAME}:
        return []
    open_to_all = [Decision.APPLY, Decision.SKIP]
    if RowVerdict.CONFLICT in verdicts and any(row.person_id is None for row in rows):
        open_to_all = [Decision.SKIP]
    if verdicts <= {RowVerdict.CONFLICT, RowVerdict.DUPLICATE}:
        open_to_all.append(Decision.CREATE)
    return open_to_all


def _field(one: NewField) -> str:
    """Return a field's label with its kind: another kind is set beforehand in the settings."""
    return in_words("{label}（{kind}）", "{label} ({kind})").format(
        label=one.label, kind=_(FIELD_KINDS[one.kind])
    )


def _additions(additions: Additions) -> str:
    parts = (
        (N_("New forums: {names}."), additions.forums),
        (N_("New categories: {names}."), additions.categories),
        (N_("New fields: {names}."), [_field(one) for one in additions.new_fields]),
        (N_("New groups: {names}."), additions.groups),
    )
    said = [
        _(text).format(names=in_words("、", ", ").join(names)) for text, names in parts if names
    ]
    if additions.organisations:
        text = _("New organisations: {count} ({names}).")
        shown = in_words("、", ", ").join(additions.organisations[:4])
        more = "…" if len(additions.organisations) > len(additions.organisations[:4]) else ""
        said.append(text.format(count=len(additions.organisations), names=shown + more))
    return in_words("", " ").join(said)
