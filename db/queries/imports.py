"""Questions an import asks: who is in the file, and whether anything has changed since."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa

from db.bulk import as_kept, keys_of
from db.convert import columns_of, record_of, table_of
from db.journal import chunks
from db.unit import View
from summit_desk.domain.imports.registered import Entry, Registered
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    AttendeeForum,
    ChangeKind,
    Changeset,
    Person,
    Position,
)

_changesets = table_of(Changeset)
_people, _positions = table_of(Person), table_of(Position)
_attendees, _choices = table_of(Attendee), table_of(AttendeeForum)


def last_change(view: View) -> int:
    """Return the number of the latest commit, 0 when there is none."""
    statement = sa.select(sa.func.coalesce(sa.func.max(_changesets.c.sequence), 0))
    return int(view.connection.execute(statement).scalar_one())


def entries_of(view: View, event_id: UUID) -> list[Entry]:
    """Return by what everybody in the file is found, by age."""
    first = (
        sa.select(_positions.c.organisation_id)
        .where(_positions.c.person_id == _people.c.id)
        .order_by(_positions.c.position, _positions.c.id)
        .limit(1)
    )
    here = sa.and_(_attendees.c.person_id == _people.c.id, _attendees.c.event_id == event_id)
    keys = (_people.c.id, first.scalar_subquery(), _attendees.c.id)
    words = (_people.c.name, _people.c.document_number, _people.c.mobile, _people.c.email)
    query = (
        sa.select(*map(as_kept, keys), *words, sa.func.coalesce(_attendees.c.number, ""))
        .select_from(_people.outerjoin(_attendees, here))
        .order_by(_people.c.id)
    )
    columns = list(zip(*view.connection.execute(query).all(), strict=True))
    if not columns:
        return []
    person, organisation, attendee = map(keys_of, columns[:3])
    name, document, mobile, email, number = columns[3:]
    return list(map(Entry, person, name, document, mobile, email, organisation, attendee, number))


def registered_among(
    view: View, event_id: UUID, people: Collection[UUID]
) -> dict[UUID, Registered]:
    """Return all that is known of some people, with their registrations for the event."""
    attendees = {
        one.person_id.int: one  # a whole number is looked up far quicker than a UUID
        for one in view.among(Attendee, "person_id", people)
        if one.event_id == event_id
    }
    forums, seats = _forums_of(view, sorted(one.id for one in attendees.values()))
    firsts: dict[int, Position] = {}
    for position in sorted(view.among(Position, "person_id", people), key=_place):
        firsts.setdefault(position.person_id.int, position)
    found = {}
    for person in view.among(Person, "id", people):
        key = person.id.int
        attendee = attendees.get(key)
        own = attendee.id.int if attendee else 0
        chosen, sat = forums.get(own, _NOWHERE), seats.get(own, _NO_SEATS)
        found[person.id] = Registered(person, firsts.get(key), attendee, chosen, sat)
    return found


def _place(position: Position) -> tuple[int, int]:
    return position.position, position.id.int


def codes_of(view: View, event_id: UUID) -> dict[str, UUID]:
    """Return the codes of other systems, with the attendees they mean."""
    return {
        one.code: one.attendee_id for one in view.all(AttendeeCode, event_id=event_id, own=False)
    }


def tokens_of(view: View, event_id: UUID) -> set[str]:
    """Return the tokens that badges of the event carry."""
    statement = sa.select(_attendees.c.token).where(_attendees.c.event_id == event_id)
    return set(view.connection.execute(statement).scalars())


def imports_of(view: View, event_id: UUID, limit: int) -> list[Changeset]:
    """Return the imports of an event that kept a report, the latest first."""
    event = _changesets.c.details["event"].as_string() == str(event_id)
    query = (
        sa.select(*columns_of(Changeset))
        .where(_changesets.c.kind == ChangeKind.DO, event)
        .order_by(_changesets.c.sequence.desc())
        .limit(limit)
    )
    return [record_of(Changeset, tuple(row)) for row in view.connection.execute(query)]


_NOWHERE: frozenset[UUID] = frozenset()
_NO_SEATS: Mapping[UUID, str] = {}


def _forums_of(
    view: View, attendees: Sequence[UUID]
) -> tuple[dict[int, frozenset[UUID]], dict[int, dict[UUID, str]]]:
    """Return the forums of some attendees, and the seats in them, by the attendee's key."""
    attendee_id, forum_id = as_kept(_choices.c.attendee_id), as_kept(_choices.c.forum_id)
    together = sa.func.aggregate_strings(forum_id, ",")
    taken = sa.select(attendee_id, together).group_by(attendee_id)
    sat = sa.select(attendee_id, forum_id, _choices.c.seat).where(_choices.c.seat != "")
    forums: dict[int, frozenset[UUID]] = {}
    seats: dict[int, dict[UUID, str]] = defaultdict(dict)
    for some in chunks(attendees):
        theirs = _choices.c.attendee_id.in_(some)
        for attendee, held in view.connection.execute(taken.where(theirs)).all():
            forums[int(attendee, 16)] = _keys(held)
        for attendee, forum, seat in view.connection.execute(sat.where(theirs)):
            seats[int(attendee, 16)][UUID(forum)] = seat
    return forums, seats


@lru_cache(maxsize=10_000)
def _keys(together: str) -> frozenset[UUID]:
    """Many people take the same forums."""
    return frozenset(map(UUID, together.split(",")))
