"""A workbook without its rows: styles, titles and print set-up, as openpyxl writes them."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exports.sheet_cells import clean
from exports.sheet_charts import CHART_COLUMNS, draw_chart
from exports.sheet_looks import Look, title_height, title_size
from exports.sheet_styles import (
    FONT,
    style_band,
    style_cell,
    style_header,
    style_total,
    style_total_text,
)
from summit_desk.domain.documents.sheets import SheetSpec, Title
from summit_desk.support.i18n import N_, _

A4 = 9
MEASURE = "Arial"  # everywhere, or a font of the same widths is
PAGE_NUMBER = N_("Page {number} of {pages}")


def workbook_parts(
    looks: Sequence[Look], last_rows: Sequence[int], made_at: datetime
) -> dict[str, bytes]:
    """Return the members of a workbook whose sheets hold titles, header and sample rows."""
    book = Workbook()
    _measure_in(book, Font(name=MEASURE, size=10))
    assert book.active is not None
    book.remove(book.active)
    for look, last_row in zip(looks, last_rows, strict=True):
        sheet = book.create_sheet(look.name)
        _fill(sheet, look)
        _set_up_print(sheet, look)
        sheet.auto_filter.ref = filter_range(look, last_row)
        if look.spec.chart is not None:
            draw_chart(sheet, look.spec.chart, look.header, last_row, len(look.spec.columns))
    _set_properties(book, looks[0].spec, made_at)
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist()}


def _measure_in(book: Workbook, font: Font) -> None:
    """Make a font the usual one, in whose digits the columns are measured."""
    inside = vars(book)  # openpyxl has no other way to it
    inside["_named_styles"]["Normal"].font = font
    inside["_fonts"][0] = font


def filter_range(look: Look, last_row: int) -> str:
    """Return the cells that the filter buttons are for."""
    return f"A{look.header}:{look.last_column()}{max(last_row, look.header + 1)}"


def _fill(sheet: Worksheet, look: Look) -> None:
    sheet.freeze_panes = f"A{look.header + 1}"
    for number, title in enumerate(look.spec.titles, 1):
        _write_title(sheet, number, title, look)
    sheet.row_dimensions[look.header].height = look.header_height
    look.styles, look.total_styles = [], []
    for number, column in enumerate(look.spec.columns, 1):
        size = sheet.column_dimensions[get_column_letter(number)]
        size.width, size.hidden = look.widths[number - 1], column.hidden
        style_header(_cell(sheet, look.header, number), column, framed=look.framed)
        samples = [_cell(sheet, look.header + step, number) for step in (1, 2)]
        style_cell(samples[0], column, framed=look.framed)
        style_total(samples[1], column, framed=look.framed)
        look.styles.append(samples[0].style_id)
        look.total_styles.append(samples[1].style_id)
    _sample_texts(sheet, look)


def _sample_texts(sheet: Worksheet, look: Look) -> None:
    """Let openpyxl number the styles of what stands across the sheet."""
    band, running, alone = [_cell(sheet, look.header + step, 1) for step in (3, 4, 5)]
    style_band(band)
    style_total_text(running, framed=look.framed, runs_on=True)
    style_total_text(alone, framed=look.framed, runs_on=False)
    look.band_style = band.style_id
    look.running_style, look.alone_style = running.style_id, alone.style_id


def _write_title(sheet: Worksheet, number: int, title: Title, look: Look) -> None:
    cell = _cell(sheet, number, 1)
    cell.value = clean(title.text)
    cell.data_type = "s"
    cell.font = Font(name=FONT, size=title_size(title, look), bold=title.size > 12)  # noqa: PLR2004
    side = "center" if title.centred else "left"
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    sheet.row_dimensions[number].height = title_height(title, look)
    shown = [at for at, column in enumerate(look.spec.columns, 1) if not column.hidden]
    if look.spec.chart is not None:
        shown.append(len(look.spec.columns) + CHART_COLUMNS)
    if shown and shown[-1] > 1:
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=shown[-1])


def _set_up_print(sheet: Worksheet, look: Look) -> None:
    page, header = look.spec.page, look.header
    first = 1 if page.repeat_titles else header
    sheet.print_title_rows = f"{first}:{header}"
    sheet.page_setup.orientation = "landscape" if page.landscape else "portrait"
    sheet.page_setup.paperSize = A4
    if look.paged:  # programs ignore breaks between pages when they fit a sheet to the width
        sheet.page_setup.scale = look.scale
    else:
        _fit_to_width(sheet, look)
    sheet.print_options.horizontalCentered = True
    sheet.print_options.gridLines = not look.framed  # around cells that aren't written, too
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.75, 0.6
    margins.header = margins.footer = 0.3  # else the page number stands half below the margin
    above, below = sheet.oddHeader, sheet.oddFooter
    assert above is not None
    assert below is not None
    if not look.spec.titles:
        heading = clean(look.spec.heading or look.spec.title).replace("&", "&&")
        above.center.text = heading[:200]
        above.center.size = 12
    below.center.text = _(PAGE_NUMBER).format(number="&P", pages="&N")


def _fit_to_width(sheet: Worksheet, look: Look) -> None:
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = look.across, 0
    if look.across > 1:  # who a line is about stands on every page
        sheet.print_title_cols = "A:B"
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _set_properties(book: Workbook, spec: SheetSpec, made_at: datetime) -> None:
    properties = book.properties
    properties.title = clean(spec.heading or spec.title)
    properties.creator = clean(spec.author) or "Summit Desk"
    naive = made_at.astimezone(UTC).replace(tzinfo=None)
    properties.created = properties.modified = naive


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell
