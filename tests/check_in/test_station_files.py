"""A station file: what the door needs comes along, and nothing else."""

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from db.station_files import KEPT
from db.store import Store
from summit_desk.domain.check_in.outcome import WalkIn
from summit_desk.domain.errors.files import CannotWrite, FileExists
from summit_desk.domain.errors.stations import StationIsOpenFile
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    Changeset,
    FeeStatus,
    Person,
    Scan,
    Setting,
)
from summit_desk.domain.verdicts import Verdict
from summit_desk.services.bundle import Services
from summit_desk.services.check_in import CheckInService

SECRET = b"zq_"


def fill_with_secrets(store) -> None:
    """Write a mark into every text, list and picture of the file that the door has no use for."""
    with store.unit() as unit:
        for name, table in SQLModel.metadata.tables.items():
            for column in table.c:
                if column.name in KEPT.get(name, ()) or column.primary_key or column.foreign_keys:
                    continue
                if isinstance(column.type, sa.Text):
                    text = f"zq_{name}_{column.name}"
                    unit.connection.execute(sa.update(table).values({column.name: text}))
                elif isinstance(column.type, sa.LargeBinary):
                    unit.connection.execute(sa.update(table).values({column.name: b"zq_picture"}))
        unit.connection.exec_driver_sql('UPDATE attendee SET custom = \'{"zq_field": "zq_own"}\'')
        unit.connection.exec_driver_sql("UPDATE attendee SET meals = '[\"zq_meal\"]'")
        unit.connection.exec_driver_sql("UPDATE attendee SET tags = '[\"zq_tag\"]'")
        unit.connection.exec_driver_sql("UPDATE person SET mobile = '13899127766'")
        unit.connection.exec_driver_sql("UPDATE person SET birth_date = '1961-07-09'")
        unit.connection.commit()


@pytest.fixture
def made(demo_services, tmp_path):
    """The station file of a demo summit in which every private field is marked."""
    fill_with_secrets(demo_services.store)
    event = demo_services.events.events()[0]
    path = tmp_path / "gate.station"
    demo_services.stations.make(event.id, "入口 2", path)
    return path


def test_no_private_value_is_anywhere_in_the_bytes_of_a_station_file(demo_services, made):
    demo_services.store.checkpoint()
    whole, copy = demo_services.store.path.read_bytes(), made.read_bytes()
    assert whole.count(SECRET) > 1_000
    assert copy.count(SECRET) == 0
    assert copy.count(b"13899127766") == 0
    assert copy.count(b"1961-07-09") == 0


def test_a_station_file_stands_alone_and_is_sound(made):
    assert [path.name for path in made.parent.glob("gate.station*")] == ["gate.station"]
    with Store.open(made, writing=False) as store:
        assert store.verify() == []


def test_everybody_is_found_at_the_station_by_name_and_end_of_the_phone(demo_services, made):
    event = demo_services.events.events()[0]
    wanted = demo_services.check_in.codes(event.id)[7]
    with Store.open(made) as store:
        check_in = CheckInService(store, demo_services.now)
        point = check_in.point_named(event.id, None)
        station = check_in.open_station(event.id, point.id, "", "")
        assert wanted.number in [found.number for found in station.search(wanted.name)]
        assert len(station.search("7766")) == 9
        with store.view() as view:
            assert {person.mobile for person in view.all(Person)} == {"7766"}


def test_the_station_tells_forged_from_genuine_and_knows_earlier_scans(summit, tmp_path):
    summit.station().scan(summit.code("王磊"))
    Services(summit.store, summit.watch).stations.make(summit.event.id, "B", tmp_path / "b.station")
    forged = summit.code("欧阳明远")[:-4] + "0000"
    with Store.open(tmp_path / "b.station") as store:
        check_in = CheckInService(store, summit.watch)
        station = check_in.open_station(summit.event.id, summit.point.id, "", "")
        scanned = [station.scan(text) for text in (summit.code("王磊"), forged)]
        counts = station.counts()
    assert [outcome.verdict for outcome in scanned] == [Verdict.DUPLICATE, Verdict.FORGED]
    assert scanned[0].first.station == "入口 1"
    assert (counts.arrived, counts.expected) == (1, 2)


def test_the_station_says_who_refused_somebody_and_when(summit, tmp_path):
    summit.store.actor = "秘书处"
    summit.set_guest("王磊", status=AttendeeStatus.BLOCKED)
    Services(summit.store, summit.watch).stations.make(summit.event.id, "B", tmp_path / "b.station")
    with Store.open(tmp_path / "b.station") as store:
        check_in = CheckInService(store, summit.watch)
        station = check_in.open_station(summit.event.id, summit.point.id, "", "")
        outcome = station.scan(summit.code("王磊"))
    assert outcome.verdict is Verdict.BLOCKED
    assert outcome.set_by[0] == "秘书处"


def test_unpaid_and_the_tags_of_a_door_are_known_at_the_station(summit, tmp_path):
    summit.set_point(tags=("金卡",))
    summit.set_guest("王磊", tags=("金卡", "素食"), fee_status=FeeStatus.PAID)
    summit.set_guest("欧阳明远", tags=("金卡",), fee_status=FeeStatus.UNPAID)
    Services(summit.store, summit.watch).stations.make(summit.event.id, "B", tmp_path / "b.station")
    with Store.open(tmp_path / "b.station", writing=False) as store, store.view() as view:
        held = {one.number: (one.tags, one.fee_status) for one in view.all(Attendee)}
    assert held["0001"] == (("金卡",), FeeStatus.UNPAID)
    assert held["0002"] == (("金卡",), None)


def test_refused_scans_and_what_was_typed_stay_at_the_desk(summit, tmp_path):
    station = summit.station()
    station.scan("13899127766")
    station.scan(summit.code("王磊"))
    station.undo_last()
    Services(summit.store, summit.watch).stations.make(summit.event.id, "B", tmp_path / "b.station")
    with Store.open(tmp_path / "b.station", writing=False) as store, store.view() as view:
        kept = [(scan.verdict, scan.code, bool(scan.annuls)) for scan in view.all(Scan)]
    assert kept == [("OK_IN", "", False), ("ANNULLED", "", True)]


def test_each_station_gets_a_name_and_numbers_of_its_own(summit, tmp_path):
    stations = Services(summit.store, summit.watch).stations
    summit.station("入口 1").scan(summit.code("王磊"))
    made = [
        stations.make(summit.event.id, name, tmp_path / f"{at}.station")[0]
        for at, name in enumerate(("入口 1", "入口 2", "入口 2"))
    ]
    assert [(mark.name, mark.number) for mark in made] == [
        ("入口 1 (2)", 1),
        ("入口 2", 2),
        ("入口 2 (2)", 3),
    ]
    assert stations.made(summit.event.id) == tuple(made)


def test_walk_ins_at_a_station_have_numbers_that_no_other_desk_gives(summit, tmp_path):
    stations = Services(summit.store, summit.watch).stations
    numbers = []
    for name in ("A", "B"):
        stations.make(summit.event.id, name, tmp_path / f"{name}.station")
        with Store.open(tmp_path / f"{name}.station") as store:
            check_in = CheckInService(store, summit.watch)
            station = check_in.open_station(summit.event.id, summit.point.id, "", "")
            made = [station.walk_in(WalkIn(guest)) for guest in ("新客甲", "新客乙")]
        numbers += [outcome.guest.number for _change, outcome in made]
    numbers.append(summit.station().walk_in(WalkIn("新客丙"))[1].guest.number)
    assert numbers == ["S1-001", "S1-002", "S2-001", "S2-002", "0004"]


def test_the_stations_own_name_signs_every_scan_made_there(summit, tmp_path):
    Services(summit.store, summit.watch).stations.make(
        summit.event.id, "入口 2", tmp_path / "b.station"
    )
    with Store.open(tmp_path / "b.station") as store:
        check_in = CheckInService(store, summit.watch)
        for name, guest in (("", "王磊"), ("入口 2", "王磊"), ("侧门", "欧阳明远")):
            opened = check_in.open_station(summit.event.id, summit.point.id, name, "小李")
            opened.scan(summit.code(guest))
        check_in.take_back_last(opened.post)
        with store.view() as view:
            signed = [scan.station for scan in view.all(Scan)]
    assert signed == ["入口 2", "入口 2", "入口 2 · 侧门", "入口 2 · 侧门"]


def test_the_desk_does_not_sign_with_the_name_of_a_station_it_gave_away(summit, tmp_path):
    Services(summit.store, summit.watch).stations.make(
        summit.event.id, "入口 2", tmp_path / "b.station"
    )
    assert summit.station("入口 2").post.station == "入口 2 (2)"
    assert summit.station("入口 1").post.station == "入口 1"


def test_making_is_in_the_history_and_takes_nothing_from_undo(summit, tmp_path):
    services = Services(summit.store, summit.watch)
    before = services.history.undo_label()
    _mark, change = services.stations.make(summit.event.id, "B", tmp_path / "b.station")
    assert change.text() == "Make the station file “B”"
    assert services.history.all(1)[0].text() == "Make the station file “B”"
    assert services.history.undo_label() == before


def test_a_station_file_never_takes_the_place_of_another_file(summit, tmp_path):
    services = Services(summit.store, summit.watch)
    services.stations.make(summit.event.id, "B", tmp_path / "b.station")
    before = (tmp_path / "b.station").read_bytes()
    with pytest.raises(FileExists):
        services.stations.make(summit.event.id, "C", tmp_path / "b.station")
    assert (tmp_path / "b.station").read_bytes() == before
    assert len(services.stations.made(summit.event.id)) == 1


def test_a_folder_that_is_missing_is_refused_and_nothing_is_remembered(summit, tmp_path):
    services = Services(summit.store, summit.watch)
    with pytest.raises(CannotWrite):
        services.stations.make(summit.event.id, "B", tmp_path / "none" / "b.station")
    assert services.stations.made(summit.event.id) == ()


def test_a_station_file_makes_no_others_and_has_no_history_of_the_desk(summit, tmp_path):
    Services(summit.store, summit.watch).stations.make(summit.event.id, "B", tmp_path / "b.station")
    with Store.open(tmp_path / "b.station") as store:
        services = Services(store, summit.watch)
        with pytest.raises(StationIsOpenFile):
            services.stations.make(summit.event.id, "C", tmp_path / "c.station")
        with store.view() as view:
            assert view.count(Changeset) == 0
            assert {setting.key for setting in view.all(Setting)} == {
                "station.here",
                "station.set_by",
            }
        assert services.stations.here(summit.event.id).name == "B"
    assert not (tmp_path / "c.station").exists()
