"""A label that breaks words which are longer than its line: names of units, addresses, pinyin."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from summit_desk.support.i18n import _

BREAK = "\u200b"  # where a line may end; it is not seen, and never copied
_WORD = re.compile(r"[^\s\u2e80-\uffef]{10,}")  # Chinese breaks anywhere


def with_breaks(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return the text with places to break in each word that is wider than `room`."""

    def broken(found: re.Match[str]) -> str:
        word = found[0]
        return BREAK.join(word) if metrics.horizontalAdvance(word) > room else word

    return _WORD.sub(broken, text)


class LongWords(QLabel):
    """Shows a text in as many lines as it takes in `room` pixels; what is copied is the text."""

    def __init__(self, room: int, kit: str = "", *, selectable: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)  # names may hold < and &
        self.setWordWrap(True)
        self.setProperty("kit", kit)
        self._room = room
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def say(self, text: str, room: int = 0) -> None:
        """Show `text`; `room` is another width than the usual one."""
        self.ensurePolished()  # the theme gives the font
        self.setText(with_breaks(text, self.fontMetrics(), room or self._room))

    def fits(self, text: str, room: int) -> bool:
        """Tell whether a text stands in one line of `room` pixels."""
        return self.fontMetrics().horizontalAdvance(text) <= room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(_("Copy"))
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        if self.hasSelectedText():
            QApplication.clipboard().setText(self.selectedText().replace(BREAK, ""))
