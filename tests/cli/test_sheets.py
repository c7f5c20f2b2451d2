"""Agendas, travellers and trip calendars come in by commands; a dry run writes nothing."""

from __future__ import annotations

from pathlib import Path

LISTS = Path(__file__).parents[1] / "data" / "lists"
PEOPLE = LISTS / "synthetic_出访团组名单.xlsx"
CALENDAR = LISTS / "synthetic_trip_two_timezones.ics"
SHEET = "日期,时间,内容,嘉宾\n2024-05-22,16:00-16:30,数字化报告,王示例\n2024-06-01,9:00,参观,\n"


def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_an_agenda_comes_in_once(command, own, tmp_path) -> None:
    before = command("info", own, "--json").json()["sessions"]
    path = agenda(tmp_path)

    dry = command("import", "agenda", own, path, "--dry-run")
    assert (dry.code, command("info", own, "--json").json()["sessions"]) == (0, before)
    assert dry.err.splitlines() == [
        "Understood: 日期 → Date, 时间 → Time, 内容 → Title (Chinese), 嘉宾 → Speakers",
        "New people (1): 王示例",
        "Row 3: The sheet does not say how long it lasts; 30 minutes are assumed.",
        "Row 3: 2024-06-01 is not a day of the event.",
        "Nothing was written; that was a dry run.",
    ]

    told = command("import", "agenda", own, path, "--json").json()
    assert (told["sessions"], told["new"], told["people"]) == (
        2,
        2,
        {"known": 0, "new": 1, "unsure": 0},
    )
    assert command("info", own, "--json").json()["sessions"] == before + 2
    assert command("import", "agenda", own, path, "--json").json()["same"] == 2
    assert command("undo", own).code == 0
    assert command("info", own, "--json").json()["sessions"] == before


def test_travellers_and_a_calendar_make_the_trip_they_name(command, own) -> None:
    taken = ("--trip", "德法考察", "--unsure", "new")  # one of them is in the demo
    people = command("import", "travellers", own, PEOPLE, *taken, "--json").json()
    legs = command("import", "trip", own, CALENDAR, "--trip", "德法考察", "--json").json()

    assert (people["trip_is_new"], people["rows"]) == (True, 6)
    assert (legs["trip_is_new"], legs["events"], legs["new"]) == (False, 8, 8)
    again = command("import", "trip", own, CALENDAR, "--trip", "德法考察", "--json").json()
    assert again["same"] == 8
    dry = command("import", "travellers", own, PEOPLE, "--trip", "德法考察", "--dry-run")
    assert dry.out.split()[:6] == ["new", "0", "update", "0", "same", "6"]


def test_what_can_not_be_read_is_refused(command, own, tmp_path) -> None:
    broken = tmp_path / "broken.ics"
    broken.write_text("no calendar", encoding="utf-8")

    assert command("import", "trip", own, broken, "--trip", "X").code == 3
    assert command("import", "agenda", own, tmp_path / "nothing.xlsx").code == 3
    assert command("import", "travellers", own, PEOPLE).code == 2
    refused = command("import", "agenda", own, agenda(tmp_path), "--sheet", "9")
    assert (refused.code, refused.err.startswith("“9” holds no rows.")) == (3, True)
