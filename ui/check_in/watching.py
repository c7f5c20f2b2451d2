"""Opens the arrivals of a point and the wall, and keeps both fresh while scans come in."""

from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from summit_desk.domain.change import Change, Topic
from summit_desk.domain.check_in.arrivals import Arrivals
from summit_desk.domain.check_in.outcome import PointRow
from summit_desk.domain.check_in.sentences import moment_text
from summit_desk.domain.places import Place, ScreenName
from summit_desk.support.i18n import in_words
from ui.check_in.arrivals_dialog import ArrivalsDialog
from ui.check_in.screen import CheckInScreen
from ui.check_in.wall import WallWindow
from ui.kit.desk import Desk, concerns

if TYPE_CHECKING:
    from collections.abc import Callable

    from summit_desk.services.bundle import Services

PAUSE_MS = 300


class Watching(QObject):
    """One dialog of arrivals and one wall at a time, each at a point of its own."""

    def __init__(self, screen: CheckInScreen, services: "Services", desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk = screen, services, desk
        self.dialog: ArrivalsDialog | None = None
        self.wall: WallWindow | None = None
        self._dialog_point: UUID | None = None
        self._wall_point: UUID | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        screen.arrivals_asked.connect(self.show_arrivals)
        screen.wall_asked.connect(self.show_wall)
        desk.changed.connect(self._on_changed)
        desk.event_changed.connect(self.close)

    def show_arrivals(self, point: PointRow) -> None:
        """Open the arrivals of a point."""
        zone = ZoneInfo(self._desk.event.zone)
        self._dialog_point = point.id
        self.dialog = dialog = ArrivalsDialog(point.words(), zone, self._screen)
        dialog.refresh_asked.connect(self.refresh)
        dialog.person_asked.connect(self._show_person)
        dialog.finished.connect(self._forget_dialog)
        self._read(point.id, dialog.show_arrivals)
        dialog.open()

    def show_wall(self, point: PointRow, *, full_screen: bool = True) -> None:
        """Open the wall at a point, on the second screen if there is one."""
        if self.wall is not None:
            self.wall.close()
        self._wall_point = point.id
        self.wall = wall = WallWindow()
        event = self._desk.event
        wall.show_titles(in_words(event.name, event.name_other), point.words())
        wall.stale.connect(self._refresh_wall)
        wall.closed.connect(self._forget_wall)
        self._screen.destroyed.connect(wall.close)
        self._refresh_wall()
        if full_screen:
            wall.put_on_second_screen()
        else:
            wall.show()

    def refresh(self) -> None:
        """Read what is shown anew."""
        if self.dialog is not None and self._dialog_point is not None:
            self._read(self._dialog_point, self.dialog.show_arrivals)
        self._refresh_wall()

    def close(self) -> None:
        """Close both, because another event is shown."""
        if self.dialog is not None:
            self.dialog.reject()
        if self.wall is not None:
            self.wall.close()

    def _read(self, point_id: UUID, show: "Callable[[Arrivals], object]") -> None:
        event_id, arrivals = self._desk.event_id, self._services.arrivals
        self._desk.run_beside(lambda: arrivals.at(event_id, point_id), show)

    def _refresh_wall(self) -> None:
        if self.wall is not None and self._wall_point is not None:
            self._read(self._wall_point, self._show_on_wall)

    def _show_on_wall(self, arrivals: Arrivals) -> None:
        if self.wall is not None:
            here = self._services.now().astimezone(ZoneInfo(self._desk.event.zone))
            self.wall.show_arrivals(arrivals, moment_text(here)[:-3])

    def _show_person(self, attendee_id: UUID) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._screen.place_asked.emit(Place(ScreenName.ATTENDEES, attendee_id))

    def _forget_dialog(self) -> None:
        self.dialog = self._dialog_point = None

    def _forget_wall(self) -> None:
        self.wall = self._wall_point = None

    def _on_changed(self, change: Change) -> None:
        if (self.dialog or self.wall) and concerns(change, Topic.CHECK_IN, Topic.ATTENDEES):
            self._soon.start()
