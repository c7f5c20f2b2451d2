"""Which of a person's positions comes first: the one that badges and lists show."""

from typing import Any

import sqlalchemy as sa

from db.convert import table_of
from summit_desk.domain.records import Person, Position

_people, _held = table_of(Person), table_of(Position).alias("held")


def first_position() -> sa.ScalarSelect[Any]:
    """Return, as a column beside a person, the key of the first position."""
    return (
        sa.select(_held.c.id)
        .where(_held.c.person_id == _people.c.id)
        .order_by(_held.c.position, _held.c.id)
        .limit(1)
        .correlate(_people)
        .scalar_subquery()
    )
