"""What comes of stations that were apart: whom two of them let in, and by which right.

Everything here is computed from rows and marks, never stored: whatever the order in which
station files were merged, the same rows give the same list.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from summit_desk.domain.change import Change
from summit_desk.domain.check_in.answers import AnswerConflict
from summit_desk.domain.check_in.skew import NO_SKEW, Origin, Skew
from summit_desk.domain.check_in.stations import StationMark
from summit_desk.domain.records import CheckPoint, Policy
from summit_desk.support.i18n import in_words

DUPLICATE_OFFLINE = "DUPLICATE_OFFLINE"
"""What a later entry has become. It is told of the row, which itself is never changed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody was let in at `at`, as the station's clock said.

    `steady` is the same without the steps of a clock that was set back between two scans;
    `corrected` is when it was by the clock of the desk.
    """

    scan: UUID
    attendee_id: UUID
    point_id: UUID
    at: datetime
    station: str
    operator: str
    sequence: int
    steady: datetime
    origin: Origin = None
    corrected: datetime | None = None

    @property
    def rank(self) -> tuple[datetime, str, int, UUID]:
        """What decides who was first; the same for everybody who has the rows."""
        return self.corrected or self.steady, self.station, self.sequence, self.scan


@dataclass(frozen=True, slots=True)
class Conflict:
    """One person, let in at several stations while those were apart: the first entry counts."""

    point: CheckPoint
    attendee_id: UUID
    first: Entry
    later: tuple[Entry, ...]
    number: str = ""
    name: str = ""

    def point_words(self) -> str:
        """Return the point's name in the current language."""
        return in_words(self.point.name, self.point.name_other)


@dataclass(frozen=True, slots=True)
class Share:
    """What one station file brought."""

    mark: StationMark
    scans: int
    known: int  # that were taken over before
    walk_ins: int
    skew: Skew = NO_SKEW
    first: datetime | None = None
    last: datetime | None = None
    lost: int = 0  # scans of people who were removed at the desk since
    answers: int = 0  # to the questions of a point
    missing: int = 0  # scans of the station that its file lacks: it was used in two places


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge; `change` tells every screen. Conflicts are those of the event."""

    shares: tuple[Share, ...]
    conflicts: tuple[Conflict, ...]
    change: Change
    renumbered: tuple[tuple[str, str], ...] = field(default=())  # numbers before and after
    answers: tuple[AnswerConflict, ...] = ()

    @property
    def scans(self) -> int:
        """How many scans were taken over."""
        return sum(share.scans for share in self.shares)

    @property
    def walk_ins(self) -> int:
        """How many walk-ins were taken over."""
        return sum(share.walk_ins for share in self.shares)


def conflicts(
    entries: Iterable[Entry],
    points: Mapping[UUID, CheckPoint],
    skews: Mapping[UUID, Skew],
    zone: ZoneInfo,
    copied: Collection[Origin] = (),
) -> list[Conflict]:
    """Return the conflicts among entries of which each was decided without knowing another.

    Entries of one file knew of each other, so a conflict needs two; or one of the `copied`, which
    were used in two places. Where each day begins anew, every day is looked at alone.
    """

    def key(entry: Entry) -> tuple[UUID, UUID, date]:
        once = points[entry.point_id].policy is not Policy.ONCE_PER_DAY
        day = date.min if once else entry.at.astimezone(zone).date()
        return entry.point_id, entry.attendee_id, day

    found = []
    for (point_id, attendee_id, _day), group in groupby(
        sorted(_corrected(entries, skews, copied), key=lambda entry: (key(entry), entry.rank)), key
    ):
        first, *later = group
        if {entry.origin for entry in later} - {first.origin} or (later and first.origin in copied):
            found.append(Conflict(points[point_id], attendee_id, first, tuple(later)))
    return sorted(found, key=lambda conflict: (conflict.first.rank, conflict.attendee_id))


def _corrected(
    entries: Iterable[Entry], skews: Mapping[UUID, Skew], copied: Collection[Origin]
) -> list[Entry]:
    """Return the entries with their times by the desk's clock.

    The rows of a copied file stand in no one order, so that only each one's own time is left.
    """
    return [
        replace(
            entry,
            corrected=(entry.at if entry.origin in copied else entry.steady)
            - (skews.get(entry.origin, NO_SKEW).delta if entry.origin else NO_SKEW.delta),
        )
        for entry in entries
    ]


def origin_of(station: str, marks: Sequence[StationMark]) -> Origin:
    """Return the station file in which a scan signed so was made, None for the desk's own."""
    return next((mark.id for mark in marks if mark.signs(station)), None)


def settled_number(number: str, attendee_id: UUID) -> str:
    """Return another number for somebody whose number an older registration has.

    It follows from number and key alone, so that it is the same in whatever order files come.
    """
    return f"{number}-{attendee_id.hex[-6:]}"
