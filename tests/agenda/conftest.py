"""A store with an event, two rooms, two forums and two people; and the screen on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.records import Organisation, Position, SessionKind
from tests.agenda.agendas import DATA, EVENT, HALL, LI, MAIN, SIDE, YAN, part, session

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.store import Store
    from summit_desk.services.agenda import AgendaService
    from summit_desk.services.bundle import Services
    from ui.agenda.screen import AgendaScreen
    from ui.kit.desk import Desk

OPENING = session("开幕式", "09:00", 30, kind=SessionKind.CEREMONY, title_other="Opening")
REPORT = session("工作报告", "10:00", 45, title_other="Report")
TALK = session("数据要素", "10:30", 60, title_other="Data talk", room_id=SIDE.id)
WAITING = session("夜话", title_other="Evening")


@pytest.fixture
def planned(store: Store) -> Store:
    baowu = Organisation(full_name="中国宝武集团", short_name="宝武集团", name_other="Baowu")
    with store.unit() as unit:
        unit.put_all((EVENT, HALL, SIDE, MAIN, DATA, YAN, LI, baowu))
        unit.put(Position(person_id=YAN.id, title="顾问", position=1))
        unit.put(Position(person_id=YAN.id, organisation_id=baowu.id, title="总经理"))
        unit.commit("set up", Topic.AGENDA)
    return store


@pytest.fixture
def agenda(planned: Store, services: Services) -> AgendaService:
    return services.agenda


@pytest.fixture
def screen(agenda: AgendaService, services: Services, desk: Desk, qtbot: QtBot) -> AgendaScreen:
    """The screen with a ceremony, two talks of one person at one time, and one in the tray."""
    from ui.agenda.presenter import AgendaPresenter
    from ui.agenda.screen import AgendaScreen

    agenda.save_session(OPENING, [])
    agenda.save_session(REPORT, [part(REPORT, YAN)])
    agenda.save_session(TALK, [part(TALK, YAN)])
    agenda.save_session(WAITING, [])
    desk.show_event(EVENT)
    shown = AgendaScreen()
    qtbot.addWidget(shown)
    AgendaPresenter(shown, services, desk)
    shown.resize(1100, 760)
    shown.show()
    qtbot.waitUntil(lambda: shown.view is not None and desk.jobs.idle())
    return shown
