"""Lists as xlsx: openpyxl makes the workbook, the rows are streamed into it.

openpyxl alone needs ten times as long for 100,000 rows. So it builds the workbook with styles,
print set-up and an empty sheet, and the sheet's rows are written beside it as they come.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from math import ceil
from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.files import whole_file
from exports.sheet_cells import clean, row_xml
from summit_desk.domain.documents.sheets import CellKind, CellValue, Row, SheetColumn, SheetSpec
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.support.i18n import N_, _

SHEET = "xl/worksheets/sheet1.xml"
FORMATS = {
    CellKind.TEXT: "@",
    CellKind.NUMBER: "General",
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.MOMENT: "yyyy-mm-dd hh:mm",
}
SAMPLE = 400  # rows looked at for the widths
NARROWEST, WIDEST = 6.0, 48.0
BATCH = 500
READABLE = 200  # widths of a digit across a page, still legible on A4
A4 = 9
FONT = "Microsoft YaHei"
PAGE_NUMBER = N_("Page {number} of {pages}")


def write_sheet(spec: SheetSpec, path: Path, made_at: datetime, progress: Progress = SILENT) -> int:
    """Write a workbook with one sheet; return how many rows it has."""
    rows = iter(spec.rows)
    sample = list(islice(rows, SAMPLE))
    look = _Look(spec, _widths(spec.columns, sample), made_at)
    with (
        whole_file(path) as part,
        zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
    ):
        skeleton = look.parts(last_row=2)
        with package.open(_entry(SHEET, made_at), "w", force_zip64=True) as sheet:
            sheet.write(_before_rows(skeleton[SHEET]))
            count = _write_rows(sheet, spec, chain(sample, rows), look.styles, progress)
            whole = look.parts(last_row=max(count + 1, 2))
            sheet.write(_after_rows(whole[SHEET], spec, count))
        for name, content in whole.items():
            if name != SHEET:
                package.writestr(_entry(name, made_at), content)
    return count


def _write_rows(
    sheet: IO[bytes],
    spec: SheetSpec,
    rows: Iterable[Row],
    styles: Sequence[int],
    progress: Progress,
) -> int:
    names = [get_column_letter(i) for i in range(1, len(spec.columns) + 1)]
    buffer: list[str] = []
    number = 1
    for number, values in enumerate(rows, 2):
        buffer.append(row_xml(number, values, names, styles))
        if len(buffer) == BATCH:
            sheet.write("".join(buffer).encode("utf-8"))
            buffer.clear()
            progress.step(number - 1, max(spec.count, number - 1))
    sheet.write("".join(buffer).encode("utf-8"))
    return number - 1


def _entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made_at.astimezone(UTC).timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _before_rows(sheet: bytes) -> bytes:
    """Return the sheet up to its header row, which openpyxl wrote."""
    header_end = sheet.index(b"</row>") + len(b"</row>")
    start = sheet[:header_end]
    at = start.find(b"<dimension")
    return start[:at] + start[start.index(b"/>", at) + 2 :] if at >= 0 else start


def _after_rows(sheet: bytes, spec: SheetSpec, count: int) -> bytes:
    """Return what follows the rows, and tell the program that text like numbers is meant so."""
    last = f"{get_column_letter(len(spec.columns))}{max(count + 1, 2)}"
    quiet = f'<ignoredErrors><ignoredError sqref="A1:{last}" numberStoredAsText="1"/>'
    after = sheet[sheet.index(b"</sheetData>") :]
    return after.replace(b"</worksheet>", quiet.encode() + b"</ignoredErrors></worksheet>")


class _Look:
    """Styles, widths and print set-up, as openpyxl writes them."""

    def __init__(self, spec: SheetSpec, widths: Sequence[float], made_at: datetime) -> None:
        self._spec, self._widths, self._made_at = spec, widths, made_at
        self.styles: list[int] = []

    def parts(self, last_row: int) -> dict[str, bytes]:
        """Return the members of a workbook whose only rows are the header and one blank."""
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        self._fill(sheet)
        self._set_up_print(sheet)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._spec.columns))}{last_row}"
        self._set_properties(book)
        stream = io.BytesIO()
        book.save(stream)
        with zipfile.ZipFile(stream) as package:
            return {name: package.read(name) for name in package.namelist()}

    def _fill(self, sheet: Worksheet) -> None:
        sheet.title = _sheet_name(self._spec.title)
        sheet.freeze_panes = "A2"
        sheet.row_dimensions[1].height = 24
        self.styles = []
        for number, column in enumerate(self._spec.columns, 1):
            letter = get_column_letter(number)
            sheet.column_dimensions[letter].width = self._widths[number - 1]
            _style_header(_cell(sheet, 1, number), column.title)
            blank = _cell(sheet, 2, number)
            _style_cell(blank, column.kind)
            self.styles.append(blank.style_id)

    def _set_up_print(self, sheet: Worksheet) -> None:
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = A4
        across = max(1, ceil(sum(self._widths) / READABLE))
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
        if across > 1:  # who a line is about stands on every page
            sheet.print_title_cols = "A:B"
        assert sheet.sheet_properties.pageSetUpPr is not None
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        sheet.print_options.gridLines = True  # around empty cells too, which aren't written
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom = 0.75, 0.6
        header, footer = sheet.oddHeader, sheet.oddFooter
        assert header is not None
        assert footer is not None
        heading = clean(self._spec.heading or self._spec.title).replace("&", "&&")
        header.center.text = heading[:200]
        header.center.size = 12
        footer.center.text = _(PAGE_NUMBER).format(number="&P", pages="&N")

    def _set_properties(self, book: Workbook) -> None:
        properties = book.properties
        properties.title = clean(self._spec.heading or self._spec.title)
        properties.creator = clean(self._spec.author) or "Summit Desk"
        naive = self._made_at.astimezone(UTC).replace(tzinfo=None)
        properties.created = properties.modified = naive


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _style_header(cell: Cell, title: str) -> None:
    cell.value = clean(title)
    cell.data_type = "s"  # a title that begins with "=" is still a title
    cell.font = Font(name=FONT, size=11, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="1F5FBF")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    cell.border = Border(bottom=Side("thin", color="D5DBE5"))


def _style_cell(cell: Cell, kind: CellKind) -> None:
    cell.font = Font(name=FONT, size=10.5)
    cell.number_format = FORMATS[kind]
    cell.alignment = Alignment(vertical="center", wrap_text=kind is CellKind.TEXT)
    line = Side("hair", color="D5DBE5")
    cell.border = Border(bottom=line, right=line)


def _sheet_name(title: str) -> str:
    """Return a title without what a tab can't hold, at most 31 characters."""
    kept = "".join(" " if c in "[]:*?/\\" else c for c in clean(title)).strip("' ")
    return kept[:31].strip("' ") or "Sheet"


def _widths(columns: Sequence[SheetColumn], sample: Sequence[Row]) -> list[float]:
    return [
        column.width or _width(column, [row[i] for row in sample if i < len(row)])
        for i, column in enumerate(columns)
    ]


def _width(column: SheetColumn, values: Sequence[CellValue]) -> float:
    """Return a width that fits the title with its filter button and most of the values."""
    fixed = {CellKind.DATE: 12.0, CellKind.MOMENT: 18.0}.get(column.kind)
    longest = max((digits(str(v)) for v in values if v not in {None, ""}), default=0.0)
    needed = fixed or min(longest + 1.5, WIDEST)
    return round(max(NARROWEST, digits(column.title) + 3.5, needed), 2)


def digits(text: str) -> float:
    """Return the width of a text's longest line, in digits; a Chinese character takes two."""
    return max(
        (
            sum(2.1 if unicodedata.east_asian_width(c) in "WF" else 1.05 for c in line)
            for line in text[:2000].split("\n")
        ),
        default=0.0,
    )  # fmt: skip -- one sum, read as one
