"""The strip over the station that says what is wrong with a scanner until it is over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

GROUND, INK = "#fff1dd", "#6b3a00"


class TroubleStrip(QLabel):
    """Lies over the upper edge of its parent; hidden while all is well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"background: {GROUND}; color: {INK}; font-size: 16px; padding: 6px 24px;"
        )
        self.hide()

    def show_text(self, text: str) -> None:
        """Say what is wrong; nothing hides the strip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.place()

    def place(self) -> None:
        """Lie over the upper edge, as high as the text needs."""
        wide = self._ground.width()
        self.setGeometry(0, 0, wide, self.heightForWidth(wide))
        self.raise_()
