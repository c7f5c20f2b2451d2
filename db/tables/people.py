"""Tables of persons, organisations and bodies."""

import datetime as dt
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import SQLModel

from db.tables import columns as c
from summit_desk.domain.records import BodyKind, DocumentKind, MemberLevel, OrganisationKind, Sex


class OrganisationTable(SQLModel, table=True):
    __tablename__ = "organisation"

    id: UUID = c.key()
    full_name: str = c.text(required=True)
    short_name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    aliases: tuple[str, ...] = c.strings(required=True)
    kind: OrganisationKind = c.word(OrganisationKind)
    parent_id: UUID | None = c.link("organisation.id", c.SET_NULL, required=False)
    credit_code: str = c.text(required=True)
    address: str = c.text(required=True)
    website: str = c.text(required=True)
    notes: str = c.text(required=True)


class BodyTable(SQLModel, table=True):
    __tablename__ = "body"

    id: UUID = c.key()
    name: str = c.text(required=True)
    short_name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    kind: BodyKind = c.word(BodyKind)
    parent_id: UUID | None = c.link("body.id", c.SET_NULL, required=False)
    organisation_id: UUID | None = c.link("organisation.id", c.SET_NULL, required=False)
    chair_person_id: UUID | None = c.link("person.id", c.SET_NULL, required=False)
    chair_organisation_id: UUID | None = c.link("organisation.id", c.SET_NULL, required=False)
    founded_on: dt.date | None = c.day()
    notes: str = c.text(required=True)


class MembershipTable(SQLModel, table=True):
    __tablename__ = "membership"

    id: UUID = c.key()
    body_id: UUID = c.link("body.id", c.CASCADE)
    organisation_id: UUID | None = c.link("organisation.id", c.CASCADE, required=False)
    person_id: UUID | None = c.link("person.id", c.CASCADE, required=False)
    level: MemberLevel = c.word(MemberLevel)
    title: str = c.text(required=True)
    since: dt.date | None = c.day()
    founding: bool = c.flag(required=True)


class PictureTable(SQLModel, table=True):
    __tablename__ = "picture"

    id: UUID = c.key()
    mime: str = c.text(required=True)
    data: bytes = c.bytes_(required=True)


class PersonTable(SQLModel, table=True):
    __tablename__ = "person"
    __table_args__ = (Index("ix_person_mobile", "mobile"),)

    id: UUID = c.key()
    name: str = c.text(required=True)
    family_name: str = c.text(required=True)
    given_name: str = c.text(required=True)
    pinyin: str = c.text(required=True)
    passport_family: str = c.text(required=True)
    passport_given: str = c.text(required=True)
    spelling_fixed: bool = c.flag(required=True)
    other_name: str = c.text(required=True)
    honorific: str = c.text(required=True)
    sex: Sex | None = c.word(Sex, required=False)
    birth_date: dt.date | None = c.day()
    mobile: str = c.text(required=True)
    phone: str = c.text(required=True)
    email: str = c.text(required=True)
    document_kind: DocumentKind | None = c.word(DocumentKind, required=False)
    document_number: str = c.text(required=True)
    portrait_id: UUID | None = c.link("picture.id", c.SET_NULL, required=False)
    biography: str = c.text(required=True)
    biography_other: str = c.text(required=True)
    rank: int = c.whole(required=True)
    notes: str = c.text(required=True)


class PositionTable(SQLModel, table=True):
    __tablename__ = "position"

    id: UUID = c.key()
    person_id: UUID = c.link("person.id", c.CASCADE)
    organisation_id: UUID | None = c.link("organisation.id", c.SET_NULL, required=False)
    department: str = c.text(required=True)
    title: str = c.text(required=True)
    title_other: str = c.text(required=True)
    position: int = c.whole(required=True)
