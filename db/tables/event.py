"""Tables of the event, its days, places and settings."""

import datetime as dt
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from db.tables import columns as c


class EventTable(SQLModel, table=True):
    __tablename__ = "event"

    id: UUID = c.key()
    name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    short_name: str = c.text(required=True)
    short_name_other: str = c.text(required=True)
    organiser: str = c.text(required=True)
    organiser_other: str = c.text(required=True)
    city: str = c.text(required=True)
    city_other: str = c.text(required=True)
    zone: str = c.text(required=True)
    first_day: dt.date = c.day(required=True)
    last_day: dt.date = c.day(required=True)
    intro: str = c.text(required=True)
    intro_other: str = c.text(required=True)
    created_at: dt.datetime = c.instant(required=True)


class EventKeyTable(SQLModel, table=True):
    __tablename__ = "event_key"
    __table_args__ = (UniqueConstraint("event_id"),)

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    tag: str = c.text(required=True)
    key: str = c.text(required=True)


class DayTable(SQLModel, table=True):
    __tablename__ = "day"
    __table_args__ = (UniqueConstraint("event_id", "date"),)

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    date: dt.date = c.day(required=True)
    label: str = c.text(required=True)
    label_other: str = c.text(required=True)
    opens: dt.time = c.clock_time(required=True)
    closes: dt.time = c.clock_time(required=True)


class VenueTable(SQLModel, table=True):
    __tablename__ = "venue"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    address: str = c.text(required=True)
    address_other: str = c.text(required=True)
    phone: str = c.text(required=True)


class RoomTable(SQLModel, table=True):
    __tablename__ = "room"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    venue_id: UUID | None = c.link("venue.id", c.SET_NULL, required=False)
    name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    floor: str = c.text(required=True)
    capacity: int | None = c.whole()
    position: int = c.whole(required=True)


class SettingTable(SQLModel, table=True):
    __tablename__ = "setting"

    id: UUID = c.key()
    event_id: UUID | None = c.link("event.id", c.CASCADE, required=False)
    key: str = c.text(required=True)
    value: object = c.anything()
