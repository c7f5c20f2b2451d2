"""Joins the sheet of the paper mode to the station, and says while it lasts."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from summit_desk.domain.check_in.paper import paper_words
from summit_desk.domain.errors.check_in import NotATime
from summit_desk.services.station import Station
from summit_desk.support.i18n import _
from ui.check_in.station_window import StationWindow


class PaperPresenter(QObject):
    """Begins and ends the scanning of a paper list."""

    def __init__(
        self,
        window: StationWindow,
        station: Station,
        zone: ZoneInfo,
        changed: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._station, self._zone = window, station, zone
        self._changed = changed
        window.paper_asked.connect(self._ask)
        window.paper.given.connect(self._begin)

    def words(self) -> str:
        """Return what stands at the top of the window while a paper list is scanned."""
        paper = self._station.paper
        return paper_words(paper.reason(self._zone)) if paper is not None else ""

    def _ask(self) -> None:
        active = self._station.paper is not None
        if active and self._window.paper.isVisible():
            self._station.scan_guests()
            self._window.show_waiting()
            self._window.show_notice(_("Guests at the door again"))
            self._changed()
            return
        self._window.open_paper(active=active)

    def _begin(self, text: str) -> None:
        try:
            self._station.scan_paper(text)
        except NotATime as error:
            self._window.paper.show_trouble(str(error))
            return
        self._window.show_waiting()
        self._changed()
