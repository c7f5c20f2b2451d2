"""Station files, merging and paper on the command line, as the README says."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Command = Callable[..., Answer]


DEMO = 16  # scans that the demo summit begins with


def scans(command: Command, path: Path) -> int:
    """Return how many scans the file holds."""
    return command("info", path, "--json").json()["scans"]


@pytest.fixture
def scan(command: Command, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Scan these codes with `check-in`."""

    def call(path: Path, codes: list[str], *options: str) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{code}\n" for code in codes)))
        return command("check-in", path, *options)

    return call


@pytest.fixture
def codes(command: Command, own: Path) -> list[str]:
    rows = command("codes", own, "--json").json()
    return [row["code"] for row in rows if row["number"] in {"0003", "0004", "0005", "0006"}]


@pytest.fixture
def gates(command: Command, scan, own: Path, tmp_path: Path, codes: list[str]) -> list[Path]:
    """Two stations that let the same two people in."""
    paths = [tmp_path / "A.station", tmp_path / "B.station"]
    for path, scanned in zip(paths, (codes[:3], codes[1:]), strict=True):
        assert command("station", own, path, "--name", f"入口 {path.stem}").code == 0
        assert scan(path, scanned, "--operator", "小李").code == 0
    return paths


def test_stations_are_merged_and_the_conflicts_told(command: Command, own, gates) -> None:
    told = command("merge", own, *gates, "--json")

    assert (told.code, told.err) == (0, "")
    merged = told.json()
    assert list(merged) == [
        *("scans", "walk_ins", "stations", "conflicts", "renumbered", "answers"),
    ]
    assert (merged["scans"], merged["walk_ins"]) == (6, 0)
    names = [station["name"] for station in merged["stations"]]
    assert names == ["入口 A", "入口 B"]
    first = merged["conflicts"][0]["first"]
    assert (first["station"], first["operator"]) == ("入口 A", "小李")
    assert [entry["verdict"] for entry in merged["conflicts"]] == ["DUPLICATE_OFFLINE"] * 2
    assert command("merge", own, *gates, "--json").json()["scans"] == 0


def test_the_report_is_written_as_a_workbook_and_as_a_pdf(
    command: Command, own, gates, tmp_path
) -> None:
    sheet, paper = tmp_path / "report.xlsx", tmp_path / "report.pdf"
    assert command("merge", own, *gates, "--report", sheet).code == 0
    assert command("merge", own, *gates, "--report", paper, "--language", "en").code == 0

    book = openpyxl.load_workbook(sheet)
    stations, conflicts = book.worksheets
    assert [row[0] for row in stations.iter_rows(min_row=2, values_only=True)] == [
        "入口 A",
        "入口 B",
    ]
    assert stations.cell(2, 2).value == 3
    assert [conflicts.cell(row, 1).value for row in (2, 3)] == ["0004", "0005"]
    text = "\n".join(page.extract_text() for page in PdfReader(paper).pages)
    assert text.count("Let in at two stations: 2") == 1
    assert text.count("入口 B · 小李") == 2


def test_what_can_not_be_merged_is_refused_with_exit_code_3(
    command: Command, own, gates, tmp_path
) -> None:
    (tmp_path / "x.station").write_text("nothing of ours")
    refused = command("merge", own, gates[0], tmp_path / "x.station")
    assert refused.code == 3
    assert refused.err.startswith("x.station is not a station file, so nothing was taken over.")
    assert scans(command, own) == DEMO
    assert command("merge", gates[0], gates[1]).code == 3
    assert command("station", gates[0], tmp_path / "c.station", "--name", "C").code == 3
    assert command("station", own, gates[0], "--name", "C").code == 3
    assert command("station", own, tmp_path / "c.summit", "--name", "C").code == 2
    assert command("merge", own, gates[0], "--report", tmp_path / "r.txt").code == 2


def test_a_merge_is_taken_back(command: Command, own, gates) -> None:
    command("merge", own, *gates)
    assert scans(command, own) == DEMO + 6
    undone = command("undo", own)
    assert undone.err == "Undone: Take over 入口 A, 入口 B: 6 scans, 0 walk-ins\n"
    assert scans(command, own) == DEMO


def test_a_paper_list_is_printed_and_scanned_with_its_time(
    command: Command, scan, own, codes, tmp_path
) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert command("export", "sign-in", own, sheet, "--language", "en").code == 0
    assert PdfReader(sheet).pages[0].extract_text().count("Sign-in sheet") == 2
    scanned = scan(own, codes[:1], "--paper", "05-22 09:30")
    assert scanned.json()["at"].endswith("-05-22T01:30:00+00:00")
    assert scan(own, ["x"], "--paper", "soon").code == 3
