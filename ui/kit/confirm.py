"""Questions and messages that wait for the person without stopping the program."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from summit_desk.support.i18n import _


def ask_yes_no(
    parent: QWidget,
    question: str,
    yes: str,
    then: Callable[[], object],
    *,
    detail: str = "",
) -> QMessageBox:
    """Ask `question`; the button `yes` (a verb: "Delete") calls `then`, Cancel does nothing."""
    box = _box(parent, QMessageBox.Icon.NoIcon, question, detail)
    agreed = QPushButton(yes, box)
    box.addButton(agreed, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agreed)
    box.setEscapeButton(cancel)
    agreed.clicked.connect(lambda _checked: then())
    box.open()
    return box


def ask_discard(parent: QWidget, question: str, then: Callable[[], object]) -> QMessageBox:
    """Ask whether what was entered is to go; whoever only presses a key keeps editing."""
    box = _box(parent, QMessageBox.Icon.NoIcon, question, "")
    keep = box.addButton(_("Keep editing"), QMessageBox.ButtonRole.RejectRole)
    discard = box.addButton(_("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    discard.clicked.connect(lambda _checked: then())
    box.open()
    return box


def tell(parent: QWidget, sentence: str) -> QMessageBox:
    """Show a sentence that the person has to read; copyable."""
    box = _box(parent, QMessageBox.Icon.NoIcon, sentence, "")
    close = box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(close)
    box.open()
    return box


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str, detail: str) -> QMessageBox:
    box = QMessageBox(icon, _("Summit Desk"), text, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names and files may hold < and &
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setInformativeText(detail)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    return box
