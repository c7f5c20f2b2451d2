"""Every list is imported to what it says, and once more changes nothing."""

from collections import Counter

import pytest

from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import (
    Attendee,
    AttendeeForum,
    AttendeeStatus,
    DocumentKind,
    Forum,
    Organisation,
    Person,
    Position,
)

REGISTRATIONS = (
    "synthetic_报名_gb18030_crlf.csv",
    "synthetic_报名_utf8_bom.csv",
    "synthetic_报名_utf8_nobom_lf_semicolon.csv",
    "synthetic_报名_unicode_text.xls",
    "synthetic_报名_html_table.xls",
    "synthetic_报名_spreadsheetml2003.xls",
)
# file: rows, new, duplicate, people afterwards
COUNTS = {
    "synthetic_报名汇总表_messy.xlsx": (14, 13, 1, 13),
    **dict.fromkeys(REGISTRATIONS, (14, 13, 1, 13)),
    "synthetic_问卷星导出_选项文本.xlsx": (5, 4, 1, 4),
    "synthetic_问卷星导出_选项分列.xlsx": (5, 4, 1, 4),
    "synthetic_腾讯文档收集表.csv": (2, 2, 0, 2),
    "synthetic_腾讯会议参会成员.xlsx": (3, 3, 0, 3),
    "synthetic_签到表.csv": (10, 10, 0, 10),
    "synthetic_出访团组名单.xlsx": (6, 6, 0, 6),
    "lottery_users.xlsx": (132, 132, 0, 132),
}


def counts(plan) -> dict[str, int]:
    return {verdict.value: count for verdict, count in plan.counts.items() if count}


def people(store) -> dict[str, Person]:
    with store.view() as view:
        return {person.name: person for person in view.all(Person)}


@pytest.mark.parametrize("name", COUNTS)
def test_a_list_is_imported_to_the_counts_it_has(name, store, imports, event_id, lists) -> None:
    rows, new, duplicate, persons = COUNTS[name]

    plan = imports.plan(event_id, lists / name)
    imports.apply(plan)

    expected = {"new": new} | ({"duplicate": duplicate} if duplicate else {})
    assert (len(plan.rows), counts(plan)) == (rows, expected)
    with store.view() as view:
        assert view.count(Attendee) == persons


@pytest.mark.parametrize("name", COUNTS)
def test_importing_a_list_again_changes_nothing(name, imports, event_id, lists) -> None:
    _rows, new, duplicate, _persons = COUNTS[name]
    imports.apply(imports.plan(event_id, lists / name))

    again = imports.plan(event_id, lists / name)

    assert counts(again) == {"same": new} | ({"duplicate": duplicate} if duplicate else {})


@pytest.mark.parametrize("name", REGISTRATIONS)
def test_six_containers_say_the_same(name, imports, event_id, lists) -> None:
    first = imports.plan(event_id, lists / REGISTRATIONS[0])

    other = imports.plan(event_id, lists / name)

    def said(plan):
        return [
            (dict(row.draft.values), dict(row.draft.forums), dict(row.draft.custom))
            for row in plan.rows
        ]

    assert said(other) == said(first)


def test_the_messy_list_is_read_as_a_secretary_would(store, imports, event_id, lists) -> None:
    imports.apply(imports.plan(event_id, lists / "synthetic_报名汇总表_messy.xlsx"))

    with store.view() as view:
        units = {one.full_name for one in view.all(Organisation)}
        attendees = {view.get(Person, one.person_id).name: one for one in view.all(Attendee)}
    assert units == {
        "示例云科技有限公司", "示例数据研究院", "示例制造集团有限公司", "Beispiel GmbH",
        "示例（香港）有限公司", "示例半导体股份有限公司",
    }  # fmt: skip
    ouyang = attendees["欧阳晓琳"]
    assert (ouyang.invoice_title, ouyang.tax_number) == ("示例云科技有限公司", "91310000MA1FL0000N")
    assert (str(ouyang.hotel_from), str(ouyang.hotel_to)) == ("2024-05-21", "2024-05-23")
    assert attendees["李强"].needs_hotel is True


def test_a_number_ruined_by_excel_is_flagged_and_kept(imports, event_id, lists) -> None:
    plan = imports.plan(event_id, lists / "synthetic_报名汇总表_messy.xlsx")

    flags = {
        row.draft.row: [str(flag) for flag in row.flags if flag.target == "document"]
        for row in plan.rows
    }
    assert flags[10] == ["The ID number's check digit is wrong; ask for it again."]
    assert flags[11] == ["The ID number is of the old kind with 15 digits."]
    assert flags[14] == [
        "Excel destroyed the last digits of this number; it must be entered again."
    ]


def test_the_later_answer_of_one_person_wins(store, imports, event_id, lists) -> None:
    plan = imports.plan(event_id, lists / "synthetic_问卷星导出_选项文本.xlsx")

    chen = next(row for row in plan.rows if row.draft.row == 5)
    assert dict(chen.whole.forums) == {"主论坛": True}


def test_a_passport_spelling_of_the_list_is_kept(store, imports, event_id, lists) -> None:
    imports.apply(imports.plan(event_id, lists / "synthetic_出访团组名单.xlsx"))

    dilinuer = people(store)["迪丽努尔·买买提"]
    assert (dilinuer.passport_family, dilinuer.passport_given) == ("MAIMAITI", "DILINUER")
    assert dilinuer.spelling_fixed


@pytest.fixture
def messy(imports, event_id, lists):
    return imports.plan(event_id, lists / "synthetic_报名汇总表_messy.xlsx")


def by_row(plan, target) -> list[object]:
    return [row.draft.values.get(target) for row in plan.rows]


def test_the_messy_list_has_twelve_people_and_a_reserved_seat(
    store, imports, event_id, messy
) -> None:
    imports.apply(messy)

    with store.view() as view:
        names = Counter(one.name for one in view.all(Person))
        status = {view.get(Person, one.person_id).name: one.status for one in view.all(Attendee)}
    assert (names.total(), names["李强"], names["王芳"], names["待定"]) == (13, 2, 2, 1)
    assert status["待定"] is AttendeeStatus.UNCONFIRMED
    assert (messy.table.name, messy.layout.last_header) == ("报名汇总", 3)
    assert [use.title for use in messy.columns if use.hidden] != []


def test_every_flag_of_the_messy_list_is_raised_and_no_other(messy) -> None:
    flags = {row.draft.row: [flag.target.value for flag in row.flags] for row in messy.rows}

    assert {row: targets for row, targets in flags.items() if targets} == {
        6: ["sex"],  # the ID number says another one
        9: ["arrival_at", "sex"],  # "5月22日上午"
        10: ["mobile", "document", "arrival_at", "sex"],  # two phones, a bad check digit, "自驾"
        11: ["document"],  # 15 digits
        12: ["mobile"],  # abroad
        13: ["mobile", "arrival_at"],  # Hong Kong, "21/5 晚"
        14: ["document"],  # ruined by Excel
        16: ["name"],  # a reserved seat
    }


def test_the_messy_list_has_its_dates_and_travel(messy) -> None:
    days = Counter(str(value) for value in by_row(messy, Target.HOTEL_FROM) if value)
    kinds = Counter(value for value in by_row(messy, Target.DOCUMENT_KIND) if value)
    arrivals = [str(value) for value in by_row(messy, Target.ARRIVAL_AT)]

    assert days == {"2024-05-20": 1, "2024-05-21": 6, "2024-05-22": 2}
    assert (kinds[DocumentKind.PASSPORT], kinds[DocumentKind.HOME_RETURN]) == (1, 1)
    assert arrivals[:2] == ["2024-05-21 14:30:00"] * 2
    assert arrivals[6] == "2024-05-21 14:30:00"  # the serial 45433.604
    assert by_row(messy, Target.ARRIVAL_BY)[:2] == ["MU5101", "MU5101"]
    assert by_row(messy, Target.NOTES)[5] == "抵达 / 日期时间：自驾"


def test_the_messy_list_says_who_needs_a_room(messy) -> None:
    assert Counter(by_row(messy, Target.NEEDS_HOTEL)) == {True: 9, False: 4, None: 1}


def test_a_list_of_staff_keeps_its_leading_zeros_and_departments(
    store, imports, event_id, lists
) -> None:
    imports.apply(imports.plan(event_id, lists / "lottery_users.xlsx"))

    with store.view() as view:
        numbers = sorted(one.number for one in view.all(Attendee))
        departments = Counter(one.department for one in view.all(Position))
    assert (len(set(numbers)), numbers[0], {len(number) for number in numbers}) == (
        132,
        "000001",
        {6},
    )
    assert departments == {"红楼梦": 42, "WTA": 39, "ATP": 36, "MUSIC": 15}


def test_a_form_tools_choices_become_forums_and_notes(store, imports, event_id, lists) -> None:
    imports.apply(imports.plan(event_id, lists / "synthetic_问卷星导出_选项文本.xlsx"))

    with store.view() as view:
        chosen = view.count(AttendeeForum)
        notes = [one.notes for one in view.all(Attendee) if "闭门会" in one.notes]
        forums = {forum.name for forum in view.all(Forum)}
    assert notes == ["其他：闭门会"]
    assert "其他" not in forums
    assert chosen >= 4


def test_an_online_meetings_member_is_called_by_the_name_in_it(imports, event_id, lists) -> None:
    plan = imports.plan(event_id, lists / "synthetic_腾讯会议参会成员.xlsx")

    assert plan.layout.last_header == 8
    assert "张伟" in by_row(plan, Target.NAME)


def test_a_sign_in_sheet_keeps_its_two_namesakes(imports, event_id, lists) -> None:
    plan = imports.plan(event_id, lists / "synthetic_签到表.csv")

    assert Counter(by_row(plan, Target.NAME))["李强"] == 2
