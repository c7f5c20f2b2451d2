"""The verdict about one guest at one point: a pure function, asked in a fixed order.

Cleaning, decoding and finding come before (`reading`); then, each before the next: an old badge,
cancelled, blocked, pending, unpaid, the point's window, eligibility, capacity, duplicate, and the
welcome itself. Somebody who is inside already takes up no further place, so that a full point
still lets people out and still says "already checked in".
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from summit_desk.domain.check_in.outcome import Guest, Passage
from summit_desk.domain.records import AttendeeStatus, CheckPoint, Policy
from summit_desk.domain.verdicts import ENTRIES, Verdict

if TYPE_CHECKING:
    from uuid import UUID

URGENT = ("!", "\uff01")
"""A door note that begins so must be read before the guest walks on; others are only shown."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that the rules look at. `serial` is the scanned badge's, None without a badge.

    `passages` are the guest's at this point, oldest first; `eligible` answers for this point.
    """

    guest: Guest
    point: CheckPoint
    passages: Sequence[Passage]
    inside: int
    eligible: bool
    now: datetime
    zone: ZoneInfo
    serial: int | None = None


def judge(case: Case) -> Verdict:
    """Return the verdict; the first rule that has something to say decides."""
    for rule in _RULES:
        verdict = rule(case)
        if verdict is not None:
            return verdict
    return welcome(case)


def welcome(case: Case) -> Verdict:
    """Return how an admitted guest passes: in, again, with a note, or out."""
    last = last_entry(case)
    if _is_leaving(case):
        return Verdict.OK_OUT
    if is_urgent(case.guest.note):
        return Verdict.ATTENTION
    return Verdict.OK_AGAIN if last is not None else Verdict.OK_IN


def is_urgent(note: str) -> bool:
    """Say whether a door note must be read before the guest walks on."""
    return note.lstrip().startswith(URGENT)


def earlier(case: Case) -> Passage | None:
    """Return the first entry that still counts under the point's policy."""
    return next((passage for passage in _counting(case) if passage.verdict in ENTRIES), None)


def entries(passages: Sequence[Passage]) -> int:
    """Return how many times somebody came in."""
    return sum(passage.verdict in ENTRIES for passage in passages)


def is_inside(passages: Sequence[Passage]) -> bool:
    """Say whether the last passage was an entry."""
    return bool(passages) and passages[-1].verdict in ENTRIES


def counting(
    passages: Sequence[Passage], point: CheckPoint, now: datetime, zone: ZoneInfo
) -> Sequence[Passage]:
    """Return the passages that count: all of them, or today's where each day begins anew."""
    if point.policy is not Policy.ONCE_PER_DAY:
        return passages
    today = now.astimezone(zone).date()
    return [each for each in passages if each.at.astimezone(zone).date() == today]


def in_order(passages: Iterable[Passage]) -> list[Passage]:
    """Put passages in the order they happened.

    A station's own rows keep its own order even when its clock was set back between them; those
    from a paper list have the time that was written there.
    """
    latest: dict[str, datetime] = {}
    placed: list[tuple[datetime, str, int, UUID, Passage]] = []
    for passage in sorted(passages, key=lambda each: (each.station, each.sequence, each.scan)):
        at = passage.at
        if not passage.on_paper:
            at = latest[passage.station] = max(at, latest.get(passage.station, at))
        placed.append((at, passage.station, passage.sequence, passage.scan, passage))
    return [place[-1] for place in sorted(placed, key=lambda each: each[:-1])]


def _old_badge(case: Case) -> Verdict | None:
    stale = case.serial is not None and case.serial < case.guest.valid_serial
    return Verdict.REVOKED_BADGE if stale else None


_STATUS = {
    AttendeeStatus.CANCELLED: Verdict.CANCELLED,
    AttendeeStatus.DECLINED: Verdict.CANCELLED,
    AttendeeStatus.EXCUSED: Verdict.CANCELLED,
    AttendeeStatus.DUPLICATE: Verdict.CANCELLED,
    AttendeeStatus.BLOCKED: Verdict.BLOCKED,
    AttendeeStatus.PENDING: Verdict.PENDING,
}


def _status(case: Case) -> Verdict | None:
    return _STATUS.get(case.guest.status)


def _unpaid(case: Case) -> Verdict | None:
    return None if case.guest.paid else Verdict.UNPAID


def _window(case: Case) -> Verdict | None:
    tolerance = timedelta(minutes=case.point.tolerance_minutes)
    if case.point.opens_at is not None and case.now < case.point.opens_at - tolerance:
        return Verdict.TOO_EARLY
    if case.point.closes_at is not None and case.now > case.point.closes_at + tolerance:
        return Verdict.TOO_LATE
    return None


def _eligibility(case: Case) -> Verdict | None:
    return None if case.eligible else Verdict.NOT_ELIGIBLE_HERE


def _capacity(case: Case) -> Verdict | None:
    if case.point.capacity is None or is_inside(_counting(case)):
        return None
    return Verdict.FULL if case.inside >= case.point.capacity else None


def _duplicate(case: Case) -> Verdict | None:
    once = case.point.policy in (Policy.ONCE, Policy.ONCE_PER_DAY)
    return Verdict.DUPLICATE if once and earlier(case) is not None else None


_RULES: Sequence[Callable[[Case], Verdict | None]] = (
    _old_badge,
    _status,
    _unpaid,
    _window,
    _eligibility,
    _capacity,
    _duplicate,
)


def _is_leaving(case: Case) -> bool:
    return case.point.policy is Policy.REENTRY_AFTER_EXIT and is_inside(case.passages)


def last_entry(case: Case) -> Passage | None:
    return next((p for p in reversed(_counting(case)) if p.verdict in ENTRIES), None)


def _counting(case: Case) -> Sequence[Passage]:
    return counting(case.passages, case.point, case.now, case.zone)
