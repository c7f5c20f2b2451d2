"""Attendance lists on the command line: points, filters, sheets, privacy, JSON."""

import openpyxl
import pytest

ENTRANCE, BAGS = "大会入口", "资料领取处"


def names(path) -> list[str]:
    return openpyxl.load_workbook(path).sheetnames


def test_every_point_is_in_the_summary_and_those_with_people_have_sheets(command, own, tmp_path):
    out = tmp_path / "attendance.xlsx"
    done = command("export", "attendance", own, out, "--language", "en")

    assert (done.code, done.out) == (0, "")
    assert names(out) == [
        "Summary by point", "Attended Conference Bags", "Absent Conference Bags",
        "Attendance by forum", "Arrivals over time",
    ]  # fmt: skip
    assert "nobody has come there: Main Entrance" in done.err


def test_the_answer_for_programs_has_the_figures_of_points_and_forums(command, own, tmp_path):
    out = tmp_path / "attendance.xlsx"
    told = command("export", "attendance", own, out, "--json").json()

    heads = {one["point"]: one for one in told["points"]}[BAGS]
    sheet = openpyxl.load_workbook(out).worksheets[1]
    rows = sheet.max_row - int(sheet.auto_filter.ref[1 : sheet.auto_filter.ref.index(":")])
    assert heads["arrived"] == rows > 0
    assert heads["expected"] == heads["arrived"] - heads["unexpected"] + heads["absent"]
    assert heads["share"] == round(rows / heads["expected"], 4)
    assert (heads["inside"], heads["day"]) == (None, None)
    assert heads["first"] < heads["last"]
    assert set(told["forums"][0]) == {
        "forum", "points", "registered", "came", "unregistered", "share",
    }  # fmt: skip
    assert told["path"] == str(out)


def test_one_point_and_some_sheets_can_be_chosen_by_name(command, own, tmp_path):
    out = tmp_path / "attendance.xlsx"
    options = ("--point", BAGS, "--sheets", "absent,summary", "--language", "zh")
    command("export", "attendance", own, out, *options)

    assert names(out) == ["签到点汇总", f"未到名单 {BAGS}"]


def test_categories_narrow_the_people(command, own, tmp_path):
    out = tmp_path / "attendance.xlsx"
    call = ("export", "attendance", own, out, "--point", BAGS, "--json")
    whole = command(*call).json()["points"][0]
    guests = command(*call, "--category", "嘉宾").json()

    assert 0 < guests["points"][0]["expected"] < whole["expected"]
    assert "don't fit the choice" in guests["remarks"][0]


def test_whole_phones_are_noted_in_the_history(command, own, tmp_path):
    out = tmp_path / "attendance.xlsx"
    call = ("export", "attendance", own, out, "--point", BAGS)
    command(*call)
    before = command("history", own).out
    command(*call, "--private", "none")
    command(*call, "--private", "whole")

    assert "Export “Attendance list”" not in before
    assert command("history", own).out.count("Export “Attendance list” with Mobile") == 1


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--point", "nowhere"), 3, "nowhere"),
        (("--filter", "no such"), 3, "needs the saved filter “no such”"),
        (("--sheets", "moon"), 2, "There is no sheet “moon”"),
        (("--point", ENTRANCE, "--sheets", "forums"), 3, "nothing to write"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(
    command, own, tmp_path, options, code, sentence
):
    done = command("export", "attendance", own, tmp_path / "a.xlsx", *options)

    assert done.code == code
    assert sentence in done.err
    assert list(tmp_path.glob("a.xlsx*")) == []


def test_only_a_workbook_can_be_asked_for(command, own, tmp_path):
    assert command("export", "attendance", own, tmp_path / "a.pdf").code == 2
