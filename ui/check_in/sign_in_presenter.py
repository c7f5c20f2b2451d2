"""Joins the button for the sign-in sheet to its use case: language, place, writing."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_desk.domain.check_in.outcome import PointRow
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.support.i18n import _
from ui.check_in.merge_dialog import LANGUAGES
from ui.kit.confirm import tell
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from summit_desk.domain.documents.choices import Written
    from summit_desk.services.bundle import Services


class SignInPresenter(QObject):
    """Writes the sheet of the chosen point."""

    def __init__(self, screen: QWidget, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk

    def ask(self, row: PointRow) -> None:
        """Ask where the sheet goes; the kind of file chosen there says its language."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._screen, _("Sign-in sheet"), place)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = {f"{_(text)} PDF (*.pdf)": language for language, text in LANGUAGES}
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{_('Sign-in sheet')} {row.words()}.pdf")
        dialog.fileSelected.connect(
            lambda path: self.write(row, Path(path), kinds[dialog.selectedNameFilter()])
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, row: PointRow, path: Path, language: DocumentLanguage) -> None:
        """Write the sheet and say so."""
        event_id, sign_in = self._desk.event_id, self._services.sign_in
        self._desk.run_long(
            _("Writing the sign-in sheet"),
            lambda progress: sign_in.write(
                event_id, row.id, path, language=language, progress=progress
            ),
            self._written,
        )

    def _written(self, written: "Written") -> None:
        told = _("Saved {file} with {count} people.")
        lines = [told.format(file=written.path.name, count=written.count)]
        tell(self._screen, "\n".join([*lines, *(one.text() for one in written.findings)]))
