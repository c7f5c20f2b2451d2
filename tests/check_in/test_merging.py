"""Station files taken over: a union, whatever the order, with the people who came in twice."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from db.store import Store
from summit_desk.domain.check_in.outcome import WalkIn
from summit_desk.domain.errors import MovedOn
from summit_desk.domain.errors.files import FileNotFound
from summit_desk.domain.errors.stations import (
    DamagedStation,
    NotAStation,
    OlderStation,
    SameBadgeTwice,
    StationOfOtherEvent,
)
from summit_desk.domain.progress import Cancelled
from summit_desk.domain.records import (
    Attendee,
    AttendeeCode,
    Badge,
    EventKey,
    Organisation,
    Person,
    Policy,
    Position,
    Scan,
)
from summit_desk.services.bundle import Services
from tests.check_in.conftest import OPENING
from tests.check_in.laptops import dump, laptop, merged

pytestmark = pytest.mark.usefixtures("summit")


@pytest.fixture
def services(summit) -> Services:
    """The desk in the evening, when the laptops come back."""
    return Services(summit.store, lambda: summit.watch() + timedelta(hours=12))


def scans_of(store) -> set:
    with store.view() as view:
        return {scan.id for scan in view.all(Scan)}


def test_scans_and_walk_ins_come_home_with_everything_that_hangs_on_them(summit, services):
    gate = laptop(summit, "入口 2")
    gate.scans("王磊", "仇凯")
    gate.at_the_door(lambda station: station.walk_in(WalkIn("新客", "新单位", summit.staff.id)))
    result = services.merging.merge([gate.path])
    assert (result.scans, result.walk_ins, result.conflicts) == (3, 1, ())
    assert result.change.text() == "Take over 入口 2: 3 scans, 1 walk-ins"
    with summit.store.view() as view:
        attendee = view.find(Attendee, number="S1-001")
        place = view.find(Position, person_id=attendee.person_id)
        assert view.get(Person, attendee.person_id).name == "新客"
        assert view.get(Organisation, place.organisation_id).full_name == "新单位"
        assert attendee.category_id == summit.staff.id
    summit.service.refresh(summit.event.id)
    assert summit.station().counts().arrived == 2
    assert [found.name for found in summit.station().search("新客")] == ["新客"]


def test_the_badge_of_a_walk_in_is_known_at_the_desk_after_the_merge(summit, services):
    gate = laptop(summit, "B")
    made = []
    gate.at_the_door(lambda station: made.append(station.walk_in(WalkIn("新客"))[1].guest))
    with Store.open(gate.path) as store, store.view() as view:
        summit.guests["新客"] = view.get(Attendee, made[0].id)
    before = summit.station().scan(summit.code("新客")).verdict
    services.merging.merge([gate.path])
    summit.watch.move(seconds=10)
    assert [before, summit.station().scan(summit.code("新客")).verdict] == ["UNKNOWN", "DUPLICATE"]


def test_the_same_file_again_changes_nothing_and_makes_no_step(summit, services):
    gate = laptop(summit, "B")
    gate.scans("王磊")
    services.merging.merge([gate.path])
    before, steps = dump(summit.store), len(services.history.all())
    result = services.merging.merge([gate.path, gate.path])
    assert (result.scans, result.shares[0].known) == (0, 1)
    assert dump(summit.store) == before
    assert len(services.history.all()) == steps


def test_a_file_merged_half_way_through_the_day_brings_the_rest_later(summit, services):
    gate = laptop(summit, "B")
    gate.scans("王磊")
    services.merging.merge([gate.path])
    gate.scans("欧阳明远", hours=1)
    assert services.merging.merge([gate.path]).scans == 1
    assert len(scans_of(summit.store)) == 2


def test_people_let_in_at_two_stations_are_listed_and_the_earlier_entry_counts(summit, services):
    a, b = laptop(summit, "A"), laptop(summit, "B")
    a.scans("王磊", "欧阳明远", minutes=30)
    b.scans("王磊", minutes=20)
    (conflict,) = services.merging.merge([a.path, b.path]).conflicts
    assert (conflict.name, conflict.number) == ("王磊", "0002")
    assert (conflict.first.station, conflict.first.operator) == ("B", "小李")
    assert [entry.station for entry in conflict.later] == ["A"]
    summit.service.refresh(summit.event.id)
    assert summit.station().counts().arrived == 2


def test_the_desk_that_scanned_meanwhile_can_be_the_one_that_was_first(summit, services):
    gate = laptop(summit, "B")
    summit.station("入口 1").scan(summit.code("王磊"))
    gate.scans("王磊", minutes=5)
    (conflict,) = services.merging.merge([gate.path]).conflicts
    assert (conflict.first.station, conflict.later[0].station) == ("入口 1", "B")


def test_a_duplicate_that_the_station_knew_of_is_no_conflict(summit, services):
    summit.station("入口 1").scan(summit.code("王磊"))
    gate = laptop(summit, "B")

    def let_in(station) -> None:
        station.force(station.scan(summit.code("王磊")), "忘带手机")

    gate.at_the_door(let_in)
    assert services.merging.merge([gate.path]).conflicts == ()


def test_an_entry_that_was_taken_back_is_no_conflict(summit, services):
    a, b = laptop(summit, "A"), laptop(summit, "B")
    a.scans("王磊")
    a.at_the_door(lambda station: station.undo_last())
    b.scans("王磊")
    assert services.merging.merge([a.path, b.path]).conflicts == ()


@pytest.mark.parametrize(("policy", "count"), [(Policy.ONCE_PER_DAY, 0), (Policy.UNLIMITED, 0)])
def test_where_somebody_may_come_again_the_next_day_that_is_no_conflict(
    summit, services, policy, count
):
    summit.set_point(policy=policy)
    a, b = laptop(summit, "A"), laptop(summit, "B")
    a.scans("王磊")
    b.scans("王磊", days=1)
    assert len(services.merging.merge([a.path, b.path]).conflicts) == count


def test_a_slow_clock_is_shown_and_does_not_decide_who_was_first(summit, services):
    a, slow = laptop(summit, "A"), laptop(summit, "B")
    slow.scans("欧阳明远", minutes=-40)  # right after it was made, and its clock said so
    a.scans("王磊", minutes=10)
    slow.scans("王磊", minutes=-20)  # in truth twenty minutes after the file was made
    result = services.merging.merge([slow.path, a.path])
    assert [share.skew.seconds for share in result.shares] == [-2400.0, 0.0]
    assert result.conflicts[0].first.station == "A"


def test_a_fast_clock_is_shown_by_scans_from_the_future(summit, services):
    fast = laptop(summit, "B")
    fast.scans("王磊", hours=13, minutes=30)
    assert services.merging.merge([fast.path]).shares[0].skew.seconds == 5400.0


def test_a_clock_set_back_during_the_day_does_not_reorder_a_station(summit, services):
    a, b = laptop(summit, "A"), laptop(summit, "B")
    a.scans("欧阳明远", minutes=60)
    a.scans("王磊", minutes=30)  # after the other, though its clock says before
    b.scans("王磊", minutes=45)
    assert services.merging.merge([a.path, b.path]).conflicts[0].first.station == "B"


def test_two_stations_that_enter_the_same_organisation_mean_the_same_one(summit, services):
    files = [laptop(summit, name) for name in "AB"]
    for at, gate in enumerate(files):
        gate.at_the_door(lambda station, at=at: station.walk_in(WalkIn(f"新客{at}", "新单位")))
    services.merging.merge([gate.path for gate in files])
    with summit.store.view() as view:
        assert view.count(Organisation, full_name="新单位") == 1
        unit = view.find(Organisation, full_name="新单位")
        assert view.count(Position, organisation_id=unit.id) == 2


def test_a_number_that_two_people_have_stays_with_the_older_registration(summit, services):
    a, b = laptop(summit, "A"), laptop(summit, "B")
    for gate, name in ((a, "新客甲"), (b, "新客乙")):
        gate.at_the_door(lambda station, name=name: station.walk_in(WalkIn(name)))
        with Store.open(gate.path) as store, store.unit() as unit:
            unit.connection.exec_driver_sql(
                "UPDATE attendee SET number = '77' WHERE number LIKE 'S%'"
            )
            unit.connection.commit()
    states = {merged(summit, order)[0] for order in ([a.path, b.path], [b.path, a.path, b.path])}
    assert len(states) == 1
    result = services.merging.merge([b.path, a.path])
    with summit.store.view() as view:
        first, second = sorted(view.all(Attendee, source="walk-in"), key=lambda one: one.id)
    assert (first.number, second.number) == ("77", f"77-{second.id.hex[-6:]}")
    assert result.renumbered == (("77", second.number),)


def test_forum_choices_and_badges_of_a_walk_in_come_along(summit, services):
    gate = laptop(summit, "B")
    with Store.open(gate.path) as store:
        door = Services(store, summit.watch)
        key = door.check_in.register(summit.event.id, WalkIn("新客")).subject
        door.documents.note_printed([key], "a6")
    services.merging.merge([gate.path])
    with summit.store.view() as view:
        assert [badge.attendee_id for badge in view.all(Badge)] == [key]


def test_scans_of_somebody_who_was_merged_into_another_follow_that_person(summit, services):
    gate = laptop(summit, "B")
    gate.scans("王磊")
    old, new = summit.guests["王磊"], summit.guests["欧阳明远"]
    with summit.store.unit() as unit:
        unit.remove(Attendee, old.id)
        unit.put(
            AttendeeCode(event_id=summit.event.id, attendee_id=new.id, code=old.token, own=True)
        )
        unit.commit("Test")
    services.merging.merge([gate.path])
    with summit.store.view() as view:
        assert [scan.attendee_id for scan in view.all(Scan)] == [new.id]


def test_scans_of_somebody_who_was_removed_stay_in_the_log(summit, services):
    gate = laptop(summit, "B")
    gate.scans("王磊")
    with summit.store.unit() as unit:
        unit.remove(Attendee, summit.guests["王磊"].id)
        unit.commit("Test")
    result = services.merging.merge([gate.path])
    with summit.store.view() as view:
        assert [scan.attendee_id for scan in view.all(Scan)] == [None]
    assert result.shares[0].lost == 1


def test_a_merge_is_taken_back_in_one_step_and_can_be_done_again(summit, services):
    gate = laptop(summit, "B")
    gate.scans("王磊")
    gate.at_the_door(lambda station: station.walk_in(WalkIn("新客", "新单位")))
    before = dump(summit.store)
    services.merging.merge([gate.path])
    after = dump(summit.store)
    services.history.undo()
    assert dump(summit.store) == before
    services.history.redo()
    assert dump(summit.store) == after
    services.history.undo()
    services.merging.merge([gate.path])
    assert dump(summit.store) == after


def test_a_merge_stays_when_something_hangs_on_it(summit, services):
    gate = laptop(summit, "B")
    gate.at_the_door(lambda station: station.walk_in(WalkIn("新客")))
    services.merging.merge([gate.path])
    with summit.store.view() as view:
        (scan,) = view.all(Scan)
    summit.service.take_back(scan.id, "入口 1", "小陈")
    before = dump(summit.store)
    with pytest.raises(MovedOn):
        services.history.undo()
    assert dump(summit.store) == before


def test_a_merge_that_is_cancelled_leaves_nothing(summit, services):
    gate = laptop(summit, "B")
    gate.scans("王磊")
    before = dump(summit.store)

    class GivenUp:
        def step(self, done: int, total: int) -> None:
            if done == total - 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        services.merging.merge([gate.path], GivenUp())
    assert dump(summit.store) == before


def test_one_file_that_is_refused_refuses_all(summit, services, tmp_path):
    gate = laptop(summit, "B")
    gate.scans("王磊")
    (tmp_path / "x.station").write_bytes(b"nothing of ours")
    before = dump(summit.store)
    with pytest.raises(NotAStation):
        services.merging.merge([gate.path, tmp_path / "x.station"])
    assert dump(summit.store) == before


def test_what_is_no_station_of_this_event_is_refused_with_its_reason(summit, services, tmp_path):
    gate = laptop(summit, "B")
    backup = tmp_path / "copy.summit"
    summit.store.backup_to(backup)
    with pytest.raises(NotAStation):
        services.merging.merge([backup])
    with pytest.raises(FileNotFound):
        services.merging.merge([tmp_path / "none.station"])
    with summit.store.unit() as unit:
        unit.put(EventKey(id=summit.key.id, event_id=summit.event.id, tag="0417", key="77" * 32))
        unit.commit("Test")
    with pytest.raises(StationOfOtherEvent):
        services.merging.merge([gate.path])


def test_an_older_or_damaged_file_is_refused_and_not_touched(summit, services):
    older, damaged = laptop(summit, "A").path, laptop(summit, "B").path
    data = bytearray(older.read_bytes())
    data[60:64] = (1).to_bytes(4, "big")
    older.write_bytes(data)
    broken = bytearray(damaged.read_bytes())
    broken[4096 * 3 : 4096 * 9] = b"\xff" * 4096 * 6
    damaged.write_bytes(broken)
    for path, error in ((older, OlderStation), (damaged, DamagedStation)):
        before = path.read_bytes()
        with pytest.raises(error):
            services.merging.merge([path])
        assert path.read_bytes() == before


def test_a_badge_code_that_two_people_have_is_never_changed_but_refused(summit, services):
    gate = laptop(summit, "B")
    gate.at_the_door(lambda station: station.walk_in(WalkIn("新客")))
    with Store.open(gate.path) as store, store.view() as view:
        token = view.find(Attendee, number="S1-001").token
    guest = summit.add("老客")
    summit.put(replace(guest, token=token))
    before = dump(summit.store)
    with pytest.raises(SameBadgeTwice) as refused:
        services.merging.merge([gate.path])
    assert refused.value.details["other"] == "老客"
    assert dump(summit.store) == before


def crowd(summit, count: int) -> list[Attendee]:
    """Register many people at once."""
    people = [Person(name=f"客{number}") for number in range(count)]
    guests = [
        Attendee(
            event_id=summit.event.id,
            person_id=person.id,
            number=f"{1000 + at}",
            token=f"{9_000_000_000 + at}",
            registered_at=OPENING,
        )
        for at, person in enumerate(people)
    ]
    with summit.store.unit() as unit:
        unit.log(people)
        unit.log(guests)
        unit.commit("Test")
        unit.connection.commit()
    return guests


def let_in(summit, gate, guests, scans: int = 5_000) -> None:
    """Write an entry for each guest and then strange codes, scans a second apart."""
    known = {"verdict": "OK_IN", "code": ""}
    strange = {"verdict": "UNKNOWN", "code": "?"}
    rows = [{"attendee_id": guest.id, **known} for guest in guests]
    rows += [strange] * (scans - len(rows))
    with Store.open(gate.path) as store, store.unit() as unit:
        unit.log(
            Scan(
                event_id=summit.event.id,
                point_id=summit.point.id,
                station=gate.path.stem,
                operator="小李",
                at=OPENING + timedelta(seconds=at),
                sequence=at + 1,
                version="1",
                **row,
            )
            for at, row in enumerate(rows)
        )
        unit.connection.commit()


def test_three_stations_in_every_order_with_repeats_leave_the_same_state(summit):
    guests = crowd(summit, 1_200)
    gates = [laptop(summit, name) for name in "ABC"]
    shared = guests[900:]
    pairs = [shared[:200], shared[:100] + shared[200:], shared[100:]]
    for at, gate in enumerate(gates):
        let_in(summit, gate, guests[at * 300 : (at + 1) * 300] + pairs[at])
    results = []
    for order in permutations(gate.path for gate in gates):
        repeat = order[:1] if len(results) % 3 == 0 else ()
        results.append(merged(summit, [*order, *repeat]))
    assert len({state for state, _conflicts in results}) == 1
    assert results[0][0].count("\nScan ") == 15_000
    assert {len(found) for _state, found in results} == {300}
    assert len({tuple(found) for _state, found in results}) == 1


def test_a_conflict_goes_when_one_of_its_entries_is_taken_back(summit, services):
    a, b = laptop(summit, "A"), laptop(summit, "B")
    a.scans("王磊", minutes=1)
    b.scans("王磊", minutes=2)
    services.merging.merge([a.path, b.path])
    (conflict,) = services.merging.conflicts(summit.event.id)
    summit.service.take_back(conflict.later[0].scan, "入口 1", "小陈")
    assert services.merging.conflicts(summit.event.id) == ()
