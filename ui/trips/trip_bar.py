"""The row above a trip: which trip is shown, and what can be done with it as a whole."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from summit_desk.domain.findings import Severity
from summit_desk.domain.records import Trip
from summit_desk.domain.trip_view import TripLine
from summit_desk.domain.trip_words import TRIP_KINDS, day_text
from summit_desk.support.i18n import N_, _, in_words
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.chips import Chip, Chips
from ui.kit.tones import Tone
from ui.trips.leg_words import shortened

MENU = (
    ("edit", N_("Edit trip…"), "edit"),
    ("clock", N_("Move the whole trip…"), "shift"),
    ("history", N_("History of the trip…"), "history"),
    ("delete", N_("Delete trip…"), "remove"),
)


class TripBar(QWidget):
    """Chips to switch between trips, and the menu of the chosen one."""

    chosen = Signal(object)  # the key of a trip
    add_asked = Signal()
    asked = Signal(str)  # "edit", "shift", "history" or "remove"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = Chips()
        self._chips.chosen.connect(self.chosen)
        self._summary, self._words = words("", "note"), ""
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._new = QPushButton()
        self._new.setProperty("kit", "link")
        self._new.clicked.connect(self.add_asked)
        self._more = QToolButton()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._actions = [self._action(key) for _icon, _text, key in MENU]
        self._menu.addActions(self._actions)
        self._more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._chips, 1)
        row.addWidget(self._summary, 1)
        row.addWidget(self._new, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def show_trips(self, lines: Sequence[TripLine], chosen: UUID | None) -> None:
        """Show the trips; the chosen one is marked, those with problems are red."""
        self._chips.show_chips([_chip(line) for line in lines], chosen)
        self._chips.setVisible(len(lines) > 1)  # one alone is named in the header
        self._summary.setVisible(len(lines) == 1)
        self._words = trip_summary(lines[0].trip) if lines else ""
        self._fit()
        if chosen is not None:
            self.show_chosen(chosen)

    def show_chosen(self, trip_id: UUID) -> None:
        """Mark the trip that is shown."""
        self._chips.choose(trip_id)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self._new.setText(_("New trip"))
        self._more.setToolTip(_("More about this trip"))
        self._more.setAccessibleName(_("More about this trip"))
        icons.wear(self._more, "more")
        for action, (icon, text, _key) in zip(self._actions, MENU, strict=True):
            action.setText(_(text))
            icons.wear(action, icon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten the summary to the room there is; the tooltip has it whole."""
        metrics, room = self._summary.fontMetrics(), max(self._summary.width(), 200)
        self._summary.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        self._summary.setToolTip(self._words)

    def _action(self, key: str) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self.asked.emit(key))
        return action


def trip_summary(trip: Trip) -> str:
    """Return "10月24日 周四 – 10月31日 周四 · 商务考察 · 目的"."""
    dates = f"{day_text(trip.starts_on)} – {day_text(trip.ends_on)}"
    purpose = in_words(trip.purpose, trip.purpose_other).replace("\n", " ")
    return " · ".join(
        filter(None, (str(trip.starts_on.year), dates, _(TRIP_KINDS[trip.kind]), purpose))
    )


def _chip(line: TripLine) -> Chip:
    name = in_words(line.trip.name, line.trip.name_other)
    tone = Tone.RED if line.worst is Severity.BLOCK else Tone.BLUE
    return Chip(line.trip.id, shortened(name), line.people or None, tone)
