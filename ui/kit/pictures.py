"""A small box that shows a picture and lets the person choose or clear it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from summit_desk.support.i18n import _
from ui.kit.confirm import tell

SIDE = 84
LARGEST_BYTES = 8_000_000


class PictureBox(QWidget):
    """Holds the bytes of an image file."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: bytes | None = None
        self._view = QLabel()
        self._view.setFixedSize(SIDE, SIDE)
        self._view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view.setProperty("kit", "muted")
        choose, clear = QPushButton(_("Choose…")), QPushButton(_("Remove"))
        for button in (choose, clear):
            button.setAutoDefault(False)  # Enter saves the form
        choose.clicked.connect(self._ask)
        clear.clicked.connect(self._clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._view, choose, clear):
            row.addWidget(part)
        self.setFocusProxy(choose)
        self.show_content(None)

    def content(self) -> bytes | None:
        """Return the bytes of the chosen file."""
        return self._content

    def show_content(self, content: bytes | None) -> None:
        """Show a picture, or that there is none."""
        picture = QPixmap()
        if content is not None and picture.loadFromData(content):
            kept = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._view.setPixmap(picture.scaled(QSize(SIDE, SIDE), kept, smooth))
            self._content = content
        else:
            self._view.setText(_("No picture"))
            self._content = None

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Choose a picture"))
        dialog.setNameFilter(_("Pictures ({kinds})").format(kinds="*.png *.jpg *.jpeg *.webp"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, path: str) -> None:
        content = Path(path).read_bytes()
        self.show_content(content if len(content) <= LARGEST_BYTES else None)
        if self._content is None:
            tell(
                self,
                _(
                    "This file can't be shown as a picture, or is larger than 8 MB. Nothing was "
                    "changed. Choose a PNG or JPEG picture."
                ),
            )
        self.changed.emit()

    def _clear(self) -> None:
        self.show_content(None)
        self.changed.emit()
