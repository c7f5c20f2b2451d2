"""One planned row in full: its verdict, what it changes, what to look at."""

from collections.abc import Mapping

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from summit_desk.domain.imports.differences import shown
from summit_desk.domain.imports.plan import PlannedRow, RowVerdict
from summit_desk.domain.imports.targets import LABELS, Target
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import Card, words


class RowCard(Card):
    """The card beside the list of rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._page = QWidget()
        self._page.setProperty("kit", "page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._page)
        self.body.addWidget(scroll, 1)

    def show_row(self, row: PlannedRow | None) -> None:
        """Show a row, or nothing."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if row is None:
            self.show_heading("")
            return
        self.show_heading(row.draft.name, _("row {row}").format(row=row.draft.row))
        if row.reason:
            self._column.addWidget(words(row.reason_text, wrap=True))
        for flag in row.flags:
            if flag == row.reason:
                continue  # said already
            self._column.addWidget(words(f"⚠ {flag}", "problem", wrap=True))
        self._column.addSpacing(6)
        if row.verdict is RowVerdict.NEW or not row.differences:
            self._show_values(row)
        else:
            self._show_differences(row)
        self._column.addStretch(1)

    def _show_differences(self, row: PlannedRow) -> None:
        for one in row.differences:
            self._column.addWidget(words(one.label, "muted"))
            change = _("{before} → {after}").format(
                before=one.before or "—", after=one.after or "—"
            )
            self._column.addWidget(words(change, wrap=True))

    def _show_values(self, row: PlannedRow) -> None:
        lines = [(_(LABELS[target]), shown(value)) for target, value in row.whole.values.items()]
        lines += [
            (_("Forums"), _chosen(row.whole.forums)),
            (_(LABELS[Target.MEALS]), _chosen(row.whole.meals)),
            *row.whole.custom.items(),
        ]
        for label, text in lines:
            if text:
                self._column.addWidget(words(label, "muted"))
                self._column.addWidget(words(text, wrap=True))


def _chosen(ticks: Mapping[str, bool]) -> str:
    return in_words("、", ", ").join(name for name, yes in ticks.items() if yes)
