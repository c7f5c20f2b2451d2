"""The conditions that a filter of attendees stands for."""

import json
from collections.abc import Callable
from uuid import UUID

import sqlalchemy as sa

from db.convert import table_of
from db.queries.search import answers_to
from summit_desk.domain.attendee_lists import AttendeeFilter, FieldCondition, Missing
from summit_desk.domain.own_fields import spellings
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    ForumPlace,
    Person,
    Position,
    Scan,
)
from summit_desk.domain.search_query import read_query
from summit_desk.domain.verdicts import ENTRIES

_attendees, _people, _positions = table_of(Attendee), table_of(Person), table_of(Position)
_choices, _scans = table_of(AttendeeForum), table_of(Scan)
Condition = sa.ColumnElement[bool]
Maker = Callable[[], Condition]


def conditions(event_id: UUID, wanted: AttendeeFilter) -> list[Condition]:
    """Return every condition of the filter, and that of the event."""
    found = [_attendees.c.event_id == event_id, *narrowed(wanted)]
    if query := read_query(wanted.text):
        found.append(answers_to(event_id, query))
    return found


def narrowed(wanted: AttendeeFilter) -> list[Condition]:
    """Return the conditions of every part of the filter but the text."""
    found: list[Condition] = []
    if wanted.categories:
        found.append(_attendees.c.category_id.in_(wanted.categories))
    if wanted.statuses:
        found.append(_attendees.c.status.in_(wanted.statuses))
    if wanted.forum or wanted.waiting:
        found.append(_has_forum(*_forum_conditions(wanted)))
    if wanted.organisation:
        found.append(_works(_positions.c.organisation_id == wanted.organisation))
    if wanted.tag:
        found.append(_tagged(wanted.tag))
    if wanted.missing:
        found.append(_lacks(wanted.missing))
    if wanted.checked_in is not None:
        found.append(_arrived() if wanted.checked_in else sa.not_(_arrived()))
    return [*found, *_registered_so(wanted)]


def _registered_so(wanted: AttendeeFilter) -> list[Condition]:
    """Return the conditions on the registration's own columns that came later."""
    found: list[Condition] = []
    if wanted.group:
        found.append(_attendees.c.group_id == wanted.group)
    if wanted.fees:
        found.append(_attendees.c.fee_status.in_(wanted.fees))
    if wanted.needs_hotel is not None:
        found.append(_attendees.c.needs_hotel.is_(wanted.needs_hotel))
    return [*found, *map(_holds, wanted.own)]


def _forum_conditions(wanted: AttendeeFilter) -> list[Condition]:
    found: list[Condition] = []
    if wanted.forum:
        found.append(_choices.c.forum_id == wanted.forum)
    if wanted.waiting:
        found.append(_choices.c.place == ForumPlace.WAITING)
    return found


def _holds(condition: FieldCondition) -> Condition:
    """Compare a field of the event's own, which is kept in JSON, as text."""
    kept = sa.type_coerce(_attendees.c.custom, sa.JSON)[condition.key].as_string()
    text = sa.func.coalesce(sa.cast(kept, sa.Text), "")
    if not condition.value:
        filled = text.not_in(("", "[]"))
        return filled if condition.holds else sa.not_(filled)
    equal = text.in_(spellings(condition.value))
    among = sa.and_(
        text.startswith("["), text.contains(json.dumps(condition.value), autoescape=True)
    )
    found = sa.or_(equal, among)
    return found if condition.holds else sa.not_(found)


def _there_is(*conditions: Condition) -> Condition:
    """Ask beside an attendee, whichever other tables the search or the order brings in."""
    return sa.exists().where(*conditions).correlate(_attendees)


def _has_forum(*conditions: Condition) -> Condition:
    return _there_is(_choices.c.attendee_id == _attendees.c.id, *conditions)


def _works(condition: Condition) -> Condition:
    return _there_is(_positions.c.person_id == _attendees.c.person_id, condition)


def _tagged(tag: str) -> Condition:
    text = json.dumps(tag)
    return sa.cast(_attendees.c.tags, sa.Text).contains(text, autoescape=True)


def _arrived() -> Condition:
    annulment = _scans.alias("annulment")
    taken_back = sa.exists().where(annulment.c.annuls == _scans.c.id).correlate(_scans)
    return _there_is(
        _scans.c.attendee_id == _attendees.c.id,
        _scans.c.verdict.in_(ENTRIES),
        sa.not_(taken_back),
    )


def _lacks(thing: Missing) -> Condition:
    makers: dict[Missing, Maker] = {
        Missing.CATEGORY: lambda: _attendees.c.category_id.is_(None),
        Missing.FORUM: lambda: sa.not_(_has_forum()),
        Missing.ORGANISATION: lambda: sa.not_(_works(_positions.c.organisation_id.is_not(None))),
        Missing.PORTRAIT: lambda: _person_with(_people.c.portrait_id.is_(None)),
        Missing.MOBILE: lambda: _person_with(
            sa.and_(_people.c.mobile == "", _people.c.phone == "")
        ),
        Missing.EMAIL: lambda: _person_with(_people.c.email == ""),
        Missing.DOCUMENT: lambda: _person_with(_people.c.document_number == ""),
    }
    return makers[thing]()


def _person_with(condition: Condition) -> Condition:
    return _there_is(_people.c.id == _attendees.c.person_id, condition)
