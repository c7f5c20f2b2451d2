"""Findings of the preflight as rows: a pill, the sentence, what to do, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.preflight.words import kind_word
from summit_desk.support.i18n import _
from ui.kit.cards import line, words
from ui.kit.pills import PillLabel
from ui.kit.tones import Pill, Tone

TONES = {Severity.BLOCK: Tone.RED, Severity.WARN: Tone.AMBER, Severity.HINT: Tone.BLUE}
PILL_COLUMN = 96
LONGEST = 400  # characters of a sentence; a name may have thousands


class FindingRow(QWidget):
    """One finding."""

    place_asked = Signal(object)  # a Place

    def __init__(
        self, finding: Finding, *, with_fix: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finding = finding
        self.setAccessibleName(finding.text())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 7, 0, 7)
        layout.setSpacing(12)
        layout.addWidget(self._pill())
        layout.addLayout(self._texts(with_fix=with_fix), 1)
        if finding.place is not None:
            layout.addWidget(self._link())

    def _pill(self) -> QWidget:
        """Return the pill in a column of its own, so that all sentences begin below each other."""
        column = QWidget()
        column.setFixedWidth(PILL_COLUMN)
        box = QHBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        pill = PillLabel()
        pill.show_pill(Pill(_(kind_word(self._finding)), TONES[self._finding.severity]))
        box.addWidget(pill)
        box.addStretch(1)
        return column

    def _texts(self, *, with_fix: bool) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        sentence = words(_clipped(self._finding.text()), wrap=True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        texts.addWidget(sentence)
        if with_fix and self._finding.fix:
            texts.addWidget(words(_(self._finding.fix), "muted", wrap=True))
        return texts

    def _link(self) -> QPushButton:
        link = QPushButton(_("Fix"))
        link.setProperty("kit", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAccessibleName(_("Fix: {sentence}").format(sentence=self._finding.text()))
        link.clicked.connect(lambda: self.place_asked.emit(self._finding.place))
        self.setFocusProxy(link)
        return link


class FindingList(QWidget):
    """Findings below each other; the arrow keys go from link to link."""

    place_asked = Signal(object)  # a Place

    def __init__(self, *, with_fix: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_fix = with_fix
        self._rows: list[FindingRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; hidden meanwhile, because each new row would lay out the page."""
        self.hide()
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = [FindingRow(finding, with_fix=self._with_fix) for finding in findings]
        for row in self._rows:
            row.place_asked.connect(self.place_asked)
            self._add(row)
            if row is not self._rows[-1]:
                self._add(line())
        self.show()

    def _add(self, part: QWidget) -> None:
        """Add a part that takes its room at once, not in the next turn of the event loop."""
        self._layout.addWidget(part)
        part.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = self._focused()
        if step is None or at is None or not 0 <= at + step < len(self._rows):
            super().keyPressEvent(event)
            return
        self._rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> int | None:
        """Return which row the keyboard is in."""
        inside = QApplication.focusWidget()
        if inside is None:
            return None
        return next((at for at, row in enumerate(self._rows) if row.isAncestorOf(inside)), None)


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
