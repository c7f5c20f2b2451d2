"""The preflight: everything that is wrong with an event, found in one look at the file."""

from dataclasses import replace
from uuid import UUID

from db.queries import preflight as asked
from db.store import Store
from db.unit import View
from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.preflight.checks import preflight
from summit_desk.domain.preflight.snapshot import PreflightSnapshot
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import CheckPoint, Person, Speaker
from summit_desk.services.agenda import AgendaService
from summit_desk.services.apart import undecided
from summit_desk.services.printable import unprintable_texts
from summit_desk.services.trips import TripService
from summit_desk.support.clock import Clock
from summit_desk.support.collector import uncollected


class PreflightService:
    """Runs every check; what was found stays valid until something is written."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now
        self._agenda, self._trips = AgendaService(store, now), TripService(store, now)
        self._found: dict[UUID, tuple[int, tuple[Finding, ...]]] = {}

    def findings(self, event_id: UUID, progress: Progress = SILENT) -> tuple[Finding, ...]:
        """Return what is wrong with the event and its trips, the gravest first.

        Raises Cancelled when `progress` says so.
        """
        writes = self._store.writes
        known = self._found.get(event_id)
        if known is None or known[0] != writes:
            with uncollected():
                found = preflight(self._snapshot(event_id, progress))
            known = self._found[event_id] = writes, found
        return known[1]

    def blocks(self, event_id: UUID) -> bool:
        """Tell whether something must be solved first."""
        return any(one.severity is Severity.BLOCK for one in self.findings(event_id))

    def _snapshot(self, event_id: UUID, progress: Progress) -> PreflightSnapshot:
        agenda = self._agenda.snapshot(event_id)
        trips = self._trips.snapshots(event_id)
        with self._store.view() as view:
            roll = asked.roll_of(view, event_id, progress)
            speakers = view.all(Speaker, event_id=event_id)
            return PreflightSnapshot(
                agenda=_with_names(view, agenda, speakers),
                trips=trips,
                speakers=tuple(speakers),
                points=tuple(view.all(CheckPoint, event_id=event_id)),
                registrations=undecided(view, asked.registrations(view, event_id, roll, progress)),
                unprintable=tuple(unprintable_texts(view, agenda, roll, progress)),
            )


def _with_names(view: View, agenda: AgendaSnapshot, speakers: list[Speaker]) -> AgendaSnapshot:
    """Return the agenda with the names of speakers who stand in no session, too."""
    others = [one.person_id for one in speakers if one.person_id not in agenda.people]
    if not others:
        return agenda
    names = {one.id: one.name for one in view.all(Person, id=others)}
    return replace(agenda, people={**agenda.people, **names})
