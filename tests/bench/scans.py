"""How fast a scan becomes a durable verdict, against one bare insert of the same SQLite."""

from __future__ import annotations

import random
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from summit_desk.domain.change import Topic
from summit_desk.domain.records import Attendee, CheckPoint, Event, Scan
from summit_desk.services.check_in import CheckInService
from summit_desk.support.clock import utc_now
from tests.bench.files import SCANS
from tests.bench.rows import Row, percentile, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.station import Station
    from tests.bench.files import BenchFiles

MEASURED = 5_000
POINTS = 10
CHUNK = 50_000
START = datetime(2024, 5, 22, 0, 30, tzinfo=UTC)
FRESH = "P0"  # the point where nobody was scanned
FLOOR_IS = "bare insert, WAL, FULL"


def measure(files: BenchFiles, scans: int = SCANS, measured: int = MEASURED) -> list[Row]:
    """Scan new badges, then the same again; ours and the floor take turns and share the load."""
    with at_the_door(scanned(files, "scans.summit", scans)) as (station, codes):
        chosen = random.Random(11).sample(codes, min(measured, len(codes)))
        with bare_insert(files.folder / "floor.db") as floor:
            new, bare = _in_turn(station, chosen, floor)
            again, bare_again = _in_turn(station, chosen, floor)
    return [
        _row("scan to durable verdict, p50", new, bare, 0.5, 2),
        _row("scan to durable verdict, p99", new, bare, 0.99, 2),
        _row("repeated scan to durable verdict, p50", again, bare_again, 0.5, 2),
    ]


def scanned(files: BenchFiles, name: str, scans: int = SCANS) -> Path:
    """Return a copy of the large file with so many scans in it, filled once per run."""
    filled = files.folder / f"filled-{scans}.summit"
    if not filled.exists():
        from db.store import Store

        with Store.open(files.copy_of_big(filled.name)) as store:
            _fill(store, scans)
    target = files.folder / name
    shutil.copyfile(filled, target)
    return target


@contextmanager
def at_the_door(path: Path) -> Iterator[tuple[Station, list[str]]]:
    """Open a station where nobody was scanned yet; give it with the codes of everybody."""
    from db.store import Store

    with Store.open(path) as store:
        service = CheckInService(store, utc_now)
        with store.view() as view:
            event_id = view.all(Event)[0].id
        entrance = service.point_named(event_id, FRESH)
        codes = [row.code for row in service.codes(event_id)]
        yield service.open_station(event_id, entrance.id, "bench", "bench"), codes


def _row(what: str, ours: Sequence[float], floor: Sequence[float], share: float, bar: float) -> Row:
    at, least = percentile(ours, share) * 1000, percentile(floor, share) * 1000
    return Row(what, at, "ms", least, FLOOR_IS, bar)


def _in_turn(
    station: Station, codes: Sequence[str], floor: Callable[[], object]
) -> tuple[list[float], list[float]]:
    ours, bare = [], []
    for code in codes:
        ours.append(timed(lambda code=code: station.scan(code)))
        bare.append(timed(floor))
    return ours, bare


@contextmanager
def bare_insert(path: Path) -> Iterator[Callable[[], object]]:
    """Give one bare insert transaction: WAL, synchronous=FULL, no checkpoint on the way."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "CREATE TABLE scan (id INTEGER PRIMARY KEY, code TEXT, verdict TEXT, at TEXT)"
    )
    values = ("7" * 27, "OK_IN", "2024-05-22 00:30:00.000000")
    insert = "INSERT INTO scan (code, verdict, at) VALUES (?, ?, ?)"
    yield lambda: connection.execute(insert, values)
    connection.close()


def _fill(store: Store, scans: int) -> None:
    """Add a point where nobody was scanned yet, and others until there are so many scans."""
    with store.view() as view:
        event = view.all(Event)[0]
        guests = [guest.id for guest in view.all(Attendee, event_id=event.id)]
        scans -= view.count(Scan)
    points = [CheckPoint(event_id=event.id, name=f"P{number}") for number in range(POINTS + 1)]
    with store.unit() as unit:
        unit.log(points)
        unit.commit("Fill", Topic.CHECK_IN)
    for chunk in _chunks(event.id, points[1:], guests, scans):
        with store.unit() as unit:
            unit.log(chunk)
            unit.commit("Fill", Topic.CHECK_IN)
    store.checkpoint()


def _chunks(
    event_id: UUID, points: Sequence[CheckPoint], guests: Sequence[UUID], count: int
) -> Iterator[list[Scan]]:
    for begin in range(0, count, CHUNK):
        yield [
            Scan(
                event_id=event_id,
                point_id=points[number // len(guests) % len(points)].id,
                attendee_id=guests[number % len(guests)],
                code="7" * 27,
                verdict="OK_IN",
                station="S",
                operator="O",
                at=START + timedelta(milliseconds=number),
                sequence=number + 1,
                version="0",
            )
            for number in range(begin, min(begin + CHUNK, count))
        ]
