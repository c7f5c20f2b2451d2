"""Joins the stations' dialogs to their use cases: making a file, merging files, the report."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from summit_desk.domain.change import Change
from summit_desk.domain.check_in.skew import NO_SKEW
from summit_desk.domain.check_in.stations import SUFFIX, StationMark
from summit_desk.domain.progress import Progress
from summit_desk.support.i18n import _
from ui.check_in.merge_dialog import MergeDialog
from ui.check_in.stations_dialog import StationRow, StationsDialog
from ui.kit.confirm import tell
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from summit_desk.domain.check_in.merging import Merged
    from summit_desk.domain.documents.words import DocumentLanguage
    from summit_desk.services.bundle import Services

FORBIDDEN = '\\/:*?"<>|'
REPORTS = ("xlsx", "pdf")


class StationsPresenter(QObject):
    """Leads through making and merging."""

    merged = Signal()  # the counts of the points are others now

    def __init__(self, screen: QWidget, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self.dialog: StationsDialog | None = None
        self.result: MergeDialog | None = None

    def open(self) -> None:
        """Show the stations of the event."""
        self.dialog = dialog = StationsDialog(self._screen)
        dialog.making_asked.connect(self._ask_place)
        dialog.merging_asked.connect(self._ask_files)
        dialog.files_dropped.connect(self.merge)
        dialog.open()
        self._list()

    def make(self, name: str, path: Path) -> None:
        """Write a station file."""
        event_id, stations = self._desk.event_id, self._services.stations
        self._desk.run_long(
            _("Making the station file"),
            lambda progress: stations.make(event_id, name, path, progress),
            lambda made: self._made(path, *made),
        )

    def merge(self, paths: Sequence[Path]) -> None:
        """Take these files over."""
        event_id, services = self._desk.event_id, self._services

        def work(progress: Progress) -> "Merged":
            merged = services.merging.merge(paths, progress)
            services.check_in.refresh(event_id)  # an open station counts them at once
            return merged

        self._desk.run_long(_("Merging stations"), work, self._merged)

    def write_report(self, path: Path, language: "DocumentLanguage") -> None:
        """Write what the merge brought."""
        result, merging = self.result, self._services.merging
        if result is not None and isValid(result):
            merged = result.merged
            self._desk.run_long(
                _("Writing the report"),
                lambda _progress: merging.write_report(merged, path, language),
                lambda _none: tell(result, _("Saved {file}.").format(file=path.name)),
            )

    def _list(self) -> None:
        event_id, services = self._desk.event_id, self._services
        zone = ZoneInfo(self._desk.event.zone)

        def rows() -> list[StationRow]:
            skews = services.merging.skews(event_id)
            made = services.stations.made(event_id)
            return [StationRow(mark, skews.get(mark.id, NO_SKEW), zone) for mark in made]

        self._desk.run(rows, self._show)

    def _show(self, rows: Sequence[StationRow]) -> None:
        if self._is_open() and self.dialog is not None:
            self.dialog.show_rows(rows)

    def _is_open(self) -> bool:
        return self.dialog is not None and isValid(self.dialog)

    def _above(self) -> QWidget:
        return self.dialog if self.dialog is not None and self._is_open() else self._screen

    def _made(self, path: Path, mark: StationMark, change: Change) -> None:
        self._desk.publish(change)
        if self._is_open() and self.dialog is not None:
            self.dialog.name.clear()
        self._list()
        made = _(
            "{file} is ready for the station “{name}”. Copy it to the other laptop and open it "
            "there with Summit Desk."
        )
        tell(self._above(), made.format(file=path.name, name=mark.name))

    def _merged(self, merged: "Merged") -> None:
        if merged.change.changeset is not None:
            self._desk.publish(merged.change)
            self.merged.emit()
        self._list()
        zone = ZoneInfo(self._desk.event.zone)
        self.result = MergeDialog(merged, zone, self._above())
        self.result.report_asked.connect(self._ask_report)
        self.result.open()

    def _ask_place(self, name: str) -> None:
        dialog = self._dialog(_("Make a station file"), f"*{SUFFIX}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it never replaces a file
        dialog.setDefaultSuffix(SUFFIX[1:])
        plain = "".join(" " if sign in FORBIDDEN else sign for sign in name)
        dialog.selectFile(plain.strip() + SUFFIX)
        dialog.fileSelected.connect(lambda path: self.make(name, Path(path)))
        dialog.open()

    def _ask_files(self) -> None:
        dialog = self._dialog(_("Merge stations"), f"*{SUFFIX}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.merge([Path(path) for path in paths]))
        dialog.open()

    def _ask_report(self, language: "DocumentLanguage") -> None:
        dialog = self._dialog(_("Save report"), " ".join(f"*.{kind}" for kind in REPORTS))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(REPORTS[0])
        dialog.selectFile(f"{_('Stations merged')}.{REPORTS[0]}")
        dialog.fileSelected.connect(lambda path: self.write_report(Path(path), language))
        dialog.open()

    def _dialog(self, title: str, kinds: str) -> QFileDialog:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._above(), title, place)
        dialog.setNameFilter(_("Files ({kinds})").format(kinds=kinds))
        dialog.finished.connect(dialog.deleteLater)
        return dialog
