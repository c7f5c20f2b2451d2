"""Checks on the event as a whole: what every summit has and this one lacks."""

from collections.abc import Callable, Iterator

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.preflight.snapshot import PreflightSnapshot
from summit_desk.domain.records import PointKind
from summit_desk.support.i18n import N_


def no_sessions(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find an agenda with nothing on it."""
    if not snapshot.agenda.live:
        yield Finding(
            Severity.HINT,
            "no_sessions",
            "",
            N_("The agenda is still empty."),
            place=Place(ScreenName.AGENDA),
            fix=N_("Add the first session."),
        )


def nobody_registered(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find an event without attendees."""
    if not snapshot.registrations.total:
        yield Finding(
            Severity.HINT,
            "nobody_registered",
            "",
            N_("Nobody is registered yet."),
            place=Place(ScreenName.ATTENDEES),
            fix=N_("Add attendees, or import a list."),
        )


def no_entrance(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find an event whose badges could be scanned nowhere."""
    if all(point.kind is not PointKind.ENTRANCE for point in snapshot.points):
        yield Finding(
            Severity.WARN,
            "no_entrance",
            "",
            N_("There is no check-in point for the entrance."),
            place=Place(ScreenName.SETTINGS),
            fix=N_("Add one under Settings, Check-in points."),
        )


EVENT_CHECKS: tuple[Callable[[PreflightSnapshot], Iterator[Finding]], ...] = (
    no_sessions,
    nobody_registered,
    no_entrance,
)
