"""How long somebody was at a point, told from the passages that the station decides by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from summit_desk.domain.check_in import rules
from summit_desk.domain.check_in.outcome import Passage
from summit_desk.domain.records import CheckPoint, Policy
from summit_desk.domain.verdicts import ENTRIES

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Trail:
    """One person's standing passages at a point, oldest first.

    `reasons` are the texts kept with some of the scans, `forced` the scans that an operator
    insisted on.
    """

    passages: Sequence[Passage]
    reasons: Mapping[UUID, str] = field(default_factory=dict)
    forced: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Stay:
    """What the passages of one person amount to.

    `last_out` is None while somebody is inside. `minutes` is None where nobody is scanned when
    leaving, so that the time inside isn't known. `until` is set for somebody who is still inside
    and whose minutes therefore end at a time that no scan says.
    """

    first: Passage
    entries: int
    inside: bool
    last_out: datetime | None = None
    minutes: int | None = None
    until: datetime | None = None


def counted_until(point: CheckPoint, now: datetime, event_ends: datetime) -> datetime | None:
    """Return until when somebody still inside counts; None where leaving isn't scanned.

    That is now, but no later than the point closes; of a point that never closes, no later than
    the event ends, so that a list written a week later does not count the week.
    """
    if point.policy is not Policy.REENTRY_AFTER_EXIT:
        return None
    return min(now, point.closes_at or event_ends)


def stay_of(passages: Sequence[Passage], end: datetime | None) -> Stay | None:
    """Return the stay that passages in their order amount to; None for whoever never came in.

    `end` is as `counted_until` says. Who comes in twice without leaving was inside all the time;
    an exit without an entry before it tells nothing.
    """
    first = next((one for one in passages if one.verdict in ENTRIES), None)
    if first is None:
        return None
    inside, entered, last_out = rules.is_inside(passages), None, None
    whole, pairs = timedelta(), 0
    for one in passages:
        if one.verdict in ENTRIES:
            entered = entered or one.at
        elif entered is not None:
            whole, pairs, last_out = whole + _between(entered, one.at), pairs + 1, one.at
            entered = None
    until = None
    if entered is not None and end is not None:
        until = max(end, entered)
        whole, pairs = whole + _between(entered, until), pairs + 1
    return Stay(
        first=first,
        entries=rules.entries(passages),
        inside=inside,
        last_out=None if inside else last_out,
        minutes=whole // MINUTE if pairs else None,
        until=until,
    )


def _between(entered: datetime, left: datetime) -> timedelta:
    """Return how long that was; a clock that was set back makes no time."""
    return max(left - entered, timedelta())
