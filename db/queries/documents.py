"""Questions about who is printed, and what a badge or a list says of them."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.journal import chunks
from db.queries.attendee_rows import attendee_rows
from db.queries.first_position import first_position
from db.unit import View
from summit_desk.domain.attendee_lists import AttendeeRow
from summit_desk.domain.documents.badge_cards import BadgeLine
from summit_desk.domain.records import (
    Attendee,
    Badge,
    Category,
    Organisation,
    Person,
    Position,
)

_attendees, _people, _positions = table_of(Attendee), table_of(Person), table_of(Position)
_organisations, _categories = table_of(Organisation), table_of(Category)
_badges = table_of(Badge)

_LINES = (
    sa.select(
        _attendees.c.id.label("attendee_id"),
        _attendees.c.number,
        _attendees.c.token,
        _attendees.c.serial,
        _attendees.c.seat,
        _attendees.c.custom,
        _people.c.name,
        _people.c.other_name,
        _people.c.pinyin,
        _people.c.passport_family,
        _people.c.passport_given,
        sa.func.coalesce(_organisations.c.full_name, "").label("organisation"),
        sa.func.coalesce(_organisations.c.name_other, "").label("organisation_other"),
        sa.func.coalesce(_positions.c.department, "").label("department"),
        sa.func.coalesce(_positions.c.title, "").label("title"),
        sa.func.coalesce(_positions.c.title_other, "").label("title_other"),
        sa.func.coalesce(_categories.c.name, "").label("category"),
        sa.func.coalesce(_categories.c.name_other, "").label("category_other"),
        sa.func.coalesce(_categories.c.colour, "").label("colour"),
    )
    .select_from(
        _attendees.join(_people, _people.c.id == _attendees.c.person_id)
        .outerjoin(_positions, _positions.c.id == first_position())
        .outerjoin(_organisations, _organisations.c.id == _positions.c.organisation_id)
        .outerjoin(_categories, _categories.c.id == _attendees.c.category_id)
    )
    .where(_attendees.c.id.in_(sa.bindparam("keys", expanding=True)))
)


def badge_lines(session: Session, keys: Sequence[UUID]) -> list[BadgeLine]:
    """Return what the badges of these attendees say, in the order of the keys."""
    found: dict[UUID, BadgeLine] = {}
    for chunk in chunks(keys):
        for row in session.connection().execute(_LINES, {"keys": list(chunk)}).mappings():
            found[row["attendee_id"]] = BadgeLine(**row)
    return [found[key] for key in keys if key in found]


def printed_serials(session: Session, keys: Iterable[UUID]) -> set[tuple[UUID, int]]:
    """Return (attendee, serial) of every badge of these people that was printed before."""
    asked = sa.select(_badges.c.attendee_id, _badges.c.serial).distinct()
    found: set[tuple[UUID, int]] = set()
    for chunk in chunks(list(keys)):
        rows = session.connection().execute(asked.where(_badges.c.attendee_id.in_(list(chunk))))
        found.update((row.attendee_id, row.serial) for row in rows)
    return found


def in_number_order(session: Session, event_id: UUID, keys: Sequence[UUID]) -> list[UUID]:
    """Return those of the keys that are attendees of the event, by their numbers."""
    asked = sa.select(_attendees.c.number, _attendees.c.id).where(_attendees.c.event_id == event_id)
    found: list[tuple[str, UUID]] = []
    for chunk in chunks(keys):
        rows = session.connection().execute(asked.where(_attendees.c.id.in_(list(chunk))))
        found += [(row.number, row.id) for row in rows]
    return [key for _number, key in sorted(found)]


def present_serials(session: Session, keys: Sequence[UUID]) -> dict[UUID, int]:
    """Return the serial that each attendee's badge has now."""
    asked = sa.select(_attendees.c.id, _attendees.c.serial)
    found: dict[UUID, int] = {}
    for chunk in chunks(keys):
        rows = session.connection().execute(asked.where(_attendees.c.id.in_(list(chunk))))
        found.update((row.id, row.serial) for row in rows)
    return found


def list_entries(
    view: View, keys: Sequence[UUID]
) -> Iterator[tuple[AttendeeRow, Attendee, Person]]:
    """Yield what a list says of these attendees, a few hundred at a time."""
    for chunk in chunks(keys):
        page = list(chunk)
        attendees = {a.id: a for a in view.all(Attendee, id=page, order=("id",))}
        owners = {a.person_id for a in attendees.values()}
        people = {p.id: p for p in view.all(Person, id=list(owners), order=("id",))}
        for row in attendee_rows(view.session, page):
            yield row, attendees[row.id], people[row.person_id]
