"""The station as a picture shows it: somebody was just let in."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from summit_desk.domain.verdicts import Verdict
from summit_desk.support.i18n import _
from ui.check_in.station_presenter import StationPresenter
from ui.check_in.station_window import StationWindow

if TYPE_CHECKING:
    from uuid import UUID

    from summit_desk.domain.check_in.outcome import Outcome
    from summit_desk.services.bundle import Services

SHOWN = 12  # badges that are scanned, so that the list is not empty


def show_station(
    services: "Services", event_id: "UUID", size: tuple[int, int]
) -> tuple[StationWindow, StationPresenter]:
    """Open a station at the entrance, scan some badges and leave it showing a welcome.

    It writes scans: use it on a copy of the file. Close the window when the picture is taken.
    """
    check_in, event = services.check_in, services.events.event(event_id)
    point = check_in.point_named(event_id, None)
    name = _("Station {number}").format(number=2)
    station = check_in.open_station(event_id, point.id, name, services.store.actor)
    everybody = [row.code for row in check_in.codes(event_id)]
    codes = everybody[:: max(1, len(everybody) // SHOWN)]
    outcomes = [station.scan(code) for code in (*codes[:3], *codes)]
    welcome = [each for each in outcomes if each.verdict is Verdict.OK_IN]
    welcome.sort(key=_told)
    window = StationWindow()
    window.resize(*size)
    categories = services.events.categories(event_id)
    zone = ZoneInfo(event.zone)
    presenter = StationPresenter(window, station, zone, services.now, categories)
    window.show()
    if welcome:
        presenter.show(welcome[-1])
    return window, presenter


def _told(outcome: "Outcome") -> int:
    """Say how much of the screen this guest fills."""
    guest = outcome.guest
    return bool(guest and guest.seat) + bool(guest and guest.note)
