"""Lists of travellers and calendars come in through the window, into the trip on screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from summit_desk.domain.records import Leg, Traveller, Trip
from tests.trips.making import TRIP_ID
from ui.kit.list_dialog import ListDialog

LISTS = Path(__file__).parents[1] / "data" / "lists"
PEOPLE = LISTS / "synthetic_出访团组名单.xlsx"
CALENDAR = LISTS / "synthetic_trip_two_timezones.ics"


@pytest.fixture
def take(screen, settle):
    """Bring a file in and agree to what is shown; return what the button said."""

    def bring(path: Path) -> str:
        screen.import_asked.emit(path)
        settle()
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, ListDialog)]
        (dialog,) = [one for one in shown if one.isVisible()]
        text = dialog.save.text()
        dialog.save.click()
        settle()
        return text

    return bring


def test_travellers_and_legs_go_into_the_trip_on_screen(full, store, take) -> None:
    assert take(PEOPLE) == "Import 6 rows"
    assert take(CALENDAR) == "Import 8 rows"

    with store.view() as view:
        assert view.count(Trip) == 1
        assert view.count(Traveller, trip_id=TRIP_ID) == 7
        assert view.count(Leg, trip_id=TRIP_ID) == 14


def test_without_a_trip_the_calendar_makes_one_and_shows_it(screen, trips, settle, take) -> None:
    trips.remove(Trip, TRIP_ID)
    screen.presenter.reload()
    settle()

    take(CALENDAR)

    assert screen.title() == "赴德国、美国产业互联网主题商务考察（合成数据）"


def test_a_broken_calendar_gets_a_sentence(screen, settle, told, tmp_path) -> None:
    path = tmp_path / "broken.ics"
    path.write_text("no calendar", encoding="utf-8")

    screen.import_asked.emit(path)
    settle()

    assert told[-1].startswith("“broken.ics” is not a calendar file that can be read.")


def test_import_asks_for_a_file(screen) -> None:
    screen.header_actions()[2].trigger()

    (dialog,) = [one for one in QApplication.topLevelWidgets() if type(one) is QFileDialog]
    assert dialog.windowTitle() == "Import travellers or a calendar"
    dialog.close()
