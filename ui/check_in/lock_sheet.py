"""The sheet that asks for the passphrase of a locked station."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from summit_desk.support.i18n import _
from ui.check_in.overlays import Sheet


class LockSheet(Sheet):
    """Only organisers leave a locked station."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = self.field()
        self.text.setEchoMode(QLineEdit.EchoMode.Password)
        self.body.addWidget(self.text)
        self.text.returnPressed.connect(lambda: self.given.emit(self.text.text()))

    def open_now(self) -> None:
        """Ask for the passphrase."""
        self.heading.setText(_("This station is locked"))
        self.text.setPlaceholderText(_("Passphrase of the organiser"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.keys.setText(_("Enter leave the station · Esc go on scanning"))
        self.show_trouble("")
        self.text.clear()
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self) -> None:
        """Say that it was another one."""
        self.text.selectAll()
        self.show_trouble(_("That is not the passphrase. The station stays open for scanning."))
