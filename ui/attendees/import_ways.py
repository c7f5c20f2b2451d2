"""The ways in which a list comes to the screen: chosen, pasted or dropped."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from summit_desk.support.i18n import _
from ui.kit import icons
from ui.kit.handing import DropArea, Handed, handed

SUMMIT = ".summit"  # the window opens it


class ImportWays(QObject):
    """The actions of the Import menu; tells what was handed over."""

    asked = Signal(object)  # what was Handed over, None for a file to choose
    reports_asked = Signal()

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self.choose, self.paste, self.reports = QAction(self), QAction(self), QAction(self)
        self._from_file = QAction(self)
        self._menu = QMenu(screen)
        self.area = DropArea(screen, _is_list)
        for action, icon in (
            (self.choose, "import"),
            (self._from_file, "file"),
            (self.paste, "copy"),
            (self.reports, "history"),
        ):
            icons.wear(action, icon)
        self._from_file.setShortcut(QKeySequence("Ctrl+I"))
        self.paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        self._menu.addActions((self._from_file, self.paste))
        self._menu.addSeparator()
        self._menu.addAction(self.reports)
        self.choose.setMenu(self._menu)
        screen.addActions((self._from_file, self.paste))  # the header's buttons have no keys
        self.choose.triggered.connect(lambda: self.asked.emit(None))
        self._from_file.triggered.connect(lambda: self.asked.emit(None))
        self.paste.triggered.connect(self._on_pasted)
        self.reports.triggered.connect(self.reports_asked)
        self.area.dropped.connect(self.asked)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.choose.setText(_("Import…"))
        self._from_file.setText(_("From a file…"))
        self.paste.setText(_("Paste list"))
        self.reports.setText(_("Import reports…"))
        self.area.say(_("Drop the list here to import it"))

    def _on_pasted(self) -> None:
        self.asked.emit(handed(QGuiApplication.clipboard().mimeData()))


def _is_list(what: Handed) -> bool:
    return bool(what) and not any(file.suffix == SUMMIT for file in what.files)
