"""The questions about files: which one to open, where to keep a new one, which backup."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from summit_desk.domain.records import Event
from summit_desk.support.i18n import _
from ui.kit.event_form import blank_event, event_with, new_summit_form, problems_in
from ui.kit.form import FormDialog, Values
from ui.shell.backups import BackupsDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from summit_desk.services.bundle import Services
    from ui.kit.desk import Desk
    from ui.shell.window import MainWindow

SUFFIX, STATION = ".summit", ".station"
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Opener(Protocol):
    """What the questions need of the program."""

    window: "MainWindow"

    def open(self, path: Path) -> None: ...
    def create(self, path: Path, event: Event, then: "Callable[[], object]") -> None: ...
    def open_demo(self, path: Path) -> None: ...
    def restore(self, copy: Path) -> None: ...
    def opened(self) -> "tuple[Services, Desk] | None": ...


class FileDialogs(QObject):
    """Asks, then tells the program."""

    def __init__(self, program: Opener, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program

    def ask_new(self) -> None:
        """Ask for the data of a new summit, then where to keep it."""
        form = new_summit_form(self._program.window)
        form.submitted.connect(partial(self._check_new, form))
        form.open()

    def ask_open(self) -> None:
        """Ask which file to open."""
        dialog = self._dialog(_("Open a summit"), self._program.open)
        kinds = f"*{SUFFIX} *{STATION}"
        dialog.setNameFilter(_("Summit files ({kinds})").format(kinds=kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_demo(self) -> None:
        """Ask where the demo summit may be kept."""
        self._ask_place(_("Where to keep the demo summit"), _("Demo"), self._program.open_demo)

    def ask_copy(self) -> None:
        """Ask where a copy of the open file goes."""
        opened = self._program.opened()
        if opened is not None:
            name = _("{name} copy").format(name=opened[0].workspace.path.stem)
            self._ask_place(_("Save a copy"), name, self._copy, replacing=True)

    def ask_restore(self) -> None:
        """Ask which backup to go back to."""
        opened = self._program.opened()
        if opened is not None:
            services, desk = opened
            dialog = BackupsDialog(self._program.window)
            dialog.chosen.connect(self._program.restore)
            desk.run(services.workspace.backups, then=dialog.show_backups)
            dialog.open()

    def _check_new(self, form: FormDialog, values: Values) -> None:
        problems = problems_in(values)
        if problems:
            form.show_problems(problems)
            return
        event = event_with(blank_event(), values)

        name = event.short_name or event.name
        self._ask_place(
            _("Where to keep the summit"),
            name,
            lambda path: self._program.create(path, event, form.accept),
        )

    def _copy(self, path: Path) -> None:
        opened = self._program.opened()
        if opened is not None:
            services, desk = opened
            desk.run_long(
                _("Saving a copy…"),
                lambda _progress: services.workspace.copy_to(path),
                lambda _none: self._program.window.say(_("Saved {file}.").format(file=path.name)),
            )

    def _ask_place(
        self,
        title: str,
        name: str,
        then: "Callable[[Path], object]",
        *,
        replacing: bool = False,
    ) -> None:
        dialog = self._dialog(title, then)
        # a new summit never replaces a file, so nobody is asked whether it may
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replacing)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(FORBIDDEN.sub(" ", name)[:80].strip() + SUFFIX)
        dialog.open()

    def _dialog(self, title: str, then: "Callable[[Path], object]") -> QFileDialog:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._program.window, title, place)
        dialog.setNameFilter(_("Summit files ({kinds})").format(kinds=f"*{SUFFIX}"))
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        return dialog
