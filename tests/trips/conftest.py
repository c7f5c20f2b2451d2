"""A file with an event and one trip to Germany and Vietnam."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from summit_desk.domain.change import Topic
from summit_desk.domain.records import Organisation, Position
from summit_desk.services.trips import TripService
from tests.trips.making import EVENT, SEAT, TRIP, TRIP_ID, YAN, complete_papers, round_trip
from ui.kit.desk import Desk
from ui.kit.form import FormDialog
from ui.trips.presenter import TripsPresenter
from ui.trips.screen import TripsScreen

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.support.clock import Clock


@pytest.fixture
def trips(store: Store, clock: Clock) -> TripService:
    """The event, a person on file and an empty trip."""
    baowu = Organisation(full_name="宝武集团", name_other="Baowu")
    with store.unit() as unit:
        unit.put_all((EVENT, YAN, baowu))
        unit.put(Position(person_id=YAN.id, organisation_id=baowu.id, title="总经理"))
        unit.commit("set up", Topic.EVENT)
    service = TripService(store, clock)
    service.save(TRIP)
    return service


@pytest.fixture
def planned(trips: TripService) -> TripService:
    """The same trip with its legs."""
    for leg in round_trip():
        trips.save(leg)
    return trips


@pytest.fixture
def manned(planned: TripService) -> TripService:
    """The planned trip with one traveller whose papers are complete."""
    planned.add_traveller(TRIP_ID, YAN.id, SEAT)
    for paper in complete_papers():
        planned.save(replace(paper, traveller_id=SEAT.id))
    return planned


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def screen(services, trips, qtbot, told):
    desk = Desk(services, EVENT)
    desk.trouble.connect(told.append)
    made = TripsScreen()
    qtbot.addWidget(made)
    made.desk, made.presenter = desk, TripsPresenter(made, services, desk)
    made.resize(1216, 820)
    made.show()
    qtbot.waitUntil(desk.jobs.idle)
    yield made
    desk.close()


@pytest.fixture
def settle(qtbot, screen):
    """Wait until everything that was asked for is on screen."""

    def wait() -> None:
        qtbot.waitUntil(screen.desk.jobs.idle)
        QApplication.processEvents()

    return wait


@pytest.fixture
def form(qtbot, settle):
    """The form that is open."""

    def find() -> FormDialog:
        settle()
        forms = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog)]
        (shown,) = [one for one in forms if one.isVisible()]
        return shown

    return find


@pytest.fixture
def fill(form, settle):
    """Fill in the open form and save it."""

    def save(**values: object) -> None:
        dialog = form()
        for key, value in values.items():
            dialog.inputs[key].show_value(value)
        dialog.submit()
        settle()

    return save


@pytest.fixture
def full(screen, manned, settle):
    """The screen with legs and a traveller."""
    screen.presenter.reload()
    settle()
    return screen
