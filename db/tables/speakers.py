"""Tables of speakers and their material."""

import datetime as dt
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from db.tables import columns as c
from summit_desk.domain.records import MaterialKind, SpeakerStatus


class SpeakerTable(SQLModel, table=True):
    __tablename__ = "speaker"
    __table_args__ = (UniqueConstraint("event_id", "person_id"),)

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    person_id: UUID = c.link("person.id", c.CASCADE)
    status: SpeakerStatus = c.word(SpeakerStatus)
    topic: str = c.text(required=True)
    topic_other: str = c.text(required=True)
    invited_on: dt.date | None = c.day()
    answered_on: dt.date | None = c.day()
    arrival: str = c.text(required=True)
    departure: str = c.text(required=True)
    hotel: str = c.text(required=True)
    contact: str = c.text(required=True)
    notes: str = c.text(required=True)


class MaterialTable(SQLModel, table=True):
    __tablename__ = "material"
    __table_args__ = (UniqueConstraint("speaker_id", "kind"),)

    id: UUID = c.key()
    speaker_id: UUID = c.link("speaker.id", c.CASCADE)
    kind: MaterialKind = c.word(MaterialKind)
    received_on: dt.date | None = c.day()
    note: str = c.text(required=True)
