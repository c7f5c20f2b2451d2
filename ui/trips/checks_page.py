"""What the checks found about a trip: whole sentences, each with the way to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from summit_desk.domain.findings import Finding
from summit_desk.domain.places import Place
from summit_desk.support.i18n import _
from ui.kit.cards import Card, words
from ui.kit.finding_list import FindingList
from ui.kit.pills import PillLabel
from ui.kit.tones import Pill, Tone

MOST_ROWS = 200  # widgets; nobody reads more


class ChecksPage(QScrollArea):
    """All findings, the worst first."""

    opened = Signal(object)  # a Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self.list = FindingList()
        self.list.place_asked.connect(self._open)
        self._more = words("", "note")
        self._well = QWidget()
        self._well_pill, self._well_text = PillLabel(), words("", wrap=True)
        card = Card()
        for part in (self._well_row(), self.list, self._more):
            card.body.addWidget(part)
        page = QWidget()
        page.setProperty("kit", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 6, 8)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self._findings = findings
        self.list.show_findings(findings[:MOST_ROWS])
        self.list.setVisible(bool(findings))
        left = len(findings) - MOST_ROWS
        self._more.setText(_("and {count} more; solve these first").format(count=left))
        self._more.setVisible(left > 0)
        self._well_pill.show_pill(Pill(_("In order"), Tone.GREEN))
        well = _("Nothing is wrong: papers, connections, rooms and budget are in order.")
        self._well_text.setText(well)
        self._well.setVisible(not findings)

    def _well_row(self) -> QWidget:
        row = QHBoxLayout(self._well)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        row.addWidget(self._well_pill)
        row.addWidget(self._well_text, 1)
        return self._well

    def _open(self, place: Place) -> None:
        """Tell which finding it was: several may point at the same trip."""
        finding = next((one for one in self._findings if one.place is place), None)
        if finding is not None:
            self.opened.emit(finding)
