"""Questions about the attendees of an event: which ones, in which order, and how many."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.journal import chunks
from db.queries.attendee_filters import Condition, conditions, narrowed
from db.queries.search import attendees_ranked
from db.sorting import sort_keys, version
from summit_desk.domain.attendee_lists import (
    EVERYBODY,
    AttendeeCounts,
    AttendeeFilter,
    AttendeeSort,
    Order,
)
from summit_desk.domain.key_list import KeyList
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    Category,
    Forum,
    ForumPlace,
    Organisation,
    Person,
    Position,
)
from summit_desk.domain.registration import NOT_COMING
from summit_desk.domain.search_query import read_query

_attendees, _people, _positions = table_of(Attendee), table_of(Person), table_of(Position)
_organisations, _categories = table_of(Organisation), table_of(Category)
_choices, _forums = table_of(AttendeeForum), table_of(Forum)


def attendee_keys(
    session: Session,
    event_id: UUID,
    wanted: AttendeeFilter,
    order: Order,
    limit: int | None = None,
    progress: Progress = SILENT,
) -> KeyList:
    """Return the keys of the attendees wanted, in order (at most `limit`); raises Cancelled."""
    query = read_query(wanted.text)
    if query and order.by is None:
        keys = attendees_ranked(session, event_id, query, narrowed(wanted), limit, progress)
        return KeyList.of_hex(keys)
    chosen = sa.select(sa.type_coerce(_attendees.c.id, sa.String)).where(
        *conditions(event_id, wanted)
    )
    statement = _ordered(session, chosen, order).limit(limit)
    return KeyList.of_hex(session.connection().execute(statement).scalars())


def attendee_count(session: Session, event_id: UUID, wanted: AttendeeFilter) -> int:
    """Return how many attendees a filter finds."""
    count = sa.select(sa.func.count()).select_from(_attendees)
    found = session.connection().execute(count.where(*conditions(event_id, wanted)))
    return found.scalar_one()


def attendee_counts(session: Session, event_id: UUID, wanted: AttendeeFilter) -> AttendeeCounts:
    """Count by category, status and forum, each without its own part of the filter."""
    connection = session.connection()
    by_category = conditions(event_id, _without(wanted, categories=frozenset()))
    by_status = conditions(event_id, _without(wanted, statuses=frozenset()))
    categories = _figures(connection, _grouped(_attendees.c.category_id, by_category))
    return AttendeeCounts(
        everybody=sum(categories.values()),
        categories={key: count for key, count in categories.items() if key is not None},
        statuses=_figures(connection, _grouped(_attendees.c.status, by_status)),
        forums=_figures(connection, _by_forum(event_id, _without(wanted, forum=None))),
    )


def _by_forum(event_id: UUID, wanted: AttendeeFilter) -> sa.Select[Any]:
    """Without a filter the index of the choices answers alone: a forum has one event."""
    counted = sa.select(_choices.c.forum_id, sa.func.count()).group_by(_choices.c.forum_id)
    if wanted == EVERYBODY:
        forums = sa.select(_forums.c.id).where(_forums.c.event_id == event_id)
        return counted.where(_choices.c.forum_id.in_(forums))
    joined = _choices.join(_attendees, _attendees.c.id == _choices.c.attendee_id)
    return counted.select_from(joined).where(*conditions(event_id, wanted))


def _figures(connection: sa.Connection, statement: sa.Select[Any]) -> dict[Any, int]:
    return {row[0]: row[1] for row in connection.execute(statement)}


def taken_numbers(session: Session, event_id: UUID) -> int:
    """Return the highest registration number that is only digits; 0 when there is none."""
    digits = _attendees.c.number.op("NOT GLOB")("*[^0-9]*")
    if session.get_bind().dialect.name != "sqlite":
        digits = _attendees.c.number.op("~")("^[0-9]+$")
    highest = sa.select(sa.func.max(sa.cast(_attendees.c.number, sa.Integer))).where(
        _attendees.c.event_id == event_id,
        digits,
        sa.func.length(_attendees.c.number) <= 9,  # noqa: PLR2004 -- fits an integer
    )
    return session.connection().execute(highest).scalar() or 0


def numbered_alike(session: Session, event_id: UUID, number: str) -> list[UUID]:
    """Return the attendees with this number, be it written with other zeros in front."""
    written = _attendees.c.number
    same = written == number
    if number.isdecimal():
        same = sa.func.ltrim(written, "0") == number.lstrip("0")
    found = sa.select(_attendees.c.id).where(_attendees.c.event_id == event_id, same)
    return list(session.connection().execute(found.order_by(_attendees.c.id)).scalars())


def seated(session: Session, forum_id: UUID) -> int:
    """Return how many who mean to come have a seat (not a place on the waiting list)."""
    count = (
        sa.select(sa.func.count())
        .select_from(_choices.join(_attendees, _attendees.c.id == _choices.c.attendee_id))
        .where(
            _choices.c.forum_id == forum_id,
            _choices.c.place == ForumPlace.REGISTERED,
            _attendees.c.status.not_in(NOT_COMING),
        )
    )
    return session.connection().execute(count).scalar_one()


def coming_among(session: Session, keys: Sequence[UUID]) -> set[UUID]:
    """Return those of these attendees who mean to come."""
    found: set[UUID] = set()
    for chunk in chunks(keys):
        coming = sa.select(_attendees.c.id).where(
            _attendees.c.id.in_(chunk), _attendees.c.status.not_in(NOT_COMING)
        )
        found.update(session.connection().execute(coming).scalars())
    return found


def attendee_emails(session: Session, keys: Sequence[UUID]) -> dict[UUID, str]:
    """Return the e-mail address of each of these attendees; empty when there is none."""
    found: dict[UUID, str] = {}
    for chunk in chunks(keys):
        asked = (
            sa.select(_attendees.c.id, _people.c.email)
            .join_from(_attendees, _people, _people.c.id == _attendees.c.person_id)
            .where(_attendees.c.id.in_(chunk))
        )
        found.update((row[0], row[1]) for row in session.connection().execute(asked))
    return found


def attendee_units(session: Session, event_id: UUID, limit: int) -> list[tuple[UUID, str, int]]:
    """Return the organisations of an event's attendees with how many come, most first."""
    statement = (
        sa.select(_organisations.c.id, _organisations.c.full_name, sa.func.count().label("n"))
        .select_from(
            _attendees.join(_positions, _positions.c.person_id == _attendees.c.person_id).join(
                _organisations, _organisations.c.id == _positions.c.organisation_id
            )
        )
        .where(_attendees.c.event_id == event_id)
        .group_by(_organisations.c.id)
        .order_by(sa.desc("n"), _organisations.c.full_name)
        .limit(limit)
    )
    return [(row[0], row[1], row[2]) for row in session.connection().execute(statement)]


def attendee_tags(session: Session, event_id: UUID, besides: UUID | None = None) -> list[str]:
    """Return every tag that an event's attendees have, one of them left out."""
    statement = sa.select(_attendees.c.tags).where(
        _attendees.c.event_id == event_id, sa.cast(_attendees.c.tags, sa.Text) != "[]"
    )
    if besides is not None:
        statement = statement.where(_attendees.c.id != besides)
    found: set[str] = set()
    for (tags,) in session.connection().execute(statement.distinct()):
        found.update(tags)
    return sorted(found)


def _without(wanted: AttendeeFilter, **cleared: Any) -> AttendeeFilter:  # noqa: ANN401 -- any of its fields
    return replace(wanted, **cleared)


def _grouped(column: sa.ColumnElement[Any], conditions: Iterable[Condition]) -> sa.Select[Any]:
    return sa.select(column, sa.func.count()).where(*conditions).group_by(column)


def _ordered(session: Session, chosen: sa.Select[Any], order: Order) -> sa.Select[Any]:
    by = order.by or AttendeeSort.NUMBER
    if by in _DERIVED and version(session.connection()) is None:
        chosen = chosen.join_from(_attendees, _people, _people.c.id == _attendees.c.person_id)
        keys: Sequence[sa.ColumnElement[Any]] = [_letters(), _people.c.name]
    else:
        chosen, keys = _joined(chosen, by), _sort_keys(by)
    if order.descending:
        keys = [key.desc() for key in keys]
    return chosen.order_by(*keys, *_number())


def _joined(chosen: sa.Select[Any], by: AttendeeSort) -> sa.Select[Any]:
    """Join the table that the list is ordered by, if it is another one."""
    if by in _DERIVED:
        mine = sort_keys.c.person == _attendees.c.person_id
        return chosen.outerjoin_from(_attendees, sort_keys, mine)
    if by is AttendeeSort.RANK:
        return chosen.join_from(_attendees, _people, _people.c.id == _attendees.c.person_id)
    if by is AttendeeSort.CATEGORY:
        mine = _categories.c.id == _attendees.c.category_id
        return chosen.outerjoin_from(_attendees, _categories, mine)
    return chosen


_DERIVED = {
    AttendeeSort.NAME: sort_keys.c.spelled,
    AttendeeSort.STROKES_SURNAME: sort_keys.c.strokes_surname,
    AttendeeSort.STROKES_NAME: sort_keys.c.strokes_name,
}


def _letters() -> sa.ColumnElement[str]:
    return sa.func.coalesce(sa.func.nullif(_people.c.pinyin, ""), sa.func.lower(_people.c.name))


def _sort_keys(by: AttendeeSort) -> Sequence[sa.ColumnElement[Any]]:
    if by in _DERIVED:
        return [_DERIVED[by]]
    makers: dict[AttendeeSort, Callable[[], Sequence[sa.ColumnElement[Any]]]] = {
        AttendeeSort.ORGANISATION: lambda: [_first_position(_organisations.c.full_name)],
        AttendeeSort.TITLE: lambda: [_first_position(_positions.c.title)],
        AttendeeSort.CATEGORY: lambda: [_categories.c.position, _categories.c.name],
        AttendeeSort.STATUS: lambda: [_status_order()],
        AttendeeSort.RANK: lambda: [_people.c.rank],
        AttendeeSort.REGISTERED: lambda: [_attendees.c.registered_at],
        AttendeeSort.NUMBER: lambda: [*_number()],
    }
    return makers[by]()


def _number() -> Sequence[sa.ColumnElement[Any]]:
    return [sa.func.length(_attendees.c.number), _attendees.c.number]


def _status_order() -> sa.ColumnElement[int]:
    places = {status: place for place, status in enumerate(AttendeeStatus)}
    return sa.case(places, value=_attendees.c.status)


def _first_position(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    found = (
        sa.select(column)
        .select_from(
            _positions.outerjoin(
                _organisations, _organisations.c.id == _positions.c.organisation_id
            )
        )
        .where(_positions.c.person_id == _attendees.c.person_id)
        .order_by(_positions.c.position)
        .limit(1)
    )
    return sa.func.coalesce(found.scalar_subquery(), "")
