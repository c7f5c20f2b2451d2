"""Lists as xlsx and csv: what Excel, openpyxl and calamine read is what was in the file."""

import csv
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from exports.csv_lists import write_csv
from exports.sheet_cells import clean, row_xml
from exports.sheet_widths import digits
from exports.sheets import write_sheet
from summit_desk.domain.documents.sheets import CellKind, SheetColumn, SheetSpec
from summit_desk.domain.errors.documents import CantWriteFile, TextTooLongForCell
from summit_desk.domain.progress import Cancelled
from tests.exports.making import MADE
from tests.impatience import Impatient

HOSTILE = ["=cmd|' /C calc'!A0", "+86 138-0000-0001", "-5", "@SUM(A1)", "a\nb", "🙂", "&<>"]
COLUMNS = (
    SheetColumn("姓名"),
    SheetColumn("手机"),
    SheetColumn("人数", CellKind.NUMBER),
    SheetColumn("入住", CellKind.DATE),
    SheetColumn("登记", CellKind.MOMENT),
)
ROW = ("严华", "013800000001", 3, date(2024, 5, 22), datetime(2024, 5, 1, 9, 30))


def spec(*rows, columns=COLUMNS, **changed) -> SheetSpec:
    return SheetSpec(title="参会名单", columns=columns, rows=rows, **changed)


def texts(*values) -> SheetSpec:
    return spec(*([value] for value in values), columns=(SheetColumn("文字"),))


def opened(tmp_path, sheet: SheetSpec):
    write_sheet(sheet, tmp_path / "list.xlsx", MADE)
    return openpyxl.load_workbook(tmp_path / "list.xlsx").active


def test_a_row_keeps_its_kinds(tmp_path):
    sheet = opened(tmp_path, spec(ROW))

    read = [cell.value for cell in sheet[2]]
    assert read == ["严华", "013800000001", 3, datetime(2024, 5, 22), datetime(2024, 5, 1, 9, 30)]
    assert [cell.number_format for cell in sheet[2]] == [
        "@", "@", "General", "yyyy-mm-dd", "yyyy-mm-dd hh:mm",
    ]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_a_formula_and_never_changed(tmp_path, text):
    (cell,) = opened(tmp_path, texts(text))[2]

    assert (cell.data_type, cell.value) == ("s", text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_any_text_comes_back_clean(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("sheet") / "list.xlsx"
    write_sheet(texts(text), path, MADE)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)

    assert (rows[1][0] if len(rows) > 1 else "") == clean(text)


def test_the_sheet_is_set_up_for_work_and_for_print(tmp_path):
    sheet = opened(tmp_path, spec(ROW, ROW))

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.oddFooter.center.text == "Page &P of &N"


def test_header_and_page_number_have_room_in_the_margins(tmp_path):
    margins = opened(tmp_path, spec(ROW)).page_margins
    line = 12 * 1.4 / 72  # inches that a line of text takes

    assert margins.top - margins.header > line
    assert margins.bottom - margins.footer > line


def test_a_wide_list_is_printed_over_several_pages_that_repeat_the_first_columns(tmp_path):
    columns = tuple(SheetColumn(f"列{number}", width=30) for number in range(20))
    sheet = opened(tmp_path, spec(("甲",) * 20, columns=columns))
    assert (sheet.page_setup.fitToWidth, sheet.print_title_cols) == (3, "$A:$B")


def test_the_book_names_itself(tmp_path):
    write_sheet(spec(ROW, author="中国信息协会"), tmp_path / "list.xlsx", MADE)
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")

    assert book.properties.title == "参会名单"
    assert book.properties.creator == "中国信息协会"
    assert book.sheetnames == ["参会名单"]


def test_a_column_is_as_wide_as_its_chinese(tmp_path):
    sheet = opened(tmp_path, texts("示例产业互联网研究院"))

    assert sheet.column_dimensions["A"].width >= digits("示例产业互联网研究院")


def test_the_same_rows_give_the_same_bytes(tmp_path):
    for name in ("1.xlsx", "2.xlsx"):
        write_sheet(spec(ROW), tmp_path / name, MADE)

    contents = []
    for name in ("1.xlsx", "2.xlsx"):
        with zipfile.ZipFile(tmp_path / name) as package:
            contents.append({n: package.read(n) for n in package.namelist() if "core" not in n})
    assert contents[0] == contents[1]


def test_ten_thousand_rows_are_all_there(tmp_path):
    write_sheet(spec(*[ROW] * 10_000), tmp_path / "list.xlsx", MADE)

    sheet = CalamineWorkbook.from_path(tmp_path / "list.xlsx").get_sheet_by_index(0)
    assert sheet.height == 10_001


def test_an_empty_list_has_its_header(tmp_path):
    sheet = opened(tmp_path, spec())

    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    assert sheet.max_row <= 2


def test_a_text_too_long_for_a_cell_is_refused_by_name(tmp_path):
    with pytest.raises(TextTooLongForCell) as refused:
        opened(tmp_path, texts("长" * 32_768))

    assert refused.value.details == {"column": "A", "row": 2}
    assert list(tmp_path.iterdir()) == []


def test_giving_up_leaves_no_file(tmp_path):
    with pytest.raises(Cancelled):
        write_sheet(spec(*[ROW] * 1000), tmp_path / "list.xlsx", MADE, Impatient())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(CantWriteFile, match="could not be written"):
        write_sheet(spec(ROW), tmp_path / "nowhere" / "list.xlsx", MADE)


def test_a_text_that_excel_would_decode_is_protected():
    assert '<t xml:space="preserve">_x005F_x000D_</t>' in row_xml(2, ["_x000D_"], ["A"], [1])


def test_dates_before_the_calendar_of_sheets_are_written_as_text():
    (cell,) = [row_xml(2, [date(1899, 5, 1)], ["A"], [1])]

    assert "1899-05-01" in cell


def test_csv_is_utf8_with_a_mark(tmp_path):
    write_csv(spec(ROW), tmp_path / "list.csv")

    content = (tmp_path / "list.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1] == [
            "严华", "013800000001", "3", "2024-05-22", "2024-05-01 09:30",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("+86 138-0000-0001", "+86 138-0000-0001"),
        ("-5", "-5"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+A1", "'+A1"),
    ],
)
def test_a_csv_holds_no_formula_and_eats_no_plus(tmp_path, text, kept):
    write_csv(texts(text), tmp_path / "list.csv")

    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1] == [kept]
