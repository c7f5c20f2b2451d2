"""Tables of trips, travellers, legs, papers and money."""

import datetime as dt
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from db.tables import columns as c
from summit_desk.domain.records import (
    CostCategory,
    DocumentKind,
    LegKind,
    TravelDocumentKind,
    TravelDocumentStatus,
    TravellerRole,
    TripKind,
)


class TripTable(SQLModel, table=True):
    __tablename__ = "trip"

    id: UUID = c.key()
    event_id: UUID | None = c.link("event.id", c.SET_NULL, required=False)
    name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    kind: TripKind = c.word(TripKind)
    starts_on: dt.date = c.day(required=True)
    ends_on: dt.date = c.day(required=True)
    home_zone: str = c.text(required=True)
    purpose: str = c.text(required=True)
    purpose_other: str = c.text(required=True)
    currency: str = c.text(required=True)
    budget: int = c.whole(required=True)
    notes: str = c.text(required=True)


class TravellerTable(SQLModel, table=True):
    __tablename__ = "traveller"
    __table_args__ = (UniqueConstraint("trip_id", "person_id"),)

    id: UUID = c.key()
    trip_id: UUID = c.link("trip.id", c.CASCADE)
    person_id: UUID = c.link("person.id", c.CASCADE)
    role: TravellerRole = c.word(TravellerRole)
    room_with_id: UUID | None = c.link("traveller.id", c.SET_NULL, required=False)
    diet: str = c.text(required=True)
    notes: str = c.text(required=True)
    position: int = c.whole(required=True)


class TravelDocumentTable(SQLModel, table=True):
    __tablename__ = "travel_document"

    id: UUID = c.key()
    traveller_id: UUID = c.link("traveller.id", c.CASCADE)
    kind: TravelDocumentKind = c.word(TravelDocumentKind)
    status: TravelDocumentStatus = c.word(TravelDocumentStatus)
    document_kind: DocumentKind | None = c.word(DocumentKind, required=False)
    area: str = c.text(required=True)
    number: str = c.text(required=True)
    issued_on: dt.date | None = c.day()
    expires_on: dt.date | None = c.day()
    notes: str = c.text(required=True)


class LegTable(SQLModel, table=True):
    __tablename__ = "leg"

    id: UUID = c.key()
    trip_id: UUID = c.link("trip.id", c.CASCADE)
    kind: LegKind = c.word(LegKind)
    title: str = c.text(required=True)
    title_other: str = c.text(required=True)
    number: str = c.text(required=True)
    from_place: str = c.text(required=True)
    from_place_other: str = c.text(required=True)
    from_code: str = c.text(required=True)
    from_zone: str = c.text(required=True)
    starts_at: dt.datetime = c.wall(required=True)
    to_place: str = c.text(required=True)
    to_place_other: str = c.text(required=True)
    to_code: str = c.text(required=True)
    to_zone: str = c.text(required=True)
    ends_at: dt.datetime = c.wall(required=True)
    terminal_from: str = c.text(required=True)
    terminal_to: str = c.text(required=True)
    booking: str = c.text(required=True)
    baggage: str = c.text(required=True)
    country: str = c.text(required=True)
    address: str = c.text(required=True)
    contact: str = c.text(required=True)
    phone: str = c.text(required=True)
    notes: str = c.text(required=True)
    sequence: int = c.whole(required=True)


class CostTable(SQLModel, table=True):
    __tablename__ = "cost"

    id: UUID = c.key()
    trip_id: UUID = c.link("trip.id", c.CASCADE)
    spent_on: dt.date = c.day(required=True)
    category: CostCategory = c.word(CostCategory)
    payee: str = c.text(required=True)
    payer: str = c.text(required=True)
    traveller_id: UUID | None = c.link("traveller.id", c.SET_NULL, required=False)
    currency: str = c.text(required=True)
    amount: int = c.whole(required=True)
    rate: str = c.text(required=True)
    receipt: str = c.text(required=True)
    notes: str = c.text(required=True)


class TripContactTable(SQLModel, table=True):
    __tablename__ = "trip_contact"

    id: UUID = c.key()
    trip_id: UUID = c.link("trip.id", c.CASCADE)
    country: str = c.text(required=True)
    label: str = c.text(required=True)
    label_other: str = c.text(required=True)
    phone: str = c.text(required=True)
    notes: str = c.text(required=True)
    position: int = c.whole(required=True)
