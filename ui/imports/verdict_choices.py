"""What is done with all rows of a verdict at once: a choice for each verdict that there is."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from summit_desk.domain.imports.plan import (
    DEFAULTS,
    Decision,
    RowVerdict,
    verdict_word,
)
from summit_desk.support.i18n import _
from ui.imports.plan_lines import DECISIONS, TONES
from ui.kit.cards import words
from ui.kit.pills import PillLabel

OFFERED = {
    RowVerdict.NEW: (Decision.APPLY, Decision.SKIP),
    RowVerdict.UPDATE: (Decision.APPLY, Decision.SKIP),
    RowVerdict.DUPLICATE: (Decision.APPLY, Decision.SKIP, Decision.CREATE),
    RowVerdict.CONFLICT: (Decision.SKIP, Decision.APPLY, Decision.CREATE),
}


class VerdictChoices(QWidget):
    """Keeps what was decided about each verdict."""

    decided = Signal(object)  # the RowVerdict

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(words(_("All rows of a kind:"), "muted"))
        self.boxes: dict[RowVerdict, QComboBox] = {}
        self._holders: dict[RowVerdict, QWidget] = {}
        for verdict in OFFERED:
            row.addWidget(self._holder(verdict))
        row.addStretch(1)

    def show_counts(self, counts: Mapping[RowVerdict, int]) -> None:
        """Offer the choices for the verdicts that occur."""
        for verdict, holder in self._holders.items():
            holder.setVisible(counts.get(verdict, 0) > 0)
        self.setVisible(any(counts.get(verdict, 0) for verdict in OFFERED))

    def decisions(self) -> dict[RowVerdict, Decision]:
        """Return what was decided."""
        return {verdict: Decision(box.currentData()) for verdict, box in self.boxes.items()}

    def _holder(self, verdict: RowVerdict) -> QWidget:
        box = self.boxes[verdict] = QComboBox()
        for decision in OFFERED[verdict]:
            box.addItem(_(DECISIONS[decision]), decision.value)
        box.setCurrentIndex(box.findData(DEFAULTS[verdict].value))
        name = _("What to do with all rows of the kind “{verdict}”")
        box.setAccessibleName(name.format(verdict=verdict_word(verdict)))
        box.activated.connect(lambda _at: self.decided.emit(verdict))
        holder = self._holders[verdict] = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(PillLabel(verdict_word(verdict), TONES[verdict]))
        row.addWidget(box)
        return holder
