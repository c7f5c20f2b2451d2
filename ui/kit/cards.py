"""Cards: the white boxes that screens are made of."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit import icons
from ui.kit.tones import Tone

SENTENCE_WIDTH = 440


def words(text: str = "", kit: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the house's voices: muted, note, heading, title, figure, hero."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)  # names may hold < and &
    label.setWordWrap(wrap)
    if kit:
        label.setProperty("kit", kit)
    return label


def line() -> QFrame:
    """Return a fine horizontal line."""
    drawn = QFrame()
    drawn.setProperty("kit", "line")
    return drawn


class Card(QFrame):
    """A box with an optional heading and note; put the content into `body`.

    `tools` is the row at the right of the heading.
    """

    def __init__(self, title: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self.heading, self.note = words(title, "heading"), words(note, "muted")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.note)
        head.addStretch(1)
        head.addLayout(self.tools)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addLayout(self.body, 1)
        self.show_heading(title, note)

    def show_heading(self, title: str, note: str = "") -> None:
        """Show another heading and note."""
        for label, text in ((self.heading, title), (self.note, note)):
            label.setText(text)
            label.setVisible(bool(text))


class FigureCard(QFrame):
    """One number with its name above and a note below."""

    def __init__(
        self, label: str = "", value: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label, self._value = words(label, "muted"), words(value, "figure")
        self._note = words(note, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(2)
        for part in (self._label, self._value, self._note):
            layout.addWidget(part)

    def show_figure(self, label: str, value: str, note: str = "", tone: Tone | None = None) -> None:
        """Show another number; `tone` colours the note when it is a warning."""
        self._label.setText(label)
        self._value.setText(value)
        self._note.setText(note)
        self._note.setProperty("tone", tone.value if tone else "")
        self._dress_note()
        self.setAccessibleName(f"{label}: {value}. {note}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:  # another theme: the tone is another colour
            self._dress_note()

    def _dress_note(self) -> None:
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)


class EmptyState(QWidget):
    """What stands where there is nothing yet: says what belongs here and how to start."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        action: QAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._picture = icon, QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title, self.sentence = words(title, "title"), words(sentence, "note", wrap=True)
        self.sentence.setMaximumWidth(SENTENCE_WIDTH)
        self.sentence.setMinimumWidth(min(SENTENCE_WIDTH, 280))
        self._lay_out(action)

    def _lay_out(self, action: QAction | None) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._picture, self.title):
            layout.addWidget(part, 0, centre)
        row = QHBoxLayout()  # an aligned label would be given too little height for its lines
        row.addStretch(1)
        row.addWidget(self.sentence, 8)
        row.addStretch(1)
        layout.addLayout(row)
        if action is not None:
            layout.addSpacing(8)
            layout.addWidget(ActionButton(action, primary=True), 0, centre)
        layout.addStretch(2)

    def showEvent(self, event: QShowEvent) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, 44))
        super().showEvent(event)


class ActionButton(QPushButton):
    """A push button that is an action: same text, icon, state and shortcut."""

    def __init__(
        self, action: QAction, *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action, self._offered = action, True
        if primary:
            self.setProperty("kit", "primary")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setEnabled(action.isEnabled())
        if action.isVisible() is not self._offered:  # a new button must not flash by itself
            self._offered = action.isVisible()
            self.setVisible(self._offered)
        keys = action.shortcut().toString()
        self.setToolTip(f"{action.toolTip()} ({keys})" if keys else action.toolTip())
        menu = action.menu()
        if isinstance(menu, QMenu):  # a button with a menu opens it instead
            self.setProperty("menu", "true")
            self.setMenu(menu)
