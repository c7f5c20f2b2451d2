"""Files that are chosen for reading, or dropped on a screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_desk.support.i18n import _

SHEETS = "*.xlsx *.xls *.ods *.csv *.tsv *.txt *.htm *.html"
CALENDARS = "*.ics"
OWN = ".summit"


def dropped_list(content: QMimeData) -> Path | None:
    """Return the file that is dragged, if it is exactly one and not a summit."""
    files = [url.toLocalFile() for url in content.urls() if url.isLocalFile()]
    path = Path(files[0]) if len(files) == 1 else None
    return path if path is not None and path.suffix.lower() != OWN else None


def ask_file(
    parent: QWidget, title: str, kinds: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Let the person choose a file to read; `then` gets its path."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Lists ({kinds})").format(kinds=kinds), _("All files (*)")])
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
