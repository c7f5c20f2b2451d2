"""Questions about organisations and bodies: who works there, who is a member, who has the chair."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from db.convert import columns_of, record_of, table_of
from db.unit import View
from summit_desk.domain.organisation_lists import Colleague, MemberRow
from summit_desk.domain.records import (
    Attendee,
    Body,
    Membership,
    Organisation,
    Person,
    Position,
)

_organisations, _people, _positions = map(table_of, (Organisation, Person, Position))
_attendees, _bodies, _memberships = map(table_of, (Attendee, Body, Membership))


def people_by_organisation(view: View) -> dict[UUID, int]:
    """Count the people who work for each organisation."""
    count = sa.func.count(sa.distinct(_positions.c.person_id))
    return _figures(view, sa.select(_positions.c.organisation_id, count))


def attendees_by_organisation(view: View, event_id: UUID) -> dict[UUID, int]:
    """Count the attendees of the event who work for each organisation."""
    count = sa.func.count(sa.distinct(_positions.c.person_id))
    registered = (
        sa.select(_positions.c.organisation_id, count)
        .join(_attendees, _attendees.c.person_id == _positions.c.person_id)
        .where(_attendees.c.event_id == event_id)
    )
    return _figures(view, registered)


def body_names_by_organisation(view: View) -> dict[UUID, list[str]]:
    """Return the names of the bodies that each organisation is a member of."""
    statement = (
        sa.select(_memberships.c.organisation_id, _bodies.c.short_name, _bodies.c.name)
        .join(_bodies, _bodies.c.id == _memberships.c.body_id)
        .where(_memberships.c.organisation_id.is_not(None))
        .order_by(_bodies.c.id)
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for organisation_id, short, name in view.connection.execute(statement):
        found[organisation_id].append(short or name)
    return found


def colleagues(view: View, organisation_id: UUID) -> list[Colleague]:
    """Return the people who work for an organisation, by protocol rank, then by pinyin."""
    statement = (
        sa.select(_people.c.id, _people.c.name, _people.c.other_name, _positions.c.title)
        .join(_positions, _positions.c.person_id == _people.c.id)
        .where(_positions.c.organisation_id == organisation_id)
        .order_by(_people.c.rank, _people.c.pinyin, _people.c.id, _positions.c.position)
    )
    found: dict[UUID, Colleague] = {}
    for row in view.connection.execute(statement):
        found.setdefault(row[0], Colleague(*row))
    return list(found.values())


def member_rows(
    view: View, *, body_id: UUID | None = None, organisation_id: UUID | None = None
) -> list[MemberRow]:
    """Return the members of a body, or the memberships of an organisation."""
    statement = (
        sa.select(
            *columns_of(Membership),
            _organisations.c.full_name,
            _organisations.c.name_other,
            _people.c.name,
            _people.c.other_name,
            _bodies.c.name,
        )
        .select_from(
            _memberships.join(_bodies, _bodies.c.id == _memberships.c.body_id)
            .outerjoin(_organisations, _organisations.c.id == _memberships.c.organisation_id)
            .outerjoin(_people, _people.c.id == _memberships.c.person_id)
        )
        .order_by(_memberships.c.id)
    )
    if body_id is not None:
        statement = statement.where(_memberships.c.body_id == body_id)
    if organisation_id is not None:
        statement = statement.where(_memberships.c.organisation_id == organisation_id)
    return [_member(tuple(row)) for row in view.connection.execute(statement)]


def members_by_body(view: View) -> dict[UUID, tuple[int, int]]:
    """Count the members of each body, and how many of them founded it."""
    founding = sa.func.sum(sa.case((_memberships.c.founding, 1), else_=0))
    statement = sa.select(_memberships.c.body_id, sa.func.count(), founding).group_by(
        _memberships.c.body_id
    )
    found = view.connection.execute(statement)
    return {row[0]: (int(row[1]), int(row[2] or 0)) for row in found}


def chair_names(view: View, bodies: Iterable[Body]) -> dict[UUID, str]:
    """Return who has the chair of each body: a person or an organisation."""
    chaired = list(bodies)
    people = _names(view, _people.c.id, _people.c.name, [one.chair_person_id for one in chaired])
    keys = [one.chair_organisation_id for one in chaired]
    units = _names(view, _organisations.c.id, _organisations.c.full_name, keys)
    named = {**people, **units}
    return {
        one.id: named.get(one.chair_person_id or one.chair_organisation_id or one.id, "")
        for one in chaired
    }


def _names(
    view: View, key: sa.Column[UUID], name: sa.Column[str], keys: Iterable[UUID | None]
) -> dict[UUID, str]:
    wanted = [one for one in keys if one is not None]
    rows = view.connection.execute(sa.select(key, name).where(key.in_(wanted)))
    return {row[0]: row[1] for row in rows}


def _figures(view: View, statement: sa.Select[Any]) -> dict[UUID, int]:
    rows = view.connection.execute(statement.group_by(_positions.c.organisation_id)).all()
    return {row[0]: int(row[1]) for row in rows if row[0] is not None}


def _member(row: Sequence[Any]) -> MemberRow:
    said = len(row) - 5
    unit, unit_other, person, person_other, body = (row[said + at] for at in range(5))
    membership = record_of(Membership, row[:said])
    return MemberRow(
        membership.id,
        membership,
        str(unit or person or ""),
        str(unit_other or person_other or ""),
        str(body),
        membership.level,
        membership.title,
        membership.since,
        membership.founding,
    )
