"""The event and where and when it happens."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from summit_desk.domain.records.base import Record


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """The whole: one or several days in one time zone. `*_other` is the English text."""

    name: str
    name_other: str = ""
    short_name: str = ""
    short_name_other: str = ""
    organiser: str = ""
    organiser_other: str = ""
    city: str = ""
    city_other: str = ""
    zone: str = "Asia/Shanghai"  # IANA name
    first_day: date
    last_day: date
    intro: str = ""
    intro_other: str = ""
    created_at: datetime  # aware UTC


@dataclass(frozen=True, kw_only=True)
class EventKey(Record):
    """What signs the event's badge codes: a public tag (4 digits) and a secret key (hex).

    Kept apart from the event so that no list or export ever carries it.
    """

    event_id: UUID
    tag: str
    key: str


@dataclass(frozen=True, kw_only=True)
class Day(Record):
    event_id: UUID
    date: date
    label: str = ""
    label_other: str = ""
    opens: time = time(8, 0)  # wall-clock, event's zone
    closes: time = time(18, 0)


@dataclass(frozen=True, kw_only=True)
class Venue(Record):
    event_id: UUID
    name: str
    name_other: str = ""
    address: str = ""
    address_other: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Room(Record):
    event_id: UUID
    venue_id: UUID | None = None
    name: str
    name_other: str = ""
    floor: str = ""
    capacity: int | None = None
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Setting(Record):
    """One setting of an event (or of the file, when `event_id` is None); `value` is JSON."""

    event_id: UUID | None = None
    key: str
    value: object = None
