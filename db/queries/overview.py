"""Questions of the overview: figures of an event, without reading rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from db.convert import table_of
from db.unit import View
from summit_desk.domain.records import Attendee, AttendeeStatus, Material, Speaker, SpeakerStatus
from summit_desk.domain.registration import NOT_COMING

_attendee, _speaker = table_of(Attendee).c, table_of(Speaker).c
_material = table_of(Material).c


@dataclass(frozen=True)
class Totals:
    """How many are registered and confirmed, how many since a moment, and from when to when."""

    registered: int
    confirmed: int
    new: int
    first: datetime | None
    last: datetime | None


def totals(view: View, event_id: UUID, since: datetime) -> Totals:
    """Return the figures of everybody who has not said no."""
    row = view.connection.execute(
        sa.select(
            sa.func.count(),
            _counted(_attendee.status == AttendeeStatus.CONFIRMED),
            _counted(_attendee.registered_at > since),
            sa.func.min(_attendee.registered_at),
            sa.func.max(_attendee.registered_at),
        ).where(*_coming(event_id))
    ).one()
    return Totals(row[0], row[1] or 0, row[2] or 0, row[3], row[4])


def registered_before(view: View, event_id: UUID, moments: Sequence[datetime]) -> list[int]:
    """Return how many were registered before each of these moments, in one walk."""
    if not moments:
        return []
    counts = [_counted(_attendee.registered_at < moment) for moment in moments]
    row = view.connection.execute(sa.select(*counts).where(*_coming(event_id))).one()
    return [count or 0 for count in row]


def speakers_ready(view: View, event_id: UUID) -> tuple[int, int]:
    """Return of how many speakers nothing is missing, and how many there are."""
    engaged = (_speaker.event_id == event_id, _speaker.status != SpeakerStatus.DECLINED)
    lacks = sa.exists().where(_material.speaker_id == _speaker.id, _material.received_on.is_(None))
    asked = sa.exists().where(_material.speaker_id == _speaker.id)
    row = view.connection.execute(
        sa.select(sa.func.count(), _counted(sa.and_(asked, ~lacks))).where(*engaged)
    ).one()
    return row[1] or 0, row[0]


def _coming(event_id: UUID) -> tuple[sa.ColumnElement[bool], ...]:
    return _attendee.event_id == event_id, _attendee.status.not_in(NOT_COMING)


def _counted(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((condition, 1), else_=0))
