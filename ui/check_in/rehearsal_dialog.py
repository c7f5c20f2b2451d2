"""The rehearsal of a rush: how many come, how many stations, and what the queue does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from summit_desk.domain.check_in.rehearsal import PATIENCE, Rehearsal, Rush
from summit_desk.domain.verdicts import FACES
from summit_desk.support.i18n import _, in_words
from ui.kit.cards import Card, words
from ui.kit.charts import AreaChart, Point

MINUTE = 60


class RehearsalDialog(QDialog):
    """Asks for a rush, shows what came of it; decides nothing."""

    rehearsal_asked = Signal(object)  # a Rush

    def __init__(self, point: str, expected: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Rehearsal: {point}").format(point=point))
        self.arrivals = _whole(1, 100_000, max(1, expected))
        self.minutes, self.stations = _whole(1, 1_440, 60), _whole(1, 50, 2)
        self.seconds, self.trouble = _seconds(4.0), _seconds(30.0)
        self.peak = _seconds(2.0)
        self.peak.setRange(1.0, 10.0)
        self.run = QPushButton(_("Rehearse"))
        self.verdict, self.figures = words("", "title", wrap=True), words("", wrap=True)
        self.chart = AreaChart()
        self._lay_out()
        self.resize(860, 640)

    def rush(self) -> Rush:
        """Return what was asked for."""
        return Rush(
            arrivals=self.arrivals.value(),
            minutes=self.minutes.value(),
            stations=self.stations.value(),
            seconds_each=self.seconds.value(),
            seconds_trouble=self.trouble.value(),
            peak=self.peak.value(),
        )

    def show_rehearsal(self, found: Rehearsal) -> None:
        """Show what came of it."""
        self.verdict.setText(_judged(found))
        self.figures.setText("\n".join(_told(found)))
        told = _("{count} waiting after {minutes} min")
        self.chart.show_points(
            [
                Point(f"{at // MINUTE}", count, told.format(count=count, minutes=at // MINUTE))
                for at, count in found.queue()
            ]
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        fields = (
            (_("Guests"), self.arrivals),
            (_("Within minutes"), self.minutes),
            (_("Stations"), self.stations),
            (_("Seconds a guest"), self.seconds),
            (_("Seconds when there is trouble"), self.trouble),
            (_("Rush in the middle (times)"), self.peak),
        )
        for at, (text, widget) in enumerate(fields):
            label = QLabel(text)
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            row, place = divmod(at, 3)
            grid.addWidget(label, row * 2, place)
            grid.addWidget(widget, row * 2 + 1, place)
        queue = Card()
        queue.show_heading(_("People in the queue, by the minute"))
        queue.body.addWidget(self.chart, 1)
        self.run.setProperty("kit", "primary")
        self.run.setDefault(True)
        self.run.clicked.connect(lambda: self.rehearsal_asked.emit(self.rush()))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(words(_(
            "The badges of this event are scanned on a copy of the file, in simulated time. "
            "No real scan is touched."
        ), "note", wrap=True))  # fmt: skip
        column.addLayout(grid)
        column.addWidget(self.verdict)
        column.addWidget(self.figures)
        column.addWidget(queue, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.run)
        return row


def _judged(found: Rehearsal) -> str:
    """Return the bottleneck in one sentence."""
    needed = found.stations_needed()
    if found.longest_wait <= PATIENCE:
        return _("{count} stations are enough: nobody waits longer than {time}.").format(
            count=found.rush.stations, time=_time(found.longest_wait)
        )
    if needed > found.rush.stations:
        return _("The stations are the bottleneck: open about {count}.").format(count=needed)
    return _("The rush comes too close together: let people in earlier, or open one station more.")


def _told(found: Rehearsal) -> list[str]:
    longest = max((count for _at, count in found.queue()), default=0)
    lines = [
        _(
            "Longest queue: {count} people. Half wait at most {half}, 19 in 20 at most {most}."
        ).format(count=longest, half=_time(found.wait_of(0.5)), most=_time(found.wait_of(0.95)))
    ]
    shares = in_words("、", ", ").join(f"{share:.0%}" for share in found.busy())
    lines.append(_("The stations are busy for {shares} of the time.").format(shares=shares))
    counts = (f"{FACES[verdict].listed()} {count:,}" for verdict, count in found.verdicts().items())
    lines.append(in_words("；", "; ").join(counts))
    return lines


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), MINUTE)
    if not minutes:
        return _("{seconds} s").format(seconds=rest)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def _whole(least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    return box


def _seconds(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0.5, 600.0)
    box.setDecimals(1)
    box.setValue(value)
    return box
