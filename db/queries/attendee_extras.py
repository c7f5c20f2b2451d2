"""What only some columns of the list show: one more query for a page, when one of them is there."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from db.convert import table_of
from summit_desk.domain.attendee_extras import AttendeeExtra
from summit_desk.domain.records import Attendee, AttendeeGroup, Person

_attendees, _people = table_of(Attendee), table_of(Person)
_groups = table_of(AttendeeGroup)

_COLUMNS: Mapping[str, sa.ColumnElement[Any]] = {
    **{name: _people.c[name] for name in ("sex", "mobile", "phone", "email", "rank")},
    "group": sa.func.coalesce(_groups.c.name, ""),
    **{
        name: _attendees.c[name]
        for name in (
            "seat",
            "fee_status",
            "fee",
            "needs_hotel",
            "hotel",
            "hotel_room",
            "hotel_from",
            "hotel_to",
            "diet",
            "arrival_at",
            "arrival_by",
            "departure_at",
            "departure_by",
            "notes",
            "tags",
            "custom",
        )
    },
}
_EXTRAS = sa.select(_attendees.c.id, *_COLUMNS.values()).select_from(
    _attendees.join(_people, _people.c.id == _attendees.c.person_id).outerjoin(
        _groups, _groups.c.id == _attendees.c.group_id
    )
)


def attendee_extras(connection: sa.Connection, keys: Sequence[UUID]) -> dict[UUID, AttendeeExtra]:
    """Return what else there is to show of these attendees."""
    rows = connection.execute(_EXTRAS.where(_attendees.c.id.in_(keys)))
    return {row[0]: AttendeeExtra(**dict(zip(_COLUMNS, row[1:], strict=True))) for row in rows}
