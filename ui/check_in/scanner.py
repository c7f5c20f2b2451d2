"""The keyboard-wedge scanner: reads keys wherever the focus is, and whatever input method is on."""

import unicodedata
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from summit_desk.domain.badge_codes import parse
from ui.check_in.keystrokes import SILENCE_MS, Burst, KeyClock, Keystrokes

TERMINATORS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# Where the digits 1 to 0 lie: X11 and Wayland count from 10, Windows from 2.
_DIGIT_ROWS = (10, 2)


class Scanner(QObject):
    """Watches the keys of one window. `scanned` carries a code, `typed` what a person wrote.

    While a text field has the focus, a person's keys go there; a scan goes to the station all
    the same, and what it left in the field is taken out again.
    """

    scanned = Signal(str)
    typed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keys, self._clock = Keystrokes(), KeyClock()
        self._field: tuple[QLineEdit, str] | None = None  # with its text before the burst
        self._shared = False  # the burst went to a widget as well
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.setTimerType(Qt.TimerType.PreciseTimer)
        # keys that wait behind a long paint must be read before the silence is believed
        self._silence.timeout.connect(lambda: QTimer.singleShot(0, self, self._on_quiet))

    def start(self) -> None:
        """Begin to listen."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def stop(self) -> None:
        """Stop listening and forget what was half read."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._silence.stop()
        self._keys = Keystrokes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            return False
        if not isinstance(watched, QWidget) or not self._is_ours(watched):
            return False
        if isinstance(event, QKeyEvent):
            return self._on_key(event)
        if isinstance(event, QInputMethodEvent):
            return self._on_committed(event)
        return False

    def _is_ours(self, watched: QWidget) -> bool:
        """Look at each key once: where it is delivered first."""
        if watched.window() != self._window:
            return False
        focus: QWidget | None = self._window.focusWidget()
        return watched == (self._window if focus is None else focus)

    def _on_key(self, event: QKeyEvent) -> bool:
        # A digit that comes twice at once looks like a repeating key to X11: repeats count, too.
        if event.modifiers() & COMMANDS:
            return False
        at = self._clock.typed_at(event.timestamp(), _now())
        if event.key() in TERMINATORS or event.text() in ("\r", "\n", "\t"):
            return self._on_terminator(at)
        text = event.text()
        if not text or not text.isprintable():
            return False
        return self._take(text, _physical_digit(event), at)

    def _on_committed(self, event: QInputMethodEvent) -> bool:
        text = event.commitString()
        if text and not unicodedata.normalize("NFKC", text).isascii():
            return self._on_words(text)  # no scanner composes Chinese
        return bool(text) and self._take(text, "", _now())

    def _on_words(self, text: str) -> bool:
        if self._is_shared():
            return False
        self.typed.emit(text)
        return True

    def _take(self, text: str, physical: str, at: float) -> bool:
        """Note a key; it is used up unless a widget with the focus shall have it too."""
        if self._keys.is_over(at):
            self._on_silence()
        if len(self._keys) == 0:
            self._shared = self._is_shared()
            field = self._focused_field()
            self._field = (field, field.text()) if field is not None else None
        self._keys.add(text, at, physical)
        self._silence.start()
        return not self._shared

    def _on_terminator(self, at: float) -> bool:
        self._silence.stop()
        burst = self._keys.terminator(at)
        if burst is None:
            if len(self._keys):
                self._silence.start()
                return True
            return False
        if burst.by_scanner:
            self._tell(burst)
            return True
        if not self._shared:
            self.typed.emit(burst.text)
        return not self._shared

    def _on_quiet(self) -> None:
        if not self._silence.isActive():  # else a key was waiting to be read
            self._on_silence()

    def _on_silence(self) -> None:
        burst = self._keys.end(_now(), terminated=False)
        if burst is None:
            return
        if burst.by_scanner:
            self._tell(burst)
        elif not self._shared:
            self.typed.emit(burst.text)

    def _tell(self, burst: Burst) -> None:
        if self._field is not None:
            field, before = self._field
            field.setText(before)
        self._field = None
        by_place = parse(burst.physical) if parse(burst.text) is None else None
        self.scanned.emit(burst.physical if by_place is not None else burst.text)

    def _is_shared(self) -> bool:
        focus: QWidget | None = self._window.focusWidget()
        return focus is not None and focus != self._window and focus.isVisible()

    def _focused_field(self) -> QLineEdit | None:
        focus = self._window.focusWidget()
        return focus if isinstance(focus, QLineEdit) and focus.isVisible() else None


def _physical_digit(event: QKeyEvent) -> str:
    """Return the digit on the key that was pressed, whatever the layout makes of it."""
    place = event.nativeScanCode()
    for first in _DIGIT_ROWS:
        if first <= place < first + 10 and _is_digit_row(place, first):
            return str((place - first + 1) % 10)
    return ""


def _is_digit_row(place: int, first: int) -> bool:
    """The rows overlap in two codes: the platform decides."""
    on_windows = QApplication.platformName() == "windows"
    return (first == _DIGIT_ROWS[1]) == on_windows and place > 0


def _now() -> float:
    return monotonic() * 1000
