"""The short report after an import: what came in, what was left out, how to take it back."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from summit_desk.domain.imports.plan import Decision, Decisions, ImportPlan, RowVerdict
from summit_desk.support.i18n import N_, _
from ui.kit.cards import FigureCard, words

LEFT_OUT = {
    RowVerdict.SAME: N_("They say what is known already: {count}"),
    RowVerdict.DUPLICATE: N_("They are about somebody in an earlier row: {count}"),
    RowVerdict.CONFLICT: N_("They fit several people, or speak against what is known: {count}"),
    RowVerdict.ERROR: N_("They can't be read as a person: {count}"),
    RowVerdict.NEW: N_("New people that you decided to leave out: {count}"),
    RowVerdict.UPDATE: N_("Updates that you decided to leave out: {count}"),
}
MERGED = N_("They were taken together with an earlier row: {count}")
WIDTH = 560


class DoneDialog(QDialog):
    """Says what an import did."""

    rejects_asked = Signal()

    def __init__(
        self,
        plan: ImportPlan,
        decisions: Decisions,
        counts: tuple[int, int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Imported {file}").format(file=plan.path.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.left_out = words("\n".join(left_out(plan, decisions)), wrap=True)
        self.rejects = QPushButton(_("Save rejected rows…"))
        self.rejects.setProperty("kit", "link")
        self.rejects.setAutoDefault(False)
        self.rejects.clicked.connect(self.rejects_asked)
        self.rejects.setVisible(bool(plan.left_out(decisions)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._body(counts))
        outer.addWidget(self._footer())
        self.setMinimumWidth(WIDTH)

    def _body(self, counts: tuple[int, int, int]) -> QVBoxLayout:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for label, count in zip(
            (_("New people"), _("Updated"), _("Left out")), counts, strict=True
        ):
            figures.addWidget(FigureCard(label, f"{count:,}"))
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(figures)
        if self.left_out.text():
            column.addWidget(words(_("Rows that were left out"), "heading"))
            column.addWidget(self.left_out)
        column.addWidget(self.rejects, 0, Qt.AlignmentFlag.AlignLeft)
        hint = _("Ctrl+Z takes the whole import back, at any time and also after closing.")
        column.addWidget(words(hint, "note", wrap=True))
        return column

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setProperty("kit", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 12, 24, 12)
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(close)
        return footer


def left_out(plan: ImportPlan, decisions: Decisions) -> Sequence[str]:
    """Return a sentence for each reason why rows did not become people of their own."""
    counts: Counter[str] = Counter()
    for row in plan.rows:
        decision = decisions.of(row)
        if decision is Decision.SKIP:
            counts[LEFT_OUT[row.verdict]] += 1
        elif row.verdict is RowVerdict.DUPLICATE and decision is Decision.APPLY:
            counts[MERGED] += 1
    return [_(text).format(count=f"{count:,}") for text, count in counts.items()]
