"""Builds the demo summit, from 300 attendees to the 100,000 of the benchmark."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from uuid import UUID

from db.store import Store
from db.unit import Unit
from summit_desk.domain.change import EVERYTHING
from summit_desk.domain.errors.files import CannotWrite, FileExists
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Forum, Organisation, Person, Record, Session, Trip
from summit_desk.services.demo.frame import BEGAN, DESIGNED_FOR
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.summit import summit
from summit_desk.support.clock import Clock, utc_now
from summit_desk.support.i18n import N_, _

BATCH = 5_000
CACHE_KIB = 256 * 1024  # the indexes of 100,000 people are filled in random order
LEFT_OVER = ("{part}", "{part}-wal", "{part}-shm", ".{part}.lock")
RECORDS_PER_ATTENDEE = 5  # person, position, registration and two forums, roughly
SEARCHED: dict[type[Record], str] = {
    Person: "person",
    Organisation: "organisation",
    Session: "session",
    Forum: "forum",
    Trip: "trip",
}


class DemoService:
    """Writes a summit file with the demo summit."""

    def __init__(self, now: Clock = utc_now) -> None:
        self._now = now

    def build(
        self,
        path: Path,
        *,
        attendees: int = DESIGNED_FOR,
        seed: int = 1,
        progress: Progress = SILENT,
    ) -> None:
        """Make a new file with the demo summit; raises FileExists or CannotWrite.

        The same seed and number of attendees give the same rows. A build that is cancelled
        leaves nothing behind.
        """
        if path.exists():
            raise FileExists(path=path)
        if not path.parent.is_dir():
            raise CannotWrite(path=path, why=_("there is no folder {0}").format(path.parent))
        part = path.with_name(f"{path.name}.part")
        _tidy(part)
        try:
            with Store.create(part, now=self._now) as store, store.unit() as unit:
                _write(unit, summit(Seed(seed, BEGAN), attendees), _Steps(progress, attendees))
                unit.commit(N_("Build the demo summit"), *EVERYTHING)
            part.replace(path)
        except CannotWrite as trouble:
            raise CannotWrite(path=path, why=trouble.details["why"]) from trouble
        finally:
            _tidy(part)


def _tidy(part: Path) -> None:
    """Remove what a build leaves behind, or an earlier one that was interrupted."""
    for name in LEFT_OVER:
        left = part.with_name(name.format(part=part.name))
        if left.exists():
            left.unlink()


class _Steps:
    """Counts records and reports them as a share of the whole."""

    def __init__(self, progress: Progress, attendees: int) -> None:
        self._progress, self._done = progress, 0
        self._total = attendees * (RECORDS_PER_ATTENDEE + 1) + BATCH

    def take(self, count: int) -> None:
        """Report so many more."""
        self._done = min(self._done + count, self._total)
        self._progress.step(self._done, self._total)


def _write(unit: Unit, records: Iterator[Record], steps: _Steps) -> None:
    """Write the records and what they are found and sorted by.

    They are the beginning of the file: there is nothing before them to undo to.
    """
    unit.connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE_KIB}")
    while batch := list(islice(records, BATCH)):
        unit.log(batch)
        unit.refresh(list(_searched(batch)))
        steps.take(len(batch))


def _searched(records: Iterable[Record]) -> Iterator[tuple[str, UUID]]:
    for record in records:
        if type(record) in SEARCHED:
            yield SEARCHED[type(record)], record.id
