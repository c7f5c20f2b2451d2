"""The screen of the preflight: what to solve before the event, the gravest first."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.preflight.words import AREAS, SEVERITIES, area
from summit_desk.support.i18n import _
from ui.kit.cards import Card, EmptyState, words
from ui.kit.chips import Chip, Chips
from ui.kit.finding_list import TONES, FindingList
from ui.kit.screen import Screen

ALL = "all"


class PreflightScreen(Screen):
    """Findings by severity, narrowed by chips; decides nothing."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] | None = None
        self._when = ""
        self._checked = words("", "muted")
        self.severities, self.areas = Chips(), Chips()
        for chips in (self.severities, self.areas):
            chips.chosen.connect(self._on_chosen)
        self.cards = {severity: _FindingCard() for severity in Severity}
        for card in self.cards.values():
            card.findings.place_asked.connect(self.place_asked)
        self._clear = EmptyState("ok", "", "")
        self._wait = words("", "note")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        for page in (self._wait, self._list_page(), self._clear):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.retranslate()

    def title(self) -> str:
        return _("Preflight")

    def show_findings(self, findings: Sequence[Finding], when: str = "") -> None:
        """Show what was found, and when that was (a time of day)."""
        self._findings, self._when = findings, when
        self._checked.setText(_("Checked at {time}").format(time=when) if when else "")
        self._show_chips(findings)
        self._show_chosen()

    def retranslate(self) -> None:
        self._wait.setText(_("Checking everything…"))
        self._clear.title.setText(_("All clear"))
        self._clear.sentence.setText(
            _("Nothing is wrong with the agenda, the registrations, the badges or the trips.")
        )
        self.severities.setAccessibleName(_("How grave"))
        self.areas.setAccessibleName(_("Where"))
        if self._findings is not None:
            self.show_findings(self._findings, self._when)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _list_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("kit", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 18, 24, 24)
        layout.setSpacing(12)
        layout.addLayout(self._bar())
        layout.addWidget(self.areas)
        for card in self.cards.values():
            layout.addWidget(card)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(24)
        bar.addWidget(self.severities, 1)
        bar.addWidget(self._checked)
        return bar

    def _show_chips(self, findings: Sequence[Finding]) -> None:
        self.severities.show_chips(
            [
                Chip(ALL, _("All"), len(findings)),
                *(
                    Chip(severity, _(word), count, TONES[severity])
                    for severity, word in SEVERITIES.items()
                    if (count := sum(one.severity is severity for one in findings))
                ),
            ]
        )
        self.areas.show_chips(
            [
                Chip(ALL, _("Everywhere")),
                *(
                    Chip(screen, _(word), count)
                    for screen, word in AREAS.items()
                    if (count := sum(area(one) is screen for one in findings))
                ),
            ]
        )

    def _on_chosen(self, _key: Hashable) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        findings = self._findings or ()
        severity, screen = self.severities.chosen_key(), self.areas.chosen_key()
        self._pages.setCurrentIndex(1 if findings else 2)
        for own, card in self.cards.items():
            shown = [
                one for one in findings if one.severity is own and _fits(one, severity, screen)
            ]
            card.show_findings(_(SEVERITIES[own]), shown)


def _fits(finding: Finding, severity: Hashable, screen: Hashable) -> bool:
    return severity in (ALL, finding.severity) and screen in (ALL, area(finding))


class _FindingCard(Card):
    """The findings of one severity."""

    def __init__(self) -> None:
        super().__init__()
        self.findings = FindingList()
        self.body.addWidget(self.findings)

    def show_findings(self, title: str, findings: Sequence[Finding]) -> None:
        """Show them, or nothing at all when there are none."""
        self.setVisible(bool(findings))
        self.show_heading(title, str(len(findings)))
        self.findings.show_findings(findings)
