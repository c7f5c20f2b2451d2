"""Laptops with station files, and the whole state of a summit as text."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.convert import table_of
from db.store import Store
from summit_desk.domain.records import (
    Answer,
    Attendee,
    AttendeeForum,
    Badge,
    CheckPoint,
    Organisation,
    Person,
    Position,
    Scan,
    Setting,
)
from summit_desk.services.bundle import Services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from summit_desk.services.station import Station
    from tests.check_in.conftest import Summit

MERGED = (
    Answer,
    Attendee,
    AttendeeForum,
    Badge,
    CheckPoint,
    Organisation,
    Person,
    Position,
    Scan,
    Setting,
)


@dataclass
class Laptop:
    """A station file, opened for as long as something happens at its door."""

    summit: Summit
    path: Path

    def at_the_door(self, work: Callable[[Station], object], **moved: float) -> None:
        """Do something at the station, whose clock is off by so much."""
        with Store.open(self.path) as store:
            self.summit.watch.move(**moved)
            services = Services(store, self.summit.watch)
            work(services.check_in.open_station(self.summit.event.id, self.point(), "", "小李"))
            self.summit.watch.move(**{unit: -count for unit, count in moved.items()})

    def point(self):
        return self.summit.point.id

    def scans(self, *names: str, **moved: float) -> None:
        """Scan the badges of these people."""
        codes = [self.summit.code(name) for name in names]
        self.at_the_door(lambda station: [station.scan(code) for code in codes], **moved)


def laptop(summit: Summit, name: str) -> Laptop:
    """Make a station file and give it away."""
    path = summit.store.path.with_name(f"{name}.station")
    Services(summit.store, summit.watch).stations.make(summit.event.id, name, path)
    return Laptop(summit, path)


def merged(summit: Summit, paths: Iterable[Path], *, name: str = "copy") -> tuple[str, list]:
    """Merge the files one by one into a copy of the summit; return its state and conflicts."""
    path = summit.store.path.with_name(f"{name}.summit")
    path.unlink(missing_ok=True)
    summit.store.backup_to(path)
    with Store.open(path) as store:
        services = Services(store, summit.watch)
        for each in paths:
            services.merging.merge([each])
        found = services.merging.conflicts(summit.event.id)
        state = dump(store)
        assert store.verify() == []
    shutil.rmtree(path.with_name(f"{name}.backups"), ignore_errors=True)
    return state, [(one.first.scan, *(each.scan for each in one.later)) for one in found]


def dump(store: Store) -> str:
    """Return every row of the tables that a merge touches, whatever the order they lie in."""
    lines = []
    with store.view() as view:
        for kind in MERGED:
            name = table_of(kind).name
            rows = view.connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY id")
            lines += [f"{kind.__name__} {tuple(row)!r}" for row in rows]
    return "\n".join(lines)
