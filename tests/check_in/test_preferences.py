"""Sound and scanners of this computer: chosen in a window, kept, and held by the open station."""

import os
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from summit_desk.services.settings import SettingsService
from summit_desk.support.settings import Settings, load
from ui.check_in.preferences import Preferences
from ui.check_in.sounds import Sounds, loudness


@pytest.fixture
def service(tmp_path) -> SettingsService:
    return SettingsService(tmp_path / "settings.json")


@pytest.fixture
def chosen(qtbot, service) -> Preferences:
    screen = QWidget()
    qtbot.addWidget(screen)
    made = Preferences(screen)
    made.keeper = screen
    made.follow(service.settings)
    made.sound_switched.connect(lambda on: made.follow(service.sound(on=on)))
    made.volume_chosen.connect(lambda volume: made.follow(service.loud(volume)))
    made.scanners_chosen.connect(lambda names: made.follow(service.listen(names)))
    return made


def test_the_volume_is_chosen_by_keyboard_and_kept(chosen, service, tmp_path):
    chosen.open()
    for _press in range(3):
        QTest.keyClick(chosen.dialog.volume, Qt.Key.Key_Left)
    assert (service.settings.volume, chosen.dialog.share.text()) == (85, "85 %")
    assert load(tmp_path / "settings.json").volume == 85


def test_a_volume_that_is_none_stays_as_delivered(tmp_path):
    for told in ('{"volume": 500}', '{"volume": "loud"}', '{"volume": true, "scanners": 3}'):
        (tmp_path / "settings.json").write_text(told)
        assert load(tmp_path / "settings.json") == Settings()


def test_where_nothing_can_be_heard_the_window_says_so(chosen):
    chosen.open()
    audible = chosen._sounds.audible
    assert chosen.dialog.silent.isVisible() is not audible
    assert chosen.dialog.test.isEnabled() is audible


def test_the_open_station_follows_at_once(chosen, door):
    chosen.furnish(door)
    chosen.open()
    chosen.dialog.volume.setValue(30)
    chosen.dialog.sounds.click()
    assert (door.sounds.volume, door.sounds.muted) == (30, True)


def test_the_station_is_made_louder_by_keyboard(chosen, service, door, window):
    chosen.furnish(door)
    QTest.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (door.sounds.volume, service.settings.volume) == (90, 90)
    assert window.panel.notice == "Volume 90 %"


def test_a_station_that_was_muted_by_key_stays_so_until_it_is_made_louder(chosen, door, window):
    chosen.furnish(door)
    QTest.keyClick(window, Qt.Key.Key_F9)
    chosen.follow(Settings(volume=40))
    muted = door.sounds.muted
    QTest.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (muted, door.sounds.muted, door.sounds.volume) == (True, False, 50)


def test_louder_than_all_and_softer_than_nothing_there_is_none(qtbot):
    sounds = Sounds()
    sounds.volume = 140
    loudest = sounds.volume
    sounds.volume = -3
    assert (loudest, sounds.volume) == (100, 0)
    assert [loudness(percent) for percent in (0, 50, 100)] == [0, 0.25, 1]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a port that is there for sure")
def test_a_port_is_ticked_named_and_listened_to(qtbot, chosen, service, door):
    scanner, port = os.openpty()
    place = os.ttyname(port)
    chosen.follow(service.listen({place: "左手"}))  # a known one is listed though it is no device
    chosen.furnish(door)
    chosen.open()
    (line,) = [each for each in chosen.dialog.lines if each.port.key == place]
    before = [each.is_open for each in door.listening.scanners.scanners]
    line.name.setText("右手")
    line.name.editingFinished.emit()
    renamed = service.settings.scanners[place]
    (line,) = [each for each in chosen.dialog.lines if each.port.key == place]
    line.used.click()
    os.close(scanner)
    os.close(port)
    assert (before, renamed) == ([True], "右手")
    assert place not in service.settings.scanners
    assert door.listening.scanners.scanners == []
