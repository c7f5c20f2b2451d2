"""What is compared of everybody in the file to find those who are entered twice."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from db.convert import table_of
from db.journal import chunks
from db.unit import View
from summit_desk.domain.records import Attendee, Organisation, Person, Position
from summit_desk.domain.suspicions import Profile

_people, _positions, _organisations = map(table_of, (Person, Position, Organisation))
_attendees = table_of(Attendee)
_KEY = sa.type_coerce(_people.c.id, sa.Text)  # as text: only what is suspected needs its key
_FACTS = (
    _people.c.name,
    _people.c.family_name,
    _people.c.other_name,
    _people.c.pinyin,
    _people.c.passport_family,
    _people.c.passport_given,
    _people.c.mobile,
    _people.c.phone,
    _people.c.email,
    _people.c.document_kind,
    _people.c.document_number,
    _people.c.birth_date,
)


def profiles(view: View, keys: Sequence[UUID] | None = None) -> list[Profile]:
    """Return these people (or everybody) as they are compared, the oldest records first."""
    work: dict[str, tuple[list[str], list[str]]] = {}
    for person_id, title, unit in view.connection.execute(_work(keys)):
        units, titles = work.setdefault(person_id, ([], []))
        units += [unit] if unit else []
        titles += [title] if title else []
    people = view.connection.execute(_among(sa.select(_KEY, *_FACTS), keys))
    return [_profile(row, *work.get(row[0], ((), ()))) for row in people]


def _work(keys: Sequence[UUID] | None) -> sa.Select[Any]:
    """Return what people do where; those without a position are left out."""
    owner = sa.type_coerce(_positions.c.person_id, sa.Text)
    asked = (
        sa.select(owner, _positions.c.title, _organisations.c.full_name)
        .select_from(
            _positions.outerjoin(
                _organisations, _organisations.c.id == _positions.c.organisation_id
            )
        )
        .order_by(_positions.c.position)
    )
    return asked if keys is None else asked.where(_positions.c.person_id.in_(keys))


def _among(statement: sa.Select[Any], keys: Sequence[UUID] | None) -> sa.Select[Any]:
    ordered = statement.order_by(_people.c.id)
    return ordered if keys is None else ordered.where(_people.c.id.in_(keys))


def _profile(row: Any, units: Iterable[str], titles: Iterable[str]) -> Profile:  # noqa: ANN401 -- a row
    key, name, family, other, reading, first, last, mobile, phone, mail, kind, number, born = row
    return Profile(
        id=UUID(str(key)),
        name=name,
        family_name=family,
        other_name=other,
        reading=reading,
        passport=(first, last),
        phones=_phones(mobile, phone),
        email=mail,
        document_kind=kind or "",
        document_number=number,
        birth_date=born.isoformat() if born else "",
        units=tuple(units),
        titles=tuple(titles),
    )


def _phones(mobile: str, others: str) -> tuple[str, ...]:
    """Return every number apart; other telephones stand in one text, as they are kept."""
    if not others:
        return (mobile,) if mobile else ()
    return tuple(dict.fromkeys(filter(None, (mobile, *map(str.strip, others.split(";"))))))


def numbers_of(view: View, people: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return the registration numbers of those among these people who are registered."""
    found: dict[UUID, tuple[str, ...]] = {}
    for chunk in chunks(people):
        asked = (
            sa.select(_attendees.c.person_id, _attendees.c.number)
            .where(_attendees.c.person_id.in_(chunk))
            .order_by(_attendees.c.id)
        )
        for person_id, number in view.connection.execute(asked):
            found[person_id] = (*found.get(person_id, ()), number)
    return found
