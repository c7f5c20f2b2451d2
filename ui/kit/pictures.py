"""A small box that shows a picture and lets the person choose, drop or clear it."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from summit_desk.support.i18n import _
from ui.kit.confirm import tell
from ui.kit.portraits import bounded, scaled

SIDE = 84
ASKED_EVERY_MS = 15
LARGEST_BYTES = 40_000_000
KINDS = (".png", ".jpg", ".jpeg", ".webp")


class PictureBox(QWidget):
    """Holds a picture, made upright and small beside the window."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: bytes | None = None
        self._awaited: Future[bytes | None] | None = None  # what is being read
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="picture")
        # The lane knows no object of Qt: it may end after the window that asked has gone.
        self._asking = QTimer(self, interval=ASKED_EVERY_MS)
        self._asking.timeout.connect(self._look)
        self._view = QLabel()
        self._view.setFixedSize(SIDE, SIDE)
        self._view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view.setWordWrap(True)
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
        self.setAcceptDrops(True)
        self.show_content(None)

    def content(self) -> bytes | None:
        """Return the picture; one that is still being read is waited for."""
        if self._awaited is not None:
            self._settle(self._awaited)
        return self._content

    def show_content(self, content: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self._awaited = None
        self._asking.stop()
        ratio = self.devicePixelRatioF()
        room = QSize(SIDE, SIDE) * ratio
        picture = QPixmap.fromImage(scaled(content, room)) if content else QPixmap()
        self._content = None if picture.isNull() else content
        if picture.isNull():
            self._view.setText(_("No picture"))
        else:
            picture.setDevicePixelRatio(ratio)
            self._view.setPixmap(picture)

    def take(self, path: Path) -> None:
        """Read a file beside the window and show it."""
        self._view.setText(_("Reading…"))
        self._awaited = self._lane.submit(_small, path)
        self._asking.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path is not None:
            self.take(path)

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Choose a picture"))
        kinds = " ".join(f"*{kind}" for kind in KINDS)
        dialog.setNameFilter(_("Pictures ({kinds})").format(kinds=kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look(self) -> None:
        if self._awaited is not None and self._awaited.done():
            self._asking.stop()
            self._settle(self._awaited)

    def _settle(self, found: "Future[bytes | None]") -> None:
        before, content = self._content, found.result()
        self.show_content(before if content is None else content)
        if content is None:
            tell(
                self,
                _(
                    "This file can't be shown as a picture, or is larger than 40 MB. Nothing was "
                    "changed. Choose a PNG or JPEG picture."
                ),
            )
        self.changed.emit()

    def _clear(self) -> None:
        self.show_content(None)
        self.changed.emit()


def _small(path: Path) -> bytes | None:
    """Return what is kept of a file's picture, None when nothing can be."""
    try:
        small = path.stat().st_size <= LARGEST_BYTES
        return bounded(path.read_bytes()) if small else None
    except OSError:  # gone, or not to be read: there is no picture in it for us
        return None


def _dropped(content: QMimeData) -> Path | None:
    """Return the picture that is dragged, if it is exactly one."""
    files = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() in KINDS else None
