"""Lists on the command line: presets, filters, columns, order, privacy, encodings."""

import csv

import openpyxl
import pytest


def head(path, encoding="utf-8-sig") -> list[str]:
    with path.open(encoding=encoding, newline="") as stream:
        return next(csv.reader(stream))


def rows(path, encoding="utf-8-sig") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))[1:]


def test_the_lists_are_shown_by_name(command, own):
    shown = command("presets", own)
    as_json = command("presets", own, "--json").json()

    assert shown.out.splitlines()[1] == "Sign-in sheet\tbuilt in"
    assert as_json[1]["built_in"] is True
    assert as_json[1]["list"]["format"] == "summit-desk-list"


def test_a_preset_is_written_in_its_language(command, own, tmp_path):
    out = tmp_path / "sign.xlsx"
    done = command("export", "attendees", own, out, "--preset", "签到表", "--language", "en")
    sheet = openpyxl.load_workbook(out).active

    assert done.code == 0
    assert (sheet.title, sheet["A2"].value) == ("Sign-in sheet", "Sign-in sheet")


def test_columns_order_and_privacy_can_be_given(command, own, tmp_path):
    out = tmp_path / "list.csv"
    options = ("--columns", "number,name,mobile", "--sort", "rank", "--language", "en")
    command("export", "attendees", own, out, *options)
    masked = head(out), next(row[2] for row in rows(out) if row[2])
    command("export", "attendees", own, out, *options, "--private", "none")
    without = head(out)
    command("export", "attendees", own, out, *options, "--private", "whole")

    assert masked[0] == ["Registration number", "Name", "Mobile (masked)"]
    assert "****" in masked[1]
    assert without == ["Registration number", "Name"]
    assert head(out) == ["Registration number", "Name", "Mobile"]
    history = command("history", own).out.splitlines()
    assert [line for line in history if "Export “All columns” with Mobile" in line] == history[:1]


def test_gb18030_tells_whom_old_programs_can_not_show(command, own, tmp_path):
    out = tmp_path / "list.csv"
    done = command(
        "export", "attendees", own, out,
        "--columns", "number,name", "--encoding", "gb18030",
    )  # fmt: skip
    strange = [row for row in rows(out, "gb18030") if _is_strange(row[1])]

    assert strange
    assert done.err.count("old programs can't show") == len(strange)


def _is_strange(text: str) -> bool:
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return True
    return False


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--preset", "no such"), "There is no list called “no such”"),
        (("--filter", "no such"), "needs the saved filter “no such”"),
        (("--columns", "name,no_such"), "There is no column “no_such”"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(
    command, own, tmp_path, options, sentence
):
    done = command("export", "attendees", own, tmp_path / "a.xlsx", *options)

    assert done.code == 3
    assert sentence in done.err
    assert not (tmp_path / "a.xlsx").exists()


def test_an_order_that_is_not_known_is_refused_with_those_that_are(command, own, tmp_path):
    done = command("export", "attendees", own, tmp_path / "a.xlsx", "--sort", "moon")

    assert done.code == 2
    assert "pinyin" in done.err


def test_a_list_is_handed_on_and_its_import_can_be_undone(command, own, tmp_path):
    path = tmp_path / "guests.summitlist.json"
    command("export", "preset", own, "嘉宾名单", path)
    command("import", "preset", own, path)
    kept = [one for one in _presets(command, own) if not one["built_in"]]
    command("undo", own)

    assert len(kept) == 1
    assert kept[0]["list"]["order"] == "rank"
    assert [one for one in _presets(command, own) if not one["built_in"]] == []


def _presets(command, file) -> list[dict]:
    return command("presets", file, "--json").json()


@pytest.mark.parametrize("suffix", ["vcf", "json"])
def test_cards_and_json_are_told_by_the_name(command, own, tmp_path, suffix):
    out = tmp_path / f"list.{suffix}"

    assert command("export", "attendees", own, out, "--preset", "通讯录").code == 0
    assert out.stat().st_size > 1000
