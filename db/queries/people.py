"""Questions about people and the organisations they work for."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import columns_of, record_of, table_of
from db.queries.search import matches
from db.unit import View
from summit_desk.domain.organisation_names import organisation_spelling
from summit_desk.domain.people_lists import PersonLine
from summit_desk.domain.records import Attendee, Organisation, Person, Position, Speaker
from summit_desk.domain.search_query import read_query

_people, _positions, _organisations = (
    table_of(Person),
    table_of(Position),
    table_of(Organisation),
)
_attendees, _speakers = table_of(Attendee), table_of(Speaker)


def organisation_called(session: Session, name: str) -> Organisation | None:
    """Return the organisation with this full name, short name, other name or alias.

    Without one that is written so, the one whose name is another spelling of it.
    """
    return _written(session, name) or _spelled(session, name)


def _written(session: Session, name: str) -> Organisation | None:
    alias = sa.cast(_organisations.c.aliases, sa.Text)
    written = json.dumps(name)
    named = sa.or_(
        _organisations.c.full_name == name,
        _organisations.c.short_name == name,
        sa.and_(_organisations.c.name_other == name, _organisations.c.name_other != ""),
        alias.contains(written, autoescape=True),
    )
    by = sa.case((_organisations.c.full_name == name, 0), else_=1)
    found = sa.select(*columns_of(Organisation)).where(named).order_by(by, _organisations.c.id)
    row = session.connection().execute(found.limit(1)).first()
    return None if row is None else record_of(Organisation, tuple(row))


def _spelled(session: Session, name: str) -> Organisation | None:
    key, units = organisation_spelling(name), _organisations.c
    texts = sa.select(units.id, units.full_name, units.short_name, units.name_other, units.aliases)
    if not key:
        return None
    for at, *names, aliases in session.connection().execute(texts.order_by(units.id)).all():
        if any(
            spelling and organisation_spelling(spelling) == key for spelling in (*names, *aliases)
        ):
            found = session.connection().execute(
                sa.select(*columns_of(Organisation)).where(units.id == at)
            )
            return record_of(Organisation, tuple(found.one()))
    return None


def people_found(session: Session, text: str, limit: int) -> list[PersonLine]:
    """Return the people who answer to a text, best first."""
    found = matches(session, read_query(text), ("person",), limit)
    return people_lines(session, [key for _kind, key in found])


def organisations_found(session: Session, text: str, limit: int) -> list[tuple[UUID, str]]:
    """Return the organisations that answer to a text, best first, with their full names."""
    keys = [key for _kind, key in matches(session, read_query(text), ("organisation",), limit)]
    statement = sa.select(_organisations.c.id, _organisations.c.full_name).where(
        _organisations.c.id.in_(keys)
    )
    names = {row[0]: row[1] for row in session.connection().execute(statement)}
    return [(key, names[key]) for key in keys if key in names]


def unit_names(view: View) -> list[tuple[UUID, str]]:
    """Return the key and full name of every organisation."""
    asked = sa.select(_organisations.c.id, _organisations.c.full_name)
    return [(key, name) for key, name in view.connection.execute(asked)]


def people_lines(session: Session, keys: Sequence[UUID]) -> list[PersonLine]:
    """Return the people with what they do where, in the order of `keys`."""
    statement: sa.Select[Any] = (
        sa.select(
            _people.c.id,
            _people.c.name,
            _people.c.other_name,
            _organisations.c.full_name,
            _organisations.c.name_other,
            _positions.c.title,
            _positions.c.title_other,
        )
        .select_from(
            _people.outerjoin(_positions, _positions.c.person_id == _people.c.id).outerjoin(
                _organisations, _organisations.c.id == _positions.c.organisation_id
            )
        )
        .where(_people.c.id.in_(keys))
        .order_by(_positions.c.position.desc())  # the first one is kept
    )
    found: dict[UUID, PersonLine] = {}
    for row in _run(session, statement):
        found[row[0]] = PersonLine(row[0], *(text or "" for text in row[1:]))
    return [found[key] for key in keys if key in found]


def roles_in(
    session: Session, event_id: UUID, people: Sequence[UUID]
) -> tuple[dict[UUID, UUID], dict[UUID, UUID]]:
    """Return the attendee and the speaker that each person is in an event."""
    both = []
    for table in (_attendees, _speakers):
        statement = sa.select(table.c.person_id, table.c.id).where(
            table.c.event_id == event_id, table.c.person_id.in_(people)
        )
        both.append({row[0]: row[1] for row in _run(session, statement)})
    return both[0], both[1]


def _run(session: Session, statement: sa.Select[Any]) -> Sequence[Any]:
    return session.connection().execute(statement).all()
