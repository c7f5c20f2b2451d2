"""The open summit file as a whole: facts, backups and soundness."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import backup, schema
from db.store import Store
from summit_desk.domain.records import (
    Attendee,
    Event,
    Forum,
    Organisation,
    Person,
    Record,
    Scan,
    Session,
    Speaker,
    Trip,
)
from summit_desk.support.clock import Clock

COUNTED: dict[str, type[Record]] = {
    "events": Event,
    "forums": Forum,
    "sessions": Session,
    "people": Person,
    "speakers": Speaker,
    "organisations": Organisation,
    "attendees": Attendee,
    "scans": Scan,
    "trips": Trip,
}


@dataclass(frozen=True)
class Facts:
    """Counts per table, the schema's revision, and what is wrong (empty: sound)."""

    counts: dict[str, int]
    schema: str
    faults: tuple[str, ...]


class WorkspaceService:
    """Looks after the file itself."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now
        self._backed_up_at_write = -1

    @property
    def path(self) -> Path:
        """The open file."""
        return self._store.path

    def facts(self) -> Facts:
        """Return what the file holds and whether it is sound."""
        with self._store.view() as view:
            counts = {name: view.count(kind) for name, kind in COUNTED.items()}
        return Facts(counts, schema.REVISIONS[-1], tuple(self._store.verify()))

    def backups(self) -> tuple[backup.Copy, ...]:
        """Return the backups, the latest first."""
        return tuple(backup.copies(self.path))

    def last_backup(self) -> datetime | None:
        """Return when the latest backup was made."""
        return next((copy.made_at for copy in backup.copies(self.path)), None)

    def back_up(self, *, only_if_changed: bool = False) -> Path | None:
        """Add a backup; with `only_if_changed`, none when nothing was written since the last."""
        if only_if_changed and self._store.writes == self._backed_up_at_write:
            return None
        self._backed_up_at_write = self._store.writes
        return backup.keep(self.path, at=self._now())

    def copy_to(self, target: Path) -> None:
        """Write a whole copy of the file; raises CannotWrite."""
        self._store.backup_to(target)

    def rest(self) -> None:
        """Fold the write-ahead log into the file; for idle moments."""
        self._store.checkpoint()

    def close(self) -> None:
        """Give the file back."""
        self._store.close()
