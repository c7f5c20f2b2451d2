"""The sheet that begins scanning a paper list, with the time that was written there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from summit_desk.support.i18n import _
from ui.check_in.overlays import Sheet
from ui.kit.cards import words


class PaperSheet(Sheet):
    """Asks once for a time; it applies to every line until it is changed or the mode ends."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text, self.explained = self.field(), words("", wrap=True)
        self.body.addWidget(self.explained)
        self.body.addWidget(self.text)
        self.text.returnPressed.connect(lambda: self.given.emit(self.text.text()))

    def open_for(self, *, active: bool) -> None:
        """Ask for the time; when lines are being scanned already, offer to end that."""
        self.heading.setText(_("Scan a paper list"))
        self.explained.setText(
            _(
                "Type the time that stands beside the signatures, then scan the code in each "
                "line. Change the time with F5 whenever it changes on the paper."
            )
        )
        self.text.setPlaceholderText(_("Time, for example 9:30; empty: no time on the paper"))
        self.text.setAccessibleName(_("Time on the paper"))
        begin, end = _("Enter take this time · Esc close"), _("F5 back to guests at the door")
        self.keys.setText(f"{begin} · {end}" if active else begin)
        self.show_trouble("")
        self.text.clear()
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
