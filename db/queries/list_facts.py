"""Questions that only some columns of a list ask: who came when, and numbers of others."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session

from db.convert import table_of
from db.journal import chunks
from summit_desk.domain.records import Attendee, Scan
from summit_desk.domain.verdicts import ENTRIES

_attendees, _scans = table_of(Attendee), table_of(Scan)
_ENTRY_WORDS = tuple(sorted(ENTRIES))


def first_scans(session: Session, keys: Sequence[UUID]) -> dict[UUID, datetime]:
    """Return when these people first came in anywhere; scans taken back don't count."""
    annulment = _scans.alias("annulment")
    taken_back = sa.exists().where(annulment.c.annuls == _scans.c.id)
    found: dict[UUID, datetime] = {}
    for chunk in chunks(keys):
        rows = session.connection().execute(
            sa.select(_scans.c.attendee_id, sa.func.min(_scans.c.at))
            .where(
                _scans.c.attendee_id.in_(list(chunk)),
                _scans.c.verdict.in_(_ENTRY_WORDS),
                _scans.c.annuls.is_(None),
                sa.not_(taken_back),
            )
            .group_by(_scans.c.attendee_id)
        )
        found.update((row[0], row[1]) for row in rows)
    return found


def numbers_of(session: Session, keys: Iterable[UUID]) -> dict[UUID, str]:
    """Return the registration numbers of these attendees."""
    asked = sa.select(_attendees.c.id, _attendees.c.number)
    found: dict[UUID, str] = {}
    for chunk in chunks(list(keys)):
        rows = session.connection().execute(asked.where(_attendees.c.id.in_(list(chunk))))
        found.update((row.id, row.number) for row in rows)
    return found
