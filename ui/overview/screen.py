"""The screen of the overview: figures, registrations over time, forums, and what to solve."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.findings import Finding
from summit_desk.domain.overview import Overview
from summit_desk.domain.places import Place, ScreenName
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import Card, EmptyState, FigureCard, words
from ui.kit.charts import AreaChart
from ui.kit.finding_list import FindingList
from ui.kit.load_bars import LoadBars
from ui.kit.screen import Screen
from ui.overview.words import figures, loads, points

CARDS = 5
FIRST_FINDINGS = 5


class OverviewScreen(Screen):
    """The event at a glance; decides nothing."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._findings: Sequence[Finding] | None = None
        self._to_preflight = QAction(self)
        icons.wear(self._to_preflight, "preflight", "accent_ink")
        self._to_preflight.triggered.connect(self._ask_preflight)
        self.figures = [FigureCard() for _number in range(CARDS)]
        self.chart, self.loads = AreaChart(), LoadBars()
        self.findings = FindingList(with_fix=False)
        self.findings.place_asked.connect(self.place_asked)
        self._nobody, self._no_forums = (
            EmptyState("attendees", "", ""),
            EmptyState("agenda", "", ""),
        )
        self._registrations, self._forums, self._preflight = Card(), Card(), Card()
        self._note = words("", "note", wrap=True)
        self._more = QPushButton()
        self._more.setProperty("kit", "link")
        self._more.clicked.connect(self._ask_preflight)
        self._lay_out()
        self.retranslate()

    def title(self) -> str:
        return _("Overview")

    def header_actions(self) -> Sequence[QAction]:
        return (self._to_preflight,)

    def show_overview(self, overview: Overview) -> None:
        """Show the figures."""
        self._overview = overview
        for card, figure in zip(self.figures, figures(overview), strict=True):
            card.show_figure(figure.label, figure.value, figure.note, figure.tone)
        self.chart.show_points(points(overview))
        self.loads.show_loads(loads(overview))
        self._charts.setCurrentIndex(0 if overview.progress else 1)
        self._bars.setCurrentIndex(0 if overview.forums else 1)
        days = len(overview.progress)
        span = (overview.progress[-1].day - overview.progress[0].day).days + 1 if days else 0
        note = _("running total over {count} days").format(count=span) if span else ""
        self._registrations.show_heading(_("Registrations"), note)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the gravest findings, and how many there are."""
        self._findings = findings
        note = _("{count} things to look at").format(count=len(findings)) if findings else ""
        self._preflight.show_heading(_("Preflight"), note)
        self.findings.show_findings(findings[:FIRST_FINDINGS])
        self.findings.setVisible(bool(findings))
        self._note.setText(_("All clear: nothing has to be solved."))
        self._note.setVisible(not findings)
        self._more.setVisible(len(findings) > FIRST_FINDINGS)
        self._more.setText(_("Show all {count}").format(count=len(findings)))

    def retranslate(self) -> None:
        self._to_preflight.setText(_("Preflight"))
        self._registrations.show_heading(_("Registrations"))
        self._forums.show_heading(_("Forums"), _("registered / seats"))
        self._preflight.show_heading(_("Preflight"))
        self._note.setText(_("Checking everything…"))
        self._nobody.title.setText(_("Nobody is registered yet"))
        self._nobody.sentence.setText(_("Add attendees, or import a list."))
        self._no_forums.title.setText(_("No forums yet"))
        self._no_forums.sentence.setText(_("Add them on the Agenda screen."))
        if self._overview is not None:
            self.show_overview(self._overview)
        if self._findings is not None:
            self.show_findings(self._findings)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _ask_preflight(self) -> None:
        self.place_asked.emit(Place(ScreenName.PREFLIGHT))

    def _lay_out(self) -> None:
        self._charts = _either(self.chart, self._nobody)
        self._bars = _either(_at_the_top(self.loads), self._no_forums)
        self._registrations.body.addWidget(self._charts, 1)
        self._forums.body.addWidget(self._bars, 1)
        self._preflight.body.setSpacing(0)
        for part in (self._note, self.findings):
            self._preflight.body.addWidget(part)
        self._preflight.body.addStretch(1)
        self._preflight.tools.addWidget(self._more)
        self.findings.hide()
        self._more.hide()
        page = QWidget()
        page.setProperty("kit", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(self._row_of_figures())
        layout.addLayout(self._middle(), 3)
        layout.addWidget(self._preflight, 1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _row_of_figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for card in self.figures:
            row.addWidget(card, 1)
        return row

    def _middle(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(self._registrations, 0, 0)
        grid.addWidget(self._forums, 0, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid


def _either(one: QWidget, other: QWidget) -> QStackedWidget:
    """Return a place for one of two widgets."""
    stack = QStackedWidget()
    stack.addWidget(one)
    stack.addWidget(other)
    return stack


def _at_the_top(widget: QWidget) -> QWidget:
    """Return a box in which the widget keeps its height."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    layout.addStretch(1)
    return box
