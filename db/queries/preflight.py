"""Questions of the preflight about the registrations; each looks at every row once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

import sqlalchemy as sa

from db.convert import table_of
from db.unit import View
from summit_desk.domain.preflight.likeness import RollLine, alike
from summit_desk.domain.preflight.snapshot import Guest, Registrations, Twins
from summit_desk.domain.progress import STRETCH, Progress
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    Organisation,
    Person,
    Position,
)
from summit_desk.domain.registration import NOT_COMING
from summit_desk.domain.spoken import Both

MOST_GUESTS = 50

_attendee, _person = table_of(Attendee).c, table_of(Person).c
_position, _organisation = table_of(Position).c, table_of(Organisation).c
_PEOPLE = table_of(Attendee).join(table_of(Person), _person.id == _attendee.person_id)
_FIRST_POSITION = sa.and_(_position.person_id == _person.id, _position.position == 0)
_WITH_UNITS = _PEOPLE.outerjoin(table_of(Position), _FIRST_POSITION).outerjoin(
    table_of(Organisation), _organisation.id == _position.organisation_id
)


def registrations(
    view: View, event_id: UUID, roll: Sequence[RollLine], progress: Progress
) -> Registrations:
    """Return the figures of the registrations, and those that lack something."""
    states = _by_status(view, event_id)
    lacking = (*_coming(event_id), _attendee.category_id.is_(None))
    some = guests(view, lacking, limit=MOST_GUESTS)
    return Registrations(
        total=sum(states.values()),
        to_review=states.get(AttendeeStatus.PENDING, 0),
        unconfirmed=states.get(AttendeeStatus.UNCONFIRMED, 0),
        without_category=_count(view, lacking),
        some_without_category=tuple(some),
        twins=tuple(_twins(view, roll, progress)),
    )


def roll_of(view: View, event_id: UUID, progress: Progress) -> list[RollLine]:
    """Return what is compared of everybody who may come."""
    key = sa.type_coerce(_attendee.id, sa.String)
    unit = sa.type_coerce(_position.organisation_id, sa.String)
    rows = view.connection.execute(
        sa.select(key, _person.name, _person.mobile, unit)
        .select_from(_PEOPLE.outerjoin(table_of(Position), _FIRST_POSITION))
        .where(*_coming(event_id))
    )
    found: list[RollLine] = []
    for part in rows.partitions(STRETCH):
        progress.step(0, 1)
        found += [(row[0], row[1], row[2], row[3]) for row in part]
    return found


def guests(
    view: View, where: Iterable[sa.ColumnElement[bool]], limit: int | None = None
) -> list[Guest]:
    """Return attendees by number as findings name them."""
    rows = view.connection.execute(
        sa.select(
            _attendee.id,
            _attendee.number,
            _person.name,
            _organisation.short_name,
            _organisation.full_name,
            _organisation.name_other,
            _attendee.status,
        )
        .select_from(_WITH_UNITS)
        .where(*where)
        .order_by(_attendee.number, _attendee.id)
        .limit(limit)
    )
    found: dict[UUID, Guest] = {}
    for key, number, name, short, full, other, status in rows:
        unit = Both(short or full or "", other or "")
        found.setdefault(key, Guest(key, number, name, unit, status))
    return list(found.values())


def guests_by_key(view: View, keys: Collection[UUID]) -> list[Guest]:
    """Return these attendees, by number."""
    return guests(view, (_attendee.id.in_(list(keys)),))


def units_to_print(view: View) -> list[tuple[UUID, str, str]]:
    """Return key and names of the organisations; most stand on some badge."""
    rows = view.connection.execute(
        sa.select(_organisation.id, _organisation.full_name, _organisation.short_name)
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _coming(event_id: UUID) -> tuple[sa.ColumnElement[bool], ...]:
    return _attendee.event_id == event_id, _attendee.status.not_in(NOT_COMING)


def _by_status(view: View, event_id: UUID) -> dict[AttendeeStatus, int]:
    rows = view.connection.execute(
        sa.select(_attendee.status, sa.func.count())
        .where(_attendee.event_id == event_id)
        .group_by(_attendee.status)
    )
    return {row[0]: row[1] for row in rows}


def _count(view: View, where: Iterable[sa.ColumnElement[bool]]) -> int:
    return view.connection.execute(
        sa.select(sa.func.count(_attendee.id)).where(*where)
    ).scalar_one()


def _twins(view: View, roll: Sequence[RollLine], progress: Progress) -> Iterator[Twins]:
    found = alike(roll, progress)
    keys = {UUID(hex=key) for _likeness, group in found for key in group}
    named = {guest.id: guest for guest in guests_by_key(view, keys)} if keys else {}
    for likeness, group in found:
        people = [named[UUID(hex=key)] for key in dict.fromkeys(group)]
        if len(people) > 1:  # somebody with two first positions stands on the roll twice
            yield Twins(likeness, tuple(sorted(people, key=lambda guest: guest.number)))
