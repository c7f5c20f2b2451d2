"""An agenda held still: all that its checks look at, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from summit_desk.domain.agenda_time import only_instant
from summit_desk.domain.conflicts import ConflictKind
from summit_desk.domain.errors.agenda import TimeDoubled, TimeSkipped
from summit_desk.domain.findings import Severity
from summit_desk.domain.overlaps import Span
from summit_desk.domain.records import (
    Event,
    Forum,
    MaterialKind,
    Room,
    Session,
    SessionPart,
    SessionStatus,
    SpeakerStatus,
)
from summit_desk.domain.spoken import Both


@dataclass(frozen=True)
class SpeakerState:
    """How far a person is engaged as a speaker, and what is still missing from them."""

    id: UUID
    status: SpeakerStatus
    missing: tuple[MaterialKind, ...] = ()


@dataclass(frozen=True)
class AgendaSnapshot:
    """What `agenda_findings` judges.

    `people` are the names of everybody who takes part, `speakers` those who are engaged.
    `registered` counts the people per forum, `doubled` those registered for both of two forums.
    `levels` changes how grave a kind of conflict is; None switches it off.
    """

    event: Event
    rooms: Sequence[Room] = ()
    forums: Sequence[Forum] = ()
    sessions: Sequence[Session] = ()
    parts: Sequence[SessionPart] = ()
    people: Mapping[UUID, str | Both] = field(default_factory=dict)
    speakers: Mapping[UUID, SpeakerState] = field(default_factory=dict)
    registered: Mapping[UUID, int] = field(default_factory=dict)
    doubled: Mapping[tuple[UUID, UUID], int] = field(default_factory=dict)
    levels: Mapping[ConflictKind, Severity | None] = field(default_factory=dict)

    @cached_property
    def room_of(self) -> Mapping[UUID, Room]:
        return {room.id: room for room in self.rooms}

    @cached_property
    def forum_of(self) -> Mapping[UUID, Forum]:
        return {forum.id: forum for forum in self.forums}

    @cached_property
    def session_of(self) -> Mapping[UUID, Session]:
        return {session.id: session for session in self.sessions}

    @cached_property
    def live(self) -> tuple[Session, ...]:
        """The sessions that will happen; a cancelled one is in nobody's way."""
        return tuple(s for s in self.sessions if s.status is not SessionStatus.CANCELLED)

    @cached_property
    def spans(self) -> Mapping[UUID, Span]:
        """When each live session happens; one whose time is no single instant is left out."""
        spans = {}
        for session in self.live:
            if session.starts_at is None or session.minutes <= 0:
                continue
            try:
                start = only_instant(session.starts_at, self.event.zone)
                end = start + timedelta(minutes=session.minutes)
                spans[session.id] = Span(session.id, start, end)
            except (TimeSkipped, TimeDoubled):
                continue
        return spans

    @cached_property
    def parts_of(self) -> Mapping[UUID, Sequence[SessionPart]]:
        return grouped(self.parts)

    def room_used(self, session: Session) -> Room | None:
        """Return where a session happens: its own room, else its forum's."""
        if session.room_id is not None:
            return self.room_of.get(session.room_id)
        forum = self.forum_of.get(session.forum_id) if session.forum_id else None
        return self.room_of.get(forum.room_id) if forum and forum.room_id else None


def grouped(parts: Iterable[SessionPart]) -> Mapping[UUID, Sequence[SessionPart]]:
    """Return the parts of each session, in protocol order."""
    groups: dict[UUID, list[SessionPart]] = {}
    for part in sorted(parts, key=lambda part: part.position):
        groups.setdefault(part.session_id, []).append(part)
    return groups


def by_time(session: Session) -> tuple[bool, str, int, UUID]:
    """Sort key: in the order they begin, those without a time last."""
    start = session.starts_at
    return start is None, start.isoformat() if start else "", session.position, session.id
