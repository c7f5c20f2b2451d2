"""Checks for seats that are too few and for titles that are there twice."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

from summit_desk.domain.agenda_checks.telling import named, title, told, when
from summit_desk.domain.agenda_snapshot import AgendaSnapshot, by_time
from summit_desk.domain.agenda_words import INTERLUDES
from summit_desk.domain.conflicts import Conflict, ConflictKind
from summit_desk.domain.records import Forum, Room, Session
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.support.i18n import N_


def too_small(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find forums with more registrations than seats, their own or those of a room they use."""
    rooms = _rooms_used(snapshot)
    for forum in snapshot.forums:
        people = snapshot.registered.get(forum.id, 0)
        if forum.capacity is not None and people > forum.capacity:
            yield _overfull(snapshot, forum, people)
        for room, session in rooms.get(forum.id, {}).values():
            if room.capacity is not None and people > room.capacity:
                yield _too_small(snapshot, forum, room, session)


def same_title(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find sessions of the same title; breaks, meals and registration may repeat."""
    groups: dict[str, list[Session]] = defaultdict(list)
    for session in snapshot.live:
        if session.kind not in INTERLUDES and session.title.strip():
            groups[fold_for_match(session.title)].append(session)
    for sessions in groups.values():
        ordered = sorted(sessions, key=by_time)
        for first, second in pairwise(ordered):
            yield told(
                snapshot,
                ConflictKind.SAME_TITLE,
                N_("“{title}” is on the agenda twice: {first} and {second}."),
                (first, second),
                title=title(first),
                first=when(first),
                second=when(second),
            )


def _overfull(snapshot: AgendaSnapshot, forum: Forum, people: int) -> Conflict:
    return told(
        snapshot,
        ConflictKind.TOO_SMALL,
        N_("{forum} has {capacity} seats, but more are registered: {people}."),
        (),
        name=named(forum),
        forum=named(forum),
        capacity=forum.capacity,
        people=people,
    )


def _too_small(snapshot: AgendaSnapshot, forum: Forum, room: Room, session: Session) -> Conflict:
    return told(
        snapshot,
        ConflictKind.TOO_SMALL,
        N_("{room} has {capacity} seats, but more are registered for {forum}: {people}."),
        (session,),
        name=named(forum),
        room=named(room),
        forum=named(forum),
        capacity=room.capacity,
        people=snapshot.registered.get(forum.id, 0),
    )


def _rooms_used(snapshot: AgendaSnapshot) -> dict[UUID, dict[UUID, tuple[Room, Session]]]:
    """Return, for each forum, the rooms of its sessions with the first session in each."""
    rooms: dict[UUID, dict[UUID, tuple[Room, Session]]] = defaultdict(dict)
    for session in sorted(snapshot.live, key=by_time):
        room = snapshot.room_used(session)
        if session.forum_id is not None and room is not None:
            rooms[session.forum_id].setdefault(room.id, (room, session))
    return rooms
