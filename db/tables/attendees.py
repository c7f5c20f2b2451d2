"""Tables of registrations, categories, groups, badges and saved filters."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from db.tables import columns as c
from summit_desk.domain.records import (
    AttendeeStatus,
    FeeStatus,
    FieldKind,
    ForumPlace,
    WaitingReason,
)


class CategoryTable(SQLModel, table=True):
    __tablename__ = "category"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    colour: str = c.text(required=True)
    position: int = c.whole(required=True)


class CustomFieldTable(SQLModel, table=True):
    __tablename__ = "custom_field"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    key: str = c.text(required=True)
    label: str = c.text(required=True)
    label_other: str = c.text(required=True)
    kind: FieldKind = c.word(FieldKind)
    choices: tuple[str, ...] = c.strings(required=True)
    on_badge: bool = c.flag(required=True)
    position: int = c.whole(required=True)


class AttendeeGroupTable(SQLModel, table=True):
    __tablename__ = "attendee_group"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    name: str = c.text(required=True)
    organisation_id: UUID | None = c.link("organisation.id", c.SET_NULL, required=False)
    contact_person_id: UUID | None = c.link("person.id", c.SET_NULL, required=False)
    notes: str = c.text(required=True)
    position: int = c.whole(required=True)


class AttendeeTable(SQLModel, table=True):
    __tablename__ = "attendee"
    __table_args__ = (
        UniqueConstraint("event_id", "number"),
        UniqueConstraint("event_id", "token"),
        UniqueConstraint("event_id", "person_id"),
        # the figures above the list are counted from this index alone
        Index("ix_attendee_counts", "event_id", "status", "category_id"),
    )

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    person_id: UUID = c.link("person.id", c.CASCADE)
    number: str = c.text(required=True)
    token: str = c.text(required=True)
    serial: int = c.whole(required=True)
    valid_serial: int = c.whole(required=True)
    category_id: UUID | None = c.link("category.id", c.SET_NULL, required=False)
    status: AttendeeStatus = c.word(AttendeeStatus)
    group_id: UUID | None = c.link("attendee_group.id", c.SET_NULL, required=False)
    companion_of_id: UUID | None = c.link("attendee.id", c.SET_NULL, required=False)
    seat: str = c.text(required=True)
    fee_status: FeeStatus | None = c.word(FeeStatus, required=False)
    fee: int | None = c.whole()
    payment_method: str = c.text(required=True)
    needs_hotel: bool | None = c.flag()
    hotel: str = c.text(required=True)
    hotel_room: str = c.text(required=True)
    room_type: str = c.text(required=True)
    room_mate: str = c.text(required=True)
    hotel_from: dt.date | None = c.day()
    hotel_to: dt.date | None = c.day()
    meals: tuple[str, ...] = c.strings(required=True)
    diet: str = c.text(required=True)
    arrival_at: dt.datetime | None = c.wall()
    arrival_by: str = c.text(required=True)
    arrival_place: str = c.text(required=True)
    needs_pickup: bool | None = c.flag()
    departure_at: dt.datetime | None = c.wall()
    departure_by: str = c.text(required=True)
    departure_place: str = c.text(required=True)
    needs_dropoff: bool | None = c.flag()
    invoice_title: str = c.text(required=True)
    tax_number: str = c.text(required=True)
    invoice_kind: str = c.text(required=True)
    invoice_email: str = c.text(required=True)
    invoice_address: str = c.text(required=True)
    invoice_bank: str = c.text(required=True)
    shares_phone: bool | None = c.flag()
    notes: str = c.text(required=True)
    door_note: str = c.text(required=True)
    tags: tuple[str, ...] = c.strings(required=True)
    custom: Mapping[str, object] = c.mapped(required=True)
    source: str = c.text(required=True)
    registered_at: dt.datetime = c.instant(required=True)


class AttendeeForumTable(SQLModel, table=True):
    __tablename__ = "attendee_forum"
    __table_args__ = (UniqueConstraint("attendee_id", "forum_id"),)

    id: UUID = c.key()
    attendee_id: UUID = c.link("attendee.id", c.CASCADE)
    forum_id: UUID = c.link("forum.id", c.CASCADE)
    place: ForumPlace = c.word(ForumPlace)
    reason: WaitingReason | None = c.word(WaitingReason, required=False)
    seat: str = c.text(required=True)


class AttendeeCodeTable(SQLModel, table=True):
    __tablename__ = "attendee_code"
    __table_args__ = (UniqueConstraint("event_id", "code"),)

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE, index=False)
    attendee_id: UUID = c.link("attendee.id", c.CASCADE)
    code: str = c.text(required=True)
    own: bool = c.flag(required=True)


class SavedFilterTable(SQLModel, table=True):
    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("event_id", "name"),)

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE, index=False)
    name: str = c.text(required=True)
    wanted: Mapping[str, object] = c.mapped(required=True)
    position: int = c.whole(required=True)


class BadgeTable(SQLModel, table=True):
    __tablename__ = "badge"

    id: UUID = c.key()
    attendee_id: UUID = c.link("attendee.id", c.CASCADE)
    serial: int = c.whole(required=True)
    template: str = c.text(required=True)
    printed_at: dt.datetime = c.instant(required=True)
    printed_by: str = c.text(required=True)
    reprint: bool = c.flag(required=True)
