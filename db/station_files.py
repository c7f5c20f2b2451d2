"""Station files: a copy with what the door needs and nothing else, written whole or not at all.

The copy is a new file into which named columns are written, so that what is not named here
(and what was deleted long ago, but lies in free pages) can't come along.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel

from db import engines, search
from db.convert import Row, defaults_of, row_of, table_of
from db.damage import cause
from db.making import build
from db.queries.scan_log import ANNULLED
from db.unit import View
from summit_desk.domain.check_in.answers import NOTHING
from summit_desk.domain.check_in.paper import BETWEEN, is_from_paper
from summit_desk.domain.check_in.rules import is_urgent
from summit_desk.domain.check_in.shown import Shown, shown_at_any
from summit_desk.domain.errors.files import CannotWrite, FileExists
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import (
    Attendee,
    CheckPoint,
    CustomField,
    FeeStatus,
    Leg,
    Person,
    Picture,
    Position,
    Scan,
    Setting,
    Traveller,
)
from summit_desk.domain.verdicts import PASSAGES

BATCH = 2_000
KNOWN = "…"  # what stands for an answer that is known at the desk
PICTURES = 50  # in a batch
TAIL = 4  # digits of a phone number that the door may search by

# Everything else of these tables keeps its blank value; other tables stay empty.
KEPT: Mapping[str, Sequence[str]] = {
    "event": (
        *("id", "name", "name_other", "short_name", "short_name_other", "organiser"),
        *("organiser_other", "city", "city_other", "zone", "first_day", "last_day", "created_at"),
    ),
    "event_key": ("id", "event_id", "tag", "key"),
    "category": ("id", "event_id", "name", "name_other", "colour", "position"),
    "forum": ("id", "event_id", "name", "name_other", "kind", "colour", "capacity", "position"),
    "session": (
        *("id", "event_id", "forum_id", "kind", "status", "title", "title_other"),
        *("starts_at", "minutes", "position"),
    ),
    "trip": ("id", "event_id", "kind", "starts_on", "ends_on", "home_zone"),
    "leg": ("id", "trip_id", "kind", "from_zone", "starts_at", "to_zone", "ends_at"),
    "traveller": ("id", "trip_id", "person_id", "role", "position"),
    "check_point": tuple(CheckPoint.__dataclass_fields__),  # all of it is for the door
    "custom_field": tuple(CustomField.__dataclass_fields__),  # what is asked, not the answers
    "organisation": ("id", "full_name", "short_name", "name_other", "aliases", "kind"),
    "person": (
        *("id", "name", "family_name", "given_name", "pinyin", "spelling_fixed", "other_name"),
        *("mobile", "phone", "rank", "portrait_id"),
    ),
    "picture": ("id", "mime", "data"),
    "position": ("id", "person_id", "organisation_id", "title", "title_other", "position"),
    "attendee": (
        *("id", "event_id", "person_id", "number", "token", "serial", "valid_serial"),
        *("category_id", "status", "seat", "fee_status", "door_note", "tags", "custom"),
        "registered_at",
    ),
    "attendee_forum": ("id", "attendee_id", "forum_id", "place"),
    "attendee_code": ("id", "event_id", "attendee_id", "code", "own"),
    "badge": ("id", "attendee_id", "serial", "template", "printed_at", "reprint"),
    "scan": (
        *(
            "id",
            "event_id",
            "point_id",
            "attendee_id",
            "verdict",
            "station",
            "scanner",
            "operator",
            "at",
        ),
        *("sequence", "version", "annuls", "forced", "reason"),
    ),
}
BLANK: Mapping[str, Row] = {"trip": {"name": ""}, "scan": {"code": ""}}


@dataclass(frozen=True)
class Needs:
    """What the doors of the event need of a person: the tags that open one, and what is shown."""

    tags: frozenset[str]
    shown: frozenset[str]
    asked: frozenset[str]  # questions, by the keys of their fields


@contextmanager
def station_file(target: Path) -> Iterator[Path]:
    """Yield an empty summit file to fill; it becomes `target` if nothing went wrong.

    Raises FileExists, because the scans of another station may lie there, or CannotWrite.
    """
    if target.exists():
        raise FileExists(path=target)
    part = target.with_name(target.name + ".part")
    try:
        _clear(part)  # of a program that was killed while it wrote
        build(part)
        yield part
        part.replace(target)
    except (OSError, *engines.DatabaseErrors) as error:
        why = getattr(error, "strerror", None) or cause(error)
        raise CannotWrite(path=target, why=why) from error
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    for rest in ("", "-wal", "-shm"):
        part.with_name(part.name + rest).unlink(missing_ok=True)


def fill(
    view: View,
    part: Path,
    event_id: UUID,
    settings: Callable[[int], Sequence[Setting]],
    progress: Progress = SILENT,
) -> None:
    """Write what the door of an event needs, and the settings that the count of scans makes."""
    engine = engines.writer(part)
    try:
        with engine.connect() as connection:
            needs = _needs_of(view, event_id)
            queries = _queries(event_id, needs)
            for done, (name, query) in enumerate(queries.items()):
                progress.step(done, len(queries) + 1)
                _copy(view, connection, name, query, needs)
            rows = connection.exec_driver_sql("SELECT max(rowid) FROM scan").scalar()
            connection.execute(sa.insert(table_of(Setting)), [*map(row_of, settings(rows or 0))])
            search.rebuild(connection)
            connection.commit()
            progress.step(len(queries) + 1, len(queries) + 1)
    finally:
        engine.dispose()
    engines.alone(part)


def _copy(
    view: View, target: sa.Connection, name: str, query: sa.Select[Any], needs: Needs
) -> None:
    blank = {**defaults_of(name), **BLANK.get(name, {})}
    blank.pop("id", None)
    lighter = _LIGHTER.get(name, _as_it_is)
    size = PICTURES if name == "picture" else BATCH
    found = view.connection.execute(query.execution_options(yield_per=size)).mappings()
    for batch in found.partitions(size):
        rows = [{**blank, **lighter(dict(row), needs)} for row in batch]
        target.execute(sa.insert(SQLModel.metadata.tables[name]), rows)


def _queries(event_id: UUID, needs: Needs) -> dict[str, sa.Select[Any]]:
    """Return what is asked of each table; in the order in which the rows are written."""
    tables = {name: SQLModel.metadata.tables[name] for name in KEPT}
    attendees, points = table_of(Attendee).c, table_of(CheckPoint).c
    here = sa.select(attendees.id).where(attendees.event_id == event_id)
    people = sa.select(attendees.person_id).where(attendees.event_id == event_id)
    places, legs = table_of(Position).c, table_of(Leg).c
    sessions = sa.select(points.session_id).where(points.event_id == event_id)
    scanned = sa.select(points.leg_id).where(points.event_id == event_id)
    trips = sa.select(legs.trip_id).where(legs.id.in_(scanned))
    travellers, faces = table_of(Traveller).c, table_of(Person).c
    photos = sa.select(faces.portrait_id).where(faces.id.in_(people))
    units = sa.select(places.organisation_id).where(places.person_id.in_(people))
    special: dict[str, Sequence[sa.ColumnElement[bool]]] = {
        "event": (tables["event"].c.id == event_id,),
        "session": (tables["session"].c.id.in_(sessions),),
        "trip": (tables["trip"].c.id.in_(trips),),
        "leg": (legs.id.in_(scanned),),
        "traveller": (travellers.trip_id.in_(trips), travellers.person_id.in_(people)),
        "organisation": (tables["organisation"].c.id.in_(units),),
        "picture": (
            table_of(Picture).c.id.in_(photos) if Shown.PHOTO in needs.shown else sa.false(),
        ),
        "person": (tables["person"].c.id.in_(people),),
        "position": (places.person_id.in_(people),),
        "attendee_forum": (tables["attendee_forum"].c.attendee_id.in_(here),),
        "badge": (tables["badge"].c.attendee_id.in_(here),),
        "scan": (_moving(event_id),),
    }
    return {
        name: sa.select(*(table.c[column] for column in KEPT[name]))
        .where(*(special.get(name) or (table.c.event_id == event_id,)))
        .order_by(table.c.id)
        for name, table in tables.items()
    }


def _moving(event_id: UUID) -> sa.ColumnElement[bool]:
    """Return the condition for scans that moved somebody, and for those that took one back."""
    scans = table_of(Scan).c
    moved = sa.and_(scans.event_id == event_id, scans.verdict.in_(sorted(PASSAGES)))
    taken_back = sa.select(scans.id).where(moved)
    return sa.or_(moved, sa.and_(scans.verdict == ANNULLED, scans.annuls.in_(taken_back)))


def _needs_of(view: View, event_id: UUID) -> Needs:
    points = view.all(CheckPoint, event_id=event_id)
    return Needs(
        frozenset(tag for point in points for tag in point.tags),
        shown_at_any(points),
        frozenset(key for point in points for key in point.questions),
    )


def _as_it_is(row: Row, _needs: Needs) -> Row:
    return row


def _person(row: Row, needs: Needs) -> Row:
    """Keep the end of each phone number, to search by, and who has a photo that is shown."""
    row["portrait_id"] = row["portrait_id"] if Shown.PHOTO in needs.shown else None
    for name in ("mobile", "phone"):
        digits = "".join(sign for sign in row[name] if sign.isdecimal())
        row[name] = digits[-TAIL:] if len(digits) > TAIL else ""
    return row


def _attendee(row: Row, needs: Needs) -> Row:
    """Keep of tags, fee, seat and note what decides at the door or is shown there.

    Of a question it is kept that it was answered, so that nobody is asked again; not the answer.
    """
    known = row["custom"] or {}
    row["custom"] = {key: KNOWN for key in sorted(needs.asked) if known.get(key) not in NOTHING}
    if Shown.TAGS not in needs.shown:
        row["tags"] = tuple(tag for tag in row["tags"] if tag in needs.tags)
    if Shown.SEAT not in needs.shown:
        row["seat"] = ""
    if Shown.NOTES not in needs.shown and not is_urgent(row["door_note"]):
        row["door_note"] = ""
    row["fee_status"] = FeeStatus.UNPAID if row["fee_status"] is FeeStatus.UNPAID else None
    return row


def _scan(row: Row, _needs: Needs) -> Row:
    """Keep of a reason that the scan came from paper, and when it was signed there."""
    paper = row["reason"].split(BETWEEN)[0]
    row["reason"] = paper if is_from_paper(paper) else ""
    return row


_LIGHTER: Mapping[str, Callable[[Row, Needs], Row]] = {
    Person.__name__.lower(): _person,
    Attendee.__name__.lower(): _attendee,
    Scan.__name__.lower(): _scan,
}
