"""Questions an import asks: who is in the file, and whether anything has changed since."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa

from db.convert import columns_of, record_of, table_of
from db.unit import View
from summit_desk.domain.imports.registered import Registered
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
_attendees, _choices = table_of(Attendee), table_of(AttendeeForum)


def last_change(view: View) -> int:
    """Return the number of the latest commit, 0 when there is none."""
    statement = sa.select(sa.func.coalesce(sa.func.max(_changesets.c.sequence), 0))
    return int(view.connection.execute(statement).scalar_one())


def people_of_file(view: View, event_id: UUID) -> list[Registered]:
    """Return everybody in the file, with the registration for the event where there is one."""
    attendees = {one.person_id.int: one for one in view.all(Attendee, event_id=event_id)}
    forums, seats = _forums_by_attendee(view, event_id)
    firsts: dict[int, Position] = {}  # a whole number is looked up far quicker than a UUID
    for position in view.all(Position):
        firsts.setdefault(position.person_id.int, position)
    found = []
    for person in view.all(Person):
        key = person.id.int
        attendee = attendees.get(key)
        own = attendee.id.int if attendee else 0
        chosen, sat = forums.get(own, _NOWHERE), seats.get(own, _NO_SEATS)
        found.append(Registered(person, firsts.get(key), attendee, chosen, sat))
    return found


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


def _forums_by_attendee(
    view: View, event_id: UUID
) -> tuple[dict[int, frozenset[UUID]], dict[int, dict[UUID, str]]]:
    """Return the forums of each attendee, and the seats in them, by the attendee's key."""
    attendee_id = sa.type_coerce(_choices.c.attendee_id, sa.Text)
    forum_id = sa.type_coerce(_choices.c.forum_id, sa.Text)
    of_event = sa.select(_attendees.c.id).where(_attendees.c.event_id == event_id)
    chosen = _choices.c.attendee_id.in_(of_event)
    together = sa.func.aggregate_strings(forum_id, ",")
    taken = sa.select(attendee_id, together).where(chosen).group_by(attendee_id)
    sat = sa.select(attendee_id, forum_id, _choices.c.seat).where(chosen, _choices.c.seat != "")
    seats: dict[int, dict[UUID, str]] = defaultdict(dict)
    for attendee, forum, seat in view.connection.execute(sat):
        seats[int(attendee, 16)][UUID(forum)] = seat
    taken_by = view.connection.execute(taken).all()
    return {int(attendee, 16): _keys(forums) for attendee, forums in taken_by}, seats


@lru_cache(maxsize=10_000)
def _keys(together: str) -> frozenset[UUID]:
    """Many people take the same forums."""
    return frozenset(map(UUID, together.split(",")))
