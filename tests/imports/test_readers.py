"""Files are told by their bytes, read whole, and hostile ones are refused in time."""

import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from summit_desk.domain.errors.imports import (
    NotATable,
    UnreadableFile,
)
from summit_desk.domain.imports.tables import Container, Span, cell_text
from summit_desk.readers.books import read_book
from summit_desk.readers.pasted import read_pasted
from summit_desk.readers.separated import delimiter_of, possible_encodings, read_text


def put(tmp_path, name: str, content: bytes):
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16-le")],
)
def test_the_encoding_is_found(tmp_path, encoding: str, found: str) -> None:
    path = put(tmp_path, "a.csv", "姓名,单位\r\n赵孟𫖯,示例院\r\n".encode(encoding))

    book = read_book(path)

    assert (book.encoding, book.tables[0].rows[1]) == (found, ["赵孟𫖯", "示例院"])


def test_a_file_from_taiwan_is_told_from_one_of_the_mainland() -> None:
    taiwan = "姓名,單位,職稱\r\n陳大文,開放文化基金會,執行長\r\n".encode("cp950")
    mainland = "姓名,单位,职务\r\n陈大文,开放文化基金会,执行长\r\n".encode("gb18030")

    assert possible_encodings(taiwan)[0] == "cp950"
    assert possible_encodings(mainland)[0] == "gb18030"


def test_private_characters_of_an_old_table_are_restored(tmp_path) -> None:
    path = put(tmp_path, "a.csv", "姓名,单位\r\n".encode("gb18030") + b"\xfe\x59,x\r\n")

    assert read_book(path).tables[0].rows[1][0] == "\u9fb4"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = f"姓名{delimiter}单位、职务\n张伟{delimiter}示例院,院长\n".replace("\n", "\r\n")

    assert delimiter_of(text * 3) == delimiter


def test_cells_that_were_pasted_are_a_table() -> None:
    table = read_pasted("clipboard", '姓名\t备注\r\n张伟\t"两行\n备注"\r\n').tables[0]

    assert list(table.rows) == [["姓名", "备注"], ["张伟", "两行\n备注"]]


def test_merged_and_hidden_parts_of_a_workbook_are_told(lists) -> None:
    table = read_book(lists / "synthetic_报名汇总表_messy.xlsx").tables[0]

    assert table.hidden_columns == frozenset({3})
    assert Span(4, 4, 6, 4) in table.merged


@pytest.mark.parametrize(
    ("name", "container"),
    [
        ("synthetic_会员单位名单_44家.xls", Container.XLS),
        ("synthetic_报名_spreadsheetml2003.xls", Container.XML),
        ("synthetic_报名_html_table.xls", Container.HTML),
        ("synthetic_报名_unicode_text.xls", Container.TEXT),
        ("synthetic_报名汇总表_messy.xlsx", Container.XLSX),
    ],
)
def test_a_container_is_told_by_its_bytes(name: str, container: Container, lists) -> None:
    assert read_book(lists / name).container is container


def test_a_picture_is_no_sheet(tmp_path) -> None:
    with pytest.raises(NotATable):
        read_book(put(tmp_path, "list.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100)))


def test_a_file_that_is_not_there_is_said(tmp_path) -> None:
    with pytest.raises(UnreadableFile):
        read_book(tmp_path / "gone.xlsx")


# What a spreadsheet can hold: no control characters, no lone surrogates.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff"))
ROWS = st.lists(st.lists(TEXTS, min_size=2, max_size=5), min_size=1, max_size=8)


@given(rows=ROWS)
@settings(max_examples=60, deadline=None)
def test_any_csv_that_is_written_is_read_back(rows) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)

    table = read_text("list", file.getvalue(), ",")

    full = list(rows)
    while full and not any(cell.strip() for cell in full[-1]):
        full.pop()
    assert list(table.rows) == full


@given(rows=ROWS)
@example(rows=[["", " "]])
@example(rows=[[" ", ""], ["", "\u3000"], ["甲", " "]])
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_workbook_that_is_written_is_read_back(tmp_path, rows) -> None:
    book = Workbook()
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = book.active.cell(at, column, text)
            cell.data_type = "s"
    book.save(tmp_path / "any.xlsx")

    read = read_book(tmp_path / "any.xlsx").tables[0].rows

    got = [[cell_text(cell) for cell in row] for row in read]
    assert [strip(row) for row in strip_rows(got)] == [strip(row) for row in strip_rows(rows)]


def strip(row: list[str]) -> list[str]:
    """Cells of nothing but spaces say nothing; those at the end need not be there."""
    kept = [cell if cell.strip() else "" for cell in row]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def strip_rows(rows: list[list[str]]) -> list[list[str]]:
    """Rows at the end that hold nothing but spaces are no rows."""
    kept = list(rows)
    while kept and not any(cell.strip() for cell in kept[-1]):
        kept.pop()
    return kept
