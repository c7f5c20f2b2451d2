"""A person's engagement as a speaker of an event, with the material asked of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.records.base import Record


class SpeakerStatus(StrEnum):
    INVITED = "invited"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class MaterialKind(StrEnum):
    SLIDES = "slides"
    BIOGRAPHY = "biography"
    PORTRAIT = "portrait"
    CONSENT = "consent"


@dataclass(frozen=True, kw_only=True)
class Speaker(Record):
    event_id: UUID
    person_id: UUID
    status: SpeakerStatus = SpeakerStatus.INVITED
    topic: str = ""
    topic_other: str = ""
    invited_on: date | None = None
    answered_on: date | None = None
    arrival: str = ""
    departure: str = ""
    hotel: str = ""
    contact: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Material(Record):
    """One thing asked of a speaker; not received yet while `received_on` is None."""

    speaker_id: UUID
    kind: MaterialKind
    received_on: date | None = None
    note: str = ""
