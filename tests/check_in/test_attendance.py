"""The attendance list, against scans that were made through the real service."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import openpyxl
import pytest

from summit_desk.domain.attendance.spec import AttendanceSpec, Part
from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.errors import Missing
from summit_desk.domain.errors.documents import NothingToWrite
from summit_desk.domain.errors.lists import NoSuchFilter
from summit_desk.domain.lists.spec import Showing
from summit_desk.domain.progress import Cancelled
from summit_desk.domain.records import (
    AttendeeForum,
    AttendeeStatus,
    ForumPlace,
    Person,
    Policy,
)
from summit_desk.services.bundle import Services
from tests.check_in.laptops import laptop
from tests.impatience import Impatient
from tests.lists.office import converted, needs_office

if TYPE_CHECKING:
    from pathlib import Path

REENTRY = Policy.REENTRY_AFTER_EXIT
ENGLISH, CHINESE = DocumentLanguage.ENGLISH, DocumentLanguage.CHINESE
HEAD = [
    *("#", "Registration number", "Name", "Organisation", "Job title", "Category"),
    *("First in", "Last out", "Minutes inside", "Entries", "Station", "Operator", "Remarks"),
]  # fmt: skip


class Lists:
    """Writes lists of a summit and reads them back."""

    def __init__(self, summit, folder: Path) -> None:
        self.summit, self.path = summit, folder / "attendance.xlsx"
        self.service = Services(summit.store, summit.watch).attendance

    def write(self, *, language=ENGLISH, chosen=None, progress=None, **spec):
        more = {} if chosen is None else {"chosen": chosen}
        more |= {} if progress is None else {"progress": progress}
        return self.service.write(
            self.summit.event.id, self.path, AttendanceSpec(**spec), language=language, **more
        )

    def point(self, **spec):
        """Write the list of the entrance; return its sheets by name."""
        self.write(point_id=self.summit.point.id, **spec)
        return self.sheets()

    def sheets(self):
        return {sheet.title: sheet for sheet in openpyxl.load_workbook(self.path).worksheets}

    def stays(self, **spec) -> dict[str, list]:
        """Return the rows of the entrance's attendance sheet, from the first time on, by name."""
        sheet = self.point(parts=frozenset({Part.ATTENDANCE}), **spec)["Attended Main entrance"]
        return {row[2]: row[6:] for row in table(sheet)[1:]}


def table(sheet) -> list[list]:
    """Return the header and the rows below it."""
    lines = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = int(sheet.auto_filter.ref[1 : sheet.auto_filter.ref.index(":")]) - 1
    return lines[start:]


def titles(sheet) -> list[str]:
    start = int(sheet.auto_filter.ref[1 : sheet.auto_filter.ref.index(":")]) - 1
    return [sheet.cell(row, 1).value for row in range(1, start + 1)]


@pytest.fixture
def lists(summit, tmp_path) -> Lists:
    return Lists(summit, tmp_path)


def local(hour: int, minute: int, day: int = 22) -> datetime:
    return datetime(2024, 5, day, hour, minute)


def at(summit, hour: int, minute: int, day: int = 22) -> None:
    summit.watch.at = local(hour, minute, day).replace(tzinfo=UTC) - timedelta(hours=8)


def scan(summit, name: str, hour: int, minute: int, *, day: int = 22, station=None):
    at(summit, hour, minute, day)
    return (station or summit.station()).scan(summit.code(name))


def test_in_out_in_out_is_one_row_with_its_minutes(summit, lists):
    summit.set_point(policy=REENTRY)
    for hour, minute in ((8, 31), (9, 1), (9, 30), (11, 0)):
        scan(summit, "王磊", hour, minute)

    sheet = lists.point()["Attended Main entrance"]

    assert table(sheet) == [
        HEAD,
        [1, "0002", "王磊", "Example Institute", "副院长", "Delegate",
         local(8, 31), local(11, 0), 120, 2, "入口 1", "小陈", None],
    ]  # fmt: skip


def test_somebody_inside_is_counted_until_now_and_marked(summit, lists):
    summit.set_point(policy=REENTRY)
    scan(summit, "王磊", 8, 31)
    at(summit, 10, 1)

    assert lists.stays() == {
        "王磊": [local(8, 31), None, 90, 1, "入口 1", "小陈", "still inside, until 05-22 10:01"]
    }


def test_somebody_inside_is_counted_until_the_point_closes(summit, lists):
    summit.set_point(policy=REENTRY, closes_at=datetime(2024, 5, 22, 2, tzinfo=UTC))
    scan(summit, "王磊", 8, 31)
    at(summit, 20, 0)

    stay = lists.stays()["王磊"]
    assert (stay[2], stay[-1]) == (89, "still inside, until 05-22 10:00")


def test_where_leaving_is_not_scanned_the_minutes_stay_empty_and_that_is_said(summit, lists):
    scan(summit, "王磊", 8, 31)
    at(summit, 10, 0)

    assert lists.stays()["王磊"][:4] == [local(8, 31), None, None, 1]
    said = titles(lists.sheets()["Attended Main entrance"])
    assert [text for text in said if text.startswith("Leaving is not scanned at this point")]


def test_re_entries_at_a_point_without_exits_are_counted(summit, lists):
    summit.set_point(policy=Policy.UNLIMITED)
    for minute in (31, 40, 50):
        scan(summit, "王磊", 8, minute)

    assert lists.stays()["王磊"][:4] == [local(8, 31), None, None, 3]


def test_refused_scans_are_no_entries(summit, lists):
    scan(summit, "王磊", 8, 31)
    scan(summit, "王磊", 8, 40)  # a duplicate
    scan(summit, "仇凯", 8, 41)  # has cancelled

    assert list(lists.stays()) == ["王磊"]
    assert lists.stays()["王磊"][3] == 1


def test_an_entry_that_was_taken_back_never_was(summit, lists):
    summit.set_point(policy=REENTRY)
    door = summit.station()
    scan(summit, "王磊", 8, 31, station=door)
    scan(summit, "欧阳明远", 8, 35, station=door)
    door.undo_last()

    assert list(lists.stays()) == ["王磊"]
    absent = table(lists.point()["Absent Main entrance"])
    assert [row[2] for row in absent[1:]] == ["欧阳明远"]


def test_an_exit_that_was_taken_back_leaves_somebody_inside(summit, lists):
    summit.set_point(policy=REENTRY)
    door = summit.station()
    scan(summit, "王磊", 8, 31, station=door)
    scan(summit, "王磊", 9, 0, station=door)
    door.undo_last()
    at(summit, 9, 31)

    assert lists.stays()["王磊"][1:3] == [None, 60]


def test_who_was_let_in_against_the_list_is_marked_with_the_reason(summit, lists):
    door = summit.station()
    door.force(scan(summit, "仇凯", 8, 31, station=door), "会长同意")

    assert lists.stays()["仇凯"][-1] == "not expected here; Let in: 会长同意"
    summary = lists.write(point_id=summit.point.id).points[0]
    assert (summary.expected, summary.arrived, summary.unexpected, summary.absent) == (2, 1, 1, 2)
    assert summary.share == 0


def test_a_time_written_on_paper_is_the_time(summit, lists):
    door = summit.station()
    at(summit, 12, 0)
    door.scan_paper("9:05")
    door.scan(summit.code("王磊"))

    stay = lists.stays()["王磊"]
    assert (stay[0], stay[-1]) == (local(9, 5), "From the paper list, signed at 05-22 09:05")


def test_of_two_stations_that_were_apart_the_earlier_entry_counts(summit, lists):
    at(summit, 8, 0)
    laptops = [laptop(summit, name) for name in ("入口 1", "入口 2")]
    for one, minute in zip(laptops, (40, 31), strict=True):
        at(summit, 8, minute)
        one.scans("王磊")
    at(summit, 9, 0)
    Services(summit.store, summit.watch).merging.merge([one.path for one in laptops])

    assert lists.stays()["王磊"] == [
        local(8, 31), None, None, 1, "入口 2", "小李", "offline duplicate at 入口 1, not counted",
    ]  # fmt: skip


def test_a_stay_over_midnight_is_whole(summit, lists):
    summit.set_point(policy=REENTRY)
    scan(summit, "王磊", 23, 30)
    scan(summit, "王磊", 0, 45, day=23)

    assert lists.stays()["王磊"][:3] == [local(23, 30), local(0, 45, 23), 75]


def test_where_each_day_begins_anew_every_day_has_its_sheets_and_line(summit, lists):
    summit.set_point(policy=Policy.ONCE_PER_DAY)
    scan(summit, "王磊", 23, 50)  # still the 22nd at the place, and past midnight in no zone
    scan(summit, "王磊", 0, 10, day=23)
    scan(summit, "欧阳明远", 0, 20, day=23)

    sheets = lists.point()

    assert [name for name in sheets if "entrance" in name] == [
        "Attended 05-22 Main entrance", "Attended 05-23 Main entrance",
        "Absent 05-22 Main entrance", "Absent 05-23 Main entrance",
    ]  # fmt: skip
    days = [row[1:4] for row in table(sheets["Summary by point"])[1:]]
    assert days == [[datetime(2024, 5, 22), 2, 1], [datetime(2024, 5, 23), 2, 2]]


def test_the_summary_tells_the_heads_of_every_point(summit, lists):
    summit.set_point(policy=REENTRY)
    summit.add("李四")
    hall = summit.add_point("贵宾室", category_ids=(summit.staff.id,))
    scan(summit, "王磊", 8, 31)
    scan(summit, "李四", 8, 45)
    scan(summit, "王磊", 9, 0)

    done = lists.write()

    rows = table(lists.sheets()["Summary by point"])
    assert rows == [
        ["Check-in point", "Expected", "Arrived", "Not expected", "Inside now", "Have not come",
         "Attendance rate", "First arrival", "Last arrival", "Leaving scanned"],
        ["Main entrance", 3, 2, 0, 1, 1, 2 / 3, local(8, 31), local(8, 45), "yes"],
        ["贵宾室", 0, 0, 0, None, 0, None, None, None, "no"],
    ]  # fmt: skip
    counts = summit.service.counts(summit.station().post)
    assert (counts.expected, counts.arrived, counts.inside) == (3, 2, 1)
    assert "nobody has come there: 贵宾室" in done.written.findings[0].text()
    assert lists.service.points(summit.event.id)[1] == hall


def test_the_absent_stand_by_rank_with_colleagues_together_and_phones_in_part(summit, lists):
    summit.add("李四", category_id=summit.staff.id)
    with summit.store.view() as view:
        person = view.get(Person, summit.guests["王磊"].person_id)
    summit.put(replace(person, rank=1, mobile="13812345678"))
    at(summit, 9, 0)

    sheets = lists.point()

    assert [row[2:] for row in table(sheets["Absent Main entrance"])] == [
        ["Name", "Organisation", "Job title", "Category", "Mobile (masked)"],
        ["王磊", "Example Institute", "副院长", "Delegate", "138****5678"],
        ["欧阳明远", "Example Institute", "副院长", "Delegate", None],
        ["李四", "Example Institute", "副院长", "Staff", None],
    ]


def test_whole_phones_are_kept_in_the_history_and_left_out_ones_are_said(summit, lists):
    without = lists.write(private=Showing.NONE)
    whole = lists.write(point_id=summit.point.id, private=Showing.WHOLE)

    assert without.written.change is None
    assert "Left out because they are private: Mobile." in [
        one.text() for one in without.written.findings
    ]
    assert whole.written.change.text() == (
        "Export “Attendance list” with Mobile: 2 people (without a saved filter), "
        "file attendance.xlsx"
    )


def test_a_saved_filter_restricts_everything(summit, lists):
    services = Services(summit.store, summit.watch)
    summit.add("李四", category_id=summit.staff.id)
    services.filters.save(
        summit.event.id, "Staff only", AttendeeFilter(categories=frozenset({summit.staff.id}))
    )
    scan(summit, "王磊", 8, 31)
    scan(summit, "李四", 8, 40)

    done = lists.write(point_id=summit.point.id, filter_name="Staff only")

    heads = done.points[0]
    assert (heads.expected, heads.arrived, heads.absent) == (1, 1, 0)
    sheet = lists.sheets()["Attended Main entrance"]
    assert [row[2] for row in table(sheet)[1:]] == ["李四"]
    assert "Filter: Staff only" in titles(sheet)[3]
    assert "3 people are not on the list" in titles(sheet)[3]
    with pytest.raises(NoSuchFilter):
        lists.write(filter_name="nobody knows it")


def test_a_choice_for_once_is_said_above_the_sheets(summit, lists):
    wanted = AttendeeFilter(categories=frozenset({summit.delegate.id}))
    sheet = lists.point(chosen=Chosen(wanted=wanted))["Summary by point"]
    assert "Category: Delegate" in titles(sheet)[3]
    keys = [summit.guests["王磊"].id]
    done = lists.write(chosen=Chosen(keys=keys))
    assert done.points[0].expected == 1


def test_forums_tell_who_came_and_who_came_without_a_place(summit, lists):
    for name in ("甲", "乙", "丙", "丁"):
        summit.add(name)
    places = [ForumPlace.REGISTERED, ForumPlace.REGISTERED, ForumPlace.WAITING]
    summit.put(
        *(
            AttendeeForum(attendee_id=summit.guests[name].id, forum_id=summit.forum.id, place=place)
            for name, place in zip("甲乙丙", places, strict=True)
        )
    )
    door = summit.add_point("论坛门口", forum_id=summit.forum.id)
    station = summit.station("论坛", point_id=door.id)
    scan(summit, "甲", 14, 0, station=station)
    for name in ("丙", "丁"):
        station.force(scan(summit, name, 14, 5, station=station), "有座位")

    lists.write()

    assert table(lists.sheets()["Attendance by forum"])[1:] == [
        ["Data forum", "论坛门口", 2, 1, 0.5, 2, None]
    ]
    of_entrance = lists.write(point_id=summit.point.id)
    assert (of_entrance.forums, "Attendance by forum" in lists.sheets()) == ([], False)
    assert lists.write(point_id=door.id).forums[0].came == 1


def test_arrivals_stand_by_five_minutes_with_a_chart_of_exactly_those_rows(summit, lists):
    for name in ("甲", "乙"):
        summit.add(name)
    for name, hour, minute in (("王磊", 8, 31), ("甲", 8, 34), ("乙", 8, 46)):
        scan(summit, name, hour, minute)

    sheet = lists.point()["Arrivals over time"]

    rows = table(sheet)
    assert [row[:3] for row in rows] == [
        ["From", "Arrived", "So far"],
        ["05-22 08:30", 2, 2],
        ["05-22 08:35", 0, 2],
        ["05-22 08:40", 0, 2],
        ["05-22 08:45", 1, 3],
    ]
    (chart,) = sheet._charts
    first = sheet.auto_filter.ref
    head = int(first[1 : first.index(":")])
    bars, line = chart._charts
    assert (bars.grouping, bars.series[0].val.numRef.f) == (
        "stacked", f"'{sheet.title}'!$B${head + 1}:$B${head + 4}",
    )  # fmt: skip
    assert line.series[0].val.numRef.f == f"'{sheet.title}'!$C${head + 1}:$C${head + 4}"
    assert bars.series[0].cat.strRef.f == f"'{sheet.title}'!$A${head + 1}:$A${head + 4}"


def test_of_several_points_each_has_a_column_and_nights_are_left_out(summit, lists):
    other = summit.add_point("午餐", policy=Policy.UNLIMITED)
    scan(summit, "王磊", 8, 31)
    scan(summit, "王磊", 12, 1, station=summit.station("餐厅", point_id=other.id))
    scan(summit, "欧阳明远", 9, 0, day=23)

    lists.write()

    sheet = lists.sheets()["Arrivals over time"]
    rows = table(sheet)
    assert [*rows[0][:5]] == ["From", "Main entrance", "午餐", "Arrived", "So far"]
    assert rows[1][:5] == ["05-22 08:30", 1, None, 1, 1]
    assert rows[-2][:5] == ["05-22 12:00", None, 1, 1, 2]
    assert rows[-1][:5] == ["05-23 09:00", 1, None, 1, 3]
    assert len(sheet._charts[0]._charts[0].series) == 2


def test_in_chinese_everything_is_chinese(summit, lists):
    summit.set_point(policy=REENTRY)
    scan(summit, "王磊", 8, 31)
    at(summit, 9, 0)
    lists.write(language=CHINESE)

    sheets = lists.sheets()

    assert list(sheets) == [
        "签到点汇总", "签到明细 主会场入口", "未到名单 主会场入口",
        "分论坛到会", "到场人数走势",
    ]  # fmt: skip
    assert table(sheets["签到明细 主会场入口"])[0][6:] == [
        "首次进入", "最后离场", "在场分钟", "进入次数", "工位", "操作员", "备注",
    ]  # fmt: skip
    assert table(sheets["签到明细 主会场入口"])[1][-1] == "仍在场，计至 05-22 09:00"
    assert titles(sheets["签到点汇总"])[:2] == ["示例高峰论坛", "签到统计 · 签到点汇总"]


def test_texts_stay_texts_and_no_name_is_a_formula(summit, lists):
    summit.add('=HYPERLINK("http://example.com")')
    scan(summit, '=HYPERLINK("http://example.com")', 8, 31)

    sheet = lists.point()["Attended Main entrance"]

    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    number = next(cell for cell in cells if cell.value == "0004")
    assert (number.number_format, sheet.freeze_panes) == ("@", f"A{number.row}")
    assert sheet.print_title_rows == f"${number.row - 1}:${number.row - 1}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_the_preview_is_what_is_written(summit, lists):
    scan(summit, "王磊", 8, 31)
    shown = lists.service.preview(summit.event.id, language=ENGLISH)
    lists.write()

    for preview, sheet in zip(shown, lists.sheets().values(), strict=True):
        assert preview.title[:31] == sheet.title
        assert [title.text for title in preview.titles] == titles(sheet)
        assert len(preview.rows) == len(table(sheet)) - 1 == preview.count


def test_giving_up_leaves_no_file(summit, lists):
    scan(summit, "王磊", 8, 31)
    for steps in (0, 1):
        with pytest.raises(Cancelled):
            lists.write(progress=Impatient(steps))
        assert list(lists.path.parent.glob("*.xlsx*")) == []


def test_nothing_to_write_and_a_point_that_is_gone_are_told(summit, lists):
    with pytest.raises(NothingToWrite):
        lists.write(parts=frozenset({Part.ABSENT}))
    with pytest.raises(Missing):
        lists.write(point_id=summit.event.id)
    assert not lists.path.exists()


def test_a_cancelled_registration_is_not_expected_and_not_absent(summit, lists):
    summit.set_guest("王磊", status=AttendeeStatus.EXCUSED)
    at(summit, 9, 0)
    assert lists.write(point_id=summit.point.id).points[0].expected == 1


@needs_office
def test_an_office_program_opens_the_list_with_its_chart(summit, lists):
    summit.set_point(policy=REENTRY)
    scan(summit, "王磊", 8, 31)
    scan(summit, "欧阳明远", 8, 44)
    at(summit, 9, 0)
    lists.point()
    before = [table(sheet) for sheet in lists.sheets().values()]

    (again,) = converted([lists.path], "xlsx", lists.path.parent)

    book = openpyxl.load_workbook(again)
    kept = [[row[: len(rows[0])] for row in table(sheet)] for sheet, rows in zip(
        book.worksheets, before, strict=True
    )]  # fmt: skip
    assert kept == [[row[: len(rows[0])] for row in rows] for rows in before]
    (chart,) = book.worksheets[-1]._charts
    assert [type(one).__name__ for one in chart._charts] == ["BarChart", "LineChart"]


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_at_the_door_agrees_with_a_simple_model(summit, lists, seed):
    chance = Random(seed)
    summit.set_point(policy=REENTRY)
    summit.add("李四")
    door, minute, moves = summit.station(), 0, []
    for _turn in range(30):
        minute += chance.randrange(1, 9)
        at(summit, 8 + minute // 60, minute % 60)
        if moves and chance.random() < 0.2:
            door.undo_last()
            moves.pop()
        else:
            name = chance.choice(("王磊", "欧阳明远", "李四"))
            door.scan(summit.code(name))
            moves.append((name, minute))
    at(summit, 8 + (minute + 7) // 60, (minute + 7) % 60)

    told = {name: (stay[0], stay[1], stay[2], stay[3]) for name, stay in lists.stays().items()}

    own = {who: [minute for name, minute in moves if name == who] for who, _minute in moves}
    assert told == {name: _model(times, minute + 7) for name, times in own.items()}


def _model(times: list[int], end: int) -> tuple:
    """Return first in, last out, minutes and entries: every other scan goes out."""
    inside = len(times) % 2 == 1
    closed = [*times, end] if inside else times
    minutes = sum(out - came for came, out in zip(closed[::2], closed[1::2], strict=True))
    out = None if inside else local(8, 0) + timedelta(minutes=times[-1])
    return local(8, 0) + timedelta(minutes=times[0]), out, minutes, len(closed) // 2
