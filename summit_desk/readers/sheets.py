"""Read workbooks (xlsx, xls, ods) into plain tables with their merged and hidden parts."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summit_desk.domain.errors.imports import DamagedSheet, ProtectedSheet
from summit_desk.domain.imports.tables import CellValue, Container, Span, Table
from summit_desk.readers.bounds import check_packed, check_rows, unpacked

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_HIDDEN_COLUMN = re.compile(rb"<col\b[^>]*>")
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*\br="(\d+)"[^>]*\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\b(min|max)="(\d+)"')
_MOST_HIDDEN = 16_384


def read_workbook(path: Path, container: Container) -> tuple[Table, ...]:
    """Return every sheet of a workbook; formulas are read as their last value."""
    return _read(path, {} if container is Container.XLS else _hidden_parts(path))


def _read(path: Path, hidden: "dict[int, _Hidden]") -> tuple[Table, ...]:
    workbook = _opened(path)
    try:
        return tuple(_tables(path, workbook, hidden))
    finally:
        workbook.close()


def _opened(path: Path) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as locked:
        raise ProtectedSheet(name=path.name) from locked
    except (CalamineError, OSError, ValueError) as broken:
        raise DamagedSheet(name=path.name) from broken


def _tables(
    path: Path, workbook: "CalamineWorkbook", hidden: dict[int, "_Hidden"]
) -> Iterator[Table]:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

    for at, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_index(at)
        except CalamineError as broken:
            raise DamagedSheet(name=path.name) from broken
        concealed = hidden.get(at, _Hidden())
        yield Table(
            about.name,
            _rows(path, sheet),
            _merged(sheet),
            about.visible is not SheetVisibleEnum.Visible,
            concealed.columns,
            concealed.rows,
        )


class _Hidden:
    """The columns and rows of a sheet that a person does not see."""

    def __init__(
        self, columns: frozenset[int] = frozenset(), rows: frozenset[int] = frozenset()
    ) -> None:
        self.columns, self.rows = columns, rows


def _rows(path: Path, sheet: "CalamineSheet") -> list[list[CellValue]]:
    if sheet.start is None or sheet.end is None:
        return []
    check_rows(path.name, sheet.end[0] + 1)
    return [[None if cell == "" else cell for cell in row] for row in _padded(sheet)]


def _padded(sheet: "CalamineSheet") -> Sequence[Sequence[CellValue]]:
    """Return the rows from A1 on, so that positions are those of the sheet."""
    return sheet.to_python(skip_empty_area=False)


def _merged(sheet: "CalamineSheet") -> tuple[Span, ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple(Span(top, left, bottom, right) for (top, left), (bottom, right) in ranges)


def _hidden_parts(path: Path) -> dict[int, _Hidden]:
    """Return what is hidden on each worksheet of an xlsx, in the order of the sheets."""
    try:
        with zipfile.ZipFile(path) as packed:
            check_packed(path, packed)
            return {at: _hidden_on(path, packed, part) for at, part in _sheet_parts(path, packed)}
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as broken:
        raise DamagedSheet(name=path.name) from broken


def _sheet_parts(path: Path, packed: zipfile.ZipFile) -> Iterator[tuple[int, str]]:
    names = set(packed.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return
    relations = unpacked(path, packed, "xl/_rels/workbook.xml.rels")
    targets = {
        _attribute(tag, b"Id"): _attribute(tag, b"Target")
        for tag in re.findall(rb"<Relationship\b[^>]*>", relations)
    }
    sheets = re.findall(rb"<sheet\b[^>]*>", unpacked(path, packed, "xl/workbook.xml"))
    for at, tag in enumerate(sheets):
        target = targets.get(_attribute(tag, b"r:id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in names:
            yield at, part


def _hidden_on(path: Path, packed: zipfile.ZipFile, part: str) -> _Hidden:
    sheet = unpacked(path, packed, part)
    head = sheet[: max(sheet.find(b"<sheetData"), 0)]
    columns: set[int] = set()
    for tag in _HIDDEN_COLUMN.findall(head):
        if b'hidden="1"' in tag or b'hidden="true"' in tag:
            ends = {name: int(value) for name, value in _NUMBER.findall(tag)}
            last = min(ends.get(b"max", 0), _MOST_HIDDEN)
            columns.update(range(ends.get(b"min", 1) - 1, last))
    may_hide = sheet.find(b" hidden=", len(head)) >= 0  # far quicker than the pattern
    rows = frozenset(int(row) - 1 for row in _HIDDEN_ROW.findall(sheet)) if may_hide else ()
    return _Hidden(frozenset(columns), frozenset(rows))


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\s" + re.escape(name) + rb'="([^"]*)"', tag)
    return found[1].decode("utf-8", "replace") if found else ""
