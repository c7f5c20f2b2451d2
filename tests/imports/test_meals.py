"""A column for each meal, ticked or not: what many reply forms have instead of one list."""

import pytest

from summit_desk.domain.imports.plan import Decision, Decisions
from summit_desk.domain.imports.targets import Meaning, Target
from summit_desk.domain.records import Attendee, CustomField
from summit_desk.services.imports import ImportOptions

TITLES = "姓名,单位,手机,5月21日晚餐,是否参加5月22日午餐,自助早餐（单选）"
ZHANG = "张伟,甲公司,13800138000,√,是,×"
LI = "李伟,甲公司,13800138001,,否,√"


@pytest.fixture
def meals(store, event_id):
    """Return a reader of everybody's meals, by number."""

    def read():
        with store.view() as view:
            attendees = sorted(view.all(Attendee, event_id=event_id), key=lambda one: one.number)
            return [one.meals for one in attendees]

    return read


def test_ticked_meals_become_the_meals_of_a_person(store, imports, event_id, sheet, meals) -> None:
    plan = imports.plan(event_id, sheet(TITLES, ZHANG, LI))
    imports.apply(plan)

    assert [(use.target, use.name) for use in plan.columns[3:]] == [
        (Target.MEAL_OPTION, "5月21日晚餐"),
        (Target.MEAL_OPTION, "5月22日午餐"),
        (Target.MEAL_OPTION, "自助早餐"),
    ]
    assert meals() == [("5月21日晚餐", "5月22日午餐"), ("自助早餐",)]
    with store.view() as view:
        assert view.all(CustomField) == []


def test_the_same_list_again_says_nothing_new(imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet(TITLES, ZHANG, LI)))
    plan = imports.plan(event_id, sheet(TITLES, ZHANG, LI))

    assert [row.verdict.value for row in plan.rows] == ["same", "same"]


def test_a_column_says_nothing_of_the_other_meals(imports, event_id, sheet, meals) -> None:
    imports.apply(imports.plan(event_id, sheet(TITLES, ZHANG)))
    later = sheet("姓名,单位,手机,5月21日晚餐,5月23日早餐", "张伟,甲公司,13800138000,否,√")
    plan = imports.plan(event_id, later)
    imports.apply(plan)

    assert [(one.label, one.before, one.after) for one in plan.rows[0].differences] == [
        ("Meals at the event", "5月21日晚餐, 5月22日午餐", "5月22日午餐, 5月23日早餐")
    ]
    assert meals() == [("5月22日午餐", "5月23日早餐")]


def test_an_empty_cell_takes_a_meal_away_only_when_asked(imports, event_id, sheet, meals) -> None:
    imports.apply(imports.plan(event_id, sheet(TITLES, ZHANG)))
    emptied = sheet(TITLES, "张伟,甲公司,13800138000,,,")

    assert imports.plan(event_id, emptied).rows[0].verdict.value == "same"
    imports.apply(imports.plan(event_id, emptied, ImportOptions(erase_empty=True)))
    assert meals() == [()]


def test_the_titles_above_say_which_day(imports, event_id, workbook) -> None:
    path = workbook(
        ["姓名", "单位", "用餐", None, "5月22日", None],
        [None, None, "21日晚餐", "22日早餐", "午餐", "晚餐"],
        ["张伟", "甲公司", "√", "√", "√", None],
        merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
    )
    plan = imports.plan(event_id, path)

    assert [use.name for use in plan.columns[2:]] == [
        *("21日晚餐", "22日早餐"),
        *("5月22日午餐", "5月22日晚餐"),
    ]


def test_a_list_of_meals_and_a_ticked_one_come_together(imports, event_id, sheet, meals) -> None:
    titles = "姓名,单位,手机,用餐安排,5月23日早餐"
    path = sheet(titles, "张伟,甲公司,13800138000,5月21日晚餐、5月22日午餐,√")
    imports.apply(imports.plan(event_id, path))

    assert meals() == [("5月21日晚餐", "5月22日午餐", "5月23日早餐")]
    assert imports.plan(event_id, path).rows[0].verdict.value == "same"


def test_a_repeated_row_ticks_more(imports, event_id, sheet, meals) -> None:
    twice = sheet(TITLES, ZHANG, ZHANG.replace("×", "√").replace("是", "否"))
    imports.apply(imports.plan(event_id, twice))

    assert meals() == [("5月21日晚餐", "自助早餐")]


def test_only_the_first_of_two_rows_is_taken_when_so_decided(
    imports, event_id, sheet, meals
) -> None:
    twice = sheet(TITLES, ZHANG, ZHANG.replace("×", "√"))
    imports.apply(imports.plan(event_id, twice), Decisions(rows={3: Decision.SKIP}))

    assert meals() == [("5月21日晚餐", "5月22日午餐")]


def test_the_name_that_a_meal_was_given_is_remembered(imports, event_id, sheet, meals) -> None:
    options = ImportOptions(targets={"加餐": Meaning(Target.MEAL_OPTION, "夜宵")})
    imports.apply(imports.plan(event_id, sheet("姓名,加餐", "张伟,√"), options))
    again = sheet("姓名,加餐", "李伟,√", name="later.csv")
    imports.apply(imports.plan(event_id, again))

    assert meals() == [("夜宵",), ("夜宵",)]


def test_a_mark_that_is_neither_yes_nor_no_is_flagged(imports, event_id, sheet) -> None:
    options = ImportOptions(targets={"加餐": Meaning(Target.MEAL_OPTION, "夜宵")})
    (row,) = imports.plan(event_id, sheet("姓名,加餐", "张伟,看情况"), options).rows

    assert [str(flag) for flag in row.flags] == ["“看情况” is neither yes nor no and was left out."]


def test_a_dinner_is_taken_for_a_forum_as_before(imports, event_id, sheet) -> None:
    path = sheet("姓名,欢迎晚宴", "张伟,√")

    assert imports.plan(event_id, path).columns[1].target is Target.FORUM_OPTION


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("午餐份数", ("1", "2")),
        ("晚餐桌号", ("1", "1")),
        ("早餐费", ("0", "1")),
        ("不参加晚餐", ("√", "")),
        ("是否含早餐", ("是", "否")),
        ("5、饮食要求(清真)", ("1", "0")),
    ],
)
def test_other_questions_about_meals_are_none(imports, event_id, sheet, title, cells) -> None:
    plan = imports.plan(event_id, sheet(f"姓名,{title}", f"张伟,{cells[0]}", f"李伟,{cells[1]}"))

    assert plan.columns[1].target is not Target.MEAL_OPTION
