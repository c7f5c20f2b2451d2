"""The search field: tells what was typed, at once or after a short pause."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from summit_desk.support.i18n import _
from ui.kit import icons


class SearchField(QLineEdit):
    """Search as you type; Escape clears, Down goes to the results.

    Without a pause every key is told at once: for lists that answer within a frame and drop
    questions that are older than the last.
    """

    searched = Signal(str)
    results_asked = Signal()  # Down or Enter

    def __init__(
        self, placeholder: str = "", pause_ms: int = 90, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kit", "search")
        self._glass = QAction(self)
        icons.wear(self._glass, "search")
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        icons.wear_clear(self)
        self.show_placeholder(placeholder)
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._on_changed if pause_ms else self.searched.emit)

    def _on_changed(self, _text: str) -> None:
        self._pause.start()

    def show_placeholder(self, text: str) -> None:
        """Say what can be searched here."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)
        for button in self.findChildren(QToolButton):
            is_clear = any(action.objectName() == icons.CLEAR for action in button.actions())
            button.setAccessibleName(_("Clear") if is_clear else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.results_asked.emit()
        else:
            super().keyPressEvent(event)
