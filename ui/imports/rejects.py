"""Saves the rows that are left out, with the reasons, as a file of the same form."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_desk.support.i18n import _
from ui.kit.confirm import tell
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from summit_desk.domain.imports.plan import Decisions, ImportPlan
    from summit_desk.services.imports import ImportService


class Rejects(QObject):
    """Asks where to, writes the file and says so; lives as long as the window it asks in."""

    def __init__(self, window: QWidget, imports: "ImportService", desk: Desk) -> None:
        super().__init__(window)
        self._window, self._imports, self._desk = window, imports, desk

    def ask(self, plan: "ImportPlan", decisions: "Decisions") -> None:
        """Ask for the name of the file."""
        dialog = QFileDialog(self._window, _("Save rejected rows"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(_("{name} - rejected rows").format(name=plan.path.stem) + ".xlsx")
        dialog.fileSelected.connect(lambda name: self.save(plan, decisions, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, plan: "ImportPlan", decisions: "Decisions", path: Path) -> None:
        """Write the file."""
        self._desk.run(
            lambda: self._imports.save_rejects(plan, path, decisions),
            partial(self._say_saved, path),
        )

    def _say_saved(self, path: Path, count: int) -> None:
        text = _("{count} rejected rows were written to {path}.")
        tell(self._window, text.format(count=count, path=path))
