"""The lines of a page of attendees, by their keys: a few short queries for 200 lines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.journal import chunks
from db.prepared import Among
from db.queries.attendee_extras import attendee_extras
from summit_desk.domain.attendee_lists import AttendeeRow, CategoryMark, ForumMark
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    Category,
    FeeStatus,
    Forum,
    ForumPlace,
    Organisation,
    Person,
    Position,
)

_attendees, _people, _positions = table_of(Attendee), table_of(Person), table_of(Position)
_organisations, _categories = table_of(Organisation), table_of(Category)
_choices, _forums = table_of(AttendeeForum), table_of(Forum)


def _hex(column: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    """Leave a key as the file keeps it: a page would make a thousand UUIDs only to join them."""
    return sa.type_coerce(column, sa.String)


_LINES = Among(
    sa.select(
        _hex(_attendees.c.id),
        _attendees.c.person_id,
        _attendees.c.number,
        _hex(_attendees.c.status),
        _attendees.c.registered_at,
        _hex(_attendees.c.fee_status),
        _people.c.name,
        _people.c.other_name,
        _people.c.pinyin,
        _categories.c.name,
        _categories.c.name_other,
        _categories.c.colour,
    ).select_from(
        _attendees.join(_people, _people.c.id == _attendees.c.person_id).outerjoin(
            _categories, _categories.c.id == _attendees.c.category_id
        )
    ),
    _hex(_attendees.c.id),
)

_WORK = Among(
    sa.select(
        _hex(_attendees.c.id),
        _organisations.c.full_name,
        _organisations.c.name_other,
        _positions.c.department,
        _positions.c.title,
        _positions.c.title_other,
    )
    .select_from(
        _attendees.join(_positions, _positions.c.person_id == _attendees.c.person_id).outerjoin(
            _organisations, _organisations.c.id == _positions.c.organisation_id
        )
    )
    # the first one is kept
    .order_by(_positions.c.position.desc(), _positions.c.id.desc()),
    _hex(_attendees.c.id),
)

_CHOSEN = Among(
    sa.select(
        _hex(_choices.c.attendee_id),
        _hex(_forums.c.id),
        _forums.c.name,
        _forums.c.name_other,
        _hex(_choices.c.place),
    )
    .select_from(_choices.join(_forums, _forums.c.id == _choices.c.forum_id))
    .order_by(_forums.c.position, _forums.c.id),
    _hex(_choices.c.attendee_id),
)

_STATUSES = {str(status): status for status in AttendeeStatus}
_FEES = {str(status): status for status in FeeStatus}


def attendee_rows(
    session: Session, keys: Sequence[UUID], *, extras: bool = False
) -> list[AttendeeRow]:
    """Return the lines of the attendees in the order of `keys`; who is gone is left out.

    `extras` asks for what only some columns show, at the price of one more query.
    """
    found: dict[UUID, AttendeeRow] = {}
    for chunk in chunks(list(keys)):
        page = dict(_page(session.connection(), chunk))
        if extras:
            known = attendee_extras(session.connection(), chunk)
            page = {key: replace(row, extra=known.get(key)) for key, row in page.items()}
        found.update(page)
    return [found[key] for key in keys if key in found]


def _page(connection: sa.Connection, keys: Sequence[UUID]) -> Iterator[tuple[UUID, AttendeeRow]]:
    by_text = {key.hex: key for key in keys}
    asked = list(by_text)
    work = {row[0]: row[1:] for row in _WORK.rows(connection, asked)}
    forums = _forums_of(connection, asked)
    for line in _LINES.rows(connection, asked):
        key = by_text[line[0]]
        yield key, _row(key, line, work.get(line[0]), tuple(forums.get(line[0], ())))


def _forums_of(connection: sa.Connection, asked: Sequence[str]) -> dict[str, list[ForumMark]]:
    marks: dict[tuple[str, str], ForumMark] = {}  # a page names the same few forums
    found: dict[str, list[ForumMark]] = defaultdict(list)
    for attendee, key, name, other, place in _CHOSEN.rows(connection, asked):
        mark = marks.get((key, place))
        if mark is None:
            waiting = place == ForumPlace.WAITING
            mark = marks[key, place] = ForumMark(UUID(key), name, other, waiting)
        found[attendee].append(mark)
    return found


def _row(key: UUID, line: Any, work: Any, forums: tuple[ForumMark, ...]) -> AttendeeRow:  # noqa: ANN401 -- rows of the queries above
    _hex_key, person, number, status, registered, fee, name, other, spelled, *category = line
    unit, unit_other, department, title, title_other = work or ("", "", "", "", "")
    return AttendeeRow(
        id=key,
        person_id=person,
        number=number,
        name=name,
        other_name=other,
        pinyin=spelled,
        unit=unit or "",
        unit_other=unit_other or "",
        department=department,
        post=title,
        post_other=title_other,
        category=CategoryMark(*category) if category[0] is not None else None,
        status=_STATUSES[status],
        forums=forums,
        registered_at=registered,
        fee_status=_FEES.get(fee),
    )
