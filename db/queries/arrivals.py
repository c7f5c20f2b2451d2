"""Who is expected at a check-in point, and when each first came in."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlmodel import Session

from db.convert import table_of
from db.queries.check_in import coming, criteria
from db.queries.first_position import first_position
from db.queries.scan_log import ENTRY_WORDS, Span, standing
from summit_desk.domain.check_in.arrivals import Expected
from summit_desk.domain.check_in.doors import Door
from summit_desk.domain.records import (
    Attendee,
    Category,
    Organisation,
    Person,
    Position,
    Scan,
)

_attendee, _person, _scan = table_of(Attendee).c, table_of(Person).c, table_of(Scan).c
_category, _organisation = table_of(Category).c, table_of(Organisation).c
_position = table_of(Position).c
_LAST = 1_000_000  # people without a category stand after all others


def everybody_at(session: Session, door: Door, span: Span | None) -> list[Expected]:
    """Return everybody who may come to a door or has come (in this span, if one is given)."""
    return [*_people(session, door, span)]


def _people(session: Session, door: Door, span: Span | None) -> Iterator[Expected]:
    for *values, tags, comes in session.execute(_everybody(door, span)):
        if comes or not set(tags).isdisjoint(door.point.tags) or values[-1] is not None:
            yield Expected(*values)


def _everybody(door: Door, span: Span | None) -> Select[Any]:
    came = (
        select(_scan.attendee_id, func.min(_scan.at).label("at"))
        .where(*standing(door.point.id, span), _scan.verdict.in_(ENTRY_WORDS))
        .group_by(_scan.attendee_id)
        .subquery()
    )
    fits: ColumnElement[bool] = true() if door.is_open else or_(*criteria(door))
    comes = coming(door)
    listed = [*comes] if door.point.tags else [*comes, fits]
    return (
        select(
            _attendee.id,
            _attendee.number,
            _person.name,
            _person.other_name,
            func.coalesce(_organisation.full_name, ""),
            func.coalesce(_organisation.name_other, ""),
            func.coalesce(_category.name, ""),
            func.coalesce(_category.name_other, ""),
            func.coalesce(_category.position, _LAST),
            _person.rank,
            came.c.at,
            _attendee.tags,
            fits.label("comes"),
        )
        .select_from(table_of(Attendee))
        .join(table_of(Person), _person.id == _attendee.person_id)
        .outerjoin(table_of(Position), _position.id == first_position())
        .outerjoin(table_of(Organisation), _organisation.id == _position.organisation_id)
        .outerjoin(table_of(Category), _category.id == _attendee.category_id)
        .outerjoin(came, came.c.attendee_id == _attendee.id)
        .where(or_(came.c.at.is_not(None), func.coalesce(_all(listed), False)))
        .where(_attendee.event_id == door.point.event_id)
        .order_by(func.length(_attendee.number), _attendee.number)
    )


def _all(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    whole = conditions[0]
    for condition in conditions[1:]:
        whole &= condition
    return whole
