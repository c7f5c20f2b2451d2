"""Every built-in list is a sound package that LibreOffice reads as it was written."""

import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from summit_desk.domain.lists.builtin import BUILT_IN
from tests.lists.office import converted, needs_office

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter"),
    *("mergeCells", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"),
    "ignoredErrors",
)


def cells(path) -> list[tuple[str, list[list[object]]]]:
    book = openpyxl.load_workbook(path)
    return [
        (sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()])
        for sheet in book.worksheets
    ]


@needs_office
def test_libreoffice_reads_every_list_as_it_was_written(filled, tmp_path):
    written = [filled.write(spec, f"{at}.xlsx").path for at, spec in enumerate(BUILT_IN)]

    for ours, theirs in zip(written, converted(written, "xlsx", tmp_path), strict=True):
        assert cells(theirs) == cells(ours)


@pytest.mark.parametrize("spec", BUILT_IN, ids=lambda spec: spec.name)
def test_the_package_holds_what_it_says(filled, spec):
    path = filled.write(spec).path
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        types = ET.fromstring(package.read("[Content_Types].xml"))
        sheets = [ET.fromstring(package.read(n)) for n in names if "worksheets/sheet" in n]
        book = ET.fromstring(package.read("xl/workbook.xml"))
    listed = {one.get("PartName", "").lstrip("/") for one in types} - {""}
    marks = [one.get("sheetId") for one in book.iter(f"{MAIN}sheet")]

    assert len(names) == len(set(names))
    assert {name for name in names if name.startswith("xl/worksheets/")} <= listed
    assert len(marks) == len(set(marks)) == len(sheets)
    for sheet in sheets:
        parts = [part.tag.removeprefix(MAIN) for part in sheet]
        assert parts == [name for name in ORDER if name in parts]
        rows = [int(row.get("r", "0")) for row in sheet.iter(f"{MAIN}row")]
        assert rows == sorted(set(rows))


@pytest.mark.parametrize("spec", BUILT_IN, ids=lambda spec: spec.name)
def test_the_header_is_frozen_filtered_and_repeated(filled, spec):
    for sheet in openpyxl.load_workbook(filled.write(spec).path).worksheets:
        head = int(sheet.freeze_panes[1:]) - 1
        first, last = sheet.auto_filter.ref.split(":")

        assert first == f"A{head}"
        assert sheet.print_title_rows in {f"${head}:${head}", f"$1:${head}"}
        assert sheet.cell(head, 1).value is not None
        assert sheet[last].row <= sheet.max_row or sheet.max_row == head
