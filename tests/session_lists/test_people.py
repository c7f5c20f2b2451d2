"""Nobody is taken for somebody else because of a name, and nothing is written twice."""

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.errors.imports import PlanMovedOn
from summit_desk.domain.list_people import Choice, Who
from summit_desk.domain.records import (
    Event,
    Organisation,
    Person,
    Position,
    Room,
    Session,
    SessionPart,
    Speaker,
)

HEADER = "日期|时间|内容|嘉宾|单位|职务|会场"
UNIT = Organisation(full_name="甲科技有限公司", short_name="甲科技")
LI = Person(name="李强")
OTHER_LI = Person(name="李强")


@pytest.fixture
def summit(event):
    return event("2024-05-22", "2024-05-23")


@pytest.fixture
def known(store, summit):
    """One 李强 of a company, on file."""
    with store.unit() as unit:
        unit.put_all((UNIT, LI))
        unit.put(Position(person_id=LI.id, organisation_id=UNIT.id, title="总经理"))
        unit.commit("set up", Topic.PEOPLE)
    return summit


def parts(store) -> list[tuple[object, str]]:
    with store.view() as view:
        return [(part.person_id, part.label) for part in view.all(SessionPart)]


def count(store, kind) -> int:
    with store.view() as view:
        return view.count(kind)


@pytest.mark.parametrize("unit", ["甲科技（有限公司）", "甲科技", ""])
def test_a_name_with_the_known_unit_or_none_is_that_person(
    store, sessions, known, sheet, unit: str
) -> None:
    path = sheet(HEADER, f"2024-05-22|9:00-9:30|报告|李 强|{unit}||主会场")

    sessions.apply(sessions.plan(known, path))

    assert parts(store) == [(LI.id, "")]
    assert (count(store, Person), count(store, Organisation)) == (1, 1)


def test_a_name_with_another_unit_is_asked_about_and_kept_as_a_name(
    store, sessions, known, sheet
) -> None:
    path = sheet(HEADER, "2024-05-22|9:00-9:30|报告|李强|乙大学||主会场")

    plan = sessions.plan(known, path)
    sessions.apply(plan)

    assert [one.found.who for one in plan.people] == [Who.UNSURE]
    assert parts(store) == [(None, "李强")]
    assert sessions.plan(known, path).lines[0].verdict.value == "same"


def test_an_answer_joins_the_name_to_the_person_chosen_or_to_a_new_one(
    store, sessions, services, known, sheet
) -> None:
    path = sheet(HEADER, "2024-05-22|9:00-9:30|报告|李强|乙大学|教授|主会场")
    plan = sessions.plan(known, path)
    (unsure,) = plan.unsure

    sessions.apply(plan, {unsure.key: LI.id})
    assert parts(store) == [(LI.id, "")]

    services.history.undo()
    sessions.apply(sessions.plan(known, path), {unsure.key: Choice.NEW})
    assert count(store, Person) == 2
    assert parts(store) != [(LI.id, "")]
    assert sessions.plan(known, path).lines[0].verdict.value == "same"


def test_an_answer_may_come_later(store, sessions, known, sheet) -> None:
    path = sheet(HEADER, "2024-05-22|9:00-9:30|报告|李强|乙大学||主会场")
    sessions.apply(sessions.plan(known, path))
    again = sessions.plan(known, path)

    sessions.apply(again, {again.unsure[0].key: LI.id})

    assert parts(store) == [(LI.id, "")]
    assert sessions.plan(known, path).unsure == ()


def test_of_several_people_of_one_name_none_is_picked(store, sessions, known, sheet) -> None:
    with store.unit() as unit:
        unit.put(OTHER_LI)
        unit.commit("another", Topic.PEOPLE)
    path = sheet(HEADER, "2024-05-22|9:00-9:30|报告|李强|||主会场")

    plan = sessions.plan(known, path)

    assert [len(one.found.candidates) for one in plan.unsure] == [2]
    assert str(plan.lines[0].remarks[0]) == (
        "Several people may be 李强; only the name is kept until you choose."
    )


def test_two_units_of_one_name_are_two_people(store, sessions, summit, sheet) -> None:
    path = sheet(
        HEADER,
        "2024-05-22|9:00-9:30|报告一|李强|甲公司||主会场",
        "2024-05-22|9:30-10:00|报告二|李强|乙大学||主会场",
    )

    sessions.apply(sessions.plan(summit, path))

    assert (count(store, Person), count(store, Speaker), count(store, Organisation)) == (2, 2, 2)
    assert {line.verdict.value for line in sessions.plan(summit, path).lines} == {"same"}


def test_a_unit_with_and_without_a_title_is_one_person(store, sessions, summit, sheet) -> None:
    path = sheet(
        "日期|时间|内容|嘉宾|单位及职务",
        "2024-05-22|9:00-9:30|报告一|李强|甲公司",
        "2024-05-22|9:30-10:00|报告二|李强|甲公司总经理",
    )

    sessions.apply(sessions.plan(summit, path))

    assert count(store, Person) == 1
    assert {line.verdict.value for line in sessions.plan(summit, path).lines} == {"same"}


def test_a_host_is_not_taken_for_a_speaker_of_the_same_name(store, sessions, summit, sheet) -> None:
    path = sheet(
        f"{HEADER}|主持",
        "2024-05-22|9:00-9:30|报告一|李强|甲公司||主会场|李强",
        "2024-05-22|9:30-10:00|报告二|李强|乙大学||主会场|",
    )

    sessions.apply(sessions.plan(summit, path))

    assert (None, "李强") in parts(store)
    assert {line.verdict.value for line in sessions.plan(summit, path).lines} == {"same"}


def test_what_differs_is_told_field_by_field(store, sessions, summit, sheet) -> None:
    sessions.apply(
        sessions.plan(summit, sheet(HEADER, "2024-05-22|9:00-9:30|报告|张三|甲公司||主会场"))
    )
    later = sheet(HEADER, "2024-05-22|10:00-10:45|报告|张三、王五|||序厅")

    plan = sessions.plan(summit, later)

    assert list(map(str, plan.lines[0].changes)) == [
        "Begins: 2024-05-22 09:00 → 2024-05-22 10:00",
        "Length: 30 → 45",
        "Room: 主会场 → 序厅",
        "Speakers: 张三 → 张三, 王五",
    ]
    sessions.apply(plan)
    assert (count(store, Session), count(store, Room), count(store, Person)) == (1, 2, 2)
    assert sessions.plan(summit, later).lines[0].verdict.value == "same"


def test_a_key_finds_a_session_whatever_changed(store, sessions, summit, sheet) -> None:
    header = "ID|Title|Date|Start|Room"
    sessions.apply(
        sessions.plan(summit, sheet(header, "A1|First|2024-05-22|9:00|Hall", "A2|Second|||"))
    )

    plan = sessions.plan(summit, sheet(header, "A1|Renamed|2024-05-23|11:00|Hall", "A2|Second|||"))

    assert [line.verdict.value for line in plan.lines] == ["update", "same"]


def test_an_empty_cell_takes_nothing_away(store, sessions, summit, sheet) -> None:
    sessions.apply(
        sessions.plan(summit, sheet(HEADER, "2024-05-22|9:00-9:30|报告|张三|甲公司||主会场"))
    )

    plan = sessions.plan(summit, sheet(HEADER, "2024-05-22|9:00|报告||||"))

    assert plan.lines[0].verdict.value == "same"


def test_a_row_twice_is_a_duplicate(sessions, summit, sheet) -> None:
    row = "2024-05-22|9:00-9:30|报告|张三|甲公司||主会场"

    plan = sessions.plan(summit, sheet(HEADER, row, row))

    assert [line.verdict.value for line in plan.lines] == ["new", "duplicate"]


def test_breaks_of_one_title_are_not_moved(store, sessions, summit, sheet) -> None:
    sessions.apply(sessions.plan(summit, sheet(HEADER, "2024-05-22|10:00-10:15|茶歇||||")))

    plan = sessions.plan(summit, sheet(HEADER, "2024-05-22|15:00-15:15|茶歇||||"))

    assert [line.verdict.value for line in plan.lines] == ["new"]


def test_a_plan_made_before_a_change_is_refused(store, sessions, summit, sheet) -> None:
    plan = sessions.plan(summit, sheet(HEADER, "2024-05-22|9:00-9:30|报告|张三|甲公司||主会场"))
    with store.unit() as unit:
        unit.put(Room(event_id=summit, name="新会场"))
        unit.commit("another room", Topic.AGENDA)

    with pytest.raises(PlanMovedOn):
        sessions.apply(plan)

    assert (count(store, Session), count(store, Event)) == (0, 1)
