"""The dialog of suspected pairs: a list on the left, both sides of one of them on the right."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.duplicate_lists import STRENGTHS, Comparison, Suspect
from summit_desk.domain.suspicions import Strength
from summit_desk.support.i18n import _
from ui.kit.cards import EmptyState, words
from ui.kit.comparison import ComparisonView
from ui.kit.form_page import problem_label, say
from ui.kit.rows import Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone

TONES = {Strength.STRONG: Tone.RED, Strength.LIKELY: Tone.AMBER, Strength.POSSIBLE: Tone.GREY}


def _pill(row: Suspect) -> Pill:
    return Pill(_(STRENGTHS[row.strength]), TONES[row.strength])


def _names(row: Suspect) -> str:
    kept, other = (" ".join((*side.numbers, side.name)) for side in (row.kept, row.other))
    if row.kept.numbers and row.kept.name == row.other.name:  # said once
        kept = " ".join(row.kept.numbers)
    return f"{kept} ↔ {other}"


COLUMNS: Sequence[Column[Suspect]] = (
    Column(
        lambda: _("How sure"),
        lambda row: _(STRENGTHS[row.strength]),
        sort=lambda row: -row.strength,
        pill=_pill,
        width=136,
    ),
    Column(
        lambda: _("The two"), _names, strong=True, tooltip=lambda row: f"{row.kept}\n{row.other}"
    ),
    Column(lambda: _("Why"), Suspect.why, width=224, muted=True, tooltip=Suspect.why),
)


class PairsDialog(QDialog):
    """Asks about one pair after the other; nothing is merged without the button."""

    comparison_asked = Signal(object)  # a Suspect; its first side stays
    merge_asked = Signal(object, object)  # a Suspect, the fields taken from its second side
    apart_asked = Signal(object)  # a Suspect

    def __init__(
        self, title: str, nothing: str, suspects: Sequence[Suspect], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = RowsModel(COLUMNS, self)
        self.table, self.view = Table(self.model), ComparisonView()
        self.hint = words("", "muted", wrap=True)
        self.count, self._stray = words("", "muted"), problem_label()
        self._pages, self._empty = (
            QStackedWidget(),
            EmptyState("ok", _("Nothing is entered twice"), nothing),
        )
        self.merge, self.apart = QPushButton(_("Merge")), QPushButton(_("Not the same"))
        self.later, self.swap = QPushButton(_("Later")), QPushButton(_("Swap sides"))
        self.close_button = QPushButton(_("Close"))
        self._shown: Suspect | None = None
        self._lay_out()
        self._connect()
        self.show_suspects(suspects)

    def show_suspects(self, suspects: Sequence[Suspect]) -> None:
        """Show these pairs, the first one compared."""
        self.model.replace(suspects)
        self._tell_count()
        if suspects:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, key: UUID) -> None:
        """Select the first pair in which this record is."""
        for row in self.model.rows():
            if key in row.id:
                self.table.select(row.id)
                return

    def show_comparison(self, suspect: Suspect, comparison: Comparison) -> None:
        """Show both sides of a pair, unless another one was selected meanwhile."""
        if suspect == self._shown:
            self.view.show_comparison(comparison)
            self._enable(on=True)

    def drop(self, suspect: Suspect, gone: UUID | None = None) -> None:
        """Take a pair off the list, and with `gone` every pair in which that record was."""
        rows = list(self.model.rows())
        at = next((at for at, row in enumerate(rows) if row.id == suspect.id), 0)
        left = [row for row in rows if row.id != suspect.id and gone not in row.id]
        self.model.replace(left)
        self._tell_count()
        if left:
            self.table.selectRow(min(at, len(left) - 1))

    def tell(self, problem: object) -> None:
        """Say why something was refused; the pair stays."""
        say(self._stray, str(problem))
        self._enable(on=True)

    def _lay_out(self) -> None:
        self.table.setAccessibleName(_("Suspected pairs"))
        card = QFrame()
        card.setProperty("kit", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 8, 1, 1)
        inside.addWidget(self.view)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(card)
        split.setSizes([560, 600])
        split.setChildrenCollapsible(False)
        self._pages.addWidget(split)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        heads = QVBoxLayout()
        heads.setSpacing(2)
        heads.addWidget(self.count)
        heads.addWidget(self.hint)
        column.addLayout(heads)
        column.addWidget(self._pages, 1)
        column.addWidget(self._stray)
        column.addLayout(self._buttons())
        self.resize(1180, 640)

    def _buttons(self) -> QHBoxLayout:
        self.merge.setProperty("kit", "primary")
        self.merge.setToolTip(_("Ctrl+Enter"))
        self.apart.setToolTip(_("They are two; nobody is asked about them again. Ctrl+D"))
        self.later.setToolTip(_("Decides nothing and goes to the next pair."))
        self.swap.setToolTip(_("Chooses which record stays and keeps its number."))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.close_button)
        row.addStretch(1)
        for button in (self.swap, self.later, self.apart, self.merge):
            row.addWidget(button)
        for button in (self.close_button, self.swap, self.later, self.apart, self.merge):
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self.table.row_selected.connect(self._on_selected)
        self.merge.clicked.connect(self._ask_merge)
        self.apart.clicked.connect(self._ask_apart)
        self.later.clicked.connect(self._go_on)
        self.swap.clicked.connect(self._swap)
        self.close_button.clicked.connect(self.accept)
        for keys, call in (
            ("Ctrl+Return", self._ask_merge),
            ("Ctrl+Enter", self._ask_merge),
            ("Ctrl+D", self._ask_apart),
        ):
            QShortcut(QKeySequence(keys), self, call)

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        text = _("Pairs to look at: {count}. A merge is one step that Ctrl+Z takes back.")
        self.count.setText(text.format(count=f"{count:,}"))
        self.hint.setText(
            _(
                "Where the two differ, choose which value stays; the other one is kept as a note "
                "or as another name. All that only one of them has stays."
            )
        )
        for label in (self.count, self.hint):
            label.setVisible(bool(count))
        self._pages.setCurrentIndex(0 if count else 1)
        for button in (self.swap, self.later, self.apart, self.merge):
            button.setVisible(bool(count))

    def _enable(self, *, on: bool) -> None:
        for button in (self.swap, self.apart, self.merge):
            button.setEnabled(on)

    def _on_selected(self, row: Suspect | None) -> None:
        self._show(row)

    def _show(self, suspect: Suspect | None) -> None:
        say(self._stray, "")
        self._shown = suspect
        self.view.clear()
        self._enable(on=False)
        if suspect is not None:
            self.comparison_asked.emit(suspect)

    def _ask_merge(self) -> None:
        if self._shown is not None and self.merge.isEnabled():
            self._enable(on=False)  # a second click must not merge twice
            self.merge_asked.emit(self._shown, self.view.taken())

    def _ask_apart(self) -> None:
        if self._shown is not None and self.apart.isEnabled():
            self._enable(on=False)
            self.apart_asked.emit(self._shown)

    def _go_on(self) -> None:
        rows = self.model.rowCount()
        self.table.selectRow((self.table.currentIndex().row() + 1) % max(rows, 1))

    def _swap(self) -> None:
        if self._shown is not None:
            turned = replace(self._shown, kept=self._shown.other, other=self._shown.kept)
            self._show(turned)
