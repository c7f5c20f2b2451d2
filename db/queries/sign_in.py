"""Questions of the sign-in sheet: who may come, in the order in which one looks them up."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlmodel import Session

from db.convert import table_of
from db.queries.scan_log import first_unit
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    ForumPlace,
    Organisation,
    Person,
    Position,
)

_attendee, _person = table_of(Attendee).c, table_of(Person).c
_position, _organisation = table_of(Position).c, table_of(Organisation).c
_place = table_of(AttendeeForum).c


def sign_in_rows(
    session: Session, event_id: UUID, statuses: Collection[AttendeeStatus]
) -> Sequence[Row[Any]]:
    """Return everybody of an event with one of these states, by the sound of the name."""
    other_unit = (
        select(_organisation.name_other)
        .join(table_of(Position), _position.organisation_id == _organisation.id)
        .where(_position.person_id == _person.id)
        .order_by(_position.position)
        .limit(1)
        .scalar_subquery()
    )
    shown = (_attendee.id, _attendee.number, _attendee.token, _attendee.serial, _attendee.tags)
    who = (_person.name, _person.other_name, _attendee.category_id)
    rows = (
        select(*shown, *who, first_unit().label("unit"), other_unit.label("unit_other"))
        .join(table_of(Person), _person.id == _attendee.person_id)
        .where(_attendee.event_id == event_id, _attendee.status.in_(sorted(statuses)))
        .order_by(_person.pinyin, _person.name, _attendee.number)
    )
    return session.execute(rows).all()


def registered_in(session: Session, forum_id: UUID) -> frozenset[UUID]:
    """Return who has a place in a forum (not only on its waiting list)."""
    placed = select(_place.attendee_id).where(
        _place.forum_id == forum_id, _place.place == ForumPlace.REGISTERED
    )
    return frozenset(session.execute(placed).scalars())
