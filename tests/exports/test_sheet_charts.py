"""Charts in workbooks whose rows are streamed: they name exactly the rows that were written."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest

from exports.sheets import write_book
from summit_desk.domain.documents.sheets import CellKind, Chart, SheetColumn, SheetSpec, Title

NOW = datetime(2024, 5, 22, 9, 0, tzinfo=UTC)
ORDER = re.compile(
    rb"<(sheetData|autoFilter|mergeCells|printOptions|pageMargins|pageSetup|headerFooter|"
    rb"ignoredErrors|drawing)[ />]"
)


def spec(rows: int, title: str = "It's 5 o'clock", **more) -> SheetSpec:
    figures = [SheetColumn(name, CellKind.NUMBER) for name in ("A", "B", "All")]
    return SheetSpec(
        title=title,
        columns=[SheetColumn("From"), *figures],
        rows=([f"{at:04}", at, None, at * 2] for at in range(rows)),
        count=rows,
        titles=[Title("Arrivals")],
        **more,
    )


def chart() -> Chart:
    return Chart(
        title="Chart", labels=0, stacked=(1, 2), line=3, stack_title="Came", line_title="So far"
    )


@pytest.mark.parametrize("rows", [2, 499, 1_203])
def test_the_ranges_end_where_the_rows_do(tmp_path, rows):
    path = tmp_path / "chart.xlsx"
    write_book([spec(3, "First"), spec(rows, chart=chart())], path, NOW)

    sheet = openpyxl.load_workbook(path).worksheets[1]
    (drawn,) = sheet._charts
    name = "'It''s 5 o''clock'"
    bars, line = drawn._charts

    def values(column: str) -> str:
        return f"{name}!${column}$3:${column}${rows + 2}"

    assert [one.val.numRef.f for one in bars.series] == [values("B"), values("C")]
    assert line.series[0].val.numRef.f == values("D")
    assert bars.series[0].cat.strRef.f == values("A")
    assert [one.tx.strRef.f for one in bars.series] == [f"{name}!B2", f"{name}!C2"]
    assert sheet.auto_filter.ref == f"A2:D{rows + 2}"


def test_the_parts_of_the_sheet_stand_in_the_order_that_programs_ask_for(tmp_path):
    path = tmp_path / "chart.xlsx"
    write_book([spec(3, chart=chart())], path, NOW)

    with zipfile.ZipFile(path) as package:
        found = ORDER.findall(package.read("xl/worksheets/sheet1.xml"))
        assert package.testzip() is None
        assert "xl/charts/chart1.xml" in package.namelist()
    assert found == [
        b"sheetData", b"autoFilter", b"mergeCells", b"printOptions", b"pageMargins", b"pageSetup",
        b"headerFooter", b"ignoredErrors", b"drawing",
    ]  # fmt: skip


def test_the_chart_stands_beside_the_table_and_both_fit_one_page_across(tmp_path):
    path = tmp_path / "chart.xlsx"
    write_book([spec(3, chart=chart())], path, NOW)

    sheet = openpyxl.load_workbook(path).active
    (drawn,) = sheet._charts
    assert (drawn.anchor._from.col, drawn.anchor._from.row) == (5, 3)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:O1"]
