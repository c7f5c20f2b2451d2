"""Questions about station files: what was made in one, and what two desks know of the same."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Integer, Text, case, cast, func, literal_column, select
from sqlmodel import Session

from db.convert import columns_of, record_of, table_of
from db.journal import chunks
from db.queries.scan_log import taken_back
from summit_desk.domain.badge_codes import LENGTH
from summit_desk.domain.check_in.merging import Entry
from summit_desk.domain.check_in.paper import MARK
from summit_desk.domain.check_in.stations import StationMark
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    Changeset,
    CheckPoint,
    Organisation,
    Person,
    Policy,
    Record,
    RowImage,
    Scan,
)
from summit_desk.domain.verdicts import Verdict

_scan, _attendee, _image = table_of(Scan).c, table_of(Attendee).c, table_of(RowImage).c
_person, _point, _code = table_of(Person).c, table_of(CheckPoint).c, table_of(AttendeeCode).c
_organisation = table_of(Organisation).c

ONCE = (Policy.ONCE, Policy.ONCE_PER_DAY)


def station_names(session: Session, event_id: UUID) -> set[str]:
    """Return every name that signed a scan of this event."""
    names = select(_scan.station).where(_scan.event_id == event_id).distinct()
    return set(session.execute(names).scalars())


def signed_by(session: Session, event_id: UUID, mark: StationMark) -> set[UUID]:
    """Return the scans that were made in a station file, as their stations are called."""
    names = [name for name in station_names(session, event_id) if mark.signs(name)]
    signed = select(_scan.id).where(_scan.event_id == event_id, _scan.station.in_(names))
    return set(session.execute(signed).scalars())


def scans_after(session: Session, rows: int) -> list[Scan]:
    """Return the scans that were added after the first `rows` of the file, in that order."""
    rowid = literal_column("scan.rowid", Integer)
    added = select(*columns_of(Scan)).where(rowid > rows).order_by(rowid)
    return [record_of(Scan, tuple(row)) for row in session.execute(added)]


def born_here(session: Session, table: str) -> set[UUID]:
    """Return the keys of rows that were made in this file since it was written."""
    nothing = func.coalesce(cast(_image.before, Text), "null") == "null"
    born = select(_image.row_id).where(_image.table == table, nothing)
    return set(session.execute(born).scalars())


def existing(session: Session, kind: type[Record], keys: Collection[UUID]) -> set[UUID]:
    """Return those of the keys that records of this kind have."""
    column = table_of(kind).c.id
    return {
        key
        for chunk in chunks(sorted(keys))
        for key in session.execute(select(column).where(column.in_(chunk))).scalars()
    }


def tokens_of(session: Session, keys: Collection[UUID]) -> list[tuple[UUID, str]]:
    """Return key and token of these attendees."""
    query = select(_attendee.id, _attendee.token)
    return [
        (row.id, row.token)
        for chunk in chunks(sorted(keys))
        for row in session.execute(query.where(_attendee.id.in_(chunk)))
    ]


def own_codes(session: Session, event_id: UUID) -> dict[str, UUID]:
    """Return the attendees into whom others were merged, by the token of those."""
    codes = select(_code.code, _code.attendee_id).where(_code.event_id == event_id, _code.own)
    return dict(session.execute(codes).all())


def attendees_by(
    session: Session, event_id: UUID, column: str, values: Collection[str]
) -> list[tuple[UUID, str, str, str]]:
    """Return key, number, token and name of those with one of these tokens or numbers."""
    found: list[tuple[UUID, str, str, str]] = []
    asked = sorted(values)
    for start in range(0, len(asked), 500):
        among = _attendee[column].in_(asked[start : start + 500])
        rows = (
            select(_attendee.id, _attendee.number, _attendee.token, _person.name)
            .join(table_of(Person), _person.id == _attendee.person_id)
            .where(_attendee.event_id == event_id, among)
        )
        found += [tuple(row) for row in session.execute(rows)]
    return found


def organisation_named(session: Session, name: str) -> UUID | None:
    """Return the oldest organisation with exactly this full name."""
    named = select(_organisation.id).where(_organisation.full_name == name)
    return session.execute(named.order_by(_organisation.id).limit(1)).scalar()


def last_number(session: Session, event_id: UUID, prefix: str) -> int:
    """Return the highest registration number that begins so, 0 before the first."""
    numbers = select(_attendee.number).where(
        _attendee.event_id == event_id, _attendee.number.startswith(prefix, autoescape=True)
    )
    ends = [number.removeprefix(prefix) for number in session.execute(numbers).scalars()]
    return max((int(end) for end in ends if end.isascii() and end.isdigit()), default=0)


def unknowing_entries(session: Session, event_id: UUID) -> list[Entry]:
    """Return the entries that compete: somebody let in twice at a point that lets in once.

    An operator who forced the second entry knew of the first, so that isn't one.
    """
    once = select(_point.id).where(_point.event_id == event_id, _point.policy.in_(ONCE))
    entry = (
        _scan.event_id == event_id,
        _scan.point_id.in_(once),
        (_scan.verdict == Verdict.OK_IN)
        | ((_scan.verdict == Verdict.ATTENTION) & _scan.forced.is_(False)),
        ~taken_back(),
    )
    twice = (
        select(_scan.attendee_id, _scan.point_id)
        .where(*entry)
        .group_by(_scan.attendee_id, _scan.point_id)
        .having(func.count() > 1)
        .subquery()
    )
    same = (twice.c.attendee_id == _scan.attendee_id) & (twice.c.point_id == _scan.point_id)
    competing = select(_scan.id, _scan.station).join(twice, same).where(*entry).cte("competing")
    by_clock = case((_scan.reason.startswith(MARK), None), else_=_scan.at)
    so_far = func.max(by_clock).over(
        partition_by=_scan.station, order_by=(_scan.sequence, _scan.id)
    )
    steady = (
        select(
            _scan.id, case((_scan.reason.startswith(MARK), _scan.at), else_=so_far).label("steady")
        )
        .where(_scan.station.in_(select(competing.c.station)))
        .cte("steady")
    )
    shown = (_scan.id, _scan.attendee_id, _scan.point_id, _scan.at, _scan.station, _scan.operator)
    rows = (
        select(*shown, _scan.sequence, steady.c.steady)
        .join(competing, competing.c.id == _scan.id)
        .join(steady, steady.c.id == _scan.id)
    )
    return [Entry(*row) for row in session.execute(rows)]


def conflict_stamp(session: Session) -> tuple[int, int]:
    """Return what changes whenever conflicts may: a merge, an undo, a scan taken back.

    A scan of this desk makes none, because the desk knows all rows.
    """
    latest = session.execute(select(func.max(table_of(Changeset).c.sequence))).scalar()
    annulled = select(func.count()).where(_scan.annuls.is_not(None))
    return latest or 0, session.execute(annulled).scalar_one()


def first_and_last(session: Session, event_id: UUID) -> dict[str, tuple[datetime, datetime]]:
    """Return the first and the last time that each station's clock gave a scan."""
    spans = (
        select(_scan.station, func.min(_scan.at), func.max(_scan.at))
        .where(_scan.event_id == event_id)
        .group_by(_scan.station)
    )
    return {name: (first, last) for name, first, last in session.execute(spans)}


def strange_codes(session: Session, event_id: UUID) -> Sequence[tuple[datetime, str, str]]:
    """Return time, station and code of the scans that named nobody on their desk's list."""
    nobody = (
        _scan.event_id == event_id,
        _scan.attendee_id.is_(None),
        _scan.verdict == Verdict.UNKNOWN,
        func.length(_scan.code) >= LENGTH,
    )
    return session.execute(select(_scan.at, _scan.station, _scan.code).where(*nobody)).all()


def registered_at_doors(
    session: Session, event_id: UUID, source: str
) -> Sequence[tuple[str, str, datetime]]:
    """Return number, token and time of those who were registered at a door."""
    rows = select(_attendee.number, _attendee.token, _attendee.registered_at)
    return session.execute(
        rows.where(_attendee.event_id == event_id, _attendee.source == source)
    ).all()


def names_of(session: Session, keys: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
    """Return number and name of these attendees."""
    found: dict[UUID, tuple[str, str]] = {}
    for chunk in chunks(sorted(keys)):
        rows = (
            select(_attendee.id, _attendee.number, _person.name)
            .join(table_of(Person), _person.id == _attendee.person_id)
            .where(_attendee.id.in_(chunk))
        )
        found |= {key: (number, name) for key, number, name in session.execute(rows)}
    return found
