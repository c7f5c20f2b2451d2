"""Lists come in by the command line as they do by the window, with every answer given in words."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Command = Callable[..., Answer]

PEOPLE = (["姓名", "手机", "单位"], ["张示例", "13800138000", "示例公司"])


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of csv lists."""

    def write(*rows: list[str], name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return write


def mobile_of(command: Command, own: Path, tail: str) -> list[str]:
    return [row["name"] for row in command("find", own, tail, "--json").json()]


def test_a_sheet_is_chosen_by_number_or_name(command: Command, own: Path, tmp_path: Path) -> None:
    book = Workbook()
    for row in PEOPLE:
        book.active.append(row)
    second = book.create_sheet("第二批")
    second.append(["姓名"])
    second.append(["李示例"])
    second.append(["王示例"])
    path = tmp_path / "two.xlsx"
    book.save(path)

    def rows(*options: str) -> tuple[str, int]:
        told = command("import", "attendees", own, path, "--dry-run", "--json", *options).json()
        return told["sheet"], told["rows"]

    assert rows("--sheet", "1") == ("Sheet", 1)
    assert rows("--sheet", "2") == rows("--sheet", "第二批") == ("第二批", 2)
    assert command("import", "attendees", own, path, "--sheet", "3").code == 3


def test_which_of_several_sheets_was_read_is_said(
    command: Command, own: Path, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (*PEOPLE, ["李示例", "13800138001", "乙公司"]):
        book.active.append(row)
    for row in PEOPLE:
        book.create_sheet("第二批").append(row)
    path = tmp_path / "two.xlsx"
    book.save(path)

    said = command("import", "attendees", own, path, "--dry-run").err
    assert "“Sheet” was read; the file also has 第二批" in said
    chosen = command("import", "attendees", own, path, "--dry-run", "--sheet", "1").err
    assert "also has" not in chosen


def test_header_rows_count_from_one(command: Command, own: Path, sheet) -> None:
    path = sheet(["报名表"], ["名字和别的"], *PEOPLE)
    asked = ("import", "attendees", own, path, "--dry-run", "--json")

    assert command(*asked, "--header-row", 3).json()["header_row"] == 3
    assert command(*asked, "--header-row", 3).json()["rows"] == 1
    assert command(*asked, "--header-row", 0).code == 2


def test_columns_are_told_in_words(command: Command, own: Path, sheet) -> None:
    path = sheet(["姓名", "暗号"], ["张示例", "13800138000"])
    asked = ("import", "attendees", own, path, "--json")

    assert command(*asked, "--map", "暗号=mobile").json()["new_fields"] == []
    assert mobile_of(command, own, "8000") == ["张示例"]
    unknown = command(*asked, "--map", "不在=mobile")
    assert (unknown.code, "不在" in unknown.err) == (3, True)
    assert command(*asked, "--map", "暗号=nonsense").code == 3


def test_decisions_are_told_in_words(command: Command, own: Path, sheet) -> None:
    command("import", "attendees", own, sheet(*PEOPLE))
    changed = sheet(PEOPLE[0], ["张示例", "13800138000", "另一公司"], name="later.csv")
    asked = ("import", "attendees", own, changed, "--json")

    kept = command(*asked, "--decide", "update=skip,duplicate=skip,conflict=skip")

    assert (kept.code, kept.json()["update"]) == (0, 1)
    assert command(*asked, "--decide", "update=yes").json()["update"] == 1
    assert command(*asked).json()["same"] == 1
    assert command(*asked, "--decide", "update=perhaps").code == 3


def test_an_empty_cell_erases_only_when_asked(command: Command, own: Path, sheet) -> None:
    command(
        "import", "attendees", own, sheet(["姓名", "手机", "座位"], ["张示例", "13800138000", "A1"])
    )
    emptied = sheet(["姓名", "手机", "座位"], ["张示例", "13800138000", ""], name="later.csv")
    asked = ("import", "attendees", own, emptied, "--json", "--dry-run")

    assert command(*asked).json()["same"] == 1
    assert command(*asked, "--erase-empty").json()["update"] == 1


def test_rejected_rows_are_written(command: Command, own: Path, sheet, tmp_path: Path) -> None:
    path, out = sheet(*PEOPLE, ["", "13800138001", "无名公司"]), tmp_path / "rejects.xlsx"

    told = command("import", "attendees", own, path, "--rejects", out, "--json")

    assert (told.code, told.json()["error"]) == (0, 1)
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    assert [row[2] for row in rows] == ["单位", "无名公司"]
    assert command("import", "attendees", own, path, "--rejects", tmp_path / "x.csv").code == 2


def test_no_file_of_rejects_is_written_when_there_are_none(
    command: Command, own: Path, sheet, tmp_path: Path
) -> None:
    out = tmp_path / "rejects.xlsx"

    told = command("import", "attendees", own, sheet(*PEOPLE), "--rejects", out)

    assert (told.code, out.exists()) == (0, False)
    assert "No row was rejected" in told.err


def test_an_encoding_is_called_by_any_name(command: Command, own: Path, sheet) -> None:
    path = sheet(*PEOPLE, encoding="gb18030")
    asked = ("import", "attendees", own, path, "--dry-run", "--json")

    assert command(*asked, "--encoding", "GBK").json()["new"] == 1
    assert command(*asked, "--encoding", "utf-8").code == 3
    assert command(*asked, "--encoding", "klingon").code == 2


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_table_comes_by_standard_input(program: Command, own: Path, encoding: str) -> None:
    given = "\r\n".join("\t".join(row) for row in PEOPLE).encode(encoding)

    told = program("import", "attendees", own, "-", "--json", given=given)

    assert (told.code, told.json()["new"], told.json()["sheet"]) == (0, 1, "Standard input")


def test_nothing_on_standard_input_is_no_list(program: Command, own: Path) -> None:
    told = program("import", "attendees", own, "-")

    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("“Standard input” holds no rows.")


def test_member_units_join_a_body(command: Command, own: Path, sheet) -> None:
    path = sheet(
        ["序号", "单位名称", "级别"],
        ["1", "示例一公司", "副会长单位"],
        ["2", "示例二院", "会员单位"],
    )
    body = command_body(own)
    asked = ("import", "members", own, path, "--body", body, "--json")

    tried, first, again = command(*asked, "--dry-run"), command(*asked), command(*asked)

    assert tried.json() == first.json()
    assert first.json() == {
        "body": body, "rows": 2, "new": 2, "update": 0, "same": 0, "duplicate": 0, "flags": [],
    }  # fmt: skip
    assert again.json()["same"] == 2
    assert command("undo", own).code == 0
    refused = command("import", "members", own, path, "--body", "没有的机构")
    assert (refused.code, body in refused.err) == (3, True)


def test_members_of_a_file_without_bodies_say_what_to_do_first(
    command: Command, tmp_path: Path, sheet
) -> None:
    file = tmp_path / "new.summit"
    days = (
        "--from",
        "2024-05-22",
        "--to",
        "2024-05-23",
        "--city",
        "上海",
        "--zone",
        "Asia/Shanghai",
    )
    assert command("new", file, "--name", "峰会", *days).code == 0

    refused = command("import", "members", file, sheet(["单位名称"], ["示例"]), "--body", "分会")

    assert refused.code == 3
    assert refused.err.startswith("The file has no body with members yet")


def command_body(own: Path) -> str:
    """Return the name of a body of the demo summit."""
    from summit_desk.cli.running import opened

    with opened(own) as services:
        return services.organisations.bodies()[0].name


def test_what_a_list_brings_along_and_what_looks_odd_is_said(
    command: Command, own: Path, sheet
) -> None:
    path = sheet(["姓名", "手机", "单位", "类别"], ["张示例", "138", "新公司", "新类别"])

    said = command("import", "attendees", own, path).err

    assert "New categories: 新类别." in said
    assert "New organisations: 新公司." in said
    assert "Row 2: This phone number has an unusual form; please check it." in said
    again = command("import", "attendees", own, path).err
    assert "0 new, 0 updated, 0 left out" in again
