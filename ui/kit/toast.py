"""The toast: a short message at the bottom of the window that goes away by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SECONDS = 6
MARGIN = 46


class Toast(QFrame):
    """Shows one message over `window`; a newer one replaces it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kit", "toast")
        self._text, self._button = QLabel(), QPushButton()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._call: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.addWidget(self._text)
        row.addWidget(self._button)
        self._button.clicked.connect(self._on_clicked)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, button: str = "", call: Callable[[], object] | None = None) -> None:
        """Show `text` for six seconds, with a button that calls `call`."""
        room = max(self._window.width() - 240, 200)
        metrics = self._text.fontMetrics()
        self._text.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._button.setText(button)
        self._button.setVisible(call is not None)
        self._call = call
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def text(self) -> str:
        """Return what is shown."""
        return self._text.text() if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        window = self._window
        left = (window.width() - self.width()) // 2
        self.move(left, window.height() - self.height() - MARGIN)

    def _on_clicked(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()
