"""Check-in points and the append-only scans made at them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.records.base import Record


class PointKind(StrEnum):
    ENTRANCE = "entrance"
    FORUM = "forum"
    SESSION = "session"
    MEAL = "meal"
    GIFT = "gift"
    COACH = "coach"
    LEG = "leg"


class Policy(StrEnum):
    ONCE = "once"
    ONCE_PER_DAY = "once_per_day"
    REENTRY_AFTER_EXIT = "reentry_after_exit"
    UNLIMITED = "unlimited"


@dataclass(frozen=True, kw_only=True)
class CheckPoint(Record):
    """Where badges are scanned. Empty `category_ids` and no forum mean: everybody may enter.

    `shows` are the keys of what the screen says about a guest (empty: the usual), `questions`
    those of the event's own fields that are asked while they are empty. Who enters a point that
    `leaves_elsewhere` leaves every other one.
    """

    event_id: UUID
    kind: PointKind = PointKind.ENTRANCE
    name: str
    name_other: str = ""
    forum_id: UUID | None = None
    session_id: UUID | None = None
    leg_id: UUID | None = None
    policy: Policy = Policy.ONCE
    capacity: int | None = None
    opens_at: datetime | None = None  # aware UTC
    closes_at: datetime | None = None  # aware UTC
    tolerance_minutes: int = 0
    category_ids: tuple[UUID, ...] = ()
    tags: tuple[str, ...] = ()
    confirm_first: bool = False  # nothing is stored before somebody confirms it
    shows: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    prints_badge: bool = False
    leaves_elsewhere: bool = False
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Answer(Record):
    """What somebody answered to a question at a door: kept beside the field that it fills.

    `sequence` is that of the scan it belongs to; `station` is empty for what the desk itself had
    written before stations came back with answers of their own.
    """

    event_id: UUID
    attendee_id: UUID
    field: str  # key of an own field
    value: object
    station: str
    operator: str
    at: datetime  # aware UTC
    sequence: int


@dataclass(frozen=True, kw_only=True)
class Scan(Record):
    """One scan as it happened, refused ones too; never changed, never deleted.

    `annuls` names the scan that this row takes back. `sequence` counts per station, so that a
    clock set backwards never reorders the rows of one station.
    """

    event_id: UUID
    point_id: UUID
    attendee_id: UUID | None = None
    code: str
    verdict: str
    station: str
    scanner: str = ""  # of the station, where it has several that can be told apart
    operator: str
    at: datetime  # aware UTC
    sequence: int
    version: str  # of the program
    annuls: UUID | None = None
    forced: bool = False
    reason: str = ""
