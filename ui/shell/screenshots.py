"""Pictures of every screen, made by the program itself."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from summit_desk.domain.errors.files import CannotWrite
from summit_desk.domain.places import Place, ScreenName
from summit_desk.services.settings import SettingsService
from summit_desk.support.i18n import Language, _
from summit_desk.support.settings import Settings, Speech, Theme
from ui.check_in.station_presenter import StationPresenter
from ui.check_in.station_window import StationWindow
from ui.kit import fonts
from ui.kit.desk import Desk
from ui.kit.look import Look
from ui.shell.compose import entries
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from summit_desk.domain.progress import Progress
    from summit_desk.services.bundle import Services

LONGEST_WAIT = 20.0
GUESTS = 6  # who come to the door before its picture is taken
LAYOUT_TURNS = 5  # what came in the last moment still finds its place
QUIET = 0.4  # seconds without work before a picture is taken


def take(
    services: "Services",
    folder: Path,
    theme: Theme,
    language: Language,
    size: tuple[int, int],
    progress: "Progress",
) -> Sequence[Path]:
    """Show every screen of the file's first event and save what it looks like."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise CannotWrite(path=folder, why=trouble.strerror) from trouble
    fonts.load(app)
    look = Look(app, SettingsService(None, Settings(Speech(language.value), theme)))
    desk, window = Desk(services, services.events.events()[0]), MainWindow()
    window.resize(*size)
    window.show_file(desk, services, entries(services, desk, look))
    window.show()
    try:
        return _pictures(window, desk, services, folder, progress)
    finally:
        window.leave_file()
        desk.close()
        window.close()
        window.deleteLater()


def _pictures(
    window: MainWindow, desk: Desk, services: "Services", folder: Path, progress: "Progress"
) -> Sequence[Path]:
    joined = window.joined
    assert joined is not None
    made = []
    for number, entry in enumerate(joined.workspace.entries, start=1):
        for name in (entry.name, *entry.also):
            joined.workspace.go(Place(name))
            _settle(desk.idle)
            path = folder / f"{number}-{name}.png"
            if not window.grab().save(str(path)):
                raise CannotWrite(path=path, why=_("the folder takes no picture"))
            made.append(path)
        if entry.name is ScreenName.CHECK_IN:
            made.append(_station(services, desk, window, folder / f"{number}-station.png"))
        progress.step(number, len(joined.workspace.entries))
    return made


def _station(services: "Services", desk: Desk, window: MainWindow, path: Path) -> Path:
    """Show the entrance after the first guests came in; the scans stay in this file."""
    event, check_in = desk.event, services.check_in
    point = check_in.point_named(event.id, None)
    name = _("Station {number}").format(number=1)
    station = check_in.open_station(event.id, point.id, name, "")
    door = StationWindow()
    presenter = StationPresenter(
        door, station, ZoneInfo(event.zone), services.now, services.events.categories(event.id)
    )
    presenter.sounds.muted = True
    door.resize(window.size())
    door.show()
    for row in reversed(check_in.codes(event.id)[:GUESTS]):
        presenter.scan(row.code)
    _settle(presenter.jobs.idle)
    door.grab().save(str(path))
    door.close()
    return path


def _settle(is_idle: Callable[[], bool]) -> None:
    """Let the screen read and paint until nothing happens any more."""
    loop, started = QEventLoop(), time.monotonic()
    quiet_since = [started]

    def look() -> None:
        now = time.monotonic()
        if not is_idle():
            quiet_since[0] = now
        if now - quiet_since[0] >= QUIET or now - started >= LONGEST_WAIT:
            loop.quit()

    watch = QTimer(interval=20)
    watch.timeout.connect(look)
    watch.start()
    loop.exec()
    watch.stop()
    for _turn in range(LAYOUT_TURNS):
        QApplication.processEvents()
