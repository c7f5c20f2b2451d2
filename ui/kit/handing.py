"""Lists that are handed over: dropped anywhere on a screen, or pasted into it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.fonts import sized
from ui.kit.tokens import tokens

MARGIN = 14
VEIL = 232  # of 255


@dataclass(frozen=True)
class Handed:
    """What was dropped or pasted; a table of a spreadsheet is there as text and as HTML."""

    files: tuple[Path, ...] = ()
    text: str = ""
    html: str = ""

    def __bool__(self) -> bool:
        return bool(self.files or self.text or self.html)


def handed(content: QMimeData | None) -> Handed:
    """Return the files and texts of a drop or of the clipboard; an emptied one has nothing."""
    if content is None:
        return Handed()
    files = tuple(Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())
    if files:
        return Handed(files)
    return Handed((), content.text(), content.html() if content.hasHtml() else "")


class DropHint(QWidget):
    """Lies over a widget while something is dragged over it, and says where it would go."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sentence = ""
        self.hide()

    def cover(self) -> None:
        """Appear over everything."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = tokens()
        veil = QColor(worn.selected)
        veil.setAlpha(VEIL)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(worn.accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(veil)
            box = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            painter.drawRoundedRect(box, 12, 12)
            painter.setFont(sized(self.font(), 18))
            painter.setPen(QColor(worn.accent))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.sentence)


class DropArea(QObject):
    """Takes what is dropped anywhere on a widget, also on its fields; `wanted` may refuse."""

    dropped = Signal(object)  # what was Handed over

    def __init__(self, on: QWidget, wanted: Callable[[Handed], bool]) -> None:
        super().__init__(on)
        self._on, self._wanted = on, wanted
        self.hint = DropHint(on)
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def say(self, sentence: str) -> None:
        """Say what will happen with what is dropped."""
        self.hint.sentence = sentence

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show and watched is self._on:
            for field in self._on.findChildren(QLineEdit):  # they would take a file as its name
                field.installEventFilter(self)
        elif kind is QEvent.Type.DragLeave:
            self.hint.hide()
        elif isinstance(event, QDropEvent):  # entering and moving are such events too
            return self._take(event, by_field=watched is not self._on)
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent, *, by_field: bool) -> bool:
        what = handed(event.mimeData())
        if not self._wanted(what) or (by_field and not what.files):
            self.hint.hide()
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.hint.hide()
            self.dropped.emit(what)
        else:
            self.hint.cover()
        return True
