"""The stations of a summit: one is made for another laptop, and comes back to be merged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.check_in.merge_words import skew_words
from summit_desk.domain.check_in.sentences import moment_text
from summit_desk.domain.check_in.skew import Skew
from summit_desk.domain.check_in.stations import StationMark
from summit_desk.support.i18n import _
from ui.check_in.dropped import dropped_stations
from ui.kit.cards import EmptyState, words
from ui.kit.rows import Column, RowsModel
from ui.kit.table import Table


@dataclass(frozen=True)
class StationRow:
    """A station file that was made, and what its clock was seen to do."""

    mark: StationMark
    skew: Skew
    zone: ZoneInfo

    @property
    def id(self) -> UUID:
        return self.mark.id

    @property
    def made_at(self) -> datetime:
        return self.mark.made_at


COLUMNS: Sequence[Column[StationRow]] = (
    Column(lambda: _("Station"), lambda row: row.mark.name, strong=True),
    Column(
        lambda: _("Made"),
        lambda row: moment_text(row.made_at.astimezone(row.zone)),
        sort=lambda row: row.made_at,
        width=170,
    ),
    Column(lambda: _("Numbers of its walk-ins"), lambda row: f"S{row.mark.number}-…", width=190),
    Column(lambda: _("Clock"), lambda row: skew_words(row.skew), muted=True, width=190),
)


class StationsDialog(QDialog):
    """Decides nothing: signals out, `show_*` in."""

    making_asked = Signal(str)  # the station's name
    merging_asked = Signal()
    files_dropped = Signal(object)  # a list of Paths

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Stations without a network"))
        self.setAcceptDrops(True)
        self.model = RowsModel[StationRow](COLUMNS, self)
        self.table = Table(self.model)
        self.table.setAccessibleName(self.windowTitle())
        self.name, self.make = QLineEdit(), QPushButton(_("Make a station file…"))
        self.merge, self._close = QPushButton(_("Merge stations…")), QPushButton(_("Close"))
        self._empty = EmptyState("copy", "", _("No station file was made yet."))
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[StationRow]) -> None:
        """List the stations and offer a name for the next one."""
        self.model.replace(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if not self.name.text():
            self.name.setText(_("Entrance {number}").format(number=len(rows) + 2))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_stations(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit(dropped_stations(event.mimeData()))

    def _connect(self) -> None:
        self.make.setDefault(True)
        self.make.clicked.connect(lambda: self.making_asked.emit(self.name.text().strip()))
        self.name.textChanged.connect(lambda text: self.make.setEnabled(bool(text.strip())))
        self.merge.clicked.connect(self.merging_asked)
        self._close.clicked.connect(self.reject)
        for button in (self.merge, self._close):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        making = QHBoxLayout()
        label = QLabel(_("Name of the station"))
        label.setBuddy(self.name)
        self.make.setProperty("kit", "primary")
        for widget in (label, self.name, self.make):
            making.addWidget(widget, 1 if widget is self.name else 0)
        ending = QHBoxLayout()
        ending.addWidget(self.merge)
        ending.addStretch(1)
        ending.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words(_explained(), wrap=True))
        layout.addLayout(making)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(words(_merging_explained(), "note", wrap=True))
        layout.addLayout(ending)
        self.resize(780, 520)


def _explained() -> str:
    return _(
        "A station file lets another laptop scan without a network. It holds what the door needs: "
        "names, organisations, badges, door notes and the last four digits of telephone numbers. "
        "Documents, e-mail addresses, hotels, invoices and all other private data stay here."
    )


def _merging_explained() -> str:
    return _(
        "Bring the files back on a stick and merge them, or drop them here: in any order, as "
        "often as you like. A merge is one step that can be undone; the files stay as they are."
    )
