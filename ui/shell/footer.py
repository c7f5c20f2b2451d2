"""The status bar: which file, how safe it is, and what runs just now."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from summit_desk.support.i18n import _
from ui.kit.cards import words

HEIGHT = 30


class Footer(QWidget):
    """Tells the file, the last backup and the running job."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._path: Path | None = None
        self._backup: datetime | None = None
        self._job = ""
        self._file, self._last = words("", "muted"), words("", "muted")
        self._running, self._here = words("", "muted"), words("", "muted")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(72)
        self._busy.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(18)
        for part in (self._file, self._last, self._busy, self._running):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._here)

    def show_file(self, path: Path) -> None:
        """Say which file is open."""
        self._path = path
        self.retranslate()

    def show_backup(self, at: datetime | None) -> None:
        """Say when the last backup was made."""
        self._backup = at
        self.retranslate()

    def show_job(self, title: str) -> None:
        """Say what runs; "" is nothing."""
        self._job = title
        self._busy.setVisible(bool(title))
        self._running.setText(title)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        name = self._path.name if self._path is not None else ""
        self._file.setText(_("{file} · saved").format(file=name))
        self._file.setToolTip(str(self._path or ""))
        self._last.setText(self._backup_words())
        self._here.setText(_("This computer · works offline"))

    def _backup_words(self) -> str:
        if self._backup is None:
            return _("No backup yet")
        at = self._backup.astimezone()
        today = at.date() == datetime.now(at.tzinfo).date()
        return _("Last backup {time}").format(
            time=at.strftime("%H:%M") if today else at.strftime("%Y-%m-%d %H:%M")
        )
