"""Questions about the agenda that need more than one table."""

from uuid import UUID

import sqlalchemy as sa

from db.convert import columns_of, record_of, table_of
from db.unit import View
from summit_desk.domain.agenda_snapshot import SpeakerState
from summit_desk.domain.agenda_view import PersonCard
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    ForumPlace,
    Material,
    MaterialKind,
    Organisation,
    Person,
    Position,
    Session,
    SessionPart,
    Speaker,
    SpeakerStatus,
)
from summit_desk.domain.registration import NOT_COMING


def parts_of_event(view: View, event_id: UUID) -> list[SessionPart]:
    """Return who takes part in any session of the event."""
    parts, sessions = table_of(SessionPart), table_of(Session)
    found = view.connection.execute(
        sa.select(*columns_of(SessionPart))
        .join(sessions, sessions.c.id == parts.c.session_id)
        .where(sessions.c.event_id == event_id)
        .order_by(parts.c.session_id, parts.c.position, parts.c.id)
    )
    return [record_of(SessionPart, tuple(row)) for row in found]


def people_of_agenda(view: View, event_id: UUID) -> list[PersonCard]:
    """Return the people on the agenda, each with the position that is printed first."""
    parts, sessions = table_of(SessionPart), table_of(Session)
    on_agenda = (
        sa.select(parts.c.person_id)
        .join(sessions, sessions.c.id == parts.c.session_id)
        .where(sessions.c.event_id == event_id)
    )
    return people_cards(view, table_of(Person).c.id.in_(on_agenda))


def people_cards(view: View, condition: sa.ColumnElement[bool]) -> list[PersonCard]:
    """Return the people who fulfil a condition, each with the first position."""
    person, position, organisation = map(table_of, (Person, Position, Organisation))
    people, positions = columns_of(Person), columns_of(Position)
    found = view.connection.execute(
        sa.select(*people, *positions, *columns_of(Organisation))
        .select_from(
            person.outerjoin(position, position.c.person_id == person.c.id).outerjoin(
                organisation, organisation.c.id == position.c.organisation_id
            )
        )
        .where(condition)
        .order_by(person.c.id, position.c.position, position.c.id)
    )
    cards: dict[UUID, PersonCard] = {}
    for row in found:
        if row[0] not in cards:  # further rows are further positions of the same person
            cards[row[0]] = _card(tuple(row), len(people), len(people) + len(positions))
    return list(cards.values())


def _card(values: tuple[object, ...], middle: int, last: int) -> PersonCard:
    return PersonCard(
        record_of(Person, values[:middle]),
        None if values[middle] is None else record_of(Position, values[middle:last]),
        None if values[last] is None else record_of(Organisation, values[last:]),
    )


def registered_per_forum(view: View, event_id: UUID) -> dict[UUID, int]:
    """Return how many people are registered for each forum."""
    choices, attendees = table_of(AttendeeForum), table_of(Attendee)
    found = view.connection.execute(
        sa.select(choices.c.forum_id, sa.func.count())
        .join(attendees, attendees.c.id == choices.c.attendee_id)
        .where(*_will_come(attendees, choices, event_id))
        .group_by(choices.c.forum_id)
    )
    return {row[0]: row[1] for row in found}


def registered_twice(view: View, event_id: UUID) -> dict[tuple[UUID, UUID], int]:
    """Return how many people are registered for both of two forums, for each such pair."""
    one, attendees = table_of(AttendeeForum), table_of(Attendee)
    other = one.alias("other")
    found = view.connection.execute(
        sa.select(one.c.forum_id, other.c.forum_id, sa.func.count())
        .join(attendees, attendees.c.id == one.c.attendee_id)
        .join(other, other.c.attendee_id == one.c.attendee_id)
        .where(
            *_will_come(attendees, one, event_id),
            other.c.place == ForumPlace.REGISTERED,
            one.c.forum_id < other.c.forum_id,  # each pair once, the older forum first
        )
        .group_by(one.c.forum_id, other.c.forum_id)
    )
    return {(one_id, other_id): count for one_id, other_id, count in found}


def speaker_states(view: View, event_id: UUID) -> dict[UUID, SpeakerState]:
    """Return how far each person is engaged as a speaker, and what has not come from them."""
    speakers, materials = table_of(Speaker), table_of(Material)
    found = view.connection.execute(
        sa.select(speakers.c.person_id, speakers.c.id, speakers.c.status, materials.c.kind)
        .select_from(
            speakers.outerjoin(
                materials,
                (materials.c.speaker_id == speakers.c.id) & materials.c.received_on.is_(None),
            )
        )
        .where(speakers.c.event_id == event_id)
    )
    states: dict[UUID, tuple[UUID, SpeakerStatus, list[MaterialKind]]] = {}
    for person_id, speaker_id, status, missing in found:
        state = states.setdefault(person_id, (speaker_id, status, []))
        state[2].extend([missing] if missing else [])
    order = list(MaterialKind)
    return {
        person_id: SpeakerState(speaker_id, status, tuple(sorted(missing, key=order.index)))
        for person_id, (speaker_id, status, missing) in states.items()
    }


def _will_come(
    attendees: sa.Table, choices: sa.Table, event_id: UUID
) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        attendees.c.event_id == event_id,
        attendees.c.status.not_in(NOT_COMING),
        choices.c.place == ForumPlace.REGISTERED,
    )
