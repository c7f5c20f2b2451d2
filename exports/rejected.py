"""The rows that an import left out, in the layout of their own sheet, with a reason column."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell

from exports.files import whole_file
from exports.sheet_cells import LONGEST, clean
from summit_desk.domain.imports.layout import Layout
from summit_desk.domain.imports.synonyms import REASON
from summit_desk.domain.imports.tables import CellValue, Table, column_letters
from summit_desk.support.i18n import _

REASON_WIDTH = 60


def write_rejected(path: Path, table: Table, layout: Layout, reasons: Mapping[int, str]) -> None:
    """Write titles and header as they were, then the rows named (from 1) with their reasons."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = clean(table.name)[:31].translate(str.maketrans("[]:*?/\\", "_" * 7)) or "Sheet1"
    width = table.width
    heads = range(layout.last_header + 1)
    for target, position in enumerate([*heads, *(row - 1 for row in sorted(reasons))], 1):
        cells = table.rows[position]
        for column, value in enumerate(cells, 1):
            _write(sheet.cell(target, column), value)
        if position == layout.last_header:
            _write(sheet.cell(target, width + 1), _(REASON))
        elif position > layout.last_header:
            _write(sheet.cell(target, width + 1), reasons[position + 1])
    sheet.freeze_panes = f"A{len(heads) + 1}"
    sheet.column_dimensions[column_letters(width)].width = REASON_WIDTH
    with whole_file(path) as part:
        book.save(part)


def _write(cell: Cell | MergedCell, value: CellValue) -> None:
    """Write a value; a text is never taken for a formula."""
    if value is None or isinstance(cell, MergedCell):
        return
    if isinstance(value, str):
        cell.value = clean(value)[:LONGEST]
        cell.data_type = "s"
        cell.number_format = "@"
    elif isinstance(value, timedelta):
        cell.value = str(value)
    else:
        cell.value = value
