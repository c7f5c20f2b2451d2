"""The sheets that open over the station: search, walk-in, and the reason for letting in."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.check_in.cards import Card
from summit_desk.domain.check_in.outcome import Found, WalkIn
from summit_desk.domain.errors import Problem
from summit_desk.support.i18n import _
from ui.check_in.numbered import NumberedList
from ui.kit.cards import words
from ui.kit.fonts import sized

PAUSE_MS = 60
FIELD_PX = 24


class Sheet(QFrame):
    """A light card over the verdict, with a title and a line of keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kit", "card")
        self.heading, self.keys = words("", "title"), words("", "note", wrap=True)
        self.problem = words("", "problem", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 22, 28, 20)
        outer.setSpacing(12)
        outer.addWidget(self.heading)
        outer.addLayout(self.body, 1)
        outer.addWidget(self.problem)
        outer.addWidget(self.keys)
        self.setStyleSheet("QLabel { font-size: 16px; } QLabel[kit='title'] { font-size: 22px; }")
        self.hide()

    def put_away(self) -> None:
        """Close the sheet."""
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong."""
        self.show_trouble(" ".join(map(str, problems)))

    def show_trouble(self, text: str) -> None:
        """Show a sentence above the keys."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def field(self) -> QLineEdit:
        """Return a large field for one line."""
        made = QLineEdit()
        made.setFont(sized(self.font(), FIELD_PX))
        made.setMinimumHeight(46)
        made.setStyleSheet(f"font-size: {FIELD_PX}px; min-height: 44px;")
        return made


class SearchSheet(Sheet):
    """Finds people by keyboard alone: type, then a number, or Enter for the first."""

    searched = Signal(str)
    chosen = Signal(object)  # a Found

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = self.field()
        self.results = NumberedList()
        self.body.addWidget(self.text)
        self.body.addWidget(self.problem)  # beside what was typed, not at the far end
        self.body.addWidget(self.results, 1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text.text()))
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self.text.installEventFilter(self)
        self.results.chosen.connect(self.chosen)

    def retranslate(self) -> None:
        self.heading.setText(_("Search"))
        self.text.setPlaceholderText(
            _("Name, pinyin, initials, organisation, end of the phone number")
        )
        self.text.setAccessibleName(self.text.placeholderText())
        self.keys.setText(_("1–9 or Enter choose · ↑ ↓ move · F4 walk-in · Esc close"))

    def open_with(self, text: str) -> None:
        """Begin a search; what was typed already stands in the field."""
        self.retranslate()
        self.show_trouble("")
        self.results.show_found(())
        self.text.setText(text)
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.deselect()
        self.text.end(False)  # move without selecting

    def show_found(self, text: str, found: Sequence[Found]) -> None:
        """Show the results of a search, unless something else was typed since."""
        if text == self.text.text():
            self.results.show_found(found)
            empty = bool(text.strip()) and not found
            self.show_trouble(_("Nobody was found. F4 registers a walk-in.") if empty else "")

    def put_away(self) -> None:
        self._pause.stop()
        super().put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.results.move_by(steps[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.results.choose_current()
        typed = self.text.text()
        by_name = bool(typed) and not any(sign.isdigit() for sign in typed)
        digit = event.text() if event.text() in tuple("123456789") else ""
        return bool(digit) and by_name and self.results.choose(int(digit))


class ReasonSheet(Sheet):
    """Asks why somebody is let in against a verdict."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text, self.refusal = self.field(), words("", wrap=True)
        self.body.addWidget(self.refusal)
        self.body.addWidget(self.text)
        self.text.returnPressed.connect(lambda: self.given.emit(self.text.text()))

    def open_for(self, name: str, refusal: str) -> None:
        """Ask about this person, who was refused so."""
        self.refusal.setText(refusal)
        self.heading.setText(_("Let in {name} against the verdict").format(name=name))
        self.text.setPlaceholderText(_("Reason, for example: the president agreed"))
        self.text.setAccessibleName(_("Reason"))
        self.keys.setText(_("Enter let in · Esc close"))
        self.show_trouble("")
        self.text.clear()
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)


class WalkInSheet(Sheet):
    """Registers somebody who came unannounced, in three fields."""

    submitted = Signal(object)  # a WalkIn

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.unit, self.category = self.field(), self.field(), QComboBox()
        self.category.setStyleSheet(f"font-size: {FIELD_PX}px; min-height: 44px;")
        self._card = Card()
        grid = QGridLayout()
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        self._labels = [QLabel() for _field in range(3)]
        for row, widget in enumerate((self.name, self.unit, self.category)):
            self._labels[row].setBuddy(widget)
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(widget, row, 1)
        self.body.addLayout(grid)
        self.name.returnPressed.connect(self.unit.setFocus)
        self.unit.returnPressed.connect(self.category.setFocus)
        self.category.installEventFilter(self)

    def open_with(self, card: Card, categories: Sequence[tuple[str, UUID]]) -> None:
        """Begin with what a contact card or a search already says."""
        self._card = card
        self.heading.setText(_("Walk-in"))
        for label, text in zip(
            self._labels, (_("Name"), _("Organisation"), _("Category")), strict=True
        ):
            label.setText(text)
        self.keys.setText(_("Enter next field, then register and check in · Esc close"))
        self.show_trouble("")
        self.name.setText(card.name)
        self.unit.setText(card.organisation)
        self.category.clear()
        for text, key in categories:
            self.category.addItem(text, key)
        self.show()
        self.raise_()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def submit(self) -> None:
        """Hand over what the fields hold."""
        self.submitted.emit(
            WalkIn(self.name.text(), self.unit.text(), self.category.currentData(), self._card)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in enter:
                self.submit()
            return event.key() in enter
        return super().eventFilter(watched, event)
