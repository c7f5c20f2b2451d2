"""Opening, creating and restoring summit files: what comes before any other use case."""

from collections.abc import Callable
from pathlib import Path

from db import backup
from db.store import Store
from summit_desk.domain.errors import Invalid
from summit_desk.domain.event_rules import problems_of
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Event
from summit_desk.services.bundle import Services
from summit_desk.support.clock import Clock, utc_now


class OpeningService:
    """Hands out the use cases of a file. `who` tells who works here and at which station."""

    def __init__(
        self, now: Clock = utc_now, who: Callable[[], tuple[str, str]] = lambda: ("", "")
    ) -> None:
        self._now, self._who = now, who

    def open(self, path: Path, *, writing: bool = True) -> Services:
        """Open a summit file; raises the errors of `Store.open`, and the file is not touched."""
        actor, station = self._who()
        store = Store.open(path, writing=writing, now=self._now, actor=actor, station=station)
        return Services(store, self._now)

    def create(self, path: Path, event: Event) -> Services:
        """Make a new summit file with one event; raises Invalid, FileExists or CannotWrite."""
        problems = problems_of(event)
        if problems:
            raise Invalid(problems)
        actor, station = self._who()
        store = Store.create(path, now=self._now, actor=actor, station=station)
        services = Services(store, self._now)
        services.events.create(event)
        return services

    def demo(
        self, path: Path, *, attendees: int = 300, seed: int = 1, progress: Progress = SILENT
    ) -> Services:
        """Make the demo summit in a new file and open it; raises FileExists or CannotWrite."""
        from summit_desk.services.demo import DemoService

        DemoService(self._now).build(path, attendees=attendees, seed=seed, progress=progress)
        return self.open(path)

    def restore(self, services: Services, copy: Path) -> Services:
        """Put a backup in the place of the open file and open that; raises NoBackup.

        The present state is kept as a backup of its own. When the restoring fails, the file is
        as it was, and closed: whoever asked opens it again.
        """
        path = services.workspace.path
        services.workspace.close()
        backup.restore(path, copy)
        return self.open(path)
