"""Questions about check-in points and scans."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, case, exists, func, or_, select
from sqlmodel import Session

from db.convert import table_of
from db.door_queries import CHANGED
from db.journal import chunks
from db.queries.scan_log import ENTRY_WORDS, Span, first_unit, standing, taken_back
from db.queries.trails import trails
from summit_desk.domain.check_in.doors import Door
from summit_desk.domain.check_in.outcome import Found
from summit_desk.domain.check_in.paper import MARK
from summit_desk.domain.check_in.rules import is_inside
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    Category,
    ForumPlace,
    Leg,
    Person,
    RowImage,
    Scan,
    Traveller,
)
from summit_desk.domain.verdicts import PASSAGES, Verdict
from summit_desk.support.i18n import in_words

_attendee, _person, _scan = table_of(Attendee).c, table_of(Person).c, table_of(Scan).c
_forum, _category = table_of(AttendeeForum).c, table_of(Category).c
_image = table_of(RowImage).c

_COMING = (AttendeeStatus.CONFIRMED, AttendeeStatus.UNCONFIRMED)

Heads = dict[UUID | None, int]


def expected_by_category(session: Session, door: Door) -> Heads:
    """Return how many people may come to this door, by category."""
    if door.point.tags:
        return _expected_with_tags(session, door)
    count = select(_attendee.category_id, func.count()).where(*coming(door))
    if not door.is_open:
        count = count.where(or_(*criteria(door)))
    return _heads(session, count.group_by(_attendee.category_id))


def arrived_by_category(session: Session, point_id: UUID, span: Span | None) -> Heads:
    """Return how many different people came in at this point (in this span), by category."""
    count = (
        select(_attendee.category_id, func.count(_scan.attendee_id.distinct()))
        .join(table_of(Attendee), _attendee.id == _scan.attendee_id)
        .where(*standing(point_id, span), _scan.verdict.in_(ENTRY_WORDS))
        .group_by(_attendee.category_id)
    )
    return _heads(session, count)


def heads_inside(session: Session, point_id: UUID) -> int:
    """Return how many people are inside where everybody is scanned in and out.

    In and out take turns at one station, so that the balance tells. Where somebody passed several
    stations, was signed in on paper or had a passage taken back, the last passage decides.
    """
    step = case((_scan.verdict == Verdict.OK_OUT, -1), else_=1)
    odd = func.max(case((taken_back() | _scan.reason.startswith(MARK), 1), else_=0))
    balance = (
        select(_scan.attendee_id, func.sum(step), func.count(_scan.station.distinct()), odd)
        .where(_scan.point_id == point_id, _scan.verdict.in_(sorted(PASSAGES)))
        .group_by(_scan.attendee_id)
    )
    inside, moving = 0, []
    for key, total, stations, is_odd in session.execute(balance).all():
        if total in (0, 1) and stations == 1 and not is_odd:
            inside += total
        else:
            moving.append(key)
    found = trails(session, point_id, moving).values()
    return inside + sum(is_inside(trail.passages) for trail in found)


def attendees_of_leg(session: Session, event_id: UUID, leg_id: UUID) -> frozenset[UUID]:
    """Return the attendees who travel on this leg."""
    leg, traveller = table_of(Leg).c, table_of(Traveller).c
    named = (
        select(_attendee.id)
        .join(table_of(Traveller), traveller.person_id == _attendee.person_id)
        .join(table_of(Leg), leg.trip_id == traveller.trip_id)
        .where(leg.id == leg_id, _attendee.event_id == event_id)
    )
    return frozenset(session.execute(named).scalars())


def who_set(
    session: Session, keys: Collection[UUID], column: str
) -> dict[UUID, tuple[str, datetime]]:
    """Return who gave these attendees their present value of a column, and when."""
    found: dict[UUID, tuple[str, datetime]] = {}
    for chunk in chunks(sorted(keys)):
        for key, after, actor, at in session.execute(CHANGED.where(_image.row_id.in_(chunk))):
            if after and column in after:
                found.setdefault(key, (actor, at))
    return found


def code_rows(session: Session, event_id: UUID) -> Sequence[tuple[str, str, str, int]]:
    """Return number, name, token and serial of every attendee, by number."""
    rows = (
        select(_attendee.number, _person.name, _attendee.token, _attendee.serial)
        .join(table_of(Person), _person.id == _attendee.person_id)
        .where(_attendee.event_id == event_id)
        .order_by(_attendee.number)
    )
    return session.execute(rows).all()


def people_found(session: Session, keys: Sequence[UUID]) -> list[Found]:
    """Return what the door shows of these attendees, in the order given."""
    rows = session.execute(
        select(
            _attendee.id,
            _attendee.number,
            _person.name,
            first_unit().label("unit"),
            _category.name.label("category"),
            _category.name_other.label("category_other"),
        )
        .join(table_of(Person), _person.id == _attendee.person_id)
        .outerjoin(table_of(Category), _category.id == _attendee.category_id)
        .where(_attendee.id.in_(keys))
    )
    found = {row[0]: _found(row) for row in rows}
    return [found[key] for key in keys if key in found]


def coming(door: Door) -> tuple[ColumnElement[bool], ...]:
    return means_to_come(door.point.event_id)


def means_to_come(event_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return _attendee.event_id == event_id, _attendee.status.in_(_COMING)


def criteria(door: Door) -> list[ColumnElement[bool]]:
    registered = exists().where(
        _forum.attendee_id == _attendee.id,
        _forum.forum_id == door.forum_id,
        _forum.place == ForumPlace.REGISTERED,
    )
    return [
        _attendee.category_id.in_(door.point.category_ids),
        _attendee.id.in_(door.named or ()),
        *([registered] if door.forum_id else ()),
    ]


def _expected_with_tags(session: Session, door: Door) -> Heads:
    met = or_(*criteria(door)).label("met")
    heads: Heads = {}
    rows = session.execute(select(_attendee.category_id, _attendee.tags, met).where(*coming(door)))
    for category_id, tags, fits in rows:
        if fits or not set(tags).isdisjoint(door.point.tags):
            heads[category_id] = heads.get(category_id, 0) + 1
    return heads


def _heads(session: Session, count: Select[tuple[UUID | None, int]]) -> Heads:
    return dict(session.execute(count).all())


def _found(row: Row[Any]) -> Found:
    category = in_words(row.category or "", row.category_other or "")
    return Found(row.id, row.number, row.name, row.unit or "", category)
