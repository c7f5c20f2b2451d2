"""All checks on a trip, in one registry: what to know before buying the tickets and leaving."""

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.trip_leg_checks import LEG_CHECKS
from summit_desk.domain.trip_paper_checks import PAPER_CHECKS
from summit_desk.domain.trip_people_checks import PEOPLE_CHECKS
from summit_desk.domain.trip_snapshot import TripSnapshot

TRIP_CHECKS = (*LEG_CHECKS, *PAPER_CHECKS, *PEOPLE_CHECKS)
_WORST_FIRST = tuple(Severity)


def trip_findings(snapshot: TripSnapshot) -> tuple[Finding, ...]:
    """Return what every check finds, the worst first."""
    found = [finding for check in TRIP_CHECKS for finding in check(snapshot)]
    return tuple(sorted(found, key=lambda finding: _WORST_FIRST.index(finding.severity)))
