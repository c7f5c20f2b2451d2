"""The button behind the filters: what belongs to all attendees, not to the selected ones."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from summit_desk.support.i18n import _
from ui.kit import icons


class ToolsMenu(QToolButton):
    """Opens groups, waiting lists and the search for duplicates."""

    groups_asked = Signal()
    waiting_asked = Signal()

    def __init__(self, duplicates: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups, self.waiting = QAction(self), QAction(self)
        self.groups.triggered.connect(self.groups_asked)
        self.waiting.triggered.connect(self.waiting_asked)
        icons.wear(self.groups, "attendees")
        icons.wear(self.waiting, "clock")
        menu = QMenu(self)
        menu.addActions((self.groups, self.waiting, duplicates))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.opener = QAction(self)
        icons.wear(self.opener, "more")
        self.setDefaultAction(self.opener)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.opener.setText(_("Groups, waiting lists and duplicates"))
        self.opener.setToolTip(_("Groups, waiting lists and duplicates"))
        self.setAccessibleName(_("Groups, waiting lists and duplicates"))
        self.groups.setText(_("Groups…"))
        self.waiting.setText(_("Waiting lists…"))
