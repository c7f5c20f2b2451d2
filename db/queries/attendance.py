"""Questions of the attendance list: who is expected at a door, and who came in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.queries.check_in import coming, criteria, means_to_come
from db.queries.first_position import first_position
from db.queries.scan_log import ENTRY_WORDS, standing
from summit_desk.domain.check_in.doors import Door
from summit_desk.domain.key_list import KeyList
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    Category,
    ForumPlace,
    Organisation,
    Person,
    Position,
    Scan,
)

_attendees, _people, _scans = table_of(Attendee), table_of(Person), table_of(Scan)
_categories, _organisations = table_of(Category), table_of(Organisation)
_forums, _positions = table_of(AttendeeForum), table_of(Position)
BY_THOUSANDS = {"yield_per": 1_000}
_LAST = 1_000_000  # people without a category stand after all others


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody who is expected at a door, as light as the order of the absent allows."""

    key: str  # as the file keeps it
    number: str
    unit: str
    category_order: int
    rank: int


def due_at(session: Session, door: Door) -> Iterator[Due]:
    """Yield everybody who is expected at a door, by number."""
    fits: sa.ColumnElement[bool] = sa.true() if door.is_open else sa.or_(*criteria(door))
    rows = (
        sa.select(
            _key(_attendees.c.id),
            _attendees.c.number,
            sa.func.coalesce(_organisations.c.full_name, ""),
            sa.func.coalesce(_categories.c.position, _LAST),
            _people.c.rank,
            _attendees.c.tags,
            fits.label("fits"),
        )
        .select_from(_attendees)
        .join(_people, _people.c.id == _attendees.c.person_id)
        .outerjoin(_positions, _positions.c.id == first_position())
        .outerjoin(_organisations, _organisations.c.id == _positions.c.organisation_id)
        .outerjoin(_categories, _categories.c.id == _attendees.c.category_id)
        .where(*coming(door))
        .order_by(sa.func.length(_attendees.c.number), _attendees.c.number)
    )
    tags = set(door.point.tags)
    for *values, worn, met in session.execute(rows, execution_options=BY_THOUSANDS):
        if met or not tags.isdisjoint(worn):
            yield Due(*values)


def entered(
    session: Session, point_id: UUID, since: datetime | None, until: datetime | None
) -> KeyList:
    """Return who came in at a point and was not taken back, by number."""
    rows = (
        sa.select(_key(_attendees.c.id))
        .where(
            _attendees.c.id.in_(
                sa.select(_scans.c.attendee_id).where(
                    *standing(point_id),
                    _scans.c.verdict.in_(ENTRY_WORDS),
                    *(() if since is None else (_scans.c.at >= since,)),
                    *(() if until is None else (_scans.c.at < until,)),
                )
            )
        )
        .order_by(sa.func.length(_attendees.c.number), _attendees.c.number)
    )
    return KeyList.of_hex(session.execute(rows, execution_options=BY_THOUSANDS).scalars())


def entry_times(session: Session, point_id: UUID) -> Iterator[datetime]:
    """Yield when people came in at a point."""
    rows = sa.select(_scans.c.at).where(*standing(point_id), _scans.c.verdict.in_(ENTRY_WORDS))
    yield from session.execute(rows, execution_options=BY_THOUSANDS).scalars()


def entered_any(session: Session, point_ids: Collection[UUID]) -> frozenset[str]:
    """Return who came in at any of these points."""
    found: set[str] = set()
    for point_id in point_ids:
        rows = sa.select(_key(_scans.c.attendee_id)).where(
            *standing(point_id), _scans.c.verdict.in_(ENTRY_WORDS)
        )
        found.update(session.execute(rows, execution_options=BY_THOUSANDS).scalars())
    return frozenset(found)


def coming_to(session: Session, event_id: UUID, forum_id: UUID | None) -> frozenset[str]:
    """Return who means to come and has a place in a forum; without one, to the event."""
    rows = sa.select(_key(_attendees.c.id)).where(*means_to_come(event_id))
    if forum_id is not None:
        placed = sa.select(_forums.c.attendee_id).where(
            _forums.c.forum_id == forum_id, _forums.c.place == ForumPlace.REGISTERED
        )
        rows = rows.where(_attendees.c.id.in_(placed))
    return frozenset(session.execute(rows, execution_options=BY_THOUSANDS).scalars())


def _key(column: sa.ColumnElement[UUID]) -> sa.ColumnElement[str]:
    """Leave a key as the file keeps it: a hundred thousand of them are only compared."""
    return sa.type_coerce(column, sa.String)
