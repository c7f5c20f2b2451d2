"""What can be done with sessions, as actions with their keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from summit_desk.support.i18n import _
from ui.kit import icons

TEXTS: dict[str, tuple[Callable[[], str], str, str]] = {
    "forums": (lambda: _("Forums and rooms…"), "room", ""),
    "import": (lambda: _("Import…"), "import", "Ctrl+I"),
    "print": (lambda: _("Print agenda"), "print", ""),
    "add": (lambda: _("Add session"), "plus", ""),
    "edit": (lambda: _("Edit…"), "edit", ""),
    "duplicate": (lambda: _("Make a copy"), "copy", "Ctrl+D"),
    "copy_to_rooms": (lambda: _("Copy to other rooms…"), "copy", ""),
    "swap": (lambda: _("Swap the two selected"), "switch", ""),
    "to_free": (lambda: _("Move to the next free slot"), "right", "Ctrl+Shift+Right"),
    "to_tray": (lambda: _("Put back into the tray"), "down", "Ctrl+Backspace"),
    "history": (lambda: _("History"), "history", ""),
    "delete": (lambda: _("Delete"), "delete", ""),
    "zoom_in": (lambda: _("Zoom in"), "plus", "Ctrl++"),
    "zoom_out": (lambda: _("Zoom out"), "minus", "Ctrl+-"),
    "zoom_back": (lambda: _("Usual size"), "refresh", "Ctrl+0"),
}


# In the menu of a selected session, and on the strip below the grid.
MENU = (
    "edit",
    "duplicate",
    "copy_to_rooms",
    "swap",
    "to_free",
    "to_tray",
    "history",
    "delete",
)
STRIP = ("edit", "duplicate", "history", "delete")


class AgendaActions:
    """The actions of the agenda screen by name."""

    def __init__(self, owner: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        for name, (_text, icon, keys) in TEXTS.items():
            action = QAction(owner)
            icons.wear(action, icon, "accent_ink" if name == "add" else "")
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            owner.addAction(action)
            self._actions[name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        for name, (text, _icon, _keys) in TEXTS.items():
            self._actions[name].setText(text())

    def fit(self, *, selected: int, scheduled: bool) -> None:
        """Enable what can be done with so many selected sessions."""
        for name in ("edit", "duplicate", "copy_to_rooms", "history"):
            self._actions[name].setEnabled(selected == 1)
        self._actions["copy_to_rooms"].setEnabled(selected == 1 and scheduled)
        self._actions["delete"].setEnabled(selected > 0)
        self._actions["swap"].setEnabled(selected == 2)  # noqa: PLR2004 -- two can swap
        for name in ("to_tray", "to_free"):
            self._actions[name].setEnabled(selected == 1 and scheduled)
