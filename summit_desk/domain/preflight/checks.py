"""The registry of the preflight: every check of every area, one list of findings."""

from collections.abc import Callable, Iterable

from summit_desk.domain.agenda_conflicts import agenda_findings
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.preflight.attendee_checks import ATTENDEE_CHECKS
from summit_desk.domain.preflight.event_checks import EVENT_CHECKS
from summit_desk.domain.preflight.print_checks import PRINT_CHECKS
from summit_desk.domain.preflight.snapshot import PreflightSnapshot
from summit_desk.domain.preflight.speaker_checks import SPEAKER_CHECKS
from summit_desk.domain.trip_checks import trip_findings


def _of_agenda(snapshot: PreflightSnapshot) -> Iterable[Finding]:
    return agenda_findings(snapshot.agenda)


def _of_trips(snapshot: PreflightSnapshot) -> Iterable[Finding]:
    return [finding for trip in snapshot.trips for finding in trip_findings(trip)]


CHECKS: tuple[Callable[[PreflightSnapshot], Iterable[Finding]], ...] = (
    _of_agenda,
    *SPEAKER_CHECKS,
    *PRINT_CHECKS,
    *ATTENDEE_CHECKS,
    _of_trips,
    *EVENT_CHECKS,
)

_GRAVEST_FIRST = tuple(Severity)


def preflight(snapshot: PreflightSnapshot) -> tuple[Finding, ...]:
    """Return what every check finds, the gravest first."""
    found = [finding for check in CHECKS for finding in check(snapshot)]
    return tuple(sorted(found, key=lambda finding: _GRAVEST_FIRST.index(finding.severity)))
