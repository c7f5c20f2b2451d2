"""The program: the window is painted first, everything else is loaded after that."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from summit_desk.services.settings import SettingsService
from summit_desk.support.i18n import _
from summit_desk.support.paths import settings_file
from ui.kit import fonts, icons
from ui.kit.crash import CrashHandler, keep_log
from ui.kit.look import Look
from ui.kit.tidy import Tidy
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from ui.shell.filing import Filing

PATIENCE_MS = 1000  # a window that nobody sees is never painted
GIVE_WAY = 0.001  # seconds: work beside the window lets it go on five times as soon as usual


def run(path: Path | None) -> int:
    """Show the window, on `path` if one is named, until it is closed; return the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("summit-desk")
    app.setDesktopFileName("summit-desk")
    CrashHandler(app).install()
    program = Program(app, SettingsService(settings_file()))
    program.window.painted.connect(keep_log)
    program.start(path)
    code = app.exec()
    program.close()
    return code


class Program(QObject):
    """Window and look at once; what opens files once the window has been painted."""

    def __init__(self, app: QApplication, settings: SettingsService) -> None:
        super().__init__(app)
        self._settings = settings
        self._path: Path | None = None
        self.filing: Filing | None = None
        sys.setswitchinterval(GIVE_WAY)
        self._tidy = Tidy(self)
        fonts.load(app)
        self.look = Look(app, settings)
        self.window = MainWindow()
        self.window.show_recent(settings.settings)
        self.window.painted.connect(self._load)

    def start(self, path: Path | None) -> None:
        """Show the window at once; open the file when it has been painted."""
        self._path = path
        if path is not None:
            self.window.show_waiting(_("Opening {file}…").format(file=path.name))
        self.window.show()
        QTimer.singleShot(PATIENCE_MS, self, self._load)

    def close(self) -> None:
        """Give everything back; must precede the end of the application."""
        if self.filing is not None:
            self.filing.close()
        self._tidy.close()

    def _load(self) -> None:
        if self.filing is not None:
            return
        from ui.shell.filing import Filing  # noqa: PLC0415 -- not before the first paint

        self.window.setWindowIcon(icons.logo())
        self.filing = Filing(self.window, self.look, self._settings)
        if self._path is not None:
            self.filing.open(self._path)
