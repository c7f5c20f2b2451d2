"""Statements kept ready bring the same rows as SQLAlchemy does, whatever is in them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql

from db.convert import table_of
from db.prepared import Among, Gathered
from db.store import Store
from summit_desk.domain.change import Topic
from summit_desk.domain.records import Attendee, Event, Person

MOST = 500
WORDS = ["王磊", 'Anna "Ann" O\'Neil', "a\\b\n\tc", "\u2028", "𰻝 rare", ""]
AT = datetime(2024, 5, 22, 1, 2, 3, 456_000, tzinfo=UTC)
attendees, people = table_of(Attendee), table_of(Person)
asked = sa.select(
    attendees.c.id, people.c.name, people.c.id, attendees.c.registered_at, attendees.c.seat
).join(people, people.c.id == attendees.c.person_id)
key = sa.type_coerce(attendees.c.id, sa.String)


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Iterator[tuple[Store, list[UUID]]]:
    """A file of 700 attendees with all sorts of names, and their keys."""
    store = Store.create(tmp_path_factory.mktemp("prepared") / "many.summit")
    event = Event(name="x", first_day=AT.date(), last_day=AT.date(), created_at=AT)
    made = [Person(name=f"{WORDS[at % len(WORDS)]} {at}") for at in range(MOST + 200)]
    guests = [
        Attendee(
            event_id=event.id,
            person_id=one.id,
            number=f"{at:04}",
            token=f"{at:010}",
            registered_at=AT,
            seat=WORDS[at % len(WORDS)],
        )
        for at, one in enumerate(made)
    ]
    with store.unit() as unit:
        unit.put_all((event, *made, *guests))
        unit.commit("set up", Topic.ATTENDEES)
    yield store, [guest.id for guest in guests]
    store.close()


@settings(max_examples=40, deadline=None)
@given(places=st.lists(st.integers(0, MOST + 199), max_size=MOST, unique=True))
def test_rows_brought_at_once_are_those_brought_one_by_one(many, places):
    store, all_keys = many
    wanted = [all_keys[place] for place in places]
    with store.view() as view:
        ours = Among(asked.order_by(attendees.c.number), key).rows(
            view.connection, [one.hex for one in wanted]
        )
        theirs = view.connection.execute(
            asked.where(attendees.c.id.in_(wanted)).order_by(attendees.c.number)
        ).all()

    assert [tuple(row) for row in ours] == [tuple(row) for row in theirs]


def test_other_engines_bring_the_rows_as_they_are():
    assert "json" not in Gathered(asked, postgresql.dialect())._asked.sql
