"""Attendance at one point, read once from the file: heads, stays, and who did not come."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from db.journal import chunks
from db.queries.attendance import Due, due_at, entered
from db.queries.attendee_rows import attendee_rows
from db.queries.trails import trails
from db.unit import View
from summit_desk.domain.attendance.columns import identity_cells, stay_cells
from summit_desk.domain.attendance.figures import PointDay, PointFigures
from summit_desk.domain.attendance.marks import marks
from summit_desk.domain.check_in.arrivals import highest_first, step_begin
from summit_desk.domain.check_in.merging import Entry
from summit_desk.domain.check_in.rules import counting
from summit_desk.domain.check_in.stays import Stay, Trail, stay_of
from summit_desk.domain.documents.sheets import Row
from summit_desk.domain.key_list import KeyList
from summit_desk.domain.progress import Progress
from summit_desk.services.spool import Spool

PACE = 2_000  # people between two looks at whether somebody gave up


@dataclass(frozen=True)
class PointRead:
    """What is known of a point: `stays` are rows of those who came, by number.

    `exits` and `remarks` tell whether any of the rows has some.
    """

    figures: PointFigures
    stays: Spool
    absent: KeyList
    exits: bool
    remarks: bool


@dataclass
class Heads:
    """Figures that are counted while stays are read."""

    arrived: int = 0
    inside: int = 0
    unexpected: int = 0
    first: datetime | None = None
    last: datetime | None = None
    steps: Counter[datetime] = field(default_factory=Counter)
    exits: bool = False
    remarks: bool = False

    def count(self, stay: Stay, remarks: str, *, expected: bool) -> None:
        """Count one who came."""
        at = stay.first.at
        self.arrived += 1
        self.inside += stay.inside
        self.unexpected += not expected
        self.first = min(at, self.first or at)
        self.last = max(at, self.last or at)
        self.steps[step_begin(at)] += 1
        self.exits = self.exits or stay.last_out is not None
        self.remarks = self.remarks or bool(remarks)


@dataclass(frozen=True)
class Reader:
    """Reads points of an event; `only` are the keys of a choice, None for everybody.

    `lost` are the entries that became duplicates when stations were merged, by their scans.
    """

    view: View
    zone: ZoneInfo
    only: frozenset[str] | None
    lost: Mapping[UUID, Entry]

    def read(self, place: PointDay, stays: Spool, progress: Progress) -> PointRead:
        """Read one point; the rows of those who came go to `stays`."""
        came = self._came(place)
        expected, absent = self._expected(place, frozenset(came.texts()), progress)
        heads = Heads()
        done = 0
        for chunk in chunks(came):
            progress.step(done, len(came))
            stays.add(list(self._rows(place, list(chunk), expected, heads)))
            done += len(chunk)
        figures = _figures(place, heads, len(expected) + len(absent), len(absent))
        missing = KeyList.of_hex(one.key for one in highest_first(absent))
        return PointRead(figures, stays, missing, heads.exits, heads.remarks)

    def _expected(
        self, place: PointDay, came: frozenset[str], progress: Progress
    ) -> tuple[set[str], list[Due]]:
        """Return who was expected and came, and who was expected and did not."""
        expected, absent = set[str](), list[Due]()
        units: dict[str, str] = {}  # the same organisations come again and again
        for number, one in enumerate(due_at(self.view.session, place.door)):
            if number % PACE == 0:
                progress.step(0, 1)
            if self.only is not None and one.key not in self.only:
                continue
            if one.key in came:
                expected.add(one.key)
            else:
                absent.append(replace(one, unit=units.setdefault(one.unit, one.unit)))
        return expected, absent

    def _came(self, place: PointDay) -> KeyList:
        found = entered(self.view.session, place.point.id, place.since, place.until)
        if self.only is None:
            return found
        return KeyList.of_hex(key for key in found.texts() if key in self.only)

    def _rows(
        self, place: PointDay, keys: Sequence[UUID], expected: set[str], heads: Heads
    ) -> Iterator[Row]:
        """Yield a row of each of these people, and count them."""
        found = trails(self.view.session, place.point.id, keys)
        for who in attendee_rows(self.view.session, keys):
            trail, also = self._counted(place, found[who.id])
            stay = stay_of(trail.passages, place.end)
            if stay is not None:
                is_due = who.id.hex in expected
                told = marks(stay, trail, self.zone, expected=is_due, also=also)
                heads.count(stay, told, expected=is_due)
                cells = stay_cells(stay, told, self.zone)
                yield [heads.arrived, *identity_cells(who), *cells]

    def _counted(self, place: PointDay, trail: Trail) -> tuple[Trail, Sequence[Entry]]:
        """Return what counts of a trail, and the entries that lost against an earlier one."""
        passages = counting(trail.passages, place.point, place.moment, self.zone)
        if not self.lost:
            return Trail(passages, trail.reasons, trail.forced), ()
        kept = [one for one in passages if one.scan not in self.lost]
        also = [self.lost[one.scan] for one in passages if one.scan in self.lost]
        return Trail(kept, trail.reasons, trail.forced), also


def _figures(place: PointDay, heads: Heads, due: int, absent: int) -> PointFigures:
    return PointFigures(
        place=place,
        expected=due,
        arrived=heads.arrived,
        unexpected=heads.unexpected,
        absent=absent,
        inside=None if place.end is None else heads.inside,
        first=heads.first,
        last=heads.last,
        steps=heads.steps,
    )


def arrivals_of(figures: Sequence[PointFigures]) -> dict[UUID, Counter[datetime]]:
    """Return the arrivals by point, those of all its days together."""
    found: dict[UUID, Counter[datetime]] = defaultdict(Counter)
    for one in figures:
        found[one.place.point.id].update(one.steps)
    return dict(found)
