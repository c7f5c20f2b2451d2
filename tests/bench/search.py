"""How fast a text finds people among 100,000: the keys, best first, and the rows of a page."""

from __future__ import annotations

import random
from itertools import islice
from typing import TYPE_CHECKING

from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.services.attendees import AttendeeService
from summit_desk.support.clock import utc_now
from tests.bench.rows import Row, percentile, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from uuid import UUID

    from db.store import Store
    from tests.bench.files import BenchFiles

ASKED = 200  # texts of each kind
PAGE, SEEN = 200, 40  # keys found, and the rows that a large window shows
LIMIT_MS = 16
SEED = 5
SAMPLE = 4_000


def measure(files: BenchFiles, asked: int = ASKED) -> list[Row]:
    """Ask for every kind of text; the floor is one bare LIKE over the names."""
    from db.store import Store

    with Store.open(files.big, writing=False) as store:
        service = AttendeeService(store, utc_now)
        people = _people(store)
        event_id = _event(store)
        floor = _like(store, people)
        return [
            _row(kind, _times(service, event_id, islice(texts, asked)), floor)
            for kind, texts in _kinds(people, random.Random(SEED)).items()
        ]


def _row(kind: str, times: Sequence[float], floor: float) -> Row:
    ours = percentile(times, 0.95) * 1000
    what = f"search 100,000 people by {kind}, first page with rows, p95"
    return Row(what, ours, "ms", floor * 1000, "LIKE over the names", limit=LIMIT_MS)


def _times(service: AttendeeService, event_id: UUID, texts: Iterator[str]) -> list[float]:
    service.found(event_id, AttendeeFilter(text="warm"), limit=PAGE)

    def ask(text: str) -> None:
        found = service.found(event_id, AttendeeFilter(text=text), limit=PAGE)
        service.rows(found.keys[:SEEN])

    return [timed(lambda text=text: ask(text)) for text in texts]


def _kinds(
    people: Sequence[tuple[str, str, str, str, str]], dice: random.Random
) -> dict[str, Iterator[str]]:
    """Return endless texts of each kind, taken from people who are there."""

    def some(make: Callable[[str, str, str, str, str], str]) -> Iterator[str]:
        while True:
            if text := make(*dice.choice(people)):
                yield text

    return {
        "one character": some(lambda name, *_: dice.choice(name)),
        "two characters": some(lambda name, *_: name[:2]),
        "the whole name": some(lambda name, *_: name),
        "initials": some(lambda _n, read, *_: "".join(part[0] for part in read.split())),
        "two letters of pinyin": some(lambda _n, read, *_: read.replace(" ", "")[:2]),
        "the whole pinyin": some(lambda _n, read, *_: read.replace(" ", "")),
        "initial and given name": some(lambda _n, read, *_: read[:1] + read.split(" ")[-1]),
        "organisation": some(lambda _n, _r, unit, *_: unit[2:6]),
        "the tail of the phone": some(lambda _n, _r, _u, phone, _no: phone[-4:]),
        "number": some(lambda *facts: facts[-1]),
    }


def _people(store: Store) -> list[tuple[str, str, str, str, str]]:
    """Return name, pinyin, organisation, phone and number of some people with Chinese names."""
    text = (
        "SELECT p.name, p.pinyin, o.full_name, p.mobile, a.number FROM attendee a"
        " JOIN person p ON p.id = a.person_id JOIN position w ON w.person_id = p.id"
        " JOIN organisation o ON o.id = w.organisation_id"
        f" WHERE p.pinyin != '' LIMIT {SAMPLE}"
    )
    with store.view() as view:
        return [tuple(row) for row in view.connection.exec_driver_sql(text)]


def _event(store: Store) -> UUID:
    from summit_desk.domain.records import Event

    with store.view() as view:
        return view.all(Event)[0].id


def _like(store: Store, people: Sequence[tuple[str, str, str, str, str]]) -> float:
    """Return the seconds that the usual way takes for two characters."""
    text = "SELECT id, name FROM person WHERE name LIKE ? LIMIT 50"
    with store.view() as view:
        run = view.connection.exec_driver_sql
        times = [timed(lambda n=one[0]: run(text, (f"%{n[:2]}%",)).all()) for one in people[:40]]
    return percentile(times, 0.95)
