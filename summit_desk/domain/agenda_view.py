"""The agenda as it is shown and printed: days, rooms, forums and sessions with their people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from summit_desk.domain.agenda_snapshot import AgendaSnapshot, by_time
from summit_desk.domain.agenda_time import agenda_day, days_between, end_of
from summit_desk.domain.conflicts import CLASHES, Conflict
from summit_desk.domain.findings import Severity
from summit_desk.domain.names import has_han
from summit_desk.domain.records import (
    Day,
    Event,
    Forum,
    Organisation,
    Person,
    Position,
    Room,
    Session,
    SessionPart,
)
from summit_desk.support.i18n import in_words


@dataclass(frozen=True)
class PersonCard:
    """A person with the position that is printed first."""

    person: Person
    position: Position | None = None
    organisation: Organisation | None = None

    @property
    def name_other(self) -> str:
        """The name in Latin letters: as it is written, as the person gave it, else the pinyin."""
        if not has_han(self.person.name):
            return self.person.name
        given = self.person.other_name
        return given if given and not has_han(given) else self.person.pinyin.title()

    @property
    def name(self) -> str:
        return in_words(self.person.name, self.name_other)

    @property
    def organisation_name(self) -> str:
        """The organisation, short where it has a short name."""
        if self.organisation is None:
            return ""
        short = self.organisation.short_name or self.organisation.full_name
        return in_words(short, self.organisation.name_other)

    @property
    def title(self) -> str:
        """Department and title, e.g. 智慧服务业发展部 总经理."""
        if self.position is None:
            return ""
        own = " ".join(filter(None, (self.position.department, self.position.title)))
        return in_words(own, self.position.title_other)

    @property
    def line(self) -> str:
        """Organisation and title in one line."""
        return " ".join(filter(None, (self.organisation_name, self.title)))


@dataclass(frozen=True)
class Guest:
    """Who takes part in a session: a person, or a label while nobody is named yet."""

    part: SessionPart
    card: PersonCard | None = None

    @property
    def name(self) -> str:
        return self.card.name if self.card else self.part.label

    @property
    def line(self) -> str:
        return self.card.line if self.card else ""


@dataclass(frozen=True)
class AgendaItem:
    """One session with everything that a card, a form or a paper shows of it."""

    session: Session
    forum: Forum | None
    room: Room | None  # its own, else its forum's
    ends_at: datetime | None
    guests: tuple[Guest, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def id(self) -> UUID:
        return self.session.id

    @property
    def title(self) -> str:
        return in_words(self.session.title, self.session.title_other)

    @property
    def starts_at(self) -> datetime | None:
        return self.session.starts_at

    @property
    def day(self) -> date | None:
        return agenda_day(self.session.starts_at) if self.session.starts_at else None

    @property
    def scheduled(self) -> bool:
        """Whether it has a place in the grid: a time and a room."""
        return self.session.starts_at is not None and self.room is not None

    @property
    def clashes(self) -> bool:
        """Whether it is in somebody's way: the room or a person is taken."""
        return any(conflict.kind in CLASHES for conflict in self.conflicts)

    @property
    def severity(self) -> Severity | None:
        """How grave the gravest conflict is."""
        levels = {conflict.severity for conflict in self.conflicts}
        return next((level for level in Severity if level in levels), None)


@dataclass(frozen=True)
class AgendaDay:
    """A day of the agenda; one that the event does not have is there because of its sessions."""

    date: date
    record: Day | None = None
    inside: bool = True

    @property
    def label(self) -> str:
        return in_words(self.record.label, self.record.label_other) if self.record else ""


@dataclass(frozen=True)
class AgendaView:
    event: Event
    days: tuple[AgendaDay, ...]
    rooms: tuple[Room, ...]
    forums: tuple[Forum, ...]
    sessions: tuple[AgendaItem, ...]  # in the order they begin, those without a time last
    conflicts: tuple[Conflict, ...] = ()
    hosts: Mapping[UUID, Organisation] = field(default_factory=dict)  # of forums, by key

    def host_name(self, forum: Forum) -> str:
        """Return the organisation that holds a forum."""
        host = self.hosts.get(forum.host_organisation_id) if forum.host_organisation_id else None
        return in_words(host.full_name, host.name_other) if host else ""

    def on(self, day: date) -> tuple[AgendaItem, ...]:
        """Return what happens on a day of the agenda."""
        return tuple(item for item in self.sessions if item.scheduled and item.day == day)

    @property
    def unscheduled(self) -> tuple[AgendaItem, ...]:
        """What still needs a time or a room."""
        return tuple(item for item in self.sessions if not item.scheduled)

    def find(self, session_id: UUID) -> AgendaItem | None:
        return next((item for item in self.sessions if item.id == session_id), None)


def agenda_days(event: Event, days: Iterable[Day], sessions: Iterable[Session]) -> list[AgendaDay]:
    """Return the event's days, and those outside it that sessions stand on."""
    records = {day.date: day for day in days}
    inside = set(days_between(event.first_day, event.last_day))
    used = {agenda_day(session.starts_at) for session in sessions if session.starts_at}
    return [AgendaDay(day, records.get(day), day in inside) for day in sorted(inside | used)]


def agenda_view(
    snapshot: AgendaSnapshot,
    conflicts: Sequence[Conflict],
    days: Iterable[Day],
    cards: Iterable[PersonCard],
) -> AgendaView:
    """Join a snapshot, its conflicts and the people's cards to what is shown."""
    card_of = {card.person.id: card for card in cards}
    marks: dict[UUID, list[Conflict]] = {}
    for conflict in conflicts:
        for session_id in conflict.sessions:
            marks.setdefault(session_id, []).append(conflict)
    items = (
        _item(snapshot, session, card_of, marks.get(session.id, ()))
        for session in sorted(snapshot.sessions, key=by_time)
    )
    return AgendaView(
        event=snapshot.event,
        days=tuple(agenda_days(snapshot.event, days, snapshot.sessions)),
        rooms=tuple(snapshot.rooms),
        forums=tuple(snapshot.forums),
        sessions=tuple(items),
        conflicts=tuple(conflicts),
    )


def _item(
    snapshot: AgendaSnapshot,
    session: Session,
    cards: Mapping[UUID, PersonCard],
    conflicts: Sequence[Conflict],
) -> AgendaItem:
    guests = (
        Guest(part, cards.get(part.person_id) if part.person_id else None)
        for part in snapshot.parts_of.get(session.id, ())
    )
    return AgendaItem(
        session=session,
        forum=snapshot.forum_of.get(session.forum_id) if session.forum_id else None,
        room=snapshot.room_used(session),
        ends_at=_end(session, snapshot.event.zone),
        guests=tuple(guests),
        conflicts=tuple(conflicts),
    )


def _end(session: Session, zone: str) -> datetime | None:
    return end_of(session.starts_at, session.minutes, zone) if session.starts_at else None
