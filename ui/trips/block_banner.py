"""The banner over a trip that can't be made as it is planned: how many things block it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from summit_desk.domain.findings import Finding, Severity
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.tokens import tint
from ui.kit.tones import Tone

ICON = 18


class BlockBanner(QFrame):
    """Visible only while something blocks; leads to the checks."""

    checks_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._text = QLabel(), words("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show = QPushButton()
        self._show.setProperty("kit", "link")
        self._show.clicked.connect(self.checks_asked)
        self.setProperty("kit", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._show)
        self._tint()
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Count what blocks; one alone is said in full."""
        blocks = [finding for finding in findings if finding.severity is Severity.BLOCK]
        self.setVisible(bool(blocks))
        self._show.setText(_("Show checks"))
        if len(blocks) == 1:
            self._text.setText(blocks[0].text())
        elif blocks:
            sentence = _("{count} problems block this trip, the first: {first}")
            told = sentence.format(count=len(blocks), first=blocks[0].text())
            self._text.setText(told)

    def text(self) -> str:
        """Return what the banner says."""
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._sign.setPixmap(icons.pixmap("error", ICON, tint(Tone.RED).ink))
