"""The main window: the welcome page, or the workspace of the open file."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from summit_desk.support.i18n import _
from summit_desk.support.settings import Settings
from ui.kit.cards import words
from ui.welcome.page import WelcomePage

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk
    from ui.shell.entries import ScreenEntry
    from ui.shell.joined import Joined
    from ui.shell.menus import Menus

SIZE = (1440, 900)
SUFFIXES = (".summit", ".station")
SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """One window for the whole life of the program."""

    painted = Signal()  # for the first time
    file_dropped = Signal(object)  # a Path

    def __init__(self) -> None:
        super().__init__()
        self.welcome = WelcomePage()
        self.joined: Joined | None = None
        self._was_painted = False
        self._waiting = words("", "note")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._waiting)
        self.setCentralWidget(self._pages)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self.setWindowTitle(_("Summit Desk"))
        QShortcut(QKeySequence("F10"), self, self._open_menu)

    @cached_property
    def menus(self) -> "Menus":
        """The menus; made when they are first needed, which is after the first paint."""
        from ui.shell.menus import Menus  # noqa: PLC0415 -- not before the first paint

        made = Menus(self)
        made.show_file_open(is_open=False)
        made.actions["full"].triggered.connect(self._switch_full_screen)
        self.welcome.menu_button.setMenu(made.root)
        return made

    def show_recent(self, settings: Settings) -> None:
        """Offer the recent files."""
        self.welcome.show_recent([Path(path) for path in settings.recent])

    def show_waiting(self, sentence: str) -> None:
        """Say what is being opened."""
        self._waiting.setText(sentence)
        self._pages.setCurrentWidget(self._waiting)

    def show_file(
        self, desk: "Desk", services: "Services", entries: Sequence["ScreenEntry"]
    ) -> "Joined":
        """Show the workspace of an open file."""
        from summit_desk.domain.places import Place  # noqa: PLC0415 -- not before the first paint
        from ui.shell.joined import Joined  # noqa: PLC0415 -- not before the first paint

        self.leave_file()
        self.joined = Joined(self, self.menus, desk, services, entries)
        desk.trouble.connect(self.show_trouble)
        self._pages.addWidget(self.joined.workspace)
        self._pages.setCurrentWidget(self.joined.workspace)
        self.menus.show_file_open(is_open=True)
        self.joined.workspace.go(Place(entries[0].name))
        self.joined.workspace.take_keyboard()
        self.retranslate()
        return self.joined

    def leave_file(self) -> None:
        """Show the welcome page again; whoever opened the file closes it."""
        if self.joined is not None:
            self._pages.removeWidget(self.joined.workspace)
            self.joined.leave()
            self.joined = None
        self.menus.show_file_open(is_open=False)
        self._pages.setCurrentWidget(self.welcome)
        self.retranslate()

    def show_trouble(self, sentence: str) -> None:
        """Show what went wrong over whatever window the person looks at."""
        from ui.kit.confirm import tell  # noqa: PLC0415 -- not before the first paint

        tell(QApplication.activeModalWidget() or self, sentence)

    def say(self, sentence: str) -> None:
        """Show a short message that goes away by itself."""
        if self.joined is not None:
            self.joined.undo.toast.say(sentence)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        self.menus.retranslate()
        name = self.joined.file_name() if self.joined is not None else ""
        self.setWindowTitle(f"{name} — {_('Summit Desk')}" if name else _("Summit Desk"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            if self.joined is not None:
                self.joined.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event.mimeData())
        if path is not None:
            self.file_dropped.emit(path)

    def _dropped(self, content: QMimeData) -> Path | None:
        """Return what is dropped; over an open summit a station is no file to open instead."""
        return dropped_file(content, SUFFIXES if self.joined is None else SUFFIXES[:1])

    def _switch_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _open_menu(self) -> None:
        if self.joined is not None:
            self.joined.workspace.header.menu_button.showMenu()
        else:
            self.welcome.menu_button.showMenu()


def dropped_file(content: QMimeData, suffixes: Sequence[str] = SUFFIXES) -> Path | None:
    """Return the summit file that is dropped, None when it is something else."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix in suffixes), None)
