"""Questions about the words that registrations use, and what belongs together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.journal import chunks
from summit_desk.domain.event_lists import COLUMNS, WordList
from summit_desk.domain.records import Attendee, AttendeeForum, ForumPlace, Person

_attendees, _people, _choices = table_of(Attendee), table_of(Person), table_of(AttendeeForum)


def words_in_use(session: Session, event_id: UUID) -> dict[WordList, Mapping[str, int]]:
    """Return how many registrations of an event use which word of which list.

    One pass over the registrations: what stands in all lists' columns together, counted.
    """
    places = [(kind, _attendees.c[name]) for kind, names in COLUMNS.items() for name in names]
    columns = [column for _kind, column in places]
    counted = (
        sa.select(*columns, sa.func.count())
        .where(_attendees.c.event_id == event_id)
        .group_by(*columns)
    )
    found: dict[WordList, Counter[str]] = {kind: Counter() for kind in WordList}
    for *values, count in session.connection().execute(counted):
        for (kind, _column), value in zip(places, values, strict=True):
            for word in value if isinstance(value, list | tuple) else (value,):
                if word:
                    found[kind][word] += count
    return {kind: dict(counts) for kind, counts in found.items()}


def users_of(session: Session, event_id: UUID, kind: WordList, word: str) -> list[UUID]:
    """Return the registrations that use a word of a list."""
    columns = [_attendees.c[name] for name in COLUMNS[kind]]
    if kind is WordList.MEAL:
        asked = sa.select(_attendees.c.id, columns[0]).where(
            _attendees.c.event_id == event_id, sa.cast(columns[0], sa.Text) != "[]"
        )
        rows = session.connection().execute(asked.order_by(_attendees.c.id))
        return [row[0] for row in rows if word in row[1]]
    asked_for = sa.or_(*(column == word for column in columns))
    found = sa.select(_attendees.c.id).where(_attendees.c.event_id == event_id, asked_for)
    return list(session.connection().execute(found.order_by(_attendees.c.id)).scalars())


def filled(session: Session, event_id: UUID, key: str) -> int:
    """Return how many registrations have something in a field of the event's own."""
    kept = sa.type_coerce(_attendees.c.custom, sa.JSON)[key].as_string()
    text = sa.func.coalesce(sa.cast(kept, sa.Text), "")
    count = (
        sa.select(sa.func.count())
        .select_from(_attendees)
        .where(_attendees.c.event_id == event_id, text.not_in(("", "[]")))
    )
    return session.connection().execute(count).scalar_one()


def waiting_line(session: Session, forum_id: UUID) -> list[UUID]:
    """Return the keys of the attendees who wait for a seat in a forum, the next one first."""
    asked = (
        sa.select(_choices.c.attendee_id)
        .where(_choices.c.forum_id == forum_id, _choices.c.place == ForumPlace.WAITING)
        .order_by(_choices.c.id)
    )
    return list(session.connection().execute(asked).scalars())


def group_sizes(session: Session, event_id: UUID) -> dict[UUID, int]:
    """Return how many registrations belong to each group."""
    counted = (
        sa.select(_attendees.c.group_id, sa.func.count())
        .where(_attendees.c.event_id == event_id, _attendees.c.group_id.is_not(None))
        .group_by(_attendees.c.group_id)
    )
    return {row[0]: row[1] for row in session.connection().execute(counted)}


def taken_seats(session: Session, event_id: UUID, spared: Sequence[UUID]) -> set[str]:
    """Return the seats of an event that others than those spared have."""
    asked = sa.select(_attendees.c.id, _attendees.c.seat).where(
        _attendees.c.event_id == event_id, _attendees.c.seat != ""
    )
    moving = set(spared)
    return {row[1] for row in session.connection().execute(asked) if row[0] not in moving}


def in_rank_order(session: Session, keys: Sequence[UUID]) -> list[UUID]:
    """Return the attendees by protocol order, those of one rank as they were given."""
    asked = sa.select(_attendees.c.id, _people.c.rank).join(
        _people, _people.c.id == _attendees.c.person_id
    )
    ranks: dict[UUID, int] = {}
    for part in chunks(list(keys)):
        rows = session.connection().execute(asked.where(_attendees.c.id.in_(list(part))))
        ranks.update((row[0], row[1]) for row in rows)
    return sorted((key for key in keys if key in ranks), key=ranks.__getitem__)
