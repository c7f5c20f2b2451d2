"""The check-in screen: points with their heads, the station to open, and the log of scans."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from summit_desk.domain.check_in.outcome import PointRow
from summit_desk.domain.places import Place, ScreenName
from summit_desk.support.i18n import _
from ui.check_in.dropped import dropped_stations
from ui.check_in.rows import LOG_COLUMNS, POINT_COLUMNS, LogRow, category_text
from ui.check_in.station_banner import StationBanner
from ui.check_in.station_card import StationCard
from ui.kit import icons
from ui.kit.cards import ActionButton, Card, EmptyState, words
from ui.kit.chips import Chip, Chips
from ui.kit.rows import RowsModel
from ui.kit.screen import Screen
from ui.kit.table import Table
from ui.kit.tones import Tone

ALL, PASSED, REFUSED = "all", "passed", "refused"


class CheckInScreen(Screen):
    """Decides nothing."""

    station_asked = Signal(object, str, str)  # PointRow, station, operator
    preferences_asked = Signal()  # sound and scanners
    passphrase_asked = Signal()  # another one is to be chosen
    take_back_asked = Signal(object)  # a LogRow
    point_chosen = Signal(object)  # a PointRow or None
    filter_chosen = Signal(str)
    arrivals_asked = Signal(object)  # PointRow
    wall_asked = Signal(object)  # PointRow
    rehearsal_asked = Signal(object)  # PointRow
    stations_asked = Signal()
    sign_in_asked = Signal(object)  # a PointRow
    attendance_asked = Signal(object)  # the key of a point
    stations_dropped = Signal(object)  # a list of Paths
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = RowsModel[PointRow](POINT_COLUMNS, self)
        self.log = RowsModel[LogRow](LOG_COLUMNS, self)
        self.setAcceptDrops(True)
        self._make_actions()
        self.point_table, self.log_table = Table(self.points), Table(self.log)
        self.chips = Chips()
        self._lay_out()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return _("Check-in")

    def header_actions(self) -> Sequence[QAction]:
        return self.sign_in, self.stations, self.set_up, self.open

    def retranslate(self) -> None:
        self.open.setText(_("Open station"))
        self.open.setToolTip(_("Full screen, for a scanner at the door"))
        self.set_up.setText(_("Set up check-in points"))
        self.arrivals.setText(_("Arrivals…"))
        self.arrivals.setToolTip(_("Who is missing, organisations, arrivals over time"))
        self.attendance.setText(_("Attendance list…"))
        self.attendance.setToolTip(_("As Excel: who was here and how long, who is absent"))
        self.wall.setText(_("Wall"))
        self.wall.setToolTip(_("The figures of this point for a second screen or projector"))
        self.rehearse.setText(_("Rehearse…"))
        self.rehearse.setToolTip(_("Simulate a rush at this point; no real scan is touched"))
        self.stations.setText(_("Stations…"))
        self.stations.setToolTip(_("Other laptops without a network: make a file, merge it later"))
        self.sign_in.setText(_("Sign-in sheet…"))
        self.sign_in.setToolTip(_("On paper, with a code in every line to scan later"))
        self.take_back.setText(_("Take this scan back"))
        self.points_card.show_heading(_("Check-in points"))
        self.station_card.retranslate()
        self.log_card.show_heading(_("Recent scans"))
        self.empty.sentence.setText(
            _("Nobody was scanned here yet. Open a station and hold a badge in front of it.")
        )
        self._show_filters()
        self.points.retranslate()
        self.log.retranslate()
        self._on_point(self.point_table.current())  # its words, and the log in the other language

    def show_points(self, rows: Sequence[PointRow]) -> None:
        """Show the points; the first is chosen when none was."""
        self.points.replace(rows)
        if rows and self.point_table.current() is None:
            self.point_table.select(rows[0].id)
        self._on_point(self.point_table.current())

    def show_log(self, rows: Sequence[LogRow]) -> None:
        """Show the latest scans."""
        self.log.replace(rows)
        self.log_table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def show_station(self, name: str, made_at: str, event: str) -> None:
        """Say that this file is a station: it scans, and everything else is at the secretariat."""
        self.banner.show_station(name, made_at, event)
        self.station_card.keep_name(name)
        for action in (self.stations, self.sign_in, self.set_up, self.attendance):
            action.setVisible(False)
        self.setAcceptDrops(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def show_place(self, place: Place) -> None:
        if isinstance(place.subject, UUID):
            self.point_table.select(place.subject)

    def current_point(self) -> PointRow | None:
        """Return the chosen point."""
        row = self.point_table.current()
        return row if isinstance(row, PointRow) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_stations(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.stations_dropped.emit(dropped_stations(event.mimeData()))

    def _show_filters(self) -> None:
        self.chips.show_chips(
            [
                Chip(ALL, _("All")),
                Chip(PASSED, _("Let in"), tone=Tone.GREEN),
                Chip(REFUSED, _("Refused"), tone=Tone.RED),
            ]
        )

    def _make_actions(self) -> None:
        self.open, self.set_up, self.take_back = QAction(self), QAction(self), QAction(self)
        self.arrivals, self.wall = QAction(self), QAction(self)
        self.rehearse, self.attendance = QAction(self), QAction(self)
        icons.wear(self.attendance, "export")
        icons.wear(self.arrivals, "attendees")
        icons.wear(self.rehearse, "clock")
        icons.wear(self.wall, "fullscreen")
        self.stations, self.sign_in = QAction(self), QAction(self)
        icons.wear(self.stations, "copy")
        icons.wear(self.sign_in, "print")
        icons.wear(self.open, "fullscreen", "accent_ink")
        icons.wear(self.set_up, "settings")
        icons.wear(self.take_back, "undo")

    def _connect(self) -> None:
        self.open.triggered.connect(self._ask_station)
        self.station_card.operator.returnPressed.connect(self._ask_station)
        self.set_up.triggered.connect(self._ask_set_up)
        self.stations.triggered.connect(self.stations_asked)
        self.sign_in.triggered.connect(self._ask_sign_in)
        self.take_back.triggered.connect(self._tell_scan)
        self.arrivals.triggered.connect(lambda: self._tell_point(self.arrivals_asked.emit))
        self.attendance.triggered.connect(
            lambda: self._tell_point(lambda point: self.attendance_asked.emit(point.id))
        )
        self.wall.triggered.connect(lambda: self._tell_point(self.wall_asked.emit))
        self.rehearse.triggered.connect(lambda: self._tell_point(self.rehearsal_asked.emit))
        self.point_table.row_opened.connect(lambda _row: self._ask_station())
        self.point_table.row_selected.connect(self._on_point)
        self.point_table.offer(
            (self.open, self.arrivals, self.attendance, self.wall, self.rehearse, self.set_up)
        )
        self.log_table.offer((self.take_back,))
        self.log_table.row_selected.connect(self._on_scan)
        self.station_card.passphrase.clicked.connect(self.passphrase_asked)
        self.station_card.preferences.clicked.connect(self.preferences_asked)
        self.chips.chosen.connect(lambda key: self.filter_chosen.emit(str(key)))

    def _lay_out(self) -> None:
        self.points_card, self.log_card = Card(), Card()
        self.station_card = StationCard(self.open)
        self.banner = StationBanner()
        for table in (self.point_table, self.log_table):
            table.setProperty("kit", "flat")
        for action in (self.arrivals, self.attendance, self.wall, self.rehearse):
            self.points_card.tools.addWidget(ActionButton(action))
        self.points_card.body.addWidget(self.point_table, 1)
        self.categories = words("", "note", wrap=True)
        self.points_card.body.addWidget(self.categories)
        self.empty = EmptyState("check_in", "", "")
        self.log_card.tools.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        self.log_card.tools.addWidget(ActionButton(self.take_back))
        self.log_card.body.addWidget(self.log_table, 1)
        self.log_card.body.addWidget(self.empty, 1)
        self._stack()

    def _stack(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(self.points_card, 1)
        upper.addWidget(self.station_card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        outer.addWidget(self.banner)
        outer.addLayout(upper, 5)
        outer.addWidget(self.log_card, 5)

    def _ask_station(self) -> None:
        point = self.current_point()
        if point is not None:
            self.station_asked.emit(point, *self.station_card.names())

    def _tell_point(self, tell: Callable[[PointRow], object]) -> None:
        point = self.current_point()
        if point is not None:
            tell(point)

    def _on_point(self, row: object) -> None:
        point = row if isinstance(row, PointRow) else None
        self.station_card.where.setText(
            point.words() if point else _("No check-in point is chosen.")
        )
        self.categories.setText(category_text(point) if point else "")
        for action in (
            *(self.open, self.arrivals, self.attendance, self.wall),
            *(self.rehearse, self.sign_in),
        ):
            action.setEnabled(point is not None)
        self.point_chosen.emit(point)

    def _on_scan(self, row: object) -> None:
        self.take_back.setEnabled(isinstance(row, LogRow) and not row.scan.annulled)

    def _ask_set_up(self) -> None:
        point = self.current_point()
        self.place_asked.emit(Place(ScreenName.SETTINGS, point.id if point else None))

    def _ask_sign_in(self) -> None:
        point = self.current_point()
        if point is not None:
            self.sign_in_asked.emit(point)

    def _tell_scan(self) -> None:
        row = self.log_table.current()
        if isinstance(row, LogRow):
            self.take_back_asked.emit(row)
