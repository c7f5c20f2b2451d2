"""Lists as xlsx: openpyxl makes the workbook, the rows are streamed into it.

openpyxl alone needs ten times as long for 100,000 rows. So it builds the workbook with styles,
print set-up, charts and sheets without rows, and the rows are written beside it as they come.
Charts name the ranges of their values, which are known once the rows are written.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import IO

from openpyxl.utils import get_column_letter

from exports.files import whole_file
from exports.sheet_cells import BAND_HEIGHT, band_xml, clean, row_xml
from exports.sheet_looks import Look
from exports.sheet_pages import Pages
from exports.sheet_skeletons import filter_range, workbook_parts
from exports.sheet_totals import total_height, total_xml
from exports.sheet_widths import row_height, widths
from summit_desk.domain.documents.sheets import Band, Line, SheetSpec, Total
from summit_desk.domain.progress import SILENT, Progress

SAMPLE = 400  # rows looked at for the widths
BATCH = 500
LONGEST_NAME = 31  # of a sheet


def write_sheet(spec: SheetSpec, path: Path, made_at: datetime, progress: Progress = SILENT) -> int:
    """Write a workbook with one sheet; return how many rows it has."""
    return write_book([spec], path, made_at, progress)


def write_book(
    specs: Sequence[SheetSpec], path: Path, made_at: datetime, progress: Progress = SILENT
) -> int:
    """Write a workbook; return how many rows its sheets have, without bands and totals."""
    rows = [iter(spec.rows) for spec in specs]
    samples = [list(islice(these, SAMPLE)) for these in rows]
    names = _sheet_names([spec.title for spec in specs])
    looks = [
        Look(spec, widths(spec, sample), name)
        for spec, sample, name in zip(specs, samples, names, strict=True)
    ]
    counted = _Counted(progress, sum(spec.count for spec in specs))
    with (
        whole_file(path) as part,
        zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
    ):
        skeleton = workbook_parts(looks, [look.header + 1 for look in looks], made_at)
        last_rows = []
        for number, look in enumerate(looks):
            name = f"xl/worksheets/sheet{number + 1}.xml"
            with package.open(_entry(name, made_at), "w", force_zip64=True) as sheet:
                lines = chain(samples[number], rows[number])
                last_rows.append(_write_sheet(sheet, skeleton.pop(name), look, lines, counted))
        whole = workbook_parts(looks, last_rows, made_at)  # names the ranges of the filters
        for name in skeleton:
            package.writestr(_entry(name, made_at), whole[name])
    return counted.rows


@dataclass
class _Counted:
    """The progress over all sheets."""

    progress: Progress
    expected: int
    rows: int = 0

    def step(self) -> None:
        self.progress.step(self.rows, max(self.expected, self.rows))


def _write_sheet(
    sheet: IO[bytes], skeleton: bytes, look: Look, lines: Iterable[Line], counted: _Counted
) -> int:
    """Write one sheet; return its last row that is no total."""
    sheet.write(_before_rows(skeleton, look))
    buffer: list[str] = []
    end = last = look.header
    pages = Pages(look)
    for xml, is_total in _xml_of(pages, lines, counted):
        end += 1
        last = last if is_total else end
        buffer.append(xml)
        if len(buffer) == BATCH:
            sheet.write("".join(buffer).encode("utf-8"))
            buffer.clear()
            counted.step()
    sheet.write("".join(buffer).encode("utf-8"))
    sheet.write(_after_rows(skeleton, pages, last, end))
    return last


def _xml_of(pages: Pages, lines: Iterable[Line], counted: _Counted) -> Iterator[tuple[str, bool]]:
    """Yield each line as XML, and whether it is a total."""
    look = pages.look
    names = [get_column_letter(i) for i in range(1, len(look.spec.columns) + 1)]
    fixed, framed, room = look.row_height, look.framed, look.room
    for number, line in enumerate(lines, look.header + 1):
        if isinstance(line, Band):
            pages.add(number, BAND_HEIGHT, heading=True)
            yield band_xml(number, line.text, names, look.band_style), False
        elif isinstance(line, Total):
            high = total_height(line.cells, look)
            pages.add_total(number, high)
            yield total_xml(number, line.cells, names, look, high), True
        else:
            counted.rows += 1
            height = row_height(line, room, fixed) if framed or fixed else None
            pages.add(number, height)
            yield row_xml(number, line, names, look.styles, framed=framed, height=height), False


def _entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made_at.astimezone(UTC).timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _before_rows(sheet: bytes, look: Look) -> bytes:
    """Return the sheet up to its header row, which openpyxl wrote."""
    header = sheet.index(f'<row r="{look.header}"'.encode())
    start = sheet[: sheet.index(b"</row>", header) + len(b"</row>")]
    at = start.find(b"<dimension")
    return start[:at] + start[start.index(b"/>", at) + 2 :] if at >= 0 else start


def _after_rows(sheet: bytes, pages: Pages, last: int, end: int) -> bytes:
    """Return what follows the rows: filter, page breaks, and that text like numbers is meant so."""
    look, after = pages.look, sheet[sheet.index(b"</sheetData>") :]
    asked = filter_range(look, look.header + 1).encode()
    after = after.replace(asked, filter_range(look, last).encode(), 1)
    cells = f"A1:{look.last_column()}{max(end, look.header + 1)}"
    quiet = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'
    at = after.find(b"<drawing")  # what is ignored is said before drawings
    at = at if at >= 0 else after.index(b"</worksheet>")
    return after[:at] + f"{pages.xml()}{quiet}".encode() + after[at:]


def _sheet_names(titles: Sequence[str]) -> list[str]:
    """Return names for the tabs, none of them twice."""
    taken: set[str] = set()
    names = []
    for title in titles:
        plain = name = _sheet_name(title)
        number = 1
        while name.casefold() in taken:
            number += 1
            mark = f" ({number})"
            name = plain[: LONGEST_NAME - len(mark)] + mark
        taken.add(name.casefold())
        names.append(name)
    return names


def _sheet_name(title: str) -> str:
    """Return a title without what a tab can't hold, at most 31 characters."""
    kept = "".join(" " if c in "[]:*?/\\" else c for c in clean(title)).strip("' ")
    kept = kept[:LONGEST_NAME].strip("' ") or "Sheet"
    return (
        f"{kept}_" if kept.casefold() == "history" else kept
    )  # a name that Excel keeps for itself
