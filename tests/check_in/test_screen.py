"""The check-in screen: points, log, and the station that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import Language, use_language
from ui.check_in.presenter import CheckInPresenter
from ui.check_in.screen import PASSED, REFUSED, CheckInScreen
from ui.check_in.showing import show_station
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def services(summit, watch) -> Services:
    return Services(summit.store, watch)


@pytest.fixture
def desk(qtbot, services, summit) -> Iterator[Desk]:
    opened = Desk(services, summit.event)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot, services, desk) -> CheckInScreen:
    shown = CheckInScreen()
    qtbot.addWidget(shown)
    shown.presenter = CheckInPresenter(shown, services, desk)
    shown.resize(1200, 700)
    shown.show()
    qtbot.waitUntil(lambda: len(shown.points.rows()) > 0 and desk.idle())
    return shown


def names(screen) -> list[tuple[str, str]]:
    return [(row.scan.name, row.result) for row in screen.log.rows()]


def test_points_show_their_heads(qtbot, summit, services, screen, desk):
    station = services.check_in.open_station(summit.event.id, summit.point.id, "A", "B")
    station.scan(summit.code("王磊"))
    screen.presenter.reload()
    qtbot.waitUntil(lambda: screen.points.rows()[0].counts.arrived == 1)
    assert screen.points.rows()[0].counts.expected == 2
    assert screen.categories.text() == "Delegate 1/2"


def test_log_is_filtered_and_taken_back(qtbot, summit, services, screen, desk):
    station = services.check_in.open_station(summit.event.id, summit.point.id, "A", "B")
    station.scan(summit.code("王磊"))
    station.scan(summit.code("仇凯"))
    screen.presenter.reload()
    qtbot.waitUntil(lambda: len(screen.log.rows()) == 2)
    screen.chips.chosen.emit(REFUSED)
    qtbot.waitUntil(lambda: names(screen) == [("仇凯", "Registration cancelled")])
    screen.chips.chosen.emit(PASSED)
    qtbot.waitUntil(lambda: names(screen) == [("王磊", "Checked in")])
    screen.presenter._take_back(screen.log.rows()[0])
    qtbot.waitUntil(lambda: names(screen) == [("王磊", "taken back")])
    qtbot.waitUntil(lambda: screen.points.rows()[0].counts.arrived == 0)


def test_station_opens_and_its_scans_reach_the_screen(qtbot, summit, screen, desk):
    point = screen.current_point()
    screen.presenter.open_station(point, "入口 2", "小李", full_screen=False)
    qtbot.waitUntil(lambda: screen.presenter.window is not None)
    window, station = screen.presenter.window, screen.presenter.station
    station.scan(summit.code("王磊"))
    qtbot.waitUntil(lambda: station.outcome is not None)
    assert station.outcome.verdict is Verdict.OK_IN
    window.close()
    qtbot.waitUntil(lambda: names(screen) == [("王磊", "Checked in")])
    assert screen.presenter.window is None


def test_setting_points_up_is_done_in_the_settings(qtbot, summit, screen):
    with qtbot.waitSignal(screen.place_asked) as asked:
        screen.set_up.trigger()
    assert asked.args == [Place(ScreenName.SETTINGS, summit.point.id)]


def test_everything_is_said_again_in_the_other_language(qtbot, summit, services, screen):
    services.check_in.open_station(summit.event.id, summit.point.id, "A", "B").scan(
        summit.code("王磊")
    )
    use_language(Language.CHINESE)
    screen.retranslate()
    qtbot.waitUntil(lambda: names(screen) == [("王磊", "已签到")])
    assert screen.open.text() == "打开工位"
    assert screen.station_card.where.text() == "主会场入口"


def test_models_pass_the_tester(qtmodeltester, summit, screen, services):
    qtmodeltester.check(screen.points)
    qtmodeltester.check(screen.log)


def test_picture_shows_a_welcome(qtbot, summit, services):
    window, _presenter = show_station(services, summit.event.id, (1280, 720))
    assert window.panel.look.word == "Welcome"
    assert not window.grab().isNull()
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
