"""The event switcher: says which event is shown, and offers the others."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from summit_desk.domain.records import Event
from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.cards import words
from ui.kit.fonts import sized
from ui.shell.event_words import event_name, event_note

NAME_ROOM, NOTE_ROOM = 156, 182
RAGGED = 24  # what a broken line may leave empty
HEIGHTS = (60, 78)


class EventButton(QPushButton):
    """A button with two lines that opens the menu of events."""

    event_chosen = Signal(object)  # an Event
    creation_asked = Signal()
    editing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "event")
        self._event: Event | None = None
        self._events: Sequence[Event] = ()
        self._name, self._note, self._arrow = words("", "heading"), words("", "muted"), QLabel()
        for label in (self._name, self._note, self._arrow):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name.setProperty("kit", "event")
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(self._arrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 8)
        column.setSpacing(1)
        column.addLayout(first)
        column.addWidget(self._note)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_event(self, event: Event) -> None:
        """Show which event the screens are about."""
        self._event = event
        self._say()

    def show_events(self, events: Sequence[Event]) -> None:
        """Offer these events."""
        self._events = tuple(events)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHTS[0])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._arrow.setPixmap(icons.pixmap("switch", 14))
        if self._event is None:
            return
        name, note = event_name(self._event), event_note(self._event)
        cut = Qt.TextElideMode.ElideRight
        bold = QFontMetrics(sized(self.font(), 13, QFont.Weight.Bold))
        lines = 1 if bold.horizontalAdvance(name) <= NAME_ROOM else 2
        self._name.setWordWrap(lines > 1)
        self._name.setText(bold.elidedText(name, cut, NAME_ROOM * lines - (lines - 1) * RAGGED))
        small = QFontMetrics(sized(self.font(), 12))
        self._note.setText(small.elidedText(note, cut, NOTE_ROOM))
        self.setFixedHeight(HEIGHTS[lines - 1])
        self.setToolTip(f"{name}\n{note}")
        self.setAccessibleName(_("Event: {name}").format(name=name))

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.setMinimumWidth(self.width())
        for event in self._events:
            action = self._menu.addAction(f"{event_name(event)}   {event_note(event)}")
            action.setCheckable(True)
            action.setChecked(self._event is not None and event.id == self._event.id)
            action.triggered.connect(lambda _on, chosen=event: self.event_chosen.emit(chosen))
        self._menu.addSeparator()
        self._offer("plus", _("New event…")).triggered.connect(self.creation_asked)
        self._offer("edit", _("Edit this event…")).triggered.connect(self.editing_asked)

    def _offer(self, icon: str, text: str) -> QAction:
        action = self._menu.addAction(text)
        icons.wear(action, icon)
        return action
