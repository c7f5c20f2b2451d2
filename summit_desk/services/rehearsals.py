"""Rehearsals of the door on a copy of the file, so that no real scan is touched."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from db.store import Store
from summit_desk.domain.check_in.rehearsal import Rehearsal, Rush, rehearse
from summit_desk.domain.errors.check_in import NobodyToRehearse
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.check_in import CheckInService
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, _

STATION = N_("Rehearsal {number}")


class RehearsalService:
    """Lets the badges of this event be scanned in simulated time."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def rehearse(
        self, event_id: UUID, point_id: UUID, rush: Rush, progress: Progress = SILENT
    ) -> Rehearsal:
        """Return what came of a rush at a point; raises NobodyToRehearse without attendees."""
        with TemporaryDirectory(prefix="summit-desk-") as folder:
            copy = Path(folder) / "rehearsal.summit"
            self._store.backup_to(copy)
            with Store.open(copy) as store:
                return _Stage(store, event_id, point_id, self._now()).play(rush, progress)


class _Stage:
    """The copy with its own clock and stations."""

    def __init__(self, store: Store, event_id: UUID, point_id: UUID, begins: datetime) -> None:
        self._event_id, self._point_id = event_id, point_id
        self._begins, self._second = begins, 0.0
        self._check_in = CheckInService(store, self._clock)

    def play(self, rush: Rush, progress: Progress) -> Rehearsal:
        """Scan every badge once, in the order of the registration numbers, then again."""
        codes = [row.code for row in self._check_in.codes(self._event_id)]
        if not codes:
            raise NobodyToRehearse
        names = [_(STATION).format(number=at + 1) for at in range(rush.stations)]
        stations = [
            self._check_in.open_station(self._event_id, self._point_id, name, "") for name in names
        ]

        def scan(number: int, station: int, second: float) -> Verdict:
            self._second = second
            return stations[station].scan(codes[number % len(codes)]).verdict

        return rehearse(rush, scan, progress)

    def _clock(self) -> datetime:
        return self._begins + timedelta(seconds=self._second)
