"""The facts of the pane as lines that are filled again for the next person, never made anew.

Making and dressing thirty labels takes longer than a key that is typed may wait.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from summit_desk.support.i18n import _
from ui.attendees.stay_facts import Fact
from ui.kit.cards import words
from ui.kit.long_words import LongWords

LINE_WIDTH = 270  # pixels that the pane leaves, with its scroll bar


class FactLine(QWidget):
    """A title over its value; a private value has a link that shows and hides it."""

    asked = Signal(str)  # key of the fact that is to be shown or hidden

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._title = LongWords(LINE_WIDTH, "muted")
        self._value = LongWords(LINE_WIDTH, selectable=True)
        self._doubt = words("", "problem", wrap=True)
        self._link = QPushButton()
        self._link.setProperty("kit", "link")
        self._link.clicked.connect(lambda: self.asked.emit(self._key))
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        self._line.addWidget(self._value)
        self._line.addWidget(self._link)
        self._line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addLayout(self._line)
        column.addWidget(self._doubt)

    def show_fact(self, fact: Fact, *, whole: bool) -> None:
        """Show a fact; of a private one the masked form unless it is to be `whole`."""
        self._key = fact.key
        self._title.say(fact.title)
        way = _("Hide") if whole else _("Show")
        self._link.setText(way if fact.masked else "")
        beside = self._link.sizeHint().width() + self._line.spacing() if fact.masked else 0
        text = fact.value if whole or not fact.masked else fact.masked
        self._value.say(text, LINE_WIDTH - beside)
        is_short = bool(fact.masked) and self._value.fits(text, LINE_WIDTH - beside)
        self._link.setVisible(bool(fact.masked))
        self._line.setStretch(0, 0 if is_short else 1)
        self._line.setStretch(2, 1 if is_short else 0)
        self._doubt.setText(fact.doubt)
        self._doubt.setVisible(bool(fact.doubt))


class FactLines(QWidget):
    """As many lines as there are facts, one under the other."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FactLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(9)

    def show_facts(self, facts: Sequence[Fact], whole: set[str]) -> None:
        """Show these facts; of the private ones those `whole` that were asked for."""
        while len(self._lines) < len(facts):
            line = FactLine()
            line.asked.connect(self.asked)
            self._lines.append(line)
            self._column.addWidget(line)
        for line, fact in zip(self._lines, facts, strict=False):
            line.show_fact(fact, whole=fact.key in whole)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(facts))
        self.setVisible(bool(facts))
