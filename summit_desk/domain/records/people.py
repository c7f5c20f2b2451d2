"""People, their positions, organisations, and the bodies that organisations are members of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.records.base import Record


class OrganisationKind(StrEnum):
    COMPANY = "company"
    STATE_COMPANY = "state_company"
    INSTITUTE = "institute"
    UNIVERSITY = "university"
    ASSOCIATION = "association"
    GOVERNMENT = "government"
    MEDIA = "media"
    OTHER = "other"


class BodyKind(StrEnum):
    BRANCH = "branch"
    WORKING_GROUP = "working_group"
    COMMITTEE = "committee"
    PREPARATORY = "preparatory"


class MemberLevel(StrEnum):
    PRESIDENT = "president"  # 会长单位
    VICE_PRESIDENT = "vice_president"  # 副会长单位
    COUNCIL = "council"  # 理事单位
    MEMBER = "member"  # 会员单位
    LEADER = "leader"  # 组长单位


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class DocumentKind(StrEnum):
    ID_CARD = "id_card"
    PASSPORT = "passport"
    HOME_RETURN = "home_return"
    TAIWAN_PERMIT = "taiwan_permit"
    OFFICER = "officer"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Organisation(Record):
    full_name: str
    short_name: str = ""
    name_other: str = ""
    aliases: tuple[str, ...] = ()
    kind: OrganisationKind = OrganisationKind.COMPANY
    parent_id: UUID | None = None
    credit_code: str = ""  # unified social credit code
    address: str = ""
    website: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Body(Record):
    """A branch, working group or committee; its chair may be a person or an organisation."""

    name: str
    short_name: str = ""
    name_other: str = ""
    kind: BodyKind = BodyKind.WORKING_GROUP
    parent_id: UUID | None = None  # another body
    organisation_id: UUID | None = None  # the association it belongs to
    chair_person_id: UUID | None = None
    chair_organisation_id: UUID | None = None
    founded_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Membership(Record):
    """An organisation or a person in a body."""

    body_id: UUID
    organisation_id: UUID | None = None
    person_id: UUID | None = None
    level: MemberLevel = MemberLevel.MEMBER
    title: str = ""
    since: date | None = None
    founding: bool = False


@dataclass(frozen=True, kw_only=True)
class Picture(Record):
    """An image kept in the file, e.g. a portrait."""

    mime: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """One human being; attendee, speaker and traveller are roles of a person.

    `pinyin` is written in lower-case syllables ("zhang wei"); `passport_*` as printed in the
    passport ("ZHANG", "WEI"). With `spelling_fixed` both came from a person and are never
    computed again.
    """

    name: str
    family_name: str = ""
    given_name: str = ""
    pinyin: str = ""
    passport_family: str = ""
    passport_given: str = ""
    spelling_fixed: bool = False
    other_name: str = ""
    honorific: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    mobile: str = ""
    phone: str = ""
    email: str = ""
    document_kind: DocumentKind | None = None
    document_number: str = ""
    portrait_id: UUID | None = None
    biography: str = ""
    biography_other: str = ""
    rank: int = 100  # protocol order: smaller first
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Position(Record):
    """What a person is, where; position 0 is printed first."""

    person_id: UUID
    organisation_id: UUID | None = None
    department: str = ""
    title: str = ""
    title_other: str = ""
    position: int = 0
