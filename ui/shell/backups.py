"""The list of backups to go back to."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from summit_desk.support.i18n import _
from ui.kit.cards import words
from ui.kit.history import local_time
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table


class Backup(Protocol):
    """A backup as the file's service lists it."""

    @property
    def path(self) -> Path: ...
    @property
    def made_at(self) -> datetime: ...
    @property
    def size(self) -> int: ...


COLUMNS: Sequence[Column[Backup]] = (
    Column(lambda: _("When"), lambda one: local_time(one.made_at), width=190, strong=True),
    Column(lambda: _("File"), lambda one: one.path.name, muted=True),
    Column(
        lambda: _("Size"),
        lambda one: f"{one.size / 1_000_000:,.1f} MB",
        sort=lambda one: one.size,
        width=100,
        align=RIGHT,
    ),
)


class BackupsDialog(QDialog):
    """Offers the backups; the present state becomes one of them before anything is replaced."""

    chosen = Signal(object)  # a Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Restore a backup"))
        self.model = RowsModel(COLUMNS, self)
        self._table = Table(self.model)
        self._table.setAccessibleName(_("Backups"))
        self._table.row_opened.connect(self._choose)
        self._restore = QPushButton(_("Restore this backup"))
        self._restore.setProperty("kit", "primary")
        self._restore.setEnabled(False)
        self._restore.setDefault(True)
        self._restore.clicked.connect(lambda: self._choose(self._table.current()))
        self._table.row_selected.connect(lambda row: self._restore.setEnabled(row is not None))
        self._lay_out()

    def _lay_out(self) -> None:
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._restore)
        text = _(
            "The file goes back to what it was then. What is in it now is kept as a backup, too, "
            "so that you can return to it."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words(text, wrap=True))
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        self.resize(680, 420)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List the backups, the latest first."""
        self.model.replace(backups)
        if backups:
            self._table.selectRow(0)

    def _choose(self, row: object) -> None:
        self.chosen.emit(cast("Backup", row).path)
        self.accept()
