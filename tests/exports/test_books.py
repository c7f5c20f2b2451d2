"""Workbooks of several sheets with titles, bands and totals: what is read is what was written."""

from datetime import date, datetime
from itertools import pairwise

import openpyxl
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from exports.sheet_cells import clean
from exports.sheet_widths import PORTRAIT, row_height, shown_width, widths
from exports.sheets import write_book
from summit_desk.domain.documents.sheets import (
    Band,
    CellKind,
    Page,
    SheetColumn,
    SheetSpec,
    Title,
    Total,
)
from tests.exports.making import MADE

COLUMNS = (
    SheetColumn("姓名"),
    SheetColumn("人数", CellKind.NUMBER),
    SheetColumn("入住", CellKind.DATE),
    SheetColumn("费用", CellKind.MONEY),
    SheetColumn("键", hidden=True),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12)
ROWS = st.tuples(
    TEXTS,
    st.integers(-(10**9), 10**9),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.decimals(0, 99_999, places=2).map(float),
    TEXTS,
)
LINES = st.lists(st.one_of(ROWS, TEXTS.filter(str.strip).map(Band), ROWS.map(Total)), max_size=8)
TITLES = st.lists(
    st.builds(Title, TEXTS.filter(str.strip), st.sampled_from([10.5, 18.0])), max_size=3
)


def spec(title: str, lines, titles=(), **how) -> SheetSpec:
    return SheetSpec(title=title, columns=COLUMNS, rows=lines, titles=titles, **how)


def cells(line) -> list[object]:
    if isinstance(line, Band):
        return [clean(line.text) or None, None, None, None, None]
    values = line.cells if isinstance(line, Total) else line
    shown = [datetime.combine(v, datetime.min.time()) if type(v) is date else v for v in values]
    return [(clean(v) or None) if isinstance(v, str) else v for v in shown]


@settings(deadline=None, max_examples=25, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(st.tuples(TEXTS, LINES, TITLES), min_size=1, max_size=3))
def test_every_sheet_is_read_as_it_was_written(tmp_path_factory, sheets):
    path = tmp_path_factory.mktemp("book") / "book.xlsx"
    count = write_book([spec(title, lines, titles) for title, lines, titles in sheets], path, MADE)
    book = openpyxl.load_workbook(path)

    assert len({name.casefold() for name in book.sheetnames}) == len(sheets)
    assert count == sum(isinstance(line, tuple) for _t, lines, _titles in sheets for line in lines)
    for sheet, (_title, lines, titles) in zip(book.worksheets, sheets, strict=True):
        read = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=len(COLUMNS))]
        head = len(titles)
        assert [row[0] for row in read[:head]] == [clean(one.text) for one in titles]
        assert read[head] == [column.title for column in COLUMNS]
        assert read[head + 1 :] == [cells(line) for line in lines] or not lines
        assert sheet.column_dimensions["E"].hidden


def test_the_filter_ends_above_the_total(tmp_path):
    lines = [("甲", 1, None, 2.5, "k"), Total(["合计", 1, None, 2.5, None])]
    write_book([spec("名单", lines, [Title("标题", 18.0)])], tmp_path / "a.xlsx", MADE)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active

    assert sheet.auto_filter.ref == "A2:E3"
    assert sheet["D4"].number_format == "#,##0.00"
    assert sheet["A4"].font.bold


def test_sheets_of_one_name_are_told_apart_and_history_is_no_name(tmp_path):
    titles = ["甲" * 40, "甲" * 35, "History", "a/b", ""]
    write_book([spec(title, []) for title in titles], tmp_path / "a.xlsx", MADE)

    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == [
        "甲" * 31, "甲" * 27 + " (2)", "History_", "a b", "Sheet",
    ]  # fmt: skip


def test_a_narrow_list_fills_its_page_and_a_wide_one_is_squeezed_into_it():
    titles, page = [Title("标题")], Page(landscape=False)
    narrow = SheetSpec(
        title="a", columns=[SheetColumn("名" * 12)] * 4, rows=[], titles=titles, page=page
    )
    long = ["示例产业互联网研究院有限公司"] * 4
    wide = SheetSpec(title="b", columns=[SheetColumn("名")] * 4, rows=[], titles=titles, page=page)

    assert abs(shown_width(narrow.columns, widths(narrow, [])) - PORTRAIT) < 0.1
    assert shown_width(wide.columns, widths(wide, [long])) <= PORTRAIT * 1.3


def test_a_number_stays_on_one_line_of_a_list_that_is_squeezed():
    columns = [
        SheetColumn("税号", unbroken=True),
        *[SheetColumn("名")] * 9,
        SheetColumn("地址电话"),
    ]
    row = ["91310000MA4797603D", *["示例产业互联网研究院有限公司"] * 9, None]
    page = Page(landscape=False)
    sheet = SheetSpec(title="a", columns=columns, rows=[], titles=[Title("标题")], page=page)
    tax, *names, empty = widths(sheet, [row])

    assert row_height(row[:1], [tax]) == row_height(["一"], [tax])
    assert empty < names[0] < tax


def test_a_long_text_has_a_higher_row():
    assert row_height(["示例" * 20], [20.0]) > row_height(["示例"], [20.0])
    assert row_height(["a\nb\nc"], [20.0]) == row_height(["示例"], [20.0]) + 30


def last_row(tmp_path, *lines):
    """Return the last row of a sheet as it is read."""
    write_book([spec("名单", lines, [Title("标题", 18.0)])], tmp_path / "a.xlsx", MADE)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    return sheet[sheet.max_row]


def test_the_text_of_a_total_runs_on_over_the_empty_cells_beside_it(tmp_path):
    row = last_row(tmp_path, Total(["合计：281 人", None, None, 2.5, None]))

    assert [cell.alignment.horizontal for cell in row[:3]] == ["left"] * 3
    assert not row[0].alignment.wrap_text
    assert [cell.border.left is not None for cell in row[:4]] == [False, False, False, True]
    assert [cell.border.top.style for cell in row[:4]] == ["thin"] * 4
    assert [str(one) for one in row[0].parent.merged_cells.ranges] == ["A1:D1"]  # the title


def test_the_text_of_a_total_with_figures_beside_it_takes_the_lines_that_it_needs(tmp_path):
    row = last_row(tmp_path, Total(["合计：所有与会人员" * 6, 1, None, 2.5, None]))

    assert (row[0].alignment.horizontal, row[0].alignment.wrap_text) == ("left", True)
    assert row[0].parent.row_dimensions[row[0].row].height > 22


def test_a_sum_that_is_longer_than_its_rows_has_room(tmp_path):
    row = last_row(
        tmp_path, ("甲", 1, None, 2.5, "k"), Total(["合计", 1, None, 12_345_678.5, None])
    )

    assert row[0].parent.column_dimensions["D"].width > len("12,345,678.50")


SIGNED = Page(landscape=False, rows=22, repeat_titles=True)
FORM = (SheetColumn("姓名", width=13), SheetColumn("单位", width=27), SheetColumn("签名", width=50))


def signed(tmp_path, *names):
    """Return a list that is signed, and the rows of each of its pages."""
    rows = [[name, "示例协会", None] for name in names]
    sheet = SheetSpec(title="签到", columns=FORM, rows=rows, titles=[Title("签到")], page=SIGNED)
    write_book([sheet], tmp_path / "a.xlsx", MADE)
    read = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    ends = [2, *(one.id for one in read.row_breaks.brk), read.max_row]
    return read, [range(start + 1, end + 1) for start, end in pairwise(ends)]


def height(sheet, row: int) -> float:
    return sheet.row_dimensions[row].height


def test_a_row_that_is_signed_is_as_high_as_its_longest_cell_needs(tmp_path):
    sheet, _pages = signed(
        tmp_path, "严华", "阿依古丽·吐尔逊", "玛丽亚·安东尼娅·费尔南德斯·德拉克鲁斯"
    )

    assert height(sheet, 3) == height(sheet, 4) > 30
    assert height(sheet, 5) == 4 * 15


def test_a_page_of_higher_rows_holds_fewer_and_no_page_is_left_with_one(tmp_path):
    usual, usual_pages = signed(tmp_path, *["严华"] * 45)
    room = sum(height(usual, row) for row in usual_pages[0])
    high, pages = signed(
        tmp_path, *["严华"] * 5, *["玛丽亚·安东尼娅·费尔南德斯·德拉克鲁斯"] * 3, *["严华"] * 37
    )

    assert list(map(len, usual_pages)) == [22, 22, 1]
    assert list(map(len, pages)) == [19, 22, 4]
    assert all(sum(height(high, row) for row in page) <= room for page in pages)


def test_a_word_goes_to_the_next_line_as_a_whole():
    assert row_height(["Example Biotech Industry"], [15.0]) == row_height(["a\nb\nc"], [15.0])
    assert row_height(["x" * 60], [20.0]) == row_height(["a\nb\nc\nd"], [20.0])


def test_a_row_is_never_higher_than_a_sheet_allows():
    assert row_height(["长" * 5_000], [20.0]) == 409


def test_no_page_ends_with_a_heading(tmp_path):
    rows = [
        line for hour in range(60) for line in (Band(f"{hour} 时起"), *[["严华", "", None]] * 2)
    ]
    spec = SheetSpec(
        title="到达", columns=FORM, rows=rows, titles=[Title("到达接站")], banded=True,
    )  # fmt: skip
    write_book([spec], tmp_path / "a.xlsx", MADE)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    ends = [one.id for one in sheet.row_breaks.brk]

    assert len(ends) > 3
    assert not [row for row in ends if "时起" in sheet.cell(row, 1).value]
    assert any("时起" in sheet.cell(row + 1, 1).value for row in ends)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is None  # or programs ignore the breaks


def test_a_total_stays_below_its_rows_where_the_page_has_any_room_for_it(tmp_path):
    _sheet, usual = signed(tmp_path, *["严华"] * 21)
    rows = [["严华", "", None]] * 21
    total = Total(["合计：21 人", None, None])
    book = SheetSpec(
        title="签到", columns=FORM, rows=[*rows, total], titles=[Title("签到")], page=SIGNED
    )
    write_book([book], tmp_path / "b.xlsx", MADE)

    assert list(map(len, usual)) == [21]
    assert not openpyxl.load_workbook(tmp_path / "b.xlsx").active.row_breaks.brk
