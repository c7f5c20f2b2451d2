"""One day of the itinerary: date and route at the left, its legs at the right."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from summit_desk.domain.trip_view import DayView
from summit_desk.domain.trip_words import day_text
from summit_desk.domain.wall_time import ClockChange, hours_text
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.pills import PillLabel
from ui.kit.tones import Tone
from ui.trips.leg_row import LegRow
from ui.trips.leg_words import shortened

DATE_WIDTH = 126
LONGEST_STOP = 24


class DayCard(QFrame):
    """A day; an empty one is low and only says so."""

    add_asked = Signal(object)  # the date

    def __init__(
        self, day: DayView, warnings: Mapping[UUID, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self.day = day
        self.rows = [LegRow(leg, warnings.get(leg.leg.id, "")) for leg in day.legs]
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 10 if day.legs else 4, 8, 10 if day.legs else 4)
        outer.setSpacing(8)
        outer.addWidget(self._head())
        outer.addLayout(self._legs(), 1)
        outer.addWidget(self._plus(), 0, Qt.AlignmentFlag.AlignTop)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedWidth(DATE_WIDTH)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(3)
        column.addWidget(words(day_text(self.day.date), "heading" if self.day.legs else "note"))
        if self.day.stops:
            route = " → ".join(shortened(str(stop), LONGEST_STOP) for stop in self.day.stops)
            column.addWidget(words(route, "muted", wrap=True))
        if self.day.clocks:
            column.addWidget(_clock_pill(self.day.clocks))
        column.addStretch(1)
        return head

    def _legs(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for row in self.rows:
            column.addWidget(row)
        if not self.rows:
            column.addWidget(words(_free_day(self.day), "note"), 1)
        column.addStretch(1 if self.rows else 0)
        return column

    def _plus(self) -> QToolButton:
        button = QToolButton()
        icons.wear(button, "plus")
        day = day_text(self.day.date)
        button.setToolTip(_("Add a leg on {day}").format(day=day))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(self._ask_leg)
        return button

    def _ask_leg(self) -> None:
        self.add_asked.emit(self.day.date)


def _free_day(day: DayView) -> str:
    if day.bed:
        return _("Nothing planned · night at {hotel}").format(hotel=day.bed)
    return _("Nothing planned")


def _clock_pill(change: ClockChange) -> PillLabel:
    """Return what happens to the clocks that day: a flight or an alarm may depend on it."""
    hours = hours_text(abs(change.by))
    back = change.by.total_seconds() < 0
    sentence = _("Clocks go back {hours}") if back else _("Clocks go forward {hours}")
    pill = PillLabel(sentence.format(hours=hours), Tone.AMBER)
    pill.setToolTip(f"{change.zone}, {change.at:%H:%M}")
    return pill
