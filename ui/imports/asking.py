"""Opens the import wizard on a list that is chosen, dropped or pasted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from summit_desk.domain.errors.imports import SeveralFiles
from summit_desk.support.i18n import _
from ui.imports.presenter import ImportPresenter
from ui.kit.confirm import tell
from ui.kit.desk import Desk
from ui.kit.handing import Handed

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

FILTER = "*.xlsx *.xlsm *.xls *.et *.ods *.csv *.tsv *.txt *.html *.htm *.xml *.vcf"


def ask_import(parent: QWidget, services: "Services", desk: Desk) -> None:
    """Let the person choose a list."""
    dialog = QFileDialog(parent, _("Import attendees"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Lists ({kinds})").format(kinds=FILTER), _("All files (*)")])
    dialog.fileSelected.connect(lambda name: take_list(parent, services, desk, _file(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def take_list(parent: QWidget, services: "Services", desk: Desk, what: Handed) -> None:
    """Open the wizard on what was handed over, or say why there is none."""
    from summit_desk.services.import_sources import (  # noqa: PLC0415 -- loads the tables
        FileSource,
        PastedSource,
    )

    if len(what.files) > 1:
        tell(parent, str(SeveralFiles(count=len(what.files))))
    elif what.files:
        ImportPresenter(parent, services, desk, FileSource(what.files[0]))
    else:
        name = Path(_("Pasted list"))
        ImportPresenter(parent, services, desk, PastedSource(name, what.text, what.html))


def _file(name: str) -> Handed:
    return Handed((Path(name),))
