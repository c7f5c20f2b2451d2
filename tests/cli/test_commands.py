"""Every command does what the README says: its output, its JSON and its exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Command = Callable[..., Answer]

FACTS = (
    "events forums sessions people speakers organisations attendees scans trips schema integrity"
).split()
VERDICT = ("verdict number name organisation at scan ms first allowed_at event trouble").split()
SHEET = "姓名,手机,单位\n张示例,13800138000,示例公司\n李示例,13900139000,示例公司\n"


def test_info(command: Command, own: Path) -> None:
    told = command("info", own, "--json")

    assert (told.code, told.err) == (0, "")
    facts = told.json()
    assert list(facts) == FACTS
    assert (facts["events"], facts["attendees"], facts["integrity"]) == (1, 60, "ok")
    assert "integrity  ok" in command("info", own).out


def test_new_makes_an_event_that_can_be_undone(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "new.summit"
    dates = ("--from", "2024-05-22", "--to", "2024-05-23")
    place = ("--city", "Shanghai", "--zone", "Asia/Shanghai")

    made = command("new", path, "--name", "Example", *dates, *place)

    assert (made.code, made.out) == (0, "")
    assert command("info", path, "--json").json()["events"] == 1
    assert [row["kind"] for row in command("history", path, "--json").json()] == ["do"]
    assert command("undo", path).code == 0
    assert command("undo", path).code == 1
    assert command("codes", path).code == 3
    assert command("new", path, "--name", "Example", *dates).code == 3


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"--to": "2024-05-21"}, 3),
        ({"--from": "2024-02-30"}, 2),
        ({"--zone": "Mars/Olympus"}, 3),
        ({"--zone": "../../etc/passwd"}, 3),
        ({"--name": ""}, 3),
        ({"--name": "x" * 1000}, 3),
    ],
)
def test_new_refuses_what_can_not_be(
    command: Command, tmp_path: Path, wrong: dict[str, str], code: int
) -> None:
    path = tmp_path / "new.summit"
    right = {"--name": "A", "--from": "2024-05-22", "--to": "2024-05-23", "--zone": "Asia/Shanghai"}

    refused = command("new", path, *(word for pair in (right | wrong).items() for word in pair))

    assert (refused.code, bool(refused.err)) == (code, True)
    assert not path.exists()


def test_demo_is_the_same_for_the_same_seed(command: Command, tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        made = command("demo", tmp_path / f"{name}.summit", "--attendees", 3, "--seed", seed)
        assert (made.code, made.out) == (0, "")
    first, again, other = (
        command("codes", tmp_path / f"{name}.summit", "--json").json() for name in "abc"
    )

    assert first == again
    assert len(first) == 3
    assert [row["code"] for row in first] != [row["code"] for row in other]
    assert command("demo", tmp_path / "a.summit").code == 3
    assert command("demo", tmp_path / "d.summit", "--attendees", 0).code == 2
    assert not list(tmp_path.glob("*.part"))


def test_find_codes_and_preflight(command: Command, own: Path) -> None:
    found = command("find", own, "0001", "--json").json()
    codes = command("codes", own, "--json").json()
    checked = command("preflight", own, "--json")

    assert list(found[0]) == ["number", "name", "organisation"]
    assert found[0]["name"] == codes[0]["name"] == "严华"
    assert list(codes[0]) == ["number", "name", "code"]
    assert all(len(row["code"]) == 27 and row["code"].isdigit() for row in codes)
    assert (checked.code, checked.err) == (1, "")
    assert {"severity", "kind", "subject", "sentence"} <= set(checked.json()[0])
    assert {row["severity"] for row in checked.json()} <= {"block", "warn", "hint"}


@pytest.mark.parametrize(
    "query",
    ["", " ", 'a" OR *', "NEAR(a b)", "'; DROP TABLE scan;--", "%", "x" * 1000, "😀", "^", "-"],
)
def test_find_takes_any_query_for_words(command: Command, own: Path, query: str) -> None:
    told = command("find", own, "--json", "--", query)

    assert (told.code, told.err) == (0, "")
    assert isinstance(told.json(), list)


def test_a_mark_finds_nobody_and_nothing_finds_everybody(command: Command, own: Path) -> None:
    for mark in ("%", "。", "-", "*", "\udcff"):
        assert command("find", own, "--json", "--", mark).json() == []
    assert len(command("find", own, "", "--json").json()) == 50


def test_import_twice_undo_and_history(command: Command, own: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    imported = ("import", "attendees", own, sheet, "--json")

    tried = command(*imported, "--dry-run")
    assert command("history", own, "--json").json() == []
    first, again = command(*imported), command(*imported)

    assert [tried.code, first.code, again.code] == [0, 0, 0]
    assert tried.json() == first.json()
    assert (first.json()["rows"], first.json()["new"]) == (2, 2)
    assert (again.json()["same"], again.json()["new"]) == (2, 0)
    (row,) = [row for row in command("history", own, "--json").json() if row["kind"] == "do"]
    assert UUID(row["id"])
    assert {"at", "actor", "station", "undone", "text"} <= set(row)
    assert command("undo", own).code == 0
    assert command("info", own, "--json").json()["attendees"] == 60
    assert command("undo", own).code == 1


def test_every_document(command: Command, own: Path, tmp_path: Path) -> None:
    wanted = (
        ("badges", "b.pdf", ("--language", "en", "--category", "Guest"), b"%PDF"),
        ("agenda", "a.pdf", ("--language", "both"), b"%PDF"),
        ("trip", "t.pdf", (), b"%PDF"),
        ("trip", "t.ics", (), b"BEGIN:VCALENDAR"),
        ("attendees", "l.xlsx", (), b"PK"),
        ("attendees", "l.csv", (), b"\xef\xbb\xbf"),
    )
    for document, name, options, start in wanted:
        written = command("export", document, own, tmp_path / name, *options)
        assert (written.code, written.out) == (0, ""), name
        assert (tmp_path / name).read_bytes().startswith(start)
    assert not list(tmp_path.glob("*.part"))


def test_backup_and_verify(command: Command, own: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.summit"

    assert command("backup", own, copy).code == 0
    assert command("verify", copy).code == 0
    assert command("codes", copy).out == command("codes", own).out


def test_a_stream_of_codes_at_the_door(
    command: Command, program: Callable[..., Answer], own: Path
) -> None:
    code = command("codes", own, "--json").json()[0]["code"]
    wide = "".join(chr(0xFF10 + int(digit)) for digit in code)
    wrong = f"{(int(code[0]) + 1) % 10}{code[1:]}"
    stream = f"{code}\r\n\n  {wide}\n]Q1{code}\n{wrong}\nhello\n".encode() + b"\xff\xfe\n"

    told = program("check-in", own, "--station", "A1", "--operator", "Wang", given=stream)

    lines = [json.loads(line) for line in told.out.splitlines()]
    verdicts = [line["verdict"] for line in lines]
    assert (told.code, told.err) == (0, "")
    assert verdicts == ["OK_IN", "DUPLICATE", "DUPLICATE", "FORGED", "UNKNOWN", "UNKNOWN"]
    assert list(lines[0]) == VERDICT
    first = {"at": lines[0]["at"], "station": "A1", "operator": "Wang"}
    assert lines[1]["first"] == first
    assert command("check-in", own, "--point", "Nowhere").code == 3


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("info",),
        ("nonsense",),
        ("find", "x.summit"),
        ("export", "badges", "x.summit"),
        ("export", "badges", "x.summit", "o.docx"),
        ("export", "agenda", "x.summit", "o"),
        ("export", "trip", "x.summit", "o.xlsx"),
        ("export", "attendees", "x.summit", "o.pdf"),
        ("export", "agenda", "x.summit", "o.pdf", "--language", "fr"),
        ("screenshots", "x.summit", "d", "--size", "²x²"),
        ("screenshots", "x.summit", "d", "--size", "0x0"),
        ("screenshots", "x.summit", "d", "--size", "99999x99999"),
        ("screenshots", "x.summit", "d", "--theme", "pink"),
        ("screenshots", "x.summit", "d", "--language", "fr"),
    ],
)
def test_wrong_words_are_usage(command: Command, words: tuple[str, ...]) -> None:
    refused = command(*words)

    assert (refused.code, refused.out) == (2, "")
    assert refused.err
