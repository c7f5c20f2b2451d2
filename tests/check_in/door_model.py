"""What a door should do, told as simply as can be: from the rows of a file, each time anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import accumulate, groupby
from operator import attrgetter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from summit_desk.domain.records import AttendeeStatus, FeeStatus, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from summit_desk.domain.records import Attendee, CheckPoint, Scan

ZONE = ZoneInfo("Asia/Shanghai")
CAME, LEFT = ("OK_IN", "OK_AGAIN", "ATTENTION"), "OK_OUT"
MOVES = (*CAME, LEFT)
STATUSES = {
    AttendeeStatus.CANCELLED: "CANCELLED",
    AttendeeStatus.BLOCKED: "BLOCKED",
    AttendeeStatus.PENDING: "PENDING",
}


@dataclass(frozen=True)
class Row:
    """What a scan must have left in the file."""

    point: UUID
    guest: UUID | None
    verdict: str
    station: str
    sequence: int
    at: datetime
    annuls: UUID | None = None
    forced: bool = False


def row_of(scan: Scan) -> Row:
    """Return what the model knows of a scan in the file."""
    place = (scan.point_id, scan.attendee_id, scan.verdict, scan.station, scan.sequence)
    return Row(*place, scan.at, scan.annuls, scan.forced)


@dataclass
class Book:
    """One file: its rows by their keys, and the people as this file has them."""

    points: list[CheckPoint]
    guests: dict[UUID, Attendee]
    rows: dict[UUID, Row] = field(default_factory=dict)

    def history(self, guest: UUID, point: UUID) -> list[tuple[UUID, Row]]:
        """Return the guest's movements; no station's clock runs back."""
        annulled = {row.annuls for row in self.rows.values()}
        moves = sorted(
            (row.station, row.sequence, key)
            for key, row in self.rows.items()
            if (row.guest, row.point) == (guest, point)
            and row.verdict in MOVES
            and key not in annulled
        )
        placed = []
        for _station, own in groupby(moves, key=lambda move: move[0]):
            mine = list(own)
            clock = accumulate((self.rows[key].at for _s, _n, key in mine), max)
            placed += zip(clock, mine, strict=True)
        return [(key, self.rows[key]) for _at, (_s, _n, key) in sorted(placed)]

    def counting(self, guest: UUID, point: CheckPoint, now: datetime) -> list[tuple[UUID, Row]]:
        """Return the movements that still count: today's, where each day begins anew."""
        history = self.history(guest, point.id)
        if point.policy is not Policy.ONCE_PER_DAY:
            return history
        return [move for move in history if _day(move[1].at) == _day(now)]

    def is_inside(self, guest: UUID, point: CheckPoint, now: datetime) -> bool:
        """Say whether the last movement that counts was an entry."""
        moves = self.counting(guest, point, now)
        return bool(moves) and moves[-1][1].verdict in CAME

    def entries(self, guest: UUID, point: CheckPoint, now: datetime) -> list[UUID]:
        """Return the entries that count, the first one first."""
        return [key for key, row in self.counting(guest, point, now) if row.verdict in CAME]

    def arrived(self, point: CheckPoint, now: datetime) -> int:
        """Return how many people came in."""
        return sum(bool(self.entries(guest, point, now)) for guest in self.guests)

    def inside(self, point: CheckPoint, now: datetime) -> int:
        """Return how many people take up a place."""
        if point.policy is not Policy.REENTRY_AFTER_EXIT:
            return self.arrived(point, now)
        return sum(self.is_inside(guest, point, now) for guest in self.guests)

    def expected(self, point: CheckPoint) -> int:
        """Return how many people may come."""
        coming = (AttendeeStatus.CONFIRMED, AttendeeStatus.UNCONFIRMED)
        return sum(one.status in coming and is_eligible(one, point) for one in self.guests.values())

    def judge(self, point: CheckPoint, guest: UUID, now: datetime, serial: int | None) -> str:
        """Return the verdict."""
        person = self.guests[guest]
        again = self.entries(guest, point, now)
        slack = timedelta(minutes=point.tolerance_minutes)
        full = point.capacity is not None and self.inside(point, now) >= point.capacity
        refusals = {
            "REVOKED_BADGE": serial is not None and serial < person.valid_serial,
            STATUSES.get(person.status, ""): person.status in STATUSES,
            "UNPAID": person.fee_status is FeeStatus.UNPAID,
            "TOO_EARLY": point.opens_at is not None and now < point.opens_at - slack,
            "TOO_LATE": point.closes_at is not None and now > point.closes_at + slack,
            "NOT_ELIGIBLE_HERE": not is_eligible(person, point),
            "FULL": full and not self.is_inside(guest, point, now),
            "DUPLICATE": again and point.policy in (Policy.ONCE, Policy.ONCE_PER_DAY),
        }
        refused = [verdict for verdict, holds in refusals.items() if holds]
        return refused[0] if refused else self.welcome(point, guest, now)

    def welcome(self, point: CheckPoint, guest: UUID, now: datetime) -> str:
        """Return how somebody passes who may."""
        if point.policy is Policy.REENTRY_AFTER_EXIT and self.is_inside(guest, point, now):
            return LEFT
        if self.guests[guest].door_note.startswith("！"):
            return "ATTENTION"
        return "OK_AGAIN" if self.entries(guest, point, now) else "OK_IN"

    def exits(self, point: CheckPoint, guest: UUID, now: datetime) -> list[UUID]:
        """Return the points that are left by entering this one."""
        others = [one for one in self.points if one.id != point.id and point.leaves_elsewhere]
        return [
            one.id
            for one in others
            if one.policy is Policy.REENTRY_AFTER_EXIT and self.is_inside(guest, one, now)
        ]

    def last_of(self, station: str) -> int:
        """Return the number of the station's last row."""
        return max(
            (row.sequence for row in self.rows.values() if row.station == station), default=0
        )

    def latest(self, station: str) -> tuple[UUID, Row] | None:
        """Return what F2 takes back: the station's last row that stands."""
        annulled = {row.annuls for row in self.rows.values()}
        own = [
            (key, row)
            for key, row in self.rows.items()
            if row.station == station and row.annuls is None and key not in annulled
        ]
        return max(own, key=lambda each: each[1].sequence, default=None)

    def lighter(self) -> Book:
        """Return what a station file begins with: whoever moved, and what was taken back of it."""
        moved = {key: row for key, row in self.rows.items() if row.verdict in MOVES}
        undone = {key: row for key, row in self.rows.items() if row.annuls in moved}
        return Book(self.points, dict(self.guests), moved | undone)


def is_eligible(person: Attendee, point: CheckPoint) -> bool:
    """Say whether the person is on the point's list."""
    everybody = not point.category_ids and not point.tags
    return (
        everybody
        or person.category_id in point.category_ids
        or bool(set(person.tags) & set(point.tags))
    )


def by_sequence(rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order in which their station wrote them."""
    return sorted(rows, key=attrgetter("sequence"))


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
