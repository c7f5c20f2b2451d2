"""Registrations for an event, their categories, groups, forum choices, badges and own fields."""

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
    EXCUSED = "excused"  # 请假
    DUPLICATE = "duplicate"  # 重复


class ForumPlace(StrEnum):
    REGISTERED = "registered"
    WAITING = "waiting"


class WaitingReason(StrEnum):
    """Why somebody is on the waiting list of a forum."""

    FULL = "full"  # no seat was free
    NOT_COMING = "not_coming"  # the registration takes no seat
    BY_HAND = "by_hand"  # somebody put the person there


class FeeStatus(StrEnum):
    """Whether the fee of a registration was paid (spec: domain 5.1)."""

    UNPAID = "unpaid"  # 未缴费
    PAID = "paid"  # 已缴费
    WAIVED = "waived"  # 免缴
    REFUNDED = "refunded"  # 已退款


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
    on_badge: bool = False
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class AttendeeGroup(Record):
    """People who come together: a delegation of one organisation, with a contact."""

    event_id: UUID
    name: str
    organisation_id: UUID | None = None
    contact_person_id: UUID | None = None
    notes: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Attendee(Record):
    """A person's registration for an event.

    `number` is for people ("0018", unique in the event); `token` is the ten random digits in
    the badge code; badges with a serial below `valid_serial` have been replaced. `fee` is in
    hundredths of the currency; arrival and departure are wall-clock times of the event's zone;
    `seat` is written as `domain.seats` spells it.
    """

    event_id: UUID
    person_id: UUID
    number: str
    token: str
    serial: int = 1
    valid_serial: int = 1
    category_id: UUID | None = None
    status: AttendeeStatus = AttendeeStatus.CONFIRMED
    group_id: UUID | None = None
    companion_of_id: UUID | None = None  # the attendee whom this one accompanies
    seat: str = ""
    fee_status: FeeStatus | None = None
    fee: int | None = None
    payment_method: str = ""
    needs_hotel: bool | None = None
    hotel: str = ""
    hotel_room: str = ""  # its number
    room_type: str = ""
    room_mate: str = ""
    hotel_from: date | None = None
    hotel_to: date | None = None
    meals: tuple[str, ...] = ()
    diet: str = ""
    arrival_at: datetime | None = None
    arrival_by: str = ""  # flight or train
    arrival_place: str = ""
    needs_pickup: bool | None = None
    departure_at: datetime | None = None
    departure_by: str = ""
    departure_place: str = ""
    needs_dropoff: bool | None = None
    invoice_title: str = ""
    tax_number: str = ""
    invoice_kind: str = ""
    invoice_email: str = ""
    invoice_address: str = ""  # address and telephone
    invoice_bank: str = ""  # bank and account
    shares_phone: bool | None = None  # agreed to be in printed lists with the number
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
    reason: WaitingReason | None = None  # of a place on the waiting list
    seat: str = ""


@dataclass(frozen=True, kw_only=True)
class AttendeeCode(Record):
    """Another code that means an attendee.

    `own`: the ten digits in badges of a registration that was merged into this one; else the
    whole code of another system (spec: check-in k).
    """

    event_id: UUID
    attendee_id: UUID
    code: str
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class SavedFilter(Record):
    """A filter with a name; `wanted` is as `domain.saved_filters` writes it."""

    event_id: UUID
    name: str
    wanted: Mapping[str, object] = field(default_factory=dict)
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Badge(Record):
    """One printed badge: which serial, from which template, when and by whom."""

    attendee_id: UUID
    serial: int
    template: str
    printed_at: datetime  # aware UTC
    printed_by: str = ""
    reprint: bool = False
