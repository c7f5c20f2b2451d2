"""Random days at random doors: every verdict, every head and every row is the model's."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from db.store import Store
from summit_desk.domain.badge_codes import sign
from summit_desk.domain.check_in.reading import HeldBadge
from summit_desk.domain.errors.check_in import AlreadyTakenBack, NothingToTakeBack
from summit_desk.domain.records import AttendeeStatus, FeeStatus, Policy
from summit_desk.domain.verdicts import FORCIBLE
from tests.check_in.conftest import OPENING, Watch, new_summit
from tests.check_in.door_model import MOVES, Book
from tests.check_in.door_play import Door
from tests.check_in.laptops import merged

MERGES = 2  # in the middle of a day; they take longest
MINUTES = (-2_000, -31, -1, 0, 1, 7, 29, 61, 600, 930, 1_500)
POINTS = st.fixed_dictionaries(
    {
        "policy": st.sampled_from(list(Policy)),
        "capacity": st.sampled_from([None, None, None, 1, 2]),
        "opens_at": st.sampled_from([None, None, None, -60, 30]),
        "closes_at": st.sampled_from([None, None, None, 30, 1_600]),
        "tolerance_minutes": st.sampled_from([0, 30]),
        "for_staff": st.sampled_from([False, False, True]),
        "for_guests": st.sampled_from([False, False, True]),
        "confirm_first": st.sampled_from([False, False, True]),
        "leaves_elsewhere": st.booleans(),
    }
)
STATES = (
    {"status": AttendeeStatus.CANCELLED},
    {"status": AttendeeStatus.BLOCKED},
    {"status": AttendeeStatus.PENDING},
    {"status": AttendeeStatus.CONFIRMED},
    {"status": AttendeeStatus.UNCONFIRMED},
    {"fee_status": FeeStatus.UNPAID},
    {"fee_status": FeeStatus.PAID},
)
WHO, WHERE = st.integers(0, 3), st.integers(0, 1)
FILE, NAME = st.integers(0, 2), st.sampled_from(["入口 1", "入口 2"])
PLACES = st.tuples(FILE, NAME, WHERE)
BADGES = st.sampled_from(["new", "new", "new", "old", "by hand"])
NEXT = st.sampled_from(["go on", "force", "confirm", "refuse", "walk away"])
STRANGERS = st.sampled_from(["nonsense", "forged", "foreign"])


class DoorsByChance(RuleBasedStateMachine):
    """A desk and up to two station files, each with a clock of its own."""

    @initialize(points=st.tuples(POINTS, POINTS), laptops=st.integers(0, 2))
    def open_desk(self, points, laptops) -> None:
        self.folder = Path(tempfile.mkdtemp())
        watch = Watch()
        self.summit = summit = new_summit(Store.create(self.folder / "desk.summit"), watch)
        for name, fields in (
            ("甲", {}),
            ("乙", {"door_note": "！请联系会务组"}),
            ("丙", {"category_id": summit.staff.id}),
            ("丁", {"tags": ("贵宾",)}),
        ):
            summit.add(name, **fields)
        summit.set_point(**self._setting(points[0]))
        summit.add_point("分会场", **self._setting(points[1]))
        self.points = [row.point for row in summit.service.points(summit.event.id)]
        self.guests = list(summit.guests.values())
        book = Book(self.points, {guest.id: guest for guest in self.guests})
        self.desk = Door(summit, summit.store, watch, book)
        self.laptops: list[Door] = []
        self.last: tuple = ()
        self.merges, self.most_laptops = MERGES, laptops
        self.desk.agree()

    def _setting(self, drawn) -> dict:
        fields = dict(drawn)
        for name in ("opens_at", "closes_at"):
            if fields[name] is not None:
                fields[name] = OPENING + timedelta(minutes=fields[name])
        staff, guests = fields.pop("for_staff"), fields.pop("for_guests")
        fields["category_ids"] = (self.summit.staff.id,) if staff else ()
        fields["tags"] = ("贵宾",) if guests else ()
        return fields

    @rule(place=PLACES, who=WHO, badge=BADGES, then=NEXT, wait=WHO)
    def scan(self, place, who, badge, then, wait) -> None:
        self.last = place, who, "new", "confirm", wait
        file, name, where = place
        door, point, guest = self._door(file), self.points[where], self.guests[who]
        now = self.summit.guests[door.name_of(guest)].serial
        serial = {"new": now, "old": 1, "by hand": None}[badge]
        outcome = door.scan(name, point, guest, serial)
        door.watch.move(minutes=wait)
        if outcome.unconfirmed and then == "confirm":
            door.confirm(name, outcome, serial)
        elif outcome.unconfirmed and then == "refuse":
            door.refuse(name, outcome)
        elif outcome.verdict in FORCIBLE and then == "force":
            door.force(name, outcome)

    @precondition(lambda self: self.last)
    @rule()
    def scan_again(self) -> None:
        self.scan(*self.last)

    @precondition(lambda self: self.last)
    @rule(name=NAME, minutes=st.sampled_from(MINUTES))
    def scan_at_another_time(self, name, minutes) -> None:
        (file, _name, where), *rest = self.last
        self.move_a_clock(file, minutes)
        self.scan((file, name, where), *rest)

    @precondition(lambda self: self.last)
    @rule(seconds=st.sampled_from([0.4, 1.9, 2.0, 7.0]))
    def hold_the_badge(self, seconds) -> None:
        (file, _name, _where), who, *_rest = self.last
        door, badge = self._door(file), HeldBadge()
        code = self.summit.code(door.name_of(self.guests[who]))
        reads = [badge.is_same(code, door.watch().timestamp())]
        self.scan(*self.last[:-1], wait=0)
        door.watch.move(seconds=seconds)
        reads.append(badge.is_same(code, door.watch().timestamp()))
        assert reads == [False, seconds < 2]
        if not reads[-1]:
            self.scan(*self.last)
        door.added([])

    @rule(file=FILE, name=NAME, where=WHERE, kind=STRANGERS)
    def scan_a_stranger(self, file, name, where, kind) -> None:
        door, point, key = self._door(file), self.points[where], self.summit.key
        texts = {
            "nonsense": ("zzzz-9999", "UNKNOWN"),
            "forged": (sign(key.tag, "00" * 32, "1234567890", 1), "FORGED"),
            "foreign": (sign("9999", "00" * 32, "1234567890", 1), "OTHER_EVENT"),
        }
        text, verdict = texts[kind]
        assert door.station(name, point).scan(text).verdict == verdict
        door.added(door.numbered([door.row(name, point.id, None, verdict)]))

    @rule(file=FILE, name=NAME, where=WHERE)
    def undo(self, file, name, where) -> None:
        door = self._door(file)
        latest = door.book.latest(door.signature(name))
        if latest is None or latest[1].verdict not in MOVES:
            with pytest.raises(NothingToTakeBack):
                door.station(name, self.points[where]).undo_last()
            door.added([])
            return
        assert door.station(name, self.points[where]).undo_last().scan == latest[0]
        self._annulled(door, name, *latest)

    @rule(file=FILE, name=NAME, which=st.integers(0, 30))
    def take_back_from_the_log(self, file, name, which) -> None:
        door = self._door(file)
        rows = [(key, row) for key, row in door.book.rows.items() if row.annuls is None]
        if not rows:
            return
        key, row = rows[which % len(rows)]
        if any(other.annuls == key for other in door.book.rows.values()):
            with pytest.raises(AlreadyTakenBack):
                door.check_in.take_back(key, name, "小陈")
            door.added([])
            return
        door.check_in.take_back(key, name, "小陈")
        self._annulled(door, name, key, row)

    def _annulled(self, door, name, key, row) -> None:
        undone = door.row(name, row.point, row.guest, "ANNULLED", annuls=key)
        door.added(door.numbered([undone]))

    @rule(who=WHO, state=st.sampled_from(STATES))
    def change_a_registration(self, who, state) -> None:
        self.desk.change(self.guests[who], **state)
        self.desk.added([])

    @rule(who=WHO, revokes=st.booleans())
    def reprint_a_badge(self, who, revokes) -> None:
        name = self.desk.name_of(self.guests[who])
        held = self.desk.book.guests[self.guests[who].id]
        serial = held.serial + 1
        valid = serial if revokes else held.valid_serial
        self.summit.guests[name] = self.desk.change(held, serial=serial, valid_serial=valid)
        self.desk.added([])

    @rule(file=FILE, minutes=st.sampled_from(MINUTES))
    def move_a_clock(self, file, minutes) -> None:
        door = self._door(file)
        door.watch.move(minutes=minutes)
        door.added([])

    @precondition(lambda self: len(self.laptops) < self.most_laptops)
    @rule(minutes=st.sampled_from([-90, 0, 1, 45]))
    def give_away_a_station_file(self, minutes) -> None:
        name = f"门{len(self.laptops) + 1}"
        path = self.folder / f"{name}.station"
        self.desk.services.stations.make(self.summit.event.id, name, path)
        watch = Watch(self.desk.watch())
        watch.move(minutes=minutes)
        book = self.desk.book.lighter()
        self.laptops.append(Door(self.summit, Store.open(path), watch, book, name))
        self.laptops[-1].agree()

    @precondition(lambda self: self.laptops and self.merges)
    @rule(order=st.lists(FILE, min_size=1, max_size=3))
    def merge(self, order) -> None:
        chosen = [self.laptops[at % len(self.laptops)] for at in order]
        self.merges -= 1
        self.desk.take_over(chosen)

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        try:
            self._any_order_gives_the_same()
        finally:
            for door in (self.desk, *self.laptops):
                door.store.close()
            shutil.rmtree(self.folder)

    def _any_order_gives_the_same(self) -> None:
        paths = [door.store.path for door in self.laptops]
        if not paths:
            return
        straight = merged(self.summit, paths)
        assert merged(self.summit, [*reversed(paths), *paths]) == straight

    def _door(self, file: int) -> Door:
        doors = [self.desk, *self.laptops]
        return doors[file % len(doors)]


PLAIN = settings(
    max_examples=10,
    stateful_step_count=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would take minutes
    suppress_health_check=list(HealthCheck),
)
TestDoorsByChance = DoorsByChance.TestCase
TestDoorsByChance.settings = PLAIN


@pytest.mark.slow
class TestManyDoorsByChance(DoorsByChance.TestCase):
    """The same for as long as it takes."""

    settings = settings(PLAIN, max_examples=300, stateful_step_count=60)
