"""Questions about the log of scans: what was scanned, what still counts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, exists, func, select
from sqlmodel import Session

from db.convert import table_of
from summit_desk.domain.check_in.outcome import RecentScan
from summit_desk.domain.records import Attendee, Organisation, Person, Position, Scan
from summit_desk.domain.verdicts import ENTRIES, Verdict

_attendee, _person, _scan = table_of(Attendee).c, table_of(Person).c, table_of(Scan).c
_position, _organisation = table_of(Position).c, table_of(Organisation).c
_later = table_of(Scan).alias("later")

ENTRY_WORDS = tuple(sorted(ENTRIES))
ANNULLED = "ANNULLED"
"""The verdict of a row that takes another one back."""

Span = tuple[datetime, datetime]
"""From the first of these instants, and before the second."""

_Firsts = dict[tuple[UUID, UUID], tuple[datetime, str]]


def recent_scans(
    session: Session, event_id: UUID, point_id: UUID | None, limit: int
) -> list[RecentScan]:
    """Return what was scanned last at this point (at any point of the event), newest first."""
    where = [_scan.point_id == point_id] if point_id else [_scan.event_id == event_id]
    newest = _scan.at if point_id else _scan.id  # an index serves either
    rows = session.execute(
        _logged()
        .where(*where, _scan.annuls.is_(None))
        .order_by(newest.desc(), _scan.id.desc())
        .limit(limit)
    ).all()
    firsts = _first_entries(session, [row for row in rows if row.verdict == Verdict.DUPLICATE])
    return [_recent(row, firsts) for row in rows]


def last_scan_of(session: Session, station: str) -> tuple[UUID, str] | None:
    """Return the station's last scan that was not taken back, with its verdict."""
    last = (
        select(_scan.id, _scan.verdict)
        .where(_scan.station == station, _scan.annuls.is_(None), ~taken_back())
        .order_by(_scan.sequence.desc())
        .limit(1)
    )
    row = session.execute(last).first()
    return None if row is None else (row[0], row[1])


def last_sequence(session: Session, station: str) -> int:
    """Return the number of the station's last scan, 0 before the first."""
    last = select(func.max(_scan.sequence)).where(_scan.station == station)
    return session.execute(last).scalar() or 0


def is_taken_back(session: Session, scan_id: UUID) -> bool:
    """Say whether this scan was annulled."""
    return bool(session.execute(select(exists().where(_scan.annuls == scan_id))).scalar_one())


def was_let_in(session: Session, attendee_id: UUID) -> bool:
    """Say whether a badge of this attendee opened any door, and that was not taken back."""
    entered = exists().where(
        _scan.attendee_id == attendee_id, _scan.verdict.in_(ENTRY_WORDS), ~taken_back()
    )
    return bool(session.execute(select(entered)).scalar_one())


def first_arrivals(
    session: Session, point_id: UUID, attendee_ids: Sequence[UUID]
) -> dict[UUID, datetime]:
    """Return when each of these people first came in here."""
    rows = (
        select(_scan.attendee_id, func.min(_scan.at))
        .where(_scan.attendee_id.in_(attendee_ids), *standing(point_id))
        .where(_scan.verdict.in_(ENTRY_WORDS))
        .group_by(_scan.attendee_id)
    )
    return dict(session.execute(rows).all())


def standing(point_id: UUID, span: Span | None = None) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions for the scans of a point that were not taken back."""
    at_point = (_scan.point_id == point_id, _scan.annuls.is_(None), ~taken_back())
    return at_point if span is None else (*at_point, _scan.at >= span[0], _scan.at < span[1])


def first_unit() -> ScalarSelect[Any]:
    """Return, as a column beside a person, the organisation of the person's first position."""
    return (
        select(_organisation.full_name)
        .join(table_of(Position), _position.organisation_id == _organisation.id)
        .where(_position.person_id == _person.id)
        .order_by(_position.position)
        .limit(1)
        .scalar_subquery()
    )


def taken_back() -> ColumnElement[bool]:
    """Return the condition for scans that were annulled."""
    return exists().where(_later.c.annuls == _scan.id)


def _logged() -> Select[Any]:
    shown = (_scan.at, _scan.station, _scan.scanner, _scan.operator, _scan.code)
    forced = (_scan.forced, _scan.reason, _scan.attendee_id, _scan.point_id)
    who = (_person.name, _attendee.number, first_unit().label("unit"))
    return (
        select(_scan.id, _scan.verdict, *who, *shown, taken_back().label("annulled"), *forced)
        .select_from(table_of(Scan))
        .outerjoin(table_of(Attendee), _attendee.id == _scan.attendee_id)
        .outerjoin(table_of(Person), _person.id == _attendee.person_id)
    )


def _recent(row: Row[Any], firsts: _Firsts) -> RecentScan:
    known = firsts.get((row.attendee_id, row.point_id), (None, ""))
    first_at, first_station = known if row.verdict == Verdict.DUPLICATE else (None, "")
    return RecentScan(
        scan=row.id,
        verdict=Verdict(row.verdict),
        name=row.name or "",
        number=row.number or "",
        organisation=row.unit or "",
        at=row.at,
        station=row.station,
        scanner=row.scanner,
        operator=row.operator,
        code=row.code,
        annulled=row.annulled,
        forced=row.forced,
        reason=row.reason,
        first_at=first_at,
        first_station=first_station,
    )


def _first_entries(session: Session, rows: Sequence[Row[Any]]) -> _Firsts:
    keys = {row.attendee_id for row in rows}
    entries = (
        select(_scan.attendee_id, _scan.point_id, _scan.at, _scan.station)
        .where(_scan.attendee_id.in_(keys), _scan.verdict.in_(ENTRY_WORDS), ~taken_back())
        .order_by(_scan.at.desc())
    )
    return {(who, where): (at, station) for who, where, at, station in session.execute(entries)}
