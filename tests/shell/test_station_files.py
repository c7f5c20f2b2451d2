"""A station file in the window: the check-in screen and nothing else."""

from PySide6.QtCore import QMimeData, QUrl

from db.store import Store
from summit_desk.domain.places import Place, ScreenName
from summit_desk.services.bundle import Services


def made(demo_file, clock, path) -> None:
    """Make a station file of the demo summit."""
    copy = path.with_name("own.summit")
    copy.write_bytes(demo_file.read_bytes())
    with Store.open(copy) as store:
        services = Services(store, clock)
        services.stations.make(services.events.events()[0].id, "B", path)


def opened(program) -> bool:
    return program.window.joined is not None and program.filing.opened()[1].idle()


def test_a_station_file_offers_check_in_only(program, qtbot, demo_file, clock, tmp_path):
    made(demo_file, clock, tmp_path / "b.station")

    program.filing.open(tmp_path / "b.station")
    qtbot.waitUntil(lambda: opened(program), timeout=20_000)

    workspace = program.window.joined.workspace
    assert [entry.name for entry in workspace.entries] == [ScreenName.CHECK_IN]
    assert workspace.current().title() == "Check-in"
    assert not workspace.rail.isVisible()
    assert not workspace.header.search.isVisible()
    workspace.go(Place(ScreenName.ATTENDEES))
    assert workspace.current().title() == "Check-in"


def test_a_station_is_opened_when_it_is_dropped_on_the_welcome_page_only(window, tmp_path):
    station = QMimeData()
    station.setUrls([QUrl.fromLocalFile(str(tmp_path / "b.station"))])

    assert window._dropped(station) is None
    window.leave_file()
    assert window._dropped(station) == tmp_path / "b.station"
