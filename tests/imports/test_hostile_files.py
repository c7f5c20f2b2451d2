"""Files that would eat the memory or the time are refused with a sentence, within bounds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from db.store import Store
from summit_desk.domain.errors import DeskError
from summit_desk.domain.errors.imports import DamagedSheet, SheetTooBig
from summit_desk.domain.records import Attendee, Changeset
from summit_desk.readers.books import read_book
from tests.imports.hostile import FILES
from tests.imports.hostile_books import opendocument, sheet, text_cell, workbook

HOUSE = Path(__file__).parents[2]
SECONDS, MEGABYTES = 10, 500  # of processor and memory, for each file
STATUS = Path("/proc/self/status")  # tells the memory of this program without its parent's

CHILD = """
import json, resource, sys, time
from pathlib import Path
from db.store import Store
from summit_desk.domain.errors import DeskError
from summit_desk.services.bundle import Services
from summit_desk.support.clock import utc_now
from summit_desk.support.i18n import Language, use_language

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    own = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return own // 1024

def spent():
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, who))

use_language(Language.ENGLISH)
services = Services(Store.open(Path(sys.argv[1])), utc_now)
event_id = services.events.events()[0].id
for name in sys.argv[2:]:
    began = spent()
    try:
        told, sentence = len(services.imports.plan(event_id, Path(name)).rows), ""
    except DeskError as known:
        told, sentence = type(known).__name__, str(known)
    print(json.dumps([told, sentence, spent() - began, peak()]))
services.workspace.close()
"""


@pytest.fixture(scope="module")
def measured(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list]:
    """What became of each hostile file, the processor's seconds and the peak of memory."""
    if not STATUS.exists():
        pytest.skip("only Linux tells a program its own peak of memory")
    folder = tmp_path_factory.mktemp("hostile")
    paths = [folder / name for name in FILES]
    for path, (make, _end) in zip(paths, FILES.values(), strict=True):
        make(path)
    own = folder / "own.summit"
    own.write_bytes(demo_file.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, own, *paths],
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers = dict(zip(FILES, map(json.loads, done.stdout.splitlines()), strict=True))
    return {**answers, "written": [_counts(demo_file), _counts(own)]}


def _counts(path: Path) -> list[int]:
    store = Store.open(path)
    with store.view() as view:
        counts = [view.count(Attendee), view.count(Changeset)]
    store.close()
    return counts


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_well(name: str, measured) -> None:
    told, sentence, seconds, megabytes = measured[name]

    assert told == FILES[name][1]
    assert ("Nothing was imported." in sentence) is isinstance(told, str)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_no_hostile_file_writes_anything(measured) -> None:
    before, after = measured["written"]
    assert before == after


def put(tmp_path, name: str, content: bytes):
    path = tmp_path / name
    path.write_bytes(content)
    return path


CUT = (
    "synthetic_报名汇总表_messy.xlsx",
    "synthetic_会员单位名单_44家.xls",
    "synthetic_报名_spreadsheetml2003.xls",
    "synthetic_报名_html_table.xls",
    "synthetic_报名_unicode_text.xls",
    "synthetic_报名_gb18030_crlf.csv",
)


def cut_points(size: int, pieces: int) -> list[int]:
    return [1, 3, 8, *(size * n // pieces for n in range(1, pieces)), size - 1]


@pytest.mark.parametrize("name", [name for name in CUT if "44家" not in name])
def test_a_file_cut_off_anywhere_is_refused_or_read_as_far_as_it_goes(
    tmp_path, lists, name: str
) -> None:
    whole = (lists / name).read_bytes()
    full = sum(len(table.rows) for table in read_book(lists / name).tables)

    for kept in cut_points(len(whole), 40):
        try:
            book = read_book(put(tmp_path, f"cut{kept}", whole[:kept]))
        except DeskError:
            continue
        assert sum(len(table.rows) for table in book.tables) <= full


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_an_old_workbook_that_is_cut_off_is_refused(tmp_path, lists, kept: float) -> None:
    whole = (lists / "synthetic_会员单位名单_44家.xls").read_bytes()

    with pytest.raises(DamagedSheet):
        read_book(put(tmp_path, "cut.xls", whole[: int(len(whole) * kept)]))


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_zip_that_is_cut_off_is_always_refused(tmp_path, lists, kept: float) -> None:
    opendocument(tmp_path / "whole.ods", "<table:table-row/>")
    for whole in (lists / CUT[0], tmp_path / "whole.ods"):
        content = whole.read_bytes()
        with pytest.raises(DamagedSheet):
            read_book(put(tmp_path, "cut.zip", content[: int(len(content) * kept)]))


def test_a_million_styled_empty_rows_are_no_rows(tmp_path) -> None:
    first = f'<row r="1">{text_cell("A1", "姓名")}</row>'
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, 300_000))
    workbook(tmp_path / "styled.xlsx", sheet(first + empty), fast=True)

    table = read_book(tmp_path / "styled.xlsx").tables[0]

    assert [row for row in table.rows if any(row)] == [["姓名"]]


def test_a_thousand_empty_columns_are_no_columns(tmp_path) -> None:
    from summit_desk.domain.imports.layout import find_layout

    book = Workbook()
    page = book.active
    page.append(["姓名", "单位"])
    page.append(["张伟", "示例院"])
    page.cell(1, 1024).number_format = "@"
    book.save(tmp_path / "wide.xlsx")

    layout = find_layout(read_book(tmp_path / "wide.xlsx").tables[0])

    assert [header.title for header in layout.headers] == ["姓名", "单位"]


def test_a_csv_of_a_million_rows_is_refused(tmp_path) -> None:
    path = put(tmp_path, "long.csv", "姓名,单位\n".encode() + b"a,b\n" * 1_000_000)

    with pytest.raises(SheetTooBig):
        read_book(path)


@pytest.mark.parametrize("place", ['r="A1"', "r='A1'", 's="0" r="A1"', ""])
def test_cells_that_are_written_in_another_way_are_read_too(tmp_path, place: str) -> None:
    cell = f'<c {place} t="inlineStr"><is><t>姓名</t></is></c>'
    workbook(tmp_path / "other.xlsx", sheet(f'<row r="1">{cell}</row>'))

    assert list(read_book(tmp_path / "other.xlsx").tables[0].rows) == [["姓名"]]


def test_a_formula_is_read_as_what_it_last_said(tmp_path) -> None:
    cells = '<c r="A1" t="str"><f>HYPERLINK("http://example.org")</f><v>张伟</v></c>'
    workbook(tmp_path / "made.xlsx", sheet(f'<row r="1">{cells}</row>'))

    assert list(read_book(tmp_path / "made.xlsx").tables[0].rows) == [["张伟"]]


CELL = '<table:table-cell office:value-type="string"><text:p>张伟</text:p></table:table-cell>'


def test_an_opendocument_sheet_is_read_without_its_empty_rest(tmp_path) -> None:
    rest = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
    rest += 'table:number-columns-repeated="16384"/></table:table-row>'
    opendocument(tmp_path / "list.ods", f"<table:table-row>{CELL}</table:table-row>{rest}")

    table = read_book(tmp_path / "list.ods").tables[0]

    assert (table.name, [row for row in table.rows if any(row)]) == ("名单", [["张伟"]])


def test_a_table_inside_a_cell_is_a_table_of_its_own(tmp_path) -> None:
    inner = "<table><tr><td>李强</td></tr></table>"
    page = f"<table><tr><td>张伟{inner}</td><td>王芳</td></tr></table>"

    tables = read_book(put(tmp_path, "nested.html", page.encode())).tables

    assert [list(table.rows) for table in tables] == [[["张伟", "王芳"]], [["李强"]]]


def test_an_old_workbook_that_never_ends_is_refused(lists) -> None:
    with pytest.raises(DamagedSheet):
        read_book(lists.parent / "damaged_ring.xls")


def test_an_empty_file_has_no_rows(tmp_path) -> None:
    assert read_book(put(tmp_path, "empty.csv", b"")).visible == ()
