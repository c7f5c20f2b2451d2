"""Pasting into the fields of a form: cleaned at once, a clean-up offered, or a mark shown."""

from datetime import date

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from summit_desk.domain.text_kinds import TextKind
from summit_desk.support.i18n import _
from ui.kit.cards import words

PREVIEW = 60  # characters


class PasteHint(QWidget):
    """Stands below a field after a text was pasted into it; empty most of the time."""

    def __init__(self, kind: TextKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._awake = kind, False
        self.near = date.today()  # noqa: DTZ011 -- days without a year are near to the person's own
        self.offered = ""  # what the button would make of the text
        self.sentence = words("", "muted", wrap=True)
        self.button = QPushButton()
        self.button.setProperty("kit", "link")
        self.button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        self.hide()

    def wake(self, text: str) -> None:
        """Look at a text into which something was pasted, and at what becomes of it."""
        self._awake = True
        self.look_at(text)

    def look_at(self, text: str) -> None:
        """Offer the most urgent clean-up of the text, if it was pasted, and mark what is odd."""
        if not self._awake:
            return
        from summit_desk.domain.pasted_text import doubts, offers  # noqa: PLC0415 -- for pasting only

        found, odd = offers(text, self._kind, self.near), doubts(text)
        marks = [_(mark) for mark in odd]
        self.offered = found[0].text if found else ""
        if found:
            preview = self.offered.replace("\n", " ⏎ ")
            preview = preview if len(preview) <= PREVIEW else preview[:PREVIEW] + "…"
            marks.append(f"{_(found[0].sentence)} → {preview or '—'}")
        self.sentence.setText("\n".join(marks))
        self.sentence.setProperty("tone", "amber" if odd else "")
        self.sentence.style().polish(self.sentence)
        self.button.setText(_("Clean up"))
        self.button.setToolTip(_("Ctrl+Z in the field takes it back."))
        self.button.setVisible(bool(found))
        self.setVisible(bool(marks))


def watch_line(line: QLineEdit, kind: TextKind) -> PasteHint:
    """Clean what is pasted or dropped into a line; return the hint that is to stand below it."""
    hint = PasteHint(kind)
    _LineWatch(line, kind, hint)
    return hint


class _LineWatch(QObject):
    """Tells a pasted text from a typed one by its length: more than one character at once."""

    def __init__(self, line: QLineEdit, kind: TextKind, hint: PasteHint) -> None:
        super().__init__(line)
        self._line, self._kind, self._hint = line, kind, hint
        self._before, self._busy = line.text(), False
        self._raw: str | None = None  # what stood here before it was cleaned
        line.textEdited.connect(self._on_edited)
        line.textChanged.connect(self._on_changed)
        hint.button.clicked.connect(self._clean_up)

    def _on_edited(self, text: str) -> None:
        if self._busy or text == self._raw:  # Ctrl+Z brought back what was pasted: it is wanted
            return
        start, piece = inserted(self._before, text)
        if len(piece) > 1:
            self._put(start, piece, _cleaned(piece, self._kind))
            self._hint.wake(self._line.text())

    def _on_changed(self, text: str) -> None:
        self._before = text
        self._hint.look_at(text)

    def _put(self, start: int, piece: str, cleaned: str) -> None:
        if piece == cleaned:
            return
        self._raw, self._busy = self._line.text(), True
        self._line.setSelection(_units(self._raw[:start]), _units(piece))
        self._line.insert(cleaned)
        self._busy = False

    def _clean_up(self) -> None:
        text, self._busy = self._hint.offered, True
        self._raw = self._line.text()
        self._line.selectAll()
        self._line.insert(text)
        self._busy = False
        self._line.setFocus()


class PastingLines(QPlainTextEdit):
    """Several lines of text that are cleaned when they are pasted or dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = PasteHint(TextKind.LINES)
        self.textChanged.connect(lambda: self.hint.look_at(self.toPlainText()))
        self.hint.button.clicked.connect(self._clean_up)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(_cleaned(source.text(), TextKind.LINES))
        self.hint.wake(self.toPlainText())

    def _clean_up(self) -> None:
        text, cursor = self.hint.offered, self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setFocus()


def _cleaned(text: str, kind: TextKind) -> str:
    from summit_desk.domain.pasted_text import clean_pasted  # noqa: PLC0415 -- for pasting only

    return clean_pasted(text, kind)


def inserted(before: str, after: str) -> tuple[int, str]:
    """Return where a text grew, and by what."""
    room = min(len(before), len(after))
    start = next((at for at in range(room) if before[at] != after[at]), room)
    rest = room - start
    same = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return start, after[start : len(after) - same]


def _units(text: str) -> int:
    """Return how many places Qt counts in a text: rare characters take two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
