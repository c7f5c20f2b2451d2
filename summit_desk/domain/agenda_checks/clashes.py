"""Checks for what happens at the same time: rooms, people and forums."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from summit_desk.domain.agenda_checks.telling import named, title, told, when
from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.conflicts import Conflict, ConflictKind
from summit_desk.domain.overlaps import Span, meet, overlapping
from summit_desk.domain.records import Session
from summit_desk.support.i18n import N_


def same_room(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find sessions that are in one room at the same time."""
    for room_id, spans in _by_room(snapshot).items():
        for one, other in overlapping(spans):
            first, second = snapshot.session_of[one.id], snapshot.session_of[other.id]
            yield told(
                snapshot,
                ConflictKind.SAME_ROOM,
                N_("“{title}” ({at}) and “{other}” ({other_at}) are both in {room}."),
                (first, second),
                title=title(first),
                at=when(first),
                other=title(second),
                other_at=when(second),
                room=named(snapshot.room_of[room_id]),
            )


def two_places(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find people who take part, in any role, in two sessions at the same time."""
    for person_id, spans in _by_person(snapshot).items():
        for one, other in overlapping(spans):
            first, second = snapshot.session_of[one.id], snapshot.session_of[other.id]
            yield told(
                snapshot,
                ConflictKind.TWO_PLACES,
                N_("{name} is in “{title}” ({at}) and in “{other}” ({other_at}) at the same time."),
                (first, second),
                title=title(first),
                name=snapshot.people.get(person_id, ""),
                at=when(first),
                other=title(second),
                other_at=when(second),
            )


def parallel_forums(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find people who are registered for two forums that are held at the same time."""
    spans = _by_forum(snapshot)
    for (one_id, other_id), people in snapshot.doubled.items():
        pair = meet(spans.get(one_id, ()), spans.get(other_id, ()))
        if pair is not None and people > 0:
            sessions = snapshot.session_of[pair[0].id], snapshot.session_of[pair[1].id]
            yield _parallel(snapshot, sessions, people)


def _parallel(snapshot: AgendaSnapshot, sessions: tuple[Session, Session], people: int) -> Conflict:
    forums = [snapshot.forum_of[s.forum_id] for s in sessions if s.forum_id]
    return told(
        snapshot,
        ConflictKind.PARALLEL_FORUMS,
        N_(
            "{forum} and {other_forum} are held at the same time (“{title}”, {at}, and "
            "“{other}”, {other_at}); people registered for both: {count}."
        ),
        sessions,
        name=named(forums[0]),
        forum=named(forums[0]),
        other_forum=named(forums[1]),
        title=title(sessions[0]),
        at=when(sessions[0]),
        other=title(sessions[1]),
        other_at=when(sessions[1]),
        count=people,
    )


def _by_room(snapshot: AgendaSnapshot) -> dict[UUID, list[Span]]:
    groups: dict[UUID, list[Span]] = defaultdict(list)
    for session_id, span in snapshot.spans.items():
        room = snapshot.room_used(snapshot.session_of[session_id])
        if room is not None:
            groups[room.id].append(span)
    return groups


def _by_person(snapshot: AgendaSnapshot) -> dict[UUID, set[Span]]:
    """Return each person's spans; two roles in one session are one span."""
    groups: dict[UUID, set[Span]] = defaultdict(set)
    for part in snapshot.parts:
        if part.person_id is not None and part.session_id in snapshot.spans:
            groups[part.person_id].add(snapshot.spans[part.session_id])
    return groups


def _by_forum(snapshot: AgendaSnapshot) -> dict[UUID, list[Span]]:
    groups: dict[UUID, list[Span]] = defaultdict(list)
    for session_id, span in snapshot.spans.items():
        forum_id = snapshot.session_of[session_id].forum_id
        if forum_id is not None:
            groups[forum_id].append(span)
    return groups
