"""What the rows of an agenda sheet say, however they are written."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from summit_desk.domain.dates import DateContext
from summit_desk.domain.errors.imports import EmptySheet, NotATable
from summit_desk.domain.errors.session_lists import NoTitleColumn
from summit_desk.domain.records import PartRole, SessionKind
from summit_desk.domain.session_lists.guests import guests_of
from summit_desk.domain.session_lists.times import Slot, minutes_of, slot_of
from tests.session_lists.conftest import SHARED

CONTEXT = DateContext(date(2024, 5, 22))
CONGRESS = SHARED / "spreadsheets" / "voc_schedule-example.xlsx"


def minutes(clock: str) -> int:
    hours, _colon, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9:30—10:15", "9:30", "10:15"),
        ("09:30-10:15", "9:30", "10:15"),
        ("09：30～10：15", "9:30", "10:15"),
        ("08:50~09:00", "8:50", "9:00"),
        ("9:30至10:15", "9:30", "10:15"),
        ("9.30 - 10.15", "9:30", "10:15"),
        ("0930-1015", "9:30", "10:15"),
        ("上午9:30", "9:30", None),
        ("下午2:00-4:00", "14:00", "16:00"),
        ("下午2点半", "14:30", None),
        ("23:00-24:00", "23:00", "24:00"),
        ("待定", None, None),
    ],
)
def test_times_are_read_with_any_dash(text: str, start: str | None, end: str | None) -> None:
    read = slot_of(text, CONTEXT)

    assert read == Slot(None, start and minutes(start), end and minutes(end))


def test_a_time_may_name_its_day() -> None:
    assert slot_of("2024-05-23 09:00-10:00", CONTEXT) == Slot(date(2024, 5, 23), 540, 600)
    assert slot_of("5月23日（星期四）9:00", CONTEXT) == Slot(date(2024, 5, 23), 540)
    assert slot_of("2024-05-23T09:00:00+08:00", CONTEXT) == Slot(date(2024, 5, 23), 540)
    assert slot_of(time(9, 20), CONTEXT) == Slot(None, 560)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("45", 45), ("45分钟", 45), ("1小时30分", 90), ("1.5h", 90), ("00:45", 45), (time(1, 0), 60),
     (30, 30), ("", None), ("很长", None)],
)  # fmt: skip
def test_lengths_are_minutes(cell: object, expected: int | None) -> None:
    assert minutes_of(cell) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("张三、李四；王五", [("张三", ""), ("李四", ""), ("王五", "")]),
        ("Ann Lee & Bob Ray", [("Ann Lee", ""), ("Bob Ray", "")]),
        ("Ann Lee, Bob Ray", [("Ann Lee", ""), ("Bob Ray", "")]),
        ("Ann Lee, University of Nowhere", [("Ann Lee", "University of Nowhere")]),
        ("张三，示例公司总经理", [("张三", "示例公司总经理")]),
        ("张三 示例公司总经理", [("张三", "示例公司总经理")]),
        ("张三（示例公司总经理）", [("张三", "示例公司总经理")]),
        ("[Ann](https://example.org) [Lee](https://example.org)", [("Ann Lee", "")]),
        ("/", []),
    ],
)
def test_a_cell_may_hold_several_people_or_their_work(text: str, expected: list) -> None:
    assert [(one.named.name, one.named.work) for one in guests_of(text)] == expected


def test_a_guest_who_is_not_named_yet_is_a_label() -> None:
    assert [(one.named, one.label) for one in guests_of("待定、业内专家")] == [
        (None, "待定"),
        (None, "业内专家"),
    ]
    (host,) = guests_of("主持人：张三")
    assert (host.text, host.role) == ("张三", PartRole.HOST)


def congress(path: Path) -> Path:
    """A sheet laid out as a congress office does, with invented content."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(["<Name>", *[None] * 7, None, "Vortragende", None, None])
    page.append(["Ort", "Datum", None, "Uhrzeit", "Titel", "Untertitel", "Beschreibung", "ID",
                 None, 1, 2, 3])  # fmt: skip
    day = date(2016, 10, 27)
    hall, room = "Saal", "Stube"
    rows = (
        (hall, "09:00", "Eröffnung", "Ein Anfang", 1001, "Anna Beispiel, Stadt Muster"),
        (hall, "09:20", "Keynote: Städte", "", 1002, "Dr. Bert Muster, Geschäftsführer von X"),
        (room, "11:00", "Daten", "", 1003, "Carla Probe , Probe AG"),
        (hall, "15:30", "Podiumsdiskussion", "", 1004, "Dr. Bert Muster", "Carla Probe"),
    )
    for at, (place, clock, title, under, key, *who) in enumerate(rows, start=3):
        start = time.fromisoformat(clock)
        page.append([place, day, f"=B{at}", start, title, under, None, key, None, *who])
    for span in ("A1:E1", "J1:L1", "B2:C2"):
        page.merge_cells(span)
    book.save(path)
    return path


def test_a_group_header_above_numbered_columns_makes_them_speakers(
    sessions, event, tmp_path
) -> None:
    event_id = event("2016-10-27", "2016-10-27", "Europe/Berlin")

    plan = sessions.plan(event_id, congress(tmp_path / "congress.xlsx"))

    told = [
        (one.draft.key, one.draft.room, [g.named.name for g in one.draft.guests])
        for one in plan.lines
    ]
    assert told == [
        ("1001", "Saal", ["Anna Beispiel"]),
        ("1002", "Saal", ["Dr. Bert Muster"]),
        ("1003", "Stube", ["Carla Probe"]),
        ("1004", "Saal", ["Dr. Bert Muster", "Carla Probe"]),
    ]
    assert [line.draft.starts_at for line in plan.lines][:1] == [datetime(2016, 10, 27, 9, 0)]
    assert len(plan.people) == 3
    assert plan.lines[0].draft.abstract == "Ein Anfang"


@pytest.mark.skipif(not CONGRESS.exists(), reason="the original is not kept with the program")
def test_the_original_congress_sheet_has_13_sessions_in_2_rooms(sessions, event) -> None:
    event_id = event("2016-10-27", "2016-10-27", "Europe/Berlin")

    plan = sessions.plan(event_id, CONGRESS)
    sessions.apply(plan)

    assert (len(plan.lines), len(plan.rooms), len(plan.people)) == (13, 2, 15)
    again = sessions.plan(event_id, CONGRESS)
    assert {line.verdict.value for line in again.lines} == {"same"}


def test_a_secretariats_sheet_is_read_by_its_bands_and_roles(sessions, event, sheet) -> None:
    path = sheet(
        "时间|内容|演讲嘉宾|单位及职务|会场|主持人",
        "2024年5月22日（星期三）|||||",
        "9:00—9:30|开幕式|||主会场|李示例",
        "9:30—10:30|圆桌：数据|张三、王五|甲公司总经理、乙大学教授|主会场|",
        "10:30—10:45|茶歇||||",
        "2024年5月23日（星期四）|||||",
        "9:00—9:30|报告|待定||分会场|",
        "合计：4场|||||",
    )

    plan = sessions.plan(event("2024-05-22", "2024-05-23"), path)

    told = [(one.draft.title, one.draft.starts_at, one.draft.kind) for one in plan.lines]
    assert told == [
        ("开幕式", datetime(2024, 5, 22, 9, 0), SessionKind.CEREMONY),
        ("圆桌：数据", datetime(2024, 5, 22, 9, 30), SessionKind.PANEL),
        ("茶歇", datetime(2024, 5, 22, 10, 30), SessionKind.BREAK),
        ("报告", datetime(2024, 5, 23, 9, 0), None),
    ]
    works = [guest.named.work for guest in plan.lines[1].draft.guests if guest.named]
    assert works == ["甲公司总经理", "乙大学教授"]


def test_a_pretalx_list_is_read_with_all_its_speakers(sessions, event, sheet) -> None:
    path = sheet(
        "ID|Proposal title|Session type|Track|Duration|Speaker names|Room|Start|End",
        "ABC123|Clear words|Talk|Language|30|Zeth, Ann Lee\nBob Ray|Hall|2024-05-22T09:00:00+08:00|"
        "2024-05-22T09:30:00+08:00",
    )

    (line,) = sessions.plan(event("2024-05-22", "2024-05-23"), path).lines

    draft = line.draft
    assert (draft.key, draft.starts_at, draft.minutes) == ("ABC123", datetime(2024, 5, 22, 9), 30)
    assert ([g.text for g in draft.guests], draft.forum) == (
        ["Zeth", "Ann Lee", "Bob Ray"],
        "Language",
    )


def test_a_header_of_two_rows_names_speakers_and_their_units(sessions, event, tmp_path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["时间", "内容", "演讲嘉宾一", None, "演讲嘉宾二", None])
    page.append([None, None, "姓名", "单位", "姓名", "单位"])
    page.append(["2024-05-22 9:00-9:30", "对话", "张三", "甲公司", "李四", "乙大学"])
    for span in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
        page.merge_cells(span)
    book.save(tmp_path / "two.xlsx")

    (line,) = sessions.plan(event("2024-05-22", "2024-05-23"), tmp_path / "two.xlsx").lines

    named = [(one.named.name, one.named.organisation) for one in line.draft.guests if one.named]
    assert named == [("张三", "甲公司"), ("李四", "乙大学")]


def test_rows_below_without_time_or_title_add_their_speakers(sessions, event, sheet) -> None:
    path = sheet(
        "日期|时间|内容|嘉宾", "2024-05-22|9:00-9:30|对话|张三", "|||李四", "|9:30-10:00|报告|王五"
    )

    first, second = sessions.plan(event("2024-05-22", "2024-05-23"), path).lines

    assert [guest.text for guest in first.draft.guests] == ["张三", "李四"]
    assert second.draft.starts_at == datetime(2024, 5, 22, 9, 30)


def test_a_session_outside_the_event_is_flagged_and_kept(sessions, event, sheet) -> None:
    path = sheet("日期|时间|内容", "2024-06-01|9:00-10:00|参观")

    (line,) = sessions.plan(event("2024-05-22", "2024-05-23"), path).lines

    assert (line.verdict.value, list(map(str, line.remarks))) == (
        "new",
        ["2024-06-01 is not a day of the event."],
    )


def test_a_row_without_title_keeps_its_slot(sessions, event, sheet) -> None:
    path = sheet("日期|时间|内容|会场", "2024-05-22|9:00-10:00||主会场", "|||备用")

    first, second = sessions.plan(event("2024-05-22", "2024-05-23"), path).lines

    assert (first.draft.title, first.verdict.value) == ("待定", "new")
    assert (second.verdict.value, list(map(str, second.remarks))) == (
        "error",
        ["The row has no title."],
    )


def test_a_time_that_the_clocks_skip_is_an_error(sessions, event, sheet) -> None:
    path = sheet("日期|时间|内容", "2024-03-31|2:30-3:30|Night talk")

    (line,) = sessions.plan(event("2024-03-30", "2024-03-31", "Europe/Berlin"), path).lines

    assert line.verdict.value == "error"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", EmptySheet),
        ("\x00\x01\x02", NotATable),
        ("姓名,手机\n张三,13800138000\n", NoTitleColumn),
        ("时间,内容,会场\n", EmptySheet),
    ],
)
def test_a_sheet_that_is_no_agenda_gets_a_sentence(
    sessions, event, tmp_path, content: str, error: type
) -> None:
    path = tmp_path / "strange.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(error, match="Nothing was imported"):
        sessions.plan(event("2024-05-22", "2024-05-23"), path)
