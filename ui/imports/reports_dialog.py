"""The imports so far, as the history keeps them: what came in, from which columns."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.imports.plan import verdict_word
from summit_desk.domain.imports.report import ImportReport, ReportColumn
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import EmptyState, words
from ui.kit.desk import Desk
from ui.kit.history import local_time
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services

LIST, NOTHING = range(2)


def _state(report: ImportReport) -> Pill | None:
    return Pill(_("taken back"), Tone.AMBER) if report.undone else None


REPORTS: Sequence[Column[ImportReport]] = (
    Column(lambda: _("When"), lambda one: local_time(one.at), width=156, muted=True),
    Column(lambda: _("File"), lambda one: one.file, strong=True, tooltip=lambda one: one.file),
    Column(lambda: _("Done by"), lambda one: one.actor or "—", width=100),
    Column(lambda: _("New people"), lambda one: f"{one.created:,}", width=100, align=RIGHT),
    Column(lambda: _("Updated"), lambda one: f"{one.updated:,}", width=100, align=RIGHT),
    Column(lambda: _("Left out"), lambda one: f"{one.skipped:,}", width=100, align=RIGHT),
    Column(lambda: "", lambda _one: "", pill=_state, width=96),
)
COLUMNS: Sequence[Column[ReportColumn]] = (
    Column(lambda: _("Column"), lambda one: one.title or _("(no title)")),
    Column(lambda: _("Was taken as"), lambda one: one.meaning, muted=True),
)


def show_reports(parent: QWidget, services: "Services", desk: Desk) -> None:
    """Open the list of the imports into the current event."""
    event_id = desk.event_id
    desk.run(lambda: services.imports.reports(event_id), partial(_open, parent))


def _open(parent: QWidget, reports: Sequence[ImportReport]) -> None:
    ReportsDialog(reports, parent).open()


class ReportsDialog(QDialog):
    """Shows the reports, the latest first, and the columns of the selected one."""

    def __init__(self, reports: Sequence[ImportReport], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Import reports"))
        self.model, self.columns = RowsModel(REPORTS, self), RowsModel(COLUMNS, self)
        self.list, self._uses = Table(self.model), Table(self.columns)
        self.summary = words("", "note", wrap=True)
        self._pages = QStackedWidget()
        self._lay_out()
        self.list.row_selected.connect(self._show_report)
        self.model.replace(reports)
        self._pages.setCurrentIndex(LIST if reports else NOTHING)
        if reports:
            self.list.selectRow(0)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(_("Import reports"))
        self._uses.setAccessibleName(_("Columns of the file"))
        self._uses.setFixedHeight(240)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part, stretch in ((self.list, 1), (self.summary, 0), (self._uses, 0)):
            column.addWidget(part, stretch)
        nothing = EmptyState(
            "import",
            _("Nothing has been imported yet"),
            _("After an import, this page says which file it was and what came of it."),
        )
        self._pages.addWidget(page)
        self._pages.addWidget(nothing)
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 18, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(words(_("Import reports"), "title"))
        outer.addWidget(self._pages, 1)
        outer.addLayout(row)
        self.resize(920, 640)

    def _show_report(self, report: ImportReport | None) -> None:
        self.columns.replace(report.columns if report else ())
        self.summary.setText(summary(report) if report else "")


def summary(report: ImportReport) -> str:
    """Say what was in the file and how long it took."""
    counts = [f"{verdict_word(one)} {count:,}" for one, count in report.counts.items() if count]
    text = _("Sheet “{sheet}”, header in row {row}; {rows} rows: {counts}. It took {seconds} s.")
    return text.format(
        sheet=report.sheet,
        row=report.header_row,
        rows=f"{report.rows:,}",
        counts=in_words("，", ", ").join(counts),
        seconds=f"{report.seconds:.1f}",
    )
