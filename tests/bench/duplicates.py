"""How fast 20,000 people are searched for those who are entered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.rows import Row, seconds

if TYPE_CHECKING:
    from db.store import Store
    from tests.bench.files import BenchFiles

PEOPLE = 20_000
LIMIT_S = 2


def measure(files: BenchFiles) -> list[Row]:
    """Find them all; the floor is reading the same rows from SQLite without a library."""
    from db.store import Store
    from summit_desk.services.duplicates import DuplicateService
    from summit_desk.services.opening import OpeningService
    from summit_desk.support.clock import utc_now

    path = files.folder / "duplicates.summit"
    OpeningService().demo(path, attendees=PEOPLE, seed=3).workspace.close()
    with Store.open(path, writing=False) as store:
        service = DuplicateService(store, utc_now)
        ours = seconds(service.people, runs=3)
        floor = seconds(lambda: _read(store), runs=3)
    what = "find who is entered twice among 20,000 people"
    return [Row(what, ours, "s", floor, "reading the same rows", limit=LIMIT_S)]


def _read(store: Store) -> None:
    text = (
        "SELECT p.*, w.title, o.full_name FROM person p LEFT JOIN position w ON w.person_id = p.id"
        " LEFT JOIN organisation o ON o.id = w.organisation_id"
    )
    with store.view() as view:
        view.connection.exec_driver_sql(text).all()
