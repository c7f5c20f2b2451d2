"""Joins the check-in screen to its use cases and opens stations."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.outcome import PointRow, RecentScan
from summit_desk.domain.check_in.sentences import moment_text
from summit_desk.domain.check_in.stations import StationMark
from summit_desk.domain.records import Category
from summit_desk.domain.verdicts import PASSAGES
from summit_desk.support.i18n import N_, _, in_words
from ui.check_in.locks import Locks
from ui.check_in.preferences import Preferences
from ui.check_in.rehearsing import Rehearsing
from ui.check_in.rows import LogRow, log_rows
from ui.check_in.screen import PASSED, REFUSED, CheckInScreen
from ui.check_in.sign_in_presenter import SignInPresenter
from ui.check_in.station_presenter import StationPresenter
from ui.check_in.station_window import StationWindow
from ui.check_in.stations_presenter import StationsPresenter
from ui.check_in.watching import Watching
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk, concerns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from summit_desk.domain.check_in.merging import Conflict
    from summit_desk.services.bundle import Services
    from summit_desk.services.station import Station

MOST = 200
PAUSE_MS = 400
TAKEN_BACK = N_("Scan taken back")


class CheckInPresenter(QObject):
    """Reads points and log; scans themselves go their own, faster way."""

    def __init__(self, screen: CheckInScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self._filter = ""
        self._event_of_station: UUID | None = None
        self._stale = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._refresh)
        screen.shown.connect(self._refresh)
        self._categories: Sequence[Category] = ()
        self.preferences = Preferences(screen)
        screen.preferences_asked.connect(self.preferences.open)
        self.station: StationPresenter | None = None
        self.window: StationWindow | None = None
        screen.station_asked.connect(self.open_station)
        screen.take_back_asked.connect(self._ask_take_back)
        screen.point_chosen.connect(lambda _row: self._reload_log())
        screen.filter_chosen.connect(self._on_filter)
        self.stations = StationsPresenter(screen, services, desk)
        self.sign_in = SignInPresenter(screen, services, desk)
        screen.sign_in_asked.connect(self.sign_in.ask)
        screen.stations_asked.connect(self.stations.open)
        screen.stations_dropped.connect(self.stations.merge)
        self.stations.merged.connect(self._show_merged)
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self._on_event)
        self.locks = Locks(screen, services, desk)
        self.watching = Watching(screen, services, desk)
        self.rehearsing = Rehearsing(screen, services, desk)
        self._offer_names()
        self.reload()

    def reload(self) -> None:
        """Show points, heads and log anew."""
        event_id, services = self._desk.event_id, self._services
        self._desk.run_beside(
            lambda: (services.check_in.points(event_id), services.events.categories(event_id)),
            self._show,
        )

    def _show_merged(self) -> None:
        """Show the heads that a merge has counted already, ahead of whatever else is read."""
        event_id, services = self._desk.event_id, self._services
        self._desk.run(
            lambda: (services.check_in.points(event_id), services.events.categories(event_id)),
            self._show,
        )

    def open_station(
        self, point: PointRow, station: str, operator: str, *, full_screen: bool = True
    ) -> None:
        """Open a station at a point, full-screen."""
        event_id, check_in = self._desk.event_id, self._services.check_in
        if self._screen.station_card.locked.isChecked() and not self.locks.is_ready(event_id):
            self.locks.choose(lambda: self.open_station(
                point, station, operator, full_screen=full_screen
            ))  # fmt: skip
            return
        name = station or _("Station {number}").format(number=1)
        self._desk.run(
            lambda: check_in.open_station(event_id, point.id, name, operator),
            lambda opened: self._opened(opened, full_screen=full_screen),
        )

    def _opened(self, station: "Station", *, full_screen: bool) -> None:
        if self.window is not None:
            self.window.close()
        zone = ZoneInfo(self._desk.event.zone)
        window = StationWindow()
        window.setWindowTitle(_("Check-in"))
        now = self._services.now
        presenter = StationPresenter(window, station, zone, now, self._categories)
        self.preferences.furnish(presenter)
        presenter.scanned.connect(self._desk.publish)
        presenter.registered.connect(self._desk.publish)
        presenter.badge_wanted.connect(self._print_badge)
        window.closed.connect(self._on_closed)
        if self._screen.station_card.locked.isChecked():
            self.locks.keep(window, self._screen.station_card.kiosk.isChecked())
            presenter.wait()
        self._screen.destroyed.connect(window.close)
        self.window, self.station = window, presenter
        self._event_of_station = station.post.event_id
        if full_screen:
            window.showFullScreen()
        else:
            window.show()

    def _print_badge(self, attendee_id: "UUID") -> None:
        from ui.check_in.badge_printing import print_badge  # noqa: PLC0415 -- loads Qt's PDF library

        documents = self._services.documents
        self._desk.run(
            lambda: print_badge(documents, attendee_id), self._badge_printed, self._not_printed
        )

    def _badge_printed(self, change: Change) -> None:
        if self.window is not None:
            self.window.show_notice(_("The badge is being printed"))
        self._desk.publish(change)

    def _not_printed(self, problem: Exception) -> None:
        if self.window is not None:
            self.window.show_notice(str(problem))

    def _on_closed(self) -> None:
        self.window = self.station = None

    def _offer_names(self) -> None:
        store = self._services.store
        self._screen.station_card.show_names(
            store.station or _("Station {number}").format(number=1), store.actor
        )
        event = self._desk.event
        self._desk.run(lambda: self._services.stations.here(event.id), self._show_station)

    def _show_station(self, mark: StationMark | None) -> None:
        if mark is not None:
            event = self._desk.event
            made_at = moment_text(mark.made_at.astimezone(ZoneInfo(event.zone)))
            short = in_words(event.short_name, event.short_name_other)
            name = short or in_words(event.name, event.name_other)
            self._screen.show_station(mark.name, made_at, name)

    def _show(self, read: tuple[list[PointRow], tuple[Category, ...]]) -> None:
        points, self._categories = read
        self._screen.show_points(points)

    def _reload_log(self) -> None:
        point = self._screen.current_point()
        event_id, check_in = self._desk.event_id, self._services.check_in
        key = point.id if point else None
        merging = self._services.merging
        self._desk.run(
            lambda: (check_in.recent(event_id, key, MOST), merging.conflicts(event_id)),
            self._show_log,
        )

    def _show_log(self, read: "tuple[list[RecentScan], Sequence[Conflict]]") -> None:
        scans, conflicts = read
        chosen = [scan for scan in scans if self._fits(scan)]
        zone = ZoneInfo(self._desk.event.zone)
        self._screen.show_log(log_rows(chosen, zone, self._services.now(), conflicts))

    def _fits(self, scan: RecentScan) -> bool:
        passed = scan.verdict in PASSAGES
        return {PASSED: passed, REFUSED: not passed}.get(self._filter, True)

    def _on_filter(self, key: str) -> None:
        self._filter = key
        self._reload_log()

    def _ask_take_back(self, row: LogRow) -> None:
        ask_yes_no(
            self._screen,
            _("Take back “{result}” of {name}?").format(result=row.result, name=row.scan.name),
            _("Take back"),
            lambda: self._take_back(row),
            detail=_("The scan stays in the log, marked as taken back."),
        )

    def _take_back(self, row: LogRow) -> None:
        check_in, screen = self._services.check_in, self._screen
        station, operator = screen.station_card.station.text(), screen.station_card.operator.text()
        self._desk.run(
            lambda: check_in.take_back(row.id, station, operator),
            lambda _scan: self._desk.publish(Change(TAKEN_BACK, frozenset({Topic.CHECK_IN}))),
        )

    def _on_event(self) -> None:
        if self.window is not None and self._event_of_station != self._desk.event_id:
            self.window.close()
        self._stale = True
        self._pause.start()

    def _on_changed(self, change: Change) -> None:
        if change.changeset is None and concerns(change, Topic.CHECK_IN):
            self.reload()
        elif concerns(change, Topic.CHECK_IN, Topic.ATTENDEES, Topic.EVENT, Topic.AGENDA):
            self._stale = True
            self._pause.start()

    def _refresh(self) -> None:
        """Count anew what was changed elsewhere, once somebody looks or scans."""
        watched = self._screen.isVisible() or self.window is not None
        if not (self._stale and watched and self._desk.has_event):
            return
        self._stale = False
        event_id, check_in = self._desk.event_id, self._services.check_in
        self._desk.run_beside(lambda: check_in.refresh(event_id), lambda _nothing: self.reload())
