"""Lists as secretaries keep them: headings in merged cells, names alone in a row, twin columns."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import openpyxl
import pytest

from summit_desk.domain.errors.imports import NoSuchSheet
from summit_desk.domain.imports.drafts import NO_TIME, ONLY_NAME
from summit_desk.domain.imports.plan import Decision, Decisions, RowVerdict
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.numbers import DAMAGED
from summit_desk.domain.records import (
    Attendee,
    AttendeeStatus,
    CustomField,
    FieldKind,
    Organisation,
    Person,
)
from summit_desk.services.imports import ImportOptions

NOBODY = UUID(int=0)


def verdicts(plan):
    return [row.verdict.value for row in plan.rows]


def people(store):
    with store.view() as view:
        return view.all(Person)


def test_a_name_alone_in_a_row_waits_for_a_decision(store, imports, event_id, workbook) -> None:
    path = workbook(
        ["姓名", "单位", "职务", "手机"],
        ["欧阳娜娜", "甲公司", "总", "13800138000"],
        ["李四"],
        ["专家组"],
        ["王伟", "乙公司", "总", "13800138002"],
    )
    plan = imports.plan(event_id, path)

    assert verdicts(plan) == ["new", "conflict", "new"]
    assert [(row.draft.row, row.reason.sentence) for row in plan.rejects] == [(3, ONLY_NAME)]
    imports.apply(plan, Decisions(rows={3: Decision.CREATE}))
    assert "李四" in {person.name for person in people(store)}


def test_a_name_merged_across_is_a_heading(imports, event_id, workbook) -> None:
    path = workbook(
        ["姓名", "单位", "职务", "手机"],
        ["江苏", None, None, None],
        ["王伟", "乙公司", "总", "13800138002"],
        merged=["A2:D2"],
    )

    assert verdicts(imports.plan(event_id, path)) == ["new"]


@pytest.mark.parametrize("header_row", [None, 0, 1])
def test_a_name_merged_down_beside_grouped_titles_is_found(
    imports, event_id, workbook, header_row
) -> None:
    path = workbook(
        ["姓名", "工作信息", None, "联系方式", None],
        [None, "单位", "职务", "手机", "邮箱"],
        ["张伟", "甲公司", "总", "13800138000", "a@example.com"],
        ["李伟", "乙公司", "总", "13800138001", "b@example.com"],
        merged=["A1:A2", "B1:C1", "D1:E1"],
    )
    plan = imports.plan(event_id, path, ImportOptions(header_row=header_row))

    assert [row.draft.name for row in plan.rows] == ["张伟", "李伟"]
    assert plan.rows[0].draft.text(Target.MOBILE) == "13800138000"


def test_the_passport_keeps_the_parts_that_the_list_gives(
    store, imports, event_id, workbook
) -> None:
    path = workbook(
        ["Surname", "Given name", "Company"],
        ["van der Berg", "Jan", "Shell"],
        ["García López", "José", "Example SA"],
    )
    imports.apply(imports.plan(event_id, path))

    assert [(one.name, one.passport_family, one.passport_given) for one in people(store)] == [
        ("Jan van der Berg", "VAN DER BERG", "JAN"),
        ("José García López", "GARCIA LOPEZ", "JOSE"),
    ]
    assert set(verdicts(imports.plan(event_id, path))) == {"same"}


def test_numbers_that_a_spreadsheet_rounded_are_flagged_as_they_are_shown(
    imports, event_id, workbook
) -> None:
    path = workbook(
        ["姓名", "单位", "税号", "身份证号"],
        ["张伟", "甲公司", "9.1310000E+17", 310101199001011234],
    )
    (row,) = imports.plan(event_id, path).rows

    assert row.draft.text(Target.DOCUMENT) == "310101199001011000"
    damaged = {flag.target for flag in row.flags if flag.sentence == DAMAGED}
    assert damaged == {Target.TAX_NUMBER, Target.DOCUMENT}


def test_two_columns_with_one_title_stay_what_they_were(store, imports, event_id, workbook) -> None:
    path = workbook(
        ["姓名", "单位", "手机", "备注", "备注"],
        ["张伟", "甲公司", "13800138000", "素", "x"],
        ["李伟", "乙公司", "13800138001", None, "y"],
    )
    imports.apply(imports.plan(event_id, path))
    again = imports.plan(event_id, path)

    assert set(verdicts(again)) == {"same"}
    assert again.additions.fields == ()
    with store.view() as view:
        assert [one.notes for one in view.all(Attendee)] == ["素", ""]


def test_a_sheet_that_is_not_there_is_said_with_those_that_are(imports, event_id, workbook) -> None:
    path = workbook(["姓名", "单位"], ["张伟", "甲公司"])

    for sheet in ("7", "无此表"):
        with pytest.raises(NoSuchSheet) as refused:
            imports.plan(event_id, path, ImportOptions(sheet=sheet))
        assert f"no sheet “{sheet}”" in str(refused.value)
        assert "Sheet" in str(refused.value)


def test_what_a_repeated_row_says_otherwise_is_shown_and_can_be_left_out(
    store, imports, event_id, workbook, tmp_path
) -> None:
    path = workbook(
        ["姓名", "单位", "手机"],
        ["何平", "甲单位", "13311110003"],
        ["何平", "乙单位", "13311110003"],
    )
    plan = imports.plan(event_id, path)
    changes = [(one.before, one.after) for one in plan.rows[1].differences]
    assert changes == [("甲单位", "乙单位")]
    assert plan.to_json()["duplicates"][0]["of"] == 2

    left_out = Decisions(verdicts={RowVerdict.DUPLICATE: Decision.SKIP})
    assert [row.draft.row for row in plan.left_out(left_out)] == [3]
    assert plan.left_out(Decisions()) == []
    assert imports.save_rejects(plan, tmp_path / "rejects.xlsx", left_out) == 1
    cells = list(openpyxl.load_workbook(tmp_path / "rejects.xlsx").active.values)
    assert "乙单位" in cells[-1]
    imports.apply(plan, left_out)
    with store.view() as view:
        assert [one.full_name for one in view.all(Organisation)] == ["甲单位"]


@pytest.mark.parametrize("header_row", [None, 0, 1])
def test_a_header_in_two_rows_needs_no_merged_cells(
    imports, event_id, workbook, header_row
) -> None:
    path = workbook(
        ["序号", "姓名", "单位", "联系方式", None, "住宿", None, None],
        [None, None, None, "手机", "邮箱", "入住", "离店", "备注"],
        [1, "张伟", "甲公司", "13800138000", "a@example.com", "2024-05-21", "2024-05-23", ""],
        [2, "李伟", "乙公司", "13800138001", "b@example.com", "2024-05-21", "2024-05-23", ""],
    )
    plan = imports.plan(event_id, path, ImportOptions(header_row=header_row))

    assert [use.title for use in plan.columns if use.target is Target.MOBILE] == ["联系方式 / 手机"]
    assert [row.draft.text(Target.MOBILE) for row in plan.rows] == ["13800138000", "13800138001"]
    assert [row.draft.values[Target.HOTEL_TO].day for row in plan.rows] == [23, 23]


def test_a_second_row_of_titles_may_hold_some_that_nobody_knows(
    imports, event_id, workbook
) -> None:
    path = workbook(
        ["编号", "姓名", "单位", "联系方式", None, "用餐", None, None],
        [None, None, None, "手机", "邮箱", "5月21日晚餐", "5月22日午餐", "自助早餐"],
        [1, "张伟", "甲公司", "13800138000", "a@example.com", "√", "√", "×"],
    )
    (row,) = imports.plan(event_id, path).rows

    assert row.draft.meals == {"5月21日晚餐": True, "5月22日午餐": True, "自助早餐": False}


def test_a_row_without_a_name_is_no_second_header(imports, event_id, workbook) -> None:
    path = workbook(
        ["姓名", "单位", "手机", None],
        [None, "甲公司", "13800138000", "邮箱未知"],
        ["李伟", "乙公司", "13800138001", None],
    )

    assert verdicts(imports.plan(event_id, path)) == ["error", "new"]


def test_a_first_row_of_marks_is_no_second_header(imports, event_id, workbook) -> None:
    path = workbook(
        ["姓名", "单位", "手机", "邮箱", "备注"],
        ["张伟", "手机", "13800138000", "邮箱", None],
        ["李伟", "乙公司", "13800138001", "b@example.com", None],
    )

    assert [row.draft.name for row in imports.plan(event_id, path).rows] == ["张伟", "李伟"]


@pytest.mark.parametrize(
    ("arrival", "flagged"),
    [
        (date(2024, 5, 21), True),
        ("2024-05-21", True),
        ("5月21日", True),
        ("2024-05-21 00:00", False),
        (datetime(2024, 5, 21, 9, 30), False),
        ("2024-05-21 9:30", False),
    ],
)
def test_an_arrival_without_a_time_of_day_is_flagged(
    imports, event_id, workbook, arrival, flagged
) -> None:
    path = workbook(["姓名", "单位", "抵达时间"], ["张伟", "甲公司", arrival])
    (row,) = imports.plan(event_id, path).rows

    assert row.draft.values[Target.ARRIVAL_AT].date() == date(2024, 5, 21)
    assert [flag.sentence for flag in row.flags] == [NO_TIME] * flagged


@pytest.mark.parametrize("title", ["No.", "No", "S/N", "编号", "序号", "#"])
def test_a_running_number_is_no_registration_number(imports, event_id, sheet, title) -> None:
    imports.apply(imports.plan(event_id, sheet("姓名,邮箱", "张伟,a@example.com")))
    plan = imports.plan(
        event_id, sheet(f"{title},姓名,邮箱", "1,李伟,b@example.com", "2,张伟,a@example.com")
    )

    assert plan.columns[0].target is Target.IGNORE
    assert verdicts(plan) == ["new", "same"]


def test_numbers_that_do_not_run_are_registration_numbers(imports, event_id, sheet) -> None:
    plan = imports.plan(event_id, sheet("编号,姓名", "0012,张伟", "0007,李伟"))

    assert [row.draft.text(Target.NUMBER) for row in plan.rows] == ["0012", "0007"]


def test_titles_in_traditional_characters_are_understood(imports, event_id, sheet) -> None:
    titles = "姓名,單位,職稱,電話,電子郵件,參加論壇,證件號碼,備註"
    columns = imports.plan(event_id, sheet(titles, "陳大文,示例院,經理,,,,,")).columns

    assert [use.target for use in columns] == [
        *(Target.NAME, Target.ORGANISATION, Target.TITLE, Target.MOBILE, Target.EMAIL),
        *(Target.FORUMS, Target.DOCUMENT, Target.NOTES),
    ]


def test_a_name_of_digits_asks(store, imports, event_id, sheet) -> None:
    plan = imports.plan(event_id, sheet("嘉宾,单位", "12,甲公司", "张伟,乙公司"))

    assert verdicts(plan) == ["conflict", "new"]
    assert "“12”" in plan.rejects[0].reason_text
    imports.apply(plan)
    assert [person.name for person in people(store)] == ["张伟"]


def test_who_still_waits_for_approval_is_not_confirmed(store, imports, event_id, sheet) -> None:
    rows = ("张伟,Awaiting approval", "李伟,Awaiting payment", "王伟,三方审核")
    plan = imports.plan(event_id, sheet("姓名,状态", *rows))
    imports.apply(plan)

    with store.view() as view:
        found = {one.number: one.status for one in view.all(Attendee)}
    assert list(found.values()) == [
        AttendeeStatus.PENDING,
        AttendeeStatus.UNCONFIRMED,
        AttendeeStatus.UNCONFIRMED,
    ]
    assert [bool(row.flags) for row in plan.rows] == [False, False, True]


def test_rejected_rows_come_back_without_their_reasons(
    store, imports, event_id, workbook, tmp_path
) -> None:
    plan = imports.plan(event_id, workbook(["姓名", "单位"], ["张伟", "甲公司"], ["", "乙公司"]))
    imports.apply(plan)
    rejects = tmp_path / "rejects.xlsx"
    imports.save_rejects(plan, rejects)
    book = openpyxl.load_workbook(rejects)
    book.active["A2"] = "李伟"
    book.save(rejects)

    again = imports.plan(event_id, rejects)

    assert verdicts(again) == ["new"]
    assert again.additions.fields == ()
    assert all(use.remembered for use in again.columns)


FIELDS = (
    CustomField(event_id=NOBODY, key="size", label="鞋码", kind=FieldKind.NUMBER),
    CustomField(event_id=NOBODY, key="party", label="聚会", kind=FieldKind.DATE),
    CustomField(event_id=NOBODY, key="ears", label="需翻译", kind=FieldKind.YES_NO),
    CustomField(event_id=NOBODY, key="one", label="领域", kind=FieldKind.CHOICE, choices=("数据",)),
    CustomField(event_id=NOBODY, key="many", label="对接", kind=FieldKind.CHOICES, choices=("云",)),
)


def test_what_an_own_field_cannot_hold_is_flagged(store, imports, event_id, sheet) -> None:
    with store.unit() as unit:
        unit.put_all(replace(own, event_id=event_id) for own in FIELDS)
        unit.commit("Add")
    path = sheet(
        "姓名,鞋码,聚会,需翻译,领域,对接",
        "张伟,42,5月23日,是,数据,云",
        "王伟,43,20240524,否,数据,云",
        "赵伟,44,45437,否,数据,云",
        "李伟,四十三,不详,也许,新领域,云、雾",
    )
    plan = imports.plan(event_id, path)
    imports.apply(plan)

    assert [[flag.details["value"] for flag in row.flags] for row in plan.rows] == [
        *([], [], []),
        ["四十三", "不详", "也许", "新领域", "雾"],
    ]
    with store.view() as view:
        own = {one.number: one.custom for one in view.all(Attendee)}
    days = [one.get("party") for one in own.values()]
    assert days == ["2024-05-23", "2024-05-24", "2024-05-25", "不详"]
    assert own["0004"]["size"] == "四十三"
    assert {row.verdict.value for row in imports.plan(event_id, path).rows} == {"same"}


def test_an_ethnic_group_has_one_name(store, imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet("姓名,民族", "张伟,汉", "李伟,汉族", "王伟,维吾尔")))

    with store.view() as view:
        own = [list(one.custom.values()) for one in view.all(Attendee)]
    assert own == [["汉族"], ["汉族"], ["维吾尔族"]]


def test_numbers_without_their_zeros_mean_the_same_people(store, imports, event_id, sheet) -> None:
    imports.apply(imports.plan(event_id, sheet("姓名,单位", "张伟,甲公司", "李伟,甲公司")))
    rows = ("2,李卫,甲公司", "1,张伟,甲公司", "7,王五,乙公司")
    opened_in_a_spreadsheet = sheet("报名编号,姓名,单位", *rows)
    plan = imports.plan(event_id, opened_in_a_spreadsheet)
    imports.apply(plan)

    assert verdicts(plan) == ["update", "same", "new"]
    assert [(one.before, one.after) for one in plan.rows[0].differences] == [("李伟", "李卫")]
    with store.view() as view:
        assert sorted(one.number for one in view.all(Attendee)) == ["0001", "0002", "7"]


def test_a_companion_is_meant_by_a_number_without_zeros_too(
    store, imports, event_id, sheet
) -> None:
    titles = "报名编号,姓名,单位,陪同"
    imports.apply(
        imports.plan(event_id, sheet(titles, "0007,王五,甲公司,", "0008,赵六,甲公司,0007"))
    )
    plan = imports.plan(event_id, sheet(titles, "7,王五,甲公司,", "8,赵六,甲公司,7"))

    assert verdicts(plan) == ["same", "same"]
    imports.apply(imports.plan(event_id, sheet(titles, "9,陈七,甲公司,7")))
    with store.view() as view:
        found = {one.number: one for one in view.all(Attendee)}
    assert found["9"].companion_of_id == found["0008"].companion_of_id == found["0007"].id


def test_a_field_of_choices_keeps_its_ethnic_groups(store, imports, event_id, sheet) -> None:
    own = CustomField(
        event_id=event_id, key="e", label="民族", kind=FieldKind.CHOICE, choices=("汉", "回")
    )
    with store.unit() as unit:
        unit.put(own)
        unit.commit("Add")
    plan = imports.plan(event_id, sheet("姓名,民族,所在学院（如民族学院）", "张伟,汉,水"))

    assert plan.rows[0].flags == ()
    assert plan.rows[0].draft.custom == {"民族": "汉", "所在学院（如民族学院）": "水"}


def test_a_nameless_row_under_titles_is_no_second_header(imports, event_id, workbook) -> None:
    path = workbook(
        ["姓名", "单位", "类别", None],
        [None, "待定", "嘉宾", "备注"],
        ["张三", "甲公司", "代表", None],
    )

    (_nobody, row) = imports.plan(event_id, path).rows
    assert (row.draft.text(Target.ORGANISATION), row.draft.text(Target.CATEGORY)) == (
        "甲公司",
        "代表",
    )


def test_a_column_no_beside_yes_is_no_number(imports, event_id, sheet) -> None:
    plan = imports.plan(event_id, sheet("姓名,Yes,No", "张伟,√,", "李伟,,√"))

    assert Target.NUMBER not in {use.target for use in plan.columns}


def test_a_line_of_totals_under_many_columns_is_nobody(store, imports, event_id, sheet) -> None:
    path = sheet(
        "编号,姓名,单位,5月22日午餐,5月22日晚餐,5月23日午餐,5月23日晚餐",
        "1,张伟,甲公司,√,√,√,√",
        "2,李伟,甲公司,√,,√,",
        "合计,,,2,1,2,1",
    )
    plan = imports.plan(event_id, path)
    imports.apply(plan)

    assert verdicts(plan) == ["new", "new"]
    with store.view() as view:
        assert [one.number for one in view.all(Attendee)] == ["0001", "0002"]
