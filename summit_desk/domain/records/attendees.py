"""Registrations for an event, their categories, forum choices, badges and custom fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.records.base import Record


class AttendeeStatus(StrEnum):
    """Where a registration stands (spec: domain 5.1)."""

    PENDING = "pending"  # 待审核
    UNCONFIRMED = "unconfirmed"  # 待确认
    CONFIRMED = "confirmed"  # 已确认
    DECLINED = "declined"  # 无法参加
    CANCELLED = "cancelled"  # 已取消
    BLOCKED = "blocked"  # 已禁止入场


class ForumPlace(StrEnum):
    REGISTERED = "registered"
    WAITING = "waiting"


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"


@dataclass(frozen=True, kw_only=True)
class Category(Record):
    """A kind of badge, with a colour and the word that is printed (never colour alone)."""

    event_id: UUID
    name: str
    name_other: str = ""
    colour: str = "#1f5fbf"
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class CustomField(Record):
    event_id: UUID
    key: str
    label: str
    label_other: str = ""
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Attendee(Record):
    """A person's registration for an event.

    `number` is for people ("0018", unique in the event); `token` is the ten random digits in
    the badge code; badges with a serial below `valid_serial` have been replaced.
    """

    event_id: UUID
    person_id: UUID
    number: str
    token: str
    serial: int = 1
    valid_serial: int = 1
    category_id: UUID | None = None
    status: AttendeeStatus = AttendeeStatus.CONFIRMED
    seat: str = ""
    needs_hotel: bool | None = None
    room_type: str = ""
    hotel_from: date | None = None
    hotel_to: date | None = None
    diet: str = ""
    invoice_title: str = ""
    tax_number: str = ""
    notes: str = ""
    door_note: str = ""  # shown to the door staff
    tags: tuple[str, ...] = ()
    custom: Mapping[str, object] = field(default_factory=dict)
    source: str = ""
    registered_at: datetime  # aware UTC


@dataclass(frozen=True, kw_only=True)
class AttendeeForum(Record):
    attendee_id: UUID
    forum_id: UUID
    place: ForumPlace = ForumPlace.REGISTERED


@dataclass(frozen=True, kw_only=True)
class Badge(Record):
    """One printed badge: which serial, from which template, when and by whom."""

    attendee_id: UUID
    serial: int
    template: str
    printed_at: datetime  # aware UTC
    printed_by: str = ""
    reprint: bool = False
