"""Tables of check-in points and scans."""

import datetime as dt
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from db.tables import columns as c
from summit_desk.domain.records import PointKind, Policy


class CheckPointTable(SQLModel, table=True):
    __tablename__ = "check_point"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE)
    kind: PointKind = c.word(PointKind)
    name: str = c.text(required=True)
    name_other: str = c.text(required=True)
    forum_id: UUID | None = c.link("forum.id", c.CASCADE, required=False)
    session_id: UUID | None = c.link("session.id", c.CASCADE, required=False)
    leg_id: UUID | None = c.link("leg.id", c.CASCADE, required=False)
    policy: Policy = c.word(Policy)
    capacity: int | None = c.whole()
    opens_at: dt.datetime | None = c.instant()
    closes_at: dt.datetime | None = c.instant()
    tolerance_minutes: int = c.whole(required=True)
    category_ids: tuple[UUID, ...] = c.keys(required=True)
    tags: tuple[str, ...] = c.strings(required=True)
    confirm_first: bool = c.flag(required=True)
    shows: tuple[str, ...] = c.strings(required=True)
    questions: tuple[str, ...] = c.strings(required=True)
    prints_badge: bool = c.flag(required=True)
    leaves_elsewhere: bool = c.flag(required=True)
    position: int = c.whole(required=True)


class AnswerTable(SQLModel, table=True):
    __tablename__ = "answer"

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.CASCADE, index=False)
    attendee_id: UUID = c.link("attendee.id", c.CASCADE)
    field: str = c.text(required=True)
    value: object = c.anything()
    station: str = c.text(required=True)
    operator: str = c.text(required=True)
    at: dt.datetime = c.instant(required=True)
    sequence: int = c.whole(required=True)


class ScanTable(SQLModel, table=True):
    __tablename__ = "scan"
    __table_args__ = (
        Index("ix_scan_attendee_point", "attendee_id", "point_id"),
        Index("ix_scan_point_at", "point_id", "at"),
        Index("ix_scan_station_sequence", "station", "sequence"),
        Index(
            "ix_scan_annuls",
            "annuls",
            sqlite_where=text("annuls IS NOT NULL"),
            postgresql_where=text("annuls IS NOT NULL"),
        ),
    )

    id: UUID = c.key()
    event_id: UUID = c.link("event.id", c.RESTRICT, index=False)
    point_id: UUID = c.link("check_point.id", c.RESTRICT, index=False)
    attendee_id: UUID | None = c.link("attendee.id", c.RESTRICT, required=False, index=False)
    code: str = c.text(required=True)
    verdict: str = c.text(required=True)
    station: str = c.text(required=True)
    scanner: str = c.text(required=True)
    operator: str = c.text(required=True)
    at: dt.datetime = c.instant(required=True)
    sequence: int = c.whole(required=True)
    version: str = c.text(required=True)
    annuls: UUID | None = c.link("scan.id", c.RESTRICT, required=False, index=False)
    forced: bool = c.flag(required=True)
    reason: str = c.text(required=True)
