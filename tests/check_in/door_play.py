"""Doors of several files played side by side with their models, compared after every step."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summit_desk.domain.records import Attendee, CheckPoint, Scan
from summit_desk.services.bundle import Services
from summit_desk.services.check_in import CheckInService
from tests.check_in.door_model import CAME, LEFT, MOVES, Book, Row, by_sequence, row_of

if TYPE_CHECKING:
    from uuid import UUID

    from db.store import Store
    from summit_desk.domain.check_in.outcome import Outcome
    from summit_desk.services.station import Station
    from tests.check_in.conftest import Summit, Watch

OFTEN = 4  # steps between two counts of all the rows


@dataclass
class Door:
    """An open file with its clock, and the model of it. `signed` is a station file's own name."""

    summit: Summit
    store: Store
    watch: Watch
    book: Book
    signed: str = ""
    scans: dict[UUID, Scan] = field(
        default_factory=dict
    )  # as the file had them when last looked at

    def __post_init__(self) -> None:
        self.services = Services(self.store, self.watch)
        self.scans = {scan.id: scan for scan in self.read()}
        self.stations: dict[tuple[str, UUID], Station] = {}
        self.steps = 0

    @property
    def check_in(self) -> CheckInService:
        return self.services.check_in

    def read(self) -> list[Scan]:
        with self.store.view() as view:
            return view.all(Scan)

    def signature(self, name: str) -> str:
        return f"{self.signed} · {name}" if self.signed else name

    def station(self, name: str, point: CheckPoint) -> Station:
        """Open a station, or return it where it is open already."""
        key = name, point.id
        if key not in self.stations:
            event_id = self.summit.event.id
            self.stations[key] = self.check_in.open_station(event_id, point.id, name, "小陈")
        return self.stations[key]

    def scan(self, name: str, point: CheckPoint, guest: Attendee, serial: int | None) -> Outcome:
        """Present a badge, or a person found by hand."""
        station, at = self.station(name, point), self.watch()
        verdict = self.book.judge(point, guest.id, at, serial)
        again = self.book.entries(guest.id, point, at)
        if serial is None:
            outcome = station.admit(guest.id)
        else:
            outcome = station.scan(self.summit.code(self.name_of(guest), serial))
        assert (outcome.verdict, outcome.guest.id) == (verdict, guest.id)
        if verdict == "DUPLICATE":
            assert outcome.first.scan == again[0]
        waits = point.confirm_first and verdict in MOVES
        assert outcome.unconfirmed is waits
        self.added([] if waits else self.rows_of(name, point, guest.id, verdict))
        return outcome

    def confirm(self, name: str, seen: Outcome, serial: int | None) -> None:
        """Let somebody in who was shown; the rules are asked again."""
        point, guest = seen.point, seen.guest.id
        verdict = self.book.judge(point, guest, self.watch(), serial)
        rows = self.rows_of(name, point, guest, verdict)
        assert self.station(name, point).confirm(seen).verdict == verdict
        self.added(rows)

    def refuse(self, name: str, seen: Outcome) -> None:
        """Send somebody away who was shown."""
        self.station(name, seen.point).refuse(seen)
        shown = self.row(name, seen.point.id, seen.guest.id, str(seen.verdict))
        (key,) = [one.id for one in self.read() if one.id not in self.scans and not one.annuls]
        undone = self.row(name, seen.point.id, seen.guest.id, "ANNULLED", annuls=key)
        self.added(self.numbered([shown, undone]))

    def force(self, name: str, refused: Outcome) -> None:
        """Let somebody in against the verdict."""
        point, guest = refused.point, refused.guest.id
        verdict = self.book.welcome(point, guest, self.watch())
        rows = self.rows_of(name, point, guest, verdict, forced=True)
        assert self.station(name, point).force(refused, "会务组同意").verdict == verdict
        self.added(rows)

    def rows_of(
        self, name: str, point: CheckPoint, guest: UUID, verdict: str, *, forced: bool = False
    ) -> list[Row]:
        """Return what a verdict writes: what is left elsewhere, then the scan itself."""
        left = self.book.exits(point, guest, self.watch()) if verdict in CAME else []
        rows = [self.row(name, one, guest, LEFT, forced=forced) for one in left]
        return self.numbered([*rows, self.row(name, point.id, guest, verdict, forced=forced)])

    def row(self, name: str, point: UUID, guest: UUID | None, verdict: str, **more) -> Row:
        return Row(point, guest, verdict, self.signature(name), 0, self.watch(), **more)

    def numbered(self, rows: list[Row]) -> list[Row]:
        last = self.book.last_of(rows[0].station)
        return [replace(row, sequence=last + at) for at, row in enumerate(rows, 1)]

    def added(self, expected: list[Row]) -> None:
        """Check that the file has these rows more, and all the others as they were."""
        found = {scan.id: scan for scan in self.read()}
        assert {key: found.get(key) for key in self.scans} == self.scans
        new = {key: row_of(scan) for key, scan in found.items() if key not in self.scans}
        assert by_sequence(new.values()) == expected
        self.scans = found
        self.book.rows |= new
        self.agree()

    def agree(self) -> None:
        """Compare the heads that are kept, and now and then those counted anew, with the model."""
        at, event_id = self.watch(), self.summit.event.id
        model = {
            point.id: (
                self.book.arrived(point, at),
                self.book.inside(point, at),
                self.book.expected(point),
            )
            for point in self.book.points
        }
        self.steps += 1
        anew = [] if self.steps % OFTEN else [CheckInService(self.store, self.watch)]
        for service in (self.check_in, *anew):
            heads = {row.id: row.counts for row in service.points(event_id)}
            shown = {key: (one.arrived, one.inside, one.expected) for key, one in heads.items()}
            assert shown == model, "kept" if service is self.check_in else "counted anew"

    def change(self, guest: Attendee, **fields) -> Attendee:
        """Change a registration, as the desk does it."""
        changed = replace(self.book.guests[guest.id], **fields)
        with self.store.unit() as unit:
            unit.put(changed)
            unit.commit("Test")
        self.check_in.refresh(self.summit.event.id)
        self.book.guests[guest.id] = changed
        return changed

    def name_of(self, guest: Attendee) -> str:
        return next(name for name, one in self.summit.guests.items() if one.id == guest.id)

    def take_over(self, others: list[Door]) -> None:
        """Merge station files: a union by key, and nothing else happens to the scans."""
        before = dict(self.scans)
        self.services.merging.merge([other.store.path for other in others])
        self.check_in.refresh(self.summit.event.id)
        self.scans = {scan.id: scan for scan in self.read()}
        brought = {key: row for other in others for key, row in other.book.rows.items()}
        assert {key: self.scans.get(key) for key in before} == before
        assert self.scans.keys() == before.keys() | brought.keys()
        self.book.rows |= {key: row_of(scan) for key, scan in self.scans.items()}
        assert {key: self.book.rows[key] for key in brought} == brought
        self.agree()
