"""A delegation's list becomes travellers with passports, rooms and the right warnings."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.errors.imports import EmptySheet, NoNameColumn, PlanMovedOn
from summit_desk.domain.list_people import Choice
from summit_desk.domain.records import (
    Event,
    Organisation,
    Person,
    Position,
    Sex,
    TravelDocument,
    Traveller,
    TravellerRole,
    Trip,
)
from summit_desk.domain.registration import clean_person
from summit_desk.domain.trip_checks import trip_findings

LIST = Path(__file__).parents[1] / "data" / "lists" / "synthetic_出访团组名单.xlsx"
EVENT = Event(
    name="峰会",
    first_day=date(2024, 10, 12),
    last_day=date(2024, 10, 13),
    created_at=datetime(2024, 1, 1, tzinfo=UTC),
)
TRIP = Trip(
    event_id=EVENT.id, name="德法考察", starts_on=date(2024, 10, 20), ends_on=date(2024, 10, 29)
)


@pytest.fixture
def lists(store, services):
    with store.unit() as unit:
        unit.put_all((EVENT, TRIP))
        unit.commit("set up", Topic.EVENT)
    return services.traveller_lists


@pytest.fixture
def sheet(tmp_path):
    def write(*lines: str) -> Path:
        path = tmp_path / "delegation.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(line.split("|") for line in lines)
        return path

    return write


def seats(store) -> dict[str, Traveller]:
    with store.view() as view:
        return {view.get(Person, one.person_id).name: one for one in view.all(Traveller)}


def passports(store) -> dict[str, TravelDocument]:
    with store.view() as view:
        return {paper.number: paper for paper in view.all(TravelDocument)}


def test_six_members_come_with_their_passports(store, lists) -> None:
    plan = lists.plan(EVENT.id, TRIP.id, LIST)
    lists.apply(plan)

    assert {verdict.value: count for verdict, count in plan.counts.items() if count} == {"new": 6}
    assert [(one.role, one.position) for one in seats(store).values()] == [
        (TravellerRole.LEADER, 0),
        (TravellerRole.DEPUTY, 1),
        (TravellerRole.MEMBER, 2),
        (TravellerRole.MEMBER, 3),
        (TravellerRole.MEMBER, 4),
        (TravellerRole.LIAISON, 5),
    ]
    dates = {number: (p.issued_on, p.expires_on) for number, p in passports(store).items()}
    assert dates["EA0000002"] == (date(2015, 4, 10), date(2025, 4, 9))
    assert len(dates) == 6


def test_the_list_warns_exactly_as_the_trip_does(store, services, lists) -> None:
    plan = lists.plan(EVENT.id, TRIP.id, LIST)
    lists.apply(plan)

    said = [str(remark) for line in plan.lines for remark in line.remarks]
    assert said == [
        "Lü Lüe’s passport expires on 2025-04-09, less than six months after the return.",
        "Shan Xiong’s passport expires on 2024-10-31, less than six months after the return.",
        "Wang Fang’s passport number E0000006 does not look like a Chinese one.",
        "Wang Fang’s passport is dated 2020-01-01 to 2030-12-31; that can’t be right.",
    ]
    findings = trip_findings(services.trips.snapshot(TRIP.id))
    told = [one.text() for one in findings if one.kind.startswith("passport")]
    assert sorted(told) == sorted(said)


def test_rooms_are_shared_in_pairs_of_one_sex(store, services, lists) -> None:
    lists.apply(lists.plan(EVENT.id, TRIP.id, LIST))

    held = seats(store)
    names = {one.id: name for name, one in held.items()}
    shared = {name: names[one.room_with_id] for name, one in held.items() if one.room_with_id}
    assert shared == {
        "吕略": "单雄",
        "单雄": "吕略",
        "欧阳晓琳": "迪丽努尔·买买提",
        "迪丽努尔·买买提": "欧阳晓琳",
    }
    findings = trip_findings(services.trips.snapshot(TRIP.id))
    assert not [one for one in findings if "room" in one.kind]


def test_people_keep_the_spelling_of_their_passports(store, lists) -> None:
    lists.apply(lists.plan(EVENT.id, TRIP.id, LIST))

    with store.view() as view:
        people = {one.name: one for one in view.all(Person)}
    spelled = {name: f"{p.passport_family} {p.passport_given}" for name, p in people.items()}
    assert (spelled["吕略"], spelled["迪丽努尔·买买提"]) == ("LYU LUE", "MAIMAITI DILINUER")
    assert (people["单雄"].sex, people["单雄"].birth_date) == (Sex.MALE, date(1982, 5, 6))
    assert seats(store)["迪丽努尔·买买提"].diet == "清真"


def test_the_list_once_more_changes_nothing_and_undo_leaves_nothing(store, services, lists) -> None:
    lists.apply(lists.plan(EVENT.id, TRIP.id, LIST))
    before = services.history.all()

    again = lists.plan(EVENT.id, TRIP.id, LIST)
    lists.apply(again)

    assert {line.verdict.value for line in again.lines} == {"same"}
    assert services.history.all() == before
    services.history.undo()
    with store.view() as view:
        kinds = (Traveller, TravelDocument, Person, Position, Organisation)
        assert [view.count(kind) for kind in kinds] == [0] * 5
        assert view.count(Trip) == 1


def test_a_trip_that_is_not_there_is_made_with_the_days_of_the_list(store, lists) -> None:
    plan = lists.plan(EVENT.id, "新团", LIST)
    lists.apply(plan)

    with store.view() as view:
        made = view.find(Trip, name="新团")
    assert plan.is_new
    assert (made.starts_on, made.ends_on) == (date(2024, 10, 20), date(2024, 10, 29))


def test_what_differs_is_told_field_by_field(lists, sheet) -> None:
    lists.apply(lists.plan(EVENT.id, TRIP.id, LIST))

    plan = lists.plan(
        EVENT.id,
        TRIP.id,
        sheet("姓名|团内职务|护照号码|有效期至", "张伟|团员|E00000009|2031-01-01"),
    )

    assert list(map(str, plan.lines[0].changes)) == [
        "Role: Leader → Member",
        "Passport number: E00000001 → E00000009",
        "Expires on: 2029-02-28 → 2031-01-01",
    ]


def test_a_passport_tells_who_somebody_is_and_a_name_alone_does_not(store, lists, sheet) -> None:
    known = Person(name="李强", birth_date=date(1980, 1, 1))
    unit_of_li = Organisation(full_name="甲公司")
    with store.unit() as unit:
        unit.put_all((known, unit_of_li))
        unit.put(Position(person_id=known.id, organisation_id=unit_of_li.id, title="经理"))
        unit.commit("set up", Topic.PEOPLE)
    rows = (
        "姓名|工作单位|出生日期",
        "李强|甲公司|",  # the unit is known
        "李强|乙大学|1990-02-02",  # another birth date: somebody else
    )

    first, second = lists.plan(EVENT.id, TRIP.id, sheet(*rows)).lines

    assert first.found.person_id == known.id
    assert (second.verdict.value, second.found.person_id) == ("new", None)
    unsure = lists.plan(EVENT.id, TRIP.id, sheet(rows[0], "李强|丙研究院|"))
    assert [line.verdict.value for line in unsure.lines] == ["conflict"]


@pytest.mark.parametrize(("answer", "people"), [(None, 1), (Choice.NEW, 2), ("known", 1)])
def test_whoever_is_unsure_waits_for_an_answer(store, lists, sheet, answer, people) -> None:
    known = Person(name="李强")
    with store.unit() as unit:
        unit.put(known)
        unit.put(Position(person_id=known.id, title="经理"))
        unit.commit("set up", Topic.PEOPLE)
    path = sheet("姓名|工作单位|护照号码", "李强|乙大学|E12345678")
    plan = lists.plan(EVENT.id, TRIP.id, path)
    row = plan.unsure[0].draft.row

    lists.apply(plan, {row: known.id if answer == "known" else answer} if answer else {})

    with store.view() as view:
        assert view.count(Person) == people
    assert len(seats(store)) == (0 if answer is None else 1)


def test_a_row_twice_is_a_duplicate_and_a_placeholder_nobody(lists, sheet) -> None:
    path = sheet("姓名|工作单位|签发日期", "张三|甲公司|昨天", "张三|甲公司|", "待定||")

    first, second = lists.plan(EVENT.id, TRIP.id, path).lines

    assert (first.verdict.value, second.verdict.value) == ("new", "duplicate")
    assert "“昨天” can't be read as a date." in map(str, first.remarks)


def test_a_stored_spelling_is_never_overwritten(store, lists, sheet) -> None:
    known = clean_person(
        Person(name="吕略", passport_family="LU", passport_given="LUE", spelling_fixed=True)
    )
    with store.unit() as unit:
        unit.put(known)
        unit.commit("set up", Topic.PEOPLE)

    plan = lists.plan(EVENT.id, TRIP.id, sheet("姓名|护照拼音", "吕略|LYU LUE"))
    lists.apply(plan)

    with store.view() as view:
        assert view.get(Person, known.id) == known
    assert "LYU LUE is on file as LU LUE; the spelling on file stays." in map(
        str, plan.lines[0].remarks
    )


def test_what_is_no_list_of_people_is_refused(store, lists, sheet) -> None:
    with pytest.raises(NoNameColumn):
        lists.plan(EVENT.id, TRIP.id, sheet("时间|内容", "9:00|开幕"))
    with pytest.raises(EmptySheet):
        lists.plan(EVENT.id, TRIP.id, sheet("姓名|护照号码"))
    plan = lists.plan(EVENT.id, TRIP.id, sheet("姓名|护照号码", "张三|E12345678"))
    with store.unit() as unit:
        unit.put(replace(TRIP, notes="changed"))
        unit.commit("another change", Topic.TRIPS)
    with pytest.raises(PlanMovedOn):
        lists.apply(plan)
