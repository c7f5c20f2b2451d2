"""A locked station is left with the passphrase only; a kiosk shows nobody's name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from summit_desk.domain.check_in.passphrases import hashed, opens
from summit_desk.domain.errors import Invalid
from summit_desk.domain.records import Setting
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.bundle import Services
from tests.check_in.keys import told, type_code
from ui.check_in.presenter import CheckInPresenter
from ui.check_in.screen import CheckInScreen
from ui.kit.desk import Desk


@settings(max_examples=8, deadline=None)
@given(st.text(min_size=4, max_size=20), st.text(min_size=1, max_size=20))
def test_only_the_passphrase_opens(chosen, other):
    kept = hashed(chosen)
    assert opens(chosen, kept)
    assert opens(other, kept) is (other.strip() == chosen.strip())
    assert not opens(chosen, "")


@pytest.fixture
def services(summit, watch):
    return Services(summit.store, watch)


def test_the_passphrase_is_kept_as_a_hash_and_can_be_changed(summit, services):
    locks, event = services.station_locks, summit.event.id
    assert not locks.is_set(event)
    locks.choose(event, "芝麻开门")
    locks.choose(event, "会务组2024")
    assert (locks.opens(event, "芝麻开门"), locks.opens(event, " 会务组2024 ")) == (False, True)
    with summit.store.view() as view:
        assert "2024" not in str([one.value for one in view.all(Setting)])


def test_a_short_passphrase_is_refused(summit, services):
    with pytest.raises(Invalid, match="at least 4 characters"):
        services.station_locks.choose(summit.event.id, "123")


@pytest.fixture
def screen(qtbot, summit, services):
    desk = Desk(services, summit.event)
    shown = CheckInScreen()
    qtbot.addWidget(shown)
    shown.presenter = CheckInPresenter(shown, services, desk)
    qtbot.waitUntil(lambda: shown.points.rowCount() > 0 and desk.idle())
    yield shown
    if shown.presenter.window is not None:
        shown.presenter.window.is_locked = False
        shown.presenter.window.close()
    desk.close()


def opened(qtbot, screen):
    """Open the station of the screen as it is ticked, in a window of its own."""
    presenter = screen.presenter
    presenter.open_station(screen.current_point(), "入口 1", "小陈", full_screen=False)
    qtbot.waitUntil(lambda: presenter.window is not None)
    return presenter.window, presenter.station


def test_leaving_a_locked_station_needs_the_passphrase(qtbot, summit, services, screen):
    services.station_locks.choose(summit.event.id, "芝麻开门")
    screen.station_card.locked.setChecked(True)
    window, _door = opened(qtbot, screen)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.lock_sheet.isVisible()

    window.lock_sheet.text.setText("guess")
    QTest.keyClick(window.lock_sheet.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the passphrase" in window.lock_sheet.problem.text())
    assert screen.presenter.window is window

    window.lock_sheet.text.setText("芝麻开门")
    QTest.keyClick(window.lock_sheet.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.presenter.window is None)


def test_scanning_goes_on_while_the_passphrase_is_asked_for(qtbot, summit, services, screen):
    services.station_locks.choose(summit.event.id, "芝麻开门")
    screen.station_card.locked.setChecked(True)
    window, door = opened(qtbot, screen)
    QTest.keyClick(window, Qt.Key.Key_Escape)

    type_code(window, summit.code("王磊"))

    told(qtbot, door, Verdict.OK_IN)
    assert not window.lock_sheet.isVisible()
    assert window.lock_sheet.text.text() == ""


def test_locking_without_a_passphrase_asks_for_one_first(qtbot, summit, services, screen):
    screen.station_card.locked.setChecked(True)
    presenter = screen.presenter
    presenter.open_station(screen.current_point(), "入口 1", "", full_screen=False)
    (dialog,) = [one for one in screen.children() if hasattr(one, "inputs")]
    assert presenter.window is None

    dialog.inputs["passphrase"].show_value("芝麻开门")
    dialog.submitted.emit(dialog.values())

    qtbot.waitUntil(lambda: presenter.window is not None)
    assert presenter.window.is_locked


def test_a_kiosk_shows_no_name_and_has_no_keys_of_the_staff(qtbot, summit, services, screen):
    services.station_locks.choose(summit.event.id, "芝麻开门")
    screen.station_card.kiosk.setChecked(True)
    assert screen.station_card.locked.isChecked()
    window, door = opened(qtbot, screen)
    assert window.panel.look.word == "Please scan your code"

    type_code(window, summit.code("欧阳明远"))

    told(qtbot, door, Verdict.OK_IN)
    look = window.panel.look
    assert (look.word, look.title, look.subtitle) == ("Welcome", "欧＊＊", "")
    QTest.keyClick(window, Qt.Key.Key_F3)
    window.scanner.typed.emit("王磊")
    assert window.open_sheet() is None
    assert not window.side.isVisible()
