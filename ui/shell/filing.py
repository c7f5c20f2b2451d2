"""Filing: opens, creates, restores and closes summit files, and shows them in the window."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from summit_desk.domain.errors import DeskError
from summit_desk.domain.progress import Cancelled, Progress
from summit_desk.domain.records import Event
from summit_desk.services.settings import SettingsService
from summit_desk.support.i18n import _
from ui.kit.event_form import ask_event
from ui.kit.jobs import Jobs
from ui.kit.look import Look
from ui.kit.progress import ProgressWindow
from ui.shell.about import show_about, show_keys
from ui.shell.files import FileDialogs
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from summit_desk.services.bundle import Services
    from summit_desk.services.opening import OpeningService
    from ui.kit.desk import Desk

Result = TypeVar("Result")


class Filing(QObject):
    """What is open, and how something else comes to be open."""

    def __init__(self, window: MainWindow, look: Look, settings: SettingsService) -> None:
        super().__init__(window)
        self.window, self.look, self._settings = window, look, settings
        self._jobs = Jobs(self)
        self._services: Services | None = None
        self._desk: Desk | None = None
        self._former: Desk | None = None
        self._connect()
        self._show_settings()
        self._warm_up()

    def open(self, path: Path) -> None:
        """Open a file; the one that is open is closed when that has worked."""
        if self._services is not None and self._services.workspace.path == path:
            return
        title = _("Opening {file}…").format(file=path.name)
        self._do(title, lambda _progress: self._opening().open(path), partial(self._opened, path))

    def create(self, path: Path, event: Event, then: Callable[[], object] = lambda: None) -> None:
        """Create a file with one event, call `then` and show it."""

        def made(services: "Services") -> None:
            then()
            self._opened(path, services)

        title = _("Creating {file}…").format(file=path.name)
        self._do(title, lambda _progress: self._opening().create(path, event), made)

    def open_demo(self, path: Path) -> None:
        """Build the demo summit in `path` and show it."""
        title = _("Building the demo summit…")
        self._do(
            title,
            lambda progress: self._opening().demo(path, progress=progress),
            partial(self._opened, path),
        )

    def restore(self, copy: Path) -> None:
        """Put a backup in the place of the open file; what was there becomes a backup, too."""
        services, desk = self._services, self._desk
        if services is None or desk is None:
            return
        path = services.workspace.path
        self.window.leave_file()
        desk.close()  # the file is closed and opened again by the restoring
        self._services = self._desk = None
        self.window.show_waiting(_("Opening {file}…").format(file=path.name))
        self._do(
            _("Restoring {file}…").format(file=copy.name),
            lambda _progress: self._opening().restore(services, copy),
            partial(self._opened, path),
            lambda: self.open(path),
        )

    def opened(self) -> "tuple[Services, Desk] | None":
        """Return what is open."""
        if self._services is None or self._desk is None:
            return None
        return self._services, self._desk

    def leave(self) -> None:
        """Close the file and show the welcome page."""
        self.window.leave_file()
        if self._desk is not None:
            self._desk.close()
        if self._services is not None:
            self._services.workspace.close()
        self._desk = self._services = None

    def close(self) -> None:
        """Give everything back; must precede the end of the application."""
        self.leave()
        self._jobs.close()

    def _warm_up(self) -> None:
        """Load what opening needs while the person still reads the welcome page."""
        self._jobs.start(lambda _progress: self._opening(), lambda _service: None, self._failed)

    def _opening(self) -> "OpeningService":
        from summit_desk.services.opening import OpeningService  # noqa: PLC0415 -- slow

        return OpeningService(who=self._settings.who)

    def _do(
        self,
        title: str,
        work: Callable[[Progress], Result],
        then: Callable[[Result], object],
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        progress = ProgressWindow(title)

        def done(result: Result) -> None:
            progress.end()
            then(result)

        def failed(problem: Exception) -> None:
            progress.end()
            self._failed(problem)
            otherwise()

        progress.follow(self._jobs, self._jobs.start(work, done, failed, title))

    def _failed(self, problem: Exception) -> None:
        if self._services is None:
            self.window.leave_file()
        self._forget_lost()
        if isinstance(problem, DeskError):
            self.window.show_trouble(str(problem))
        elif not isinstance(problem, Cancelled):
            sys.excepthook(type(problem), problem, problem.__traceback__)

    def _forget_lost(self) -> None:
        """Take files that are gone off the recent ones."""
        for path in map(Path, self._settings.settings.recent):
            if not path.exists():
                self._settings.forget(path)
        self._show_settings()

    def _opened(self, path: Path, services: "Services") -> None:
        self.leave()
        self._services = services
        self._settings.opened(path)
        self._show_settings()
        self._show_events(services)

    def _show_events(self, services: "Services") -> None:
        from ui.kit.desk import Desk  # noqa: PLC0415 -- not before the first paint

        self._desk = desk = Desk(services)
        desk.event_lost.connect(self._begin_anew)
        desk.run(services.events.events, then=self._choose_event)

    def _begin_anew(self) -> None:
        """Ask for an event when the last one was undone; the screens that showed it go."""
        opened = self.opened()
        if opened is not None:
            services, desk = opened
            self.window.leave_file()
            desk.close()  # answers to those screens are dropped
            self._former = desk  # it is just telling us, so it must outlive this call
            self._show_events(services)

    def _choose_event(self, events: "Sequence[Event]") -> None:
        opened = self.opened()
        if opened is None:
            return
        services, desk = opened
        if events:
            self._show_file(events[0])
        else:  # a summit without an event has nothing to show
            self.window.leave_file()
            form = ask_event(self.window, desk, services.events.create, self._show_file)
            form.rejected.connect(self.leave)

    def _show_file(self, event: Event) -> None:
        from ui.shell.compose import entries  # noqa: PLC0415 -- not before the first paint

        opened = self.opened()
        if opened is not None:
            services, desk = opened
            desk.show_event(event)
            self.window.show_file(desk, services, entries(services, desk, self.look))

    def _show_settings(self) -> None:
        self.window.menus.show_settings(self._settings.settings)
        self.window.show_recent(self._settings.settings)
        if self._services is not None:
            store = self._services.store
            store.actor, store.station = self._settings.who()

    def _connect(self) -> None:
        window, menus = self.window, self.window.menus
        files = FileDialogs(self, self)
        deeds: dict[str, Callable[[], object]] = {
            "new": files.ask_new,
            "open": files.ask_open,
            "demo": files.ask_demo,
            "copy": files.ask_copy,
            "restore": files.ask_restore,
            "back_up": self._back_up,
            "close": self.leave,
            "quit": window.close,
            "keys": partial(show_keys, window),
            "about": partial(show_about, window),
        }
        for name, deed in deeds.items():
            menus.actions[name].triggered.connect(lambda _on=False, call=deed: call())
        menus.recent_chosen.connect(self.open)
        menus.theme_chosen.connect(self.look.wear)
        menus.speech_chosen.connect(self.look.speak)
        window.welcome.creation_asked.connect(files.ask_new)
        window.welcome.opening_asked.connect(files.ask_open)
        window.welcome.demo_asked.connect(files.ask_demo)
        window.welcome.recent_chosen.connect(self.open)
        window.file_dropped.connect(self.open)
        self.look.changed.connect(self._show_settings)

    def _back_up(self) -> None:
        if self.window.joined is not None:
            self.window.joined.back_up()
