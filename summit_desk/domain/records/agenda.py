"""Forums, the items of the agenda and who takes part in them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.records.base import Record


class ForumKind(StrEnum):
    MAIN = "main"
    PARALLEL = "parallel"


class SessionKind(StrEnum):
    CEREMONY = "ceremony"
    KEYNOTE = "keynote"
    TALK = "talk"
    PANEL = "panel"
    DIALOGUE = "dialogue"
    SIGNING = "signing"
    MATCHMAKING = "matchmaking"
    TRAINING = "training"
    BREAK = "break"
    MEAL = "meal"
    REGISTRATION = "registration"
    VISIT = "visit"


class SessionStatus(StrEnum):
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class PartRole(StrEnum):
    HOST = "host"
    CHAIR = "chair"
    SPEAKER = "speaker"
    PANELLIST = "panellist"
    MODERATOR = "moderator"
    INTERPRETER = "interpreter"
    PRESENTER = "presenter"  # of awards


@dataclass(frozen=True, kw_only=True)
class Forum(Record):
    """A track with its own name, host, room and registration; the main forum has kind MAIN."""

    event_id: UUID
    name: str
    name_other: str = ""
    kind: ForumKind = ForumKind.PARALLEL
    colour: str = "#1f5fbf"
    room_id: UUID | None = None
    host_organisation_id: UUID | None = None
    capacity: int | None = None  # seats; None: as the room has
    intro: str = ""
    intro_other: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Session(Record):
    """One slot. `starts_at` is wall-clock in the event's zone (naive); None: not scheduled yet."""

    event_id: UUID
    forum_id: UUID | None = None
    room_id: UUID | None = None
    kind: SessionKind = SessionKind.TALK
    status: SessionStatus = SessionStatus.CONFIRMED
    title: str
    title_other: str = ""
    starts_at: datetime | None = None
    minutes: int = 30
    abstract: str = ""
    abstract_other: str = ""
    outline: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class SessionPart(Record):
    """Who does what in a session, in protocol order; a guest not named yet has only a label."""

    session_id: UUID
    person_id: UUID | None = None
    label: str = ""
    role: PartRole = PartRole.SPEAKER
    position: int = 0
