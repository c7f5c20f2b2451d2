"""The agenda: forums, sessions and who takes part in them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from db.queries.agenda import people_of_agenda
from db.store import Store
from db.unit import Unit
from summit_desk.domain.agenda_conflicts import agenda_conflicts
from summit_desk.domain.agenda_rules import (
    clean_forum,
    clean_session,
    forum_problems,
    session_problems,
)
from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.agenda_view import AgendaView, agenda_view
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid, Problem
from summit_desk.domain.errors.agenda import NoFreeSlot, NotScheduled
from summit_desk.domain.free_slots import next_free
from summit_desk.domain.ids import new_id
from summit_desk.domain.person_order import in_order
from summit_desk.domain.records import (
    Day,
    Event,
    Forum,
    Organisation,
    Person,
    Room,
    Session,
    SessionPart,
)
from summit_desk.services.agenda_records import put_parts, room_used, snapshot_of
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_

Placed = TypeVar("Placed", Forum, Room)


class AgendaService:
    """Plans what happens when, where and with whom."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def agenda(self, event_id: UUID) -> AgendaView:
        """Return the whole agenda, with the people's names and every conflict marked."""
        with self._store.view() as view:
            cards = people_of_agenda(view, event_id)
            held = snapshot_of(view, event_id, cards)
            days = view.all(Day, order=("date",), event_id=event_id)
            keys = {forum.host_organisation_id for forum in held.forums} - {None}
            hosts = {host.id: host for host in view.all(Organisation, id=keys)}
        return replace(agenda_view(held, agenda_conflicts(held), days, cards), hosts=hosts)

    def snapshot(self, event_id: UUID) -> AgendaSnapshot:
        """Return what the checks of the agenda look at."""
        with self._store.view() as view:
            return snapshot_of(view, event_id, people_of_agenda(view, event_id))

    def forums(self, event_id: UUID) -> tuple[Forum, ...]:
        """Return the event's forums in order."""
        with self._store.view() as view:
            return tuple(view.all(Forum, event_id=event_id))

    def save_forum(self, forum: Forum) -> Change:
        """Write a forum, new or changed; raises Invalid."""
        forum = clean_forum(forum)
        _refuse(forum_problems(forum))
        with self._store.unit() as unit:
            new = unit.find(Forum, id=forum.id) is None
            if new and forum.position == 0:
                forum = replace(forum, position=unit.count(Forum, event_id=forum.event_id))
            unit.put(forum)
            label = N_("Add forum {name}") if new else N_("Edit forum {name}")
            return unit.commit(
                label, Topic.AGENDA, Topic.ATTENDEES, subject=forum.id, name=forum.name
            )

    def remove_forum(self, forum_id: UUID) -> Change:
        """Delete a forum; its sessions stay, its registrations go."""
        with self._store.unit() as unit:
            name = unit.get(Forum, forum_id).name
            unit.remove(Forum, forum_id)
            return unit.commit(
                N_("Delete forum {name}"),
                Topic.AGENDA,
                Topic.ATTENDEES,
                Topic.CHECK_IN,
                subject=forum_id,
                name=name,
            )

    def order_forums(self, forum_ids: Sequence[UUID]) -> Change:
        """Put forums into a new order."""
        return self._order(Forum, forum_ids, N_("Change the order of the forums"))

    def order_rooms(self, room_ids: Sequence[UUID]) -> Change:
        """Put rooms, and with them the columns of the grid, into a new order."""
        return self._order(Room, room_ids, N_("Change the order of the rooms"))

    def _order(self, kind: type[Placed], keys: Sequence[UUID], label: str) -> Change:
        with self._store.unit() as unit:
            unit.put_all(replace(unit.get(kind, key), position=at) for at, key in enumerate(keys))
            return unit.commit(label, Topic.AGENDA)

    def save_session(self, session: Session, parts: Sequence[SessionPart]) -> Change:
        """Write a session with those who take part, in the order given; raises Invalid."""
        session = clean_session(session)
        with self._store.unit() as unit:
            event = unit.get(Event, session.event_id)
            _refuse(session_problems(session, parts, event.zone))
            new = unit.find(Session, id=session.id) is None
            unit.put(session)
            put_parts(unit, session.id, parts)
            label = N_("Add session {title}") if new else N_("Edit session {title}")
            return _commit(unit, label, session)

    def protocol_order(self, person_ids: Collection[UUID]) -> tuple[UUID, ...]:
        """Return these people in the order in which protocol names them."""
        with self._store.view() as view:
            people = view.all(Person, order=("id",), id=person_ids)
        return tuple(person.id for person in in_order(people))

    def remove_sessions(self, session_ids: Collection[UUID]) -> Change:
        """Delete sessions with their parts; what is checked in at one of them forbids it."""
        with self._store.unit() as unit:
            sessions = [unit.get(Session, key) for key in session_ids]
            unit.remove(Session, *session_ids)
            if len(sessions) == 1:
                return _commit(unit, N_("Delete session {title}"), sessions[0])
            return unit.commit(
                N_("Delete {count} sessions"), Topic.AGENDA, count=str(len(sessions))
            )

    def move(
        self, session_id: UUID, *, starts_at: datetime | None, room_id: UUID | None, minutes: int
    ) -> Change:
        """Give a session another time, room or length; no time puts it back into the tray."""
        with self._store.unit() as unit:
            session = unit.get(Session, session_id)
            if session.room_id is None and room_id == room_used(unit, session):
                room_id = None  # it goes on following its forum
            moved = replace(session, starts_at=starts_at, room_id=room_id, minutes=minutes)
            _refuse(session_problems(moved, (), unit.get(Event, session.event_id).zone))
            unit.put(moved)
            return _commit(unit, N_("Move session {title}"), moved)

    def move_to_free(self, session_id: UUID) -> Change:
        """Move a session to the next free slot of its room that day; raises NoFreeSlot."""
        with self._store.unit() as unit:
            session = unit.get(Session, session_id)
            start = next_free(snapshot_of(unit, session.event_id, ()), session)
            if start is None:
                raise NoFreeSlot(title=session.title)
            moved = replace(session, starts_at=start)
            unit.put(moved)
            return _commit(unit, N_("Move session {title}"), moved)

    def duplicate(self, session_id: UUID) -> Change:
        """Copy a session with its parts to the next free slot of its room on that day."""
        with self._store.view() as view:
            held = snapshot_of(view, view.get(Session, session_id).event_id, ())
        original = held.session_of[session_id]
        copy = replace(original, id=new_id(), starts_at=next_free(held, original))
        return self._add_copies(session_id, [copy], N_("Duplicate session {title}"))

    def copy_to_rooms(self, session_id: UUID, room_ids: Collection[UUID]) -> Change:
        """Copy a session (a break, say) to the same time in other rooms."""
        with self._store.view() as view:
            original = view.get(Session, session_id)
        copies = [replace(original, id=new_id(), room_id=key, forum_id=None) for key in room_ids]
        return self._add_copies(session_id, copies, N_("Copy session {title} to other rooms"))

    def swap(self, one_id: UUID, other_id: UUID) -> Change:
        """Let two sessions change places: each begins when and where the other did."""
        with self._store.unit() as unit:
            one, other = unit.get(Session, one_id), unit.get(Session, other_id)
            for session in (one, other):
                if session.starts_at is None:
                    raise NotScheduled(title=session.title)
            unit.put(replace(one, starts_at=other.starts_at, room_id=room_used(unit, other)))
            unit.put(replace(other, starts_at=one.starts_at, room_id=room_used(unit, one)))
            return unit.commit(
                N_("Swap sessions {title} and {other}"),
                Topic.AGENDA,
                subject=one_id,
                title=one.title,
                other=other.title,
            )

    def _add_copies(self, session_id: UUID, copies: Sequence[Session], label: str) -> Change:
        with self._store.unit() as unit:
            parts = unit.all(SessionPart, session_id=session_id)
            unit.put_all(copies)
            for copy in copies:
                unit.put_all(replace(p, id=new_id(), session_id=copy.id) for p in parts)
            return unit.commit(
                label,
                Topic.AGENDA,
                subject=copies[0].id if copies else session_id,
                title=unit.get(Session, session_id).title,
            )


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Invalid(problems)


def _commit(unit: Unit, label: str, session: Session) -> Change:
    return unit.commit(label, Topic.AGENDA, subject=session.id, title=session.title)
