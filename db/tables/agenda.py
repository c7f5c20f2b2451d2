"""Tables of forums, sessions and parts."""

import datetime as dt
from uuid import UUID

from sqlmodel import SQLModel

from db.tables import columns as c
from summit_desk.domain.records import ForumKind, PartRole, SessionKind, SessionStatus


class ForumTable(SQLModel, table=True):
    __tablename__ = "forum"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    kind: ForumKind = c.word(ForumKind)
    colour: str = c.text(required=True)
    room_id: UUID | None = c.link("room.id", c.SET_NULL, required=False)
    host_organisation_id: UUID | None = c.link("organisation.id", c.SET_NULL, required=False)
    capacity: int | None = c.whole()
    intro: str = c.text(required=True)
    intro_other: str = c.text(required=True)
    position: int = c.whole(required=True)


class SessionTable(SQLModel, table=True):
    __tablename__ = "session"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    forum_id: UUID | None = c.link("forum.id", c.SET_NULL, required=False)
    room_id: UUID | None = c.link("room.id", c.SET_NULL, required=False)
    kind: SessionKind = c.word(SessionKind)
    status: SessionStatus = c.word(SessionStatus)
    title: str = c.text(required=True)
    title_other: str = c.text(required=True)
    starts_at: dt.datetime | None = c.wall()
    minutes: int = c.whole(required=True)
    abstract: str = c.text(required=True)
    abstract_other: str = c.text(required=True)
    outline: tuple[str, ...] = c.strings(required=True)
    position: int = c.whole(required=True)


class SessionPartTable(SQLModel, table=True):
    __tablename__ = "session_part"

    id: UUID = c.key()
    session_id: UUID = c.link("session.id", c.CASCADE)
    person_id: UUID | None = c.link("person.id", c.CASCADE, required=False)
    label: str = c.text(required=True)
    role: PartRole = c.word(PartRole)
    position: int = c.whole(required=True)
