"""The page of the settings that shows the event's own data."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from summit_desk.domain.records import Event
from summit_desk.support.i18n import _
from ui.kit.cards import Card, words


class EventPage(QWidget):
    """Facts of the event; the header's blue button edits them."""

    editing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event: Event | None = None
        self.edit = QAction(self)
        self.edit.triggered.connect(self.editing_asked)
        self._title, self._note = words("", "title"), words("", "note")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnMinimumWidth(0, 150)
        self._grid.setColumnStretch(1, 1)
        self._facts: list[QLabel] = []
        card = Card()
        card.body.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(card)
        column.addStretch(1)
        self.retranslate()

    def show_event(self, event: Event) -> None:
        """Show the data of `event`."""
        self._event = event
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.edit.setText(_("Edit event"))
        self._title.setText(_("Event"))
        self._note.setText(_("What the window, every paper and every badge say about the event."))
        while self._facts:
            fact = self._facts.pop()
            self._grid.removeWidget(fact)
            fact.deleteLater()
        for row, (name, value) in enumerate(self._rows()):
            parts = words(name, "note"), words(value or "—", wrap=True)
            parts[1].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for column, part in enumerate(parts):
                self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
                self._facts.append(part)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _rows(self) -> Sequence[tuple[str, str]]:
        event = self._event
        if event is None:
            return ()
        return (
            (_("Name of the event"), event.name),
            (_("Name in English"), event.name_other),
            (_("Short name"), event.short_name),
            (_("Short name in English"), event.short_name_other),
            (_("Dates"), f"{event.first_day} – {event.last_day}"),
            (_("City"), " · ".join(filter(None, (event.city, event.city_other)))),
            (_("Time zone"), event.zone),
            (_("Organiser"), "\n".join(filter(None, (event.organiser, event.organiser_other)))),
            (_("Introduction"), "\n".join(filter(None, (event.intro, event.intro_other)))),
        )
