"""The report of a merge as a workbook: a sheet of stations, one of people, one of answers."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.files import whole_file
from exports.merge_report import MergeReport
from exports.sheet_cells import clean
from exports.sheet_skeletons import A4
from exports.sheet_styles import FONT
from exports.sheet_widths import digits
from summit_desk.domain.check_in.merge_words import (
    ANSWER_RULE,
    ANSWER_TITLES,
    CONFLICT_TITLES,
    RULE,
    STATION_TITLES,
)
from summit_desk.support.i18n import N_

COUNTED = (1, 2, 3)  # columns of the stations that hold numbers
WIDEST = 44.0


def write_merge_sheets(report: MergeReport, path: Path, made_at: datetime) -> None:
    """Write the workbook."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = clean(report.said(N_("Stations")))[:31]
    _fill(first, [report.said(title) for title in STATION_TITLES], report.stations(), COUNTED)
    second = book.create_sheet(clean(report.said(N_("Let in twice")))[:31])
    _fill(second, [report.said(title) for title in CONFLICT_TITLES], report.conflicts(), ())
    _note(second, len(report.conflicts()) + 3, report.said(RULE))
    for line, sentence in enumerate(report.copied(), len(report.stations()) + 3):
        first.cell(line, 1, clean(sentence)).font = Font(name=FONT, size=10.5, bold=True)
    if report.answers():
        third = book.create_sheet(clean(report.said(N_("Answers")))[:31])
        _fill(third, [report.said(title) for title in ANSWER_TITLES], report.answers(), ())
        _note(third, len(report.answers()) + 3, report.said(ANSWER_RULE))
    for sheet in book.worksheets:
        _set_up_print(sheet, report.event)
    book.properties.title, book.properties.creator = clean(report.event), "Summit Desk"
    stamp = made_at.astimezone(UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = stamp
    with whole_file(path) as part:
        book.save(part)


def _fill(
    sheet: Worksheet, titles: Sequence[str], rows: Sequence[Sequence[str]], counted: Sequence[int]
) -> None:
    for column, title in enumerate(titles, 1):
        head = sheet.cell(1, column, clean(title))
        head.font = Font(name=FONT, size=11, bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="1F5FBF")
        head.alignment = Alignment(vertical="center", wrap_text=True)
        longest = max([digits(title), *(digits(row[column - 1]) for row in rows)])
        sheet.column_dimensions[get_column_letter(column)].width = min(longest + 3.5, WIDEST)
    for line, row in enumerate(rows, 2):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(line, column)
            if column - 1 in counted:
                cell.value = int(text)
            else:
                cell.value, cell.data_type, cell.number_format = clean(text), "s", "@"
            cell.font = Font(name=FONT, size=10.5)
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{max(len(rows) + 1, 2)}"


def _note(sheet: Worksheet, line: int, text: str) -> None:
    note = sheet.cell(line, 1, clean(text))
    note.font = Font(name=FONT, size=9, italic=True)


def _set_up_print(sheet: Worksheet, event: str) -> None:
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    header = sheet.oddHeader
    assert header is not None
    header.center.text = clean(event).replace("&", "&&")[:200]
