"""The window with the demo summit in it."""

from pathlib import Path

import pytest

from summit_desk.domain.places import Place, ScreenName
from summit_desk.services.settings import SettingsService
from summit_desk.support.settings import Settings, Speech, Theme


@pytest.fixture
def settings():
    return SettingsService(None, Settings(Speech.ENGLISH, Theme.LIGHT))


@pytest.fixture
def look(qapp, settings):
    from ui.kit import fonts
    from ui.kit.look import Look

    fonts.load(qapp)
    return Look(qapp, settings)


@pytest.fixture
def services(demo, clock):
    """The use cases on the demo summit."""
    from summit_desk.services.bundle import Services

    return Services(demo, clock)


@pytest.fixture
def desk(services, qtbot):
    from ui.kit.desk import Desk

    opened = Desk(services, services.events.events()[0])
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, look, services, desk):
    from ui.shell.compose import entries
    from ui.shell.window import MainWindow

    made = MainWindow()
    qtbot.addWidget(made)
    made.show_file(desk, services, entries(services, desk, look))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(desk.idle, timeout=20_000)
    yield made
    made.leave_file()


@pytest.fixture
def go(window, desk, qtbot):
    """Go to a screen and wait until it has read what it shows."""

    def to(name: ScreenName, subject=None):
        window.joined.workspace.go(Place(name, subject))
        qtbot.waitUntil(desk.idle, timeout=20_000)
        return window.joined.workspace.current()

    return to


@pytest.fixture
def program(qapp, qtbot, settings, tmp_path: Path):
    """The whole program, before any file is open."""
    from ui.shell.program import Program

    made = Program(qapp, settings)
    made.start(None)
    qtbot.waitUntil(lambda: made.filing is not None)
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
