"""Everything that is wrong with an agenda, in words that name both items."""

from collections.abc import Callable, Iterator

from summit_desk.domain.agenda_checks.clashes import parallel_forums, same_room, two_places
from summit_desk.domain.agenda_checks.sizes import same_title, too_small
from summit_desk.domain.agenda_checks.speakers import no_material, not_confirmed
from summit_desk.domain.agenda_checks.times import (
    no_room,
    no_such_time,
    not_scheduled,
    outside_days,
    over_midnight,
)
from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.conflicts import LEVELS, Conflict
from summit_desk.domain.findings import Finding, Severity

CHECKS: tuple[Callable[[AgendaSnapshot], Iterator[Conflict]], ...] = (
    same_room,
    two_places,
    outside_days,
    no_such_time,
    too_small,
    parallel_forums,
    not_confirmed,
    no_material,
    over_midnight,
    not_scheduled,
    no_room,
    same_title,
)

_GRAVEST_FIRST = {severity: place for place, severity in enumerate(Severity)}


def agenda_conflicts(snapshot: AgendaSnapshot) -> tuple[Conflict, ...]:
    """Return every conflict, the gravest first; a kind whose level is None is left out."""
    levels = {**LEVELS, **snapshot.levels}
    found = [
        conflict
        for check in CHECKS
        for conflict in check(snapshot)
        if levels[conflict.kind] is not None
    ]
    return tuple(sorted(found, key=lambda conflict: _GRAVEST_FIRST[conflict.severity]))


def agenda_findings(snapshot: AgendaSnapshot) -> tuple[Finding, ...]:
    """Return every conflict as a finding of the preflight."""
    return tuple(conflict.finding for conflict in agenda_conflicts(snapshot))
