"""The agenda as it is: what a sheet of sessions is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from summit_desk.domain.list_people import OnFile
from summit_desk.domain.records import Event, Forum, Organisation, Room, Session, SessionPart
from summit_desk.domain.text_cleaning import fold_for_match

Thing = TypeVar("Thing", Room, Forum)


@dataclass(frozen=True)
class KnownAgenda:
    """Everything that a plan is made against, as it was after changeset `stamp`."""

    stamp: int
    event: Event
    days: frozenset[date] = frozenset()
    rooms: Sequence[Room] = ()
    forums: Sequence[Forum] = ()
    sessions: Sequence[Session] = ()
    parts: Mapping[UUID, Sequence[SessionPart]] = field(default_factory=dict)  # by session
    people: Sequence[OnFile] = ()
    organisations: Sequence[Organisation] = ()
    keys: Mapping[str, UUID] = field(default_factory=dict)  # sessions by another system's keys

    @cached_property
    def room_keys(self) -> dict[str, Room]:
        """The rooms by both names."""
        return _by_name(self.rooms)

    @cached_property
    def forum_keys(self) -> dict[str, Forum]:
        """The forums by both names."""
        return _by_name(self.forums)

    @cached_property
    def person_of(self) -> dict[UUID, OnFile]:
        """The people by their keys."""
        return {one.person.id: one for one in self.people}

    @cached_property
    def session_of(self) -> dict[UUID, Session]:
        """The sessions by their keys."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def by_title(self) -> dict[str, list[Session]]:
        """The sessions by both titles."""
        found: dict[str, list[Session]] = {}
        for session in self.sessions:
            for key in {fold_for_match(t) for t in (session.title, session.title_other) if t}:
                found.setdefault(key, []).append(session)
        return found

    def room_used(self, session: Session) -> Room | None:
        """Return the room a session is held in: its own, else its forum's."""
        key = session.room_id
        if key is None and session.forum_id is not None:
            key = next((one.room_id for one in self.forums if one.id == session.forum_id), None)
        return next((room for room in self.rooms if room.id == key), None)

    def forum_of(self, session: Session) -> Forum | None:
        """Return the forum that a session belongs to."""
        return next((forum for forum in self.forums if forum.id == session.forum_id), None)

    def is_day(self, moment: datetime) -> bool:
        """Tell whether a moment lies within the event."""
        day = moment.date()
        return day in self.days or self.event.first_day <= day <= self.event.last_day


def _by_name(things: Sequence[Thing]) -> dict[str, Thing]:
    return {
        fold_for_match(name): thing
        for thing in reversed(things)
        for name in (thing.name_other, thing.name)
        if name
    }
