"""The itinerary: a card for each day, above them what blocks the trip."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.trip_view import TripView
from summit_desk.support.i18n import _
from ui.kit.cards import EmptyState
from ui.trips.day_card import DayCard
from ui.trips.leg_row import LegRow


class Itinerary(QWidget):
    """Shows the days of a trip, scrollable; keeps the leg in focus when it is shown anew."""

    leg_opened = Signal(object)  # a Leg
    leg_removal_asked = Signal(object)
    leg_copy_asked = Signal(object)
    leg_history_asked = Signal(object)
    leg_add_asked = Signal(object)  # a date

    def __init__(self, add: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[DayCard] = []
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = EmptyState("flight", *_guidance(), add)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty)

    def show_trip(self, view: TripView) -> None:
        """Show another trip, or the same one after a change."""
        focused = next((row.leg.leg.id for row in self.rows() if row.hasFocus()), None)
        at = self._scroll.verticalScrollBar().value()
        self._cards = [DayCard(day, _warnings(view.findings)) for day in view.days]
        self._scroll.setWidget(self._page())
        self._stack.setCurrentIndex(0 if view.days else 1)
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(at))
        if focused is not None:
            self.show_leg(focused)

    def rows(self) -> Iterator[LegRow]:
        """Yield the legs on screen, from top to bottom."""
        for card in self._cards:
            yield from card.rows

    def show_leg(self, leg_id: UUID) -> bool:
        """Scroll to a leg and put the focus there; False when it isn't shown."""
        row = next((row for row in self.rows() if row.leg.leg.id == leg_id), None)
        if row is None:
            return False
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row, 0, 60))
        return True

    def retranslate(self) -> None:
        """Say the guidance again in the current language; the days come with the next trip."""
        title, sentence = _guidance()
        self._empty.title.setText(title)
        self._empty.sentence.setText(sentence)

    def _step(self, by: int) -> None:
        """Move the focus to the leg before or after, over the days in between."""
        legs = [row.leg.leg.id for row in self.rows()]
        focused = next((row.leg.leg.id for row in self.rows() if row.hasFocus()), None)
        if focused is not None:
            at = max(0, min(legs.index(focused) + by, len(legs) - 1))
            self.show_leg(legs[at])

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("kit", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(10)
        for card in self._cards:
            column.addWidget(card)
            card.add_asked.connect(self.leg_add_asked)
        for row in self.rows():
            row.opened.connect(self.leg_opened)
            row.removal_asked.connect(self.leg_removal_asked)
            row.copy_asked.connect(self.leg_copy_asked)
            row.history_asked.connect(self.leg_history_asked)
            row.step_asked.connect(self._step)
        column.addStretch(1)
        return page


def _guidance() -> tuple[str, str]:
    return _("No itinerary yet"), _(
        "Add the flight out first: type the airport codes, and the time zones come by "
        "themselves. Then add trains, hotels, meetings and meals."
    )


def _warnings(findings: Sequence[Finding]) -> dict[UUID, str]:
    """Return what is wrong with each leg, hints aside."""
    grave = [one for one in findings if one.severity is not Severity.HINT and one.place]
    told: dict[UUID, list[str]] = {}
    for finding in grave:
        if finding.place and finding.place.subject:
            told.setdefault(finding.place.subject, []).append(finding.text())
    return {subject: "\n".join(sentences) for subject, sentences in told.items()}
