"""Arrivals at a point: how many came when, from which organisations, and who is missing."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from summit_desk.domain.check_in.arrivals import Arrivals, Expected, UnitHeads
from summit_desk.support.i18n import _
from ui.kit.cards import Card, EmptyState, words
from ui.kit.charts import BarChart, Point
from ui.kit.rows import RIGHT, Column, RowsModel
from ui.kit.table import Table
from ui.kit.tones import Pill, Tone


def _state(unit: UnitHeads) -> Pill | None:
    return Pill(_("complete"), Tone.GREEN) if unit.arrived == unit.expected else None


MISSING: Sequence[Column[Expected]] = (
    Column(lambda: _("No."), lambda one: one.number, width=64, muted=True),
    Column(lambda: _("Name"), lambda one: one.name, width=120, strong=True),
    Column(lambda: _("Organisation"), lambda one: one.unit_words(), tooltip=Expected.unit_words),
    Column(lambda: _("Category"), lambda one: one.category_words(), width=96),
)
UNITS: Sequence[Column[UnitHeads]] = (
    Column(lambda: _("Organisation"), lambda one: one.words() or _("without an organisation"),
           tooltip=UnitHeads.words),
    Column(lambda: _("Arrived"), lambda one: f"{one.arrived:,} / {one.expected:,}",
           sort=lambda one: one.arrived, align=RIGHT, width=96),
    Column(lambda: "", lambda _one: "", pill=_state, width=88),
)  # fmt: skip


class ArrivalsDialog(QDialog):
    """Shows the arrivals of one point; a double click asks for the place of a person."""

    person_asked = Signal(object)  # key of an attendee
    refresh_asked = Signal()

    def __init__(self, point: str, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Arrivals: {point}").format(point=point))
        self._zone = zone
        self.missing, self.units = RowsModel(MISSING, self), RowsModel(UNITS, self)
        self.missing_table, self.unit_table = Table(self.missing), Table(self.units)
        self.chart = BarChart()
        self.heads = words("", "title")
        self._nobody = EmptyState("tick", "", "")
        self._lay_out(point)
        self.resize(1_040, 680)

    def show_arrivals(self, arrivals: Arrivals) -> None:
        """Show the figures anew."""
        waited = arrivals.missing()
        share = _("{arrived} of {expected} have arrived, {missing} are missing")
        self.heads.setText(
            share.format(
                arrived=f"{arrivals.arrived:,}",
                expected=f"{len(arrivals.people):,}",
                missing=f"{len(waited):,}",
            )
        )
        self.missing.replace(waited)
        self.missing_table.setVisible(bool(waited))
        self._nobody.setVisible(not waited)
        self.units.replace(arrivals.by_unit())
        self.chart.show_points(self._points(arrivals.over_time()))

    def _points(self, steps: Sequence[tuple[datetime, int]]) -> list[Point]:
        told = _("{count} from {time}")
        times = [f"{begins.astimezone(self._zone):%H:%M}" for begins, _count in steps]
        return [
            Point(time, count, told.format(count=count, time=time))
            for time, (_begins, count) in zip(times, steps, strict=True)
        ]

    def _lay_out(self, point: str) -> None:
        self._nobody.title.setText(_("Everybody has arrived"))
        self._nobody.sentence.setText(_("Nobody who is expected here is missing."))
        waiting, by_unit, over_time = Card(), Card(), Card()
        waiting.show_heading(_("Missing, the highest first"))
        by_unit.show_heading(_("By organisation"))
        over_time.show_heading(_("Arrivals over time"))
        for table in (self.missing_table, self.unit_table):
            table.setProperty("kit", "flat")
        self.missing_table.setAccessibleName(_("Missing, the highest first"))
        self.unit_table.setAccessibleName(_("By organisation"))
        waiting.body.addWidget(self.missing_table, 1)
        waiting.body.addWidget(self._nobody, 1)
        by_unit.body.addWidget(self.unit_table, 1)
        over_time.body.addWidget(self.chart, 1)
        lower = QHBoxLayout()
        lower.setSpacing(14)
        lower.addWidget(waiting, 3)
        lower.addWidget(by_unit, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(words(point, "note"))
        column.addWidget(self.heads)
        column.addWidget(over_time, 2)
        column.addLayout(lower, 4)
        column.addLayout(self._buttons())
        self.missing_table.row_opened.connect(self._open)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        fresh, close = QPushButton(_("Refresh")), QPushButton(_("Close"))
        fresh.setAutoDefault(False)
        fresh.clicked.connect(self.refresh_asked)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(fresh)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _open(self, row: object) -> None:
        if isinstance(row, Expected):
            self.person_asked.emit(row.attendee_id)
