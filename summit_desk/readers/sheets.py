"""Read workbooks (xlsx, xls, ods) into plain tables with their merged and hidden parts."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summit_desk.domain.errors.imports import DamagedSheet, ProtectedSheet
from summit_desk.domain.imports.tables import CellValue, Span, Table
from summit_desk.readers.bounds import (
    check_cells,
    check_columns,
    check_packed,
    check_rows,
    unpacked,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_HIDDEN_COLUMN = re.compile(rb"<col\b[^>]*>")
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*\br="(\d+)"[^>]*\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\b(min|max)="(\d+)"')
_MOST_HIDDEN = 16_384


@dataclass(frozen=True)
class Hidden:
    """The columns and rows of a sheet that a person does not see."""

    columns: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Inspected:
    """What is hidden on each sheet of a workbook, and whether all of them are written as usual."""

    hidden: Mapping[int, Hidden]
    usual: bool


NOT_INSPECTED = Inspected({}, usual=False)


def inspect_workbook(path: Path) -> Inspected:
    """Refuse what would fill the memory; return what only the parts of an xlsx tell."""
    try:
        with zipfile.ZipFile(path) as packed:
            hidden: dict[str, Hidden] = {}
            usual = check_packed(
                path, packed, lambda part, sheet: hidden.update({part: _hidden_on(sheet)})
            )
            parts = dict(_sheet_parts(path, packed))
            for part in set(parts.values()) - hidden.keys():  # kept where no program keeps it
                hidden[part], usual = _hidden_on(unpacked(path, packed, part)), False
            return Inspected({at: hidden[part] for at, part in parts.items()}, usual)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as broken:
        raise DamagedSheet(name=path.name) from broken


def read_workbook(path: Path, inspected: Inspected = NOT_INSPECTED) -> tuple[Table, ...]:
    """Return every sheet of a workbook; formulas are read as their last value."""
    return _read(path, inspected.hidden)


def _read(path: Path, hidden: Mapping[int, Hidden]) -> tuple[Table, ...]:
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
    path: Path, workbook: "CalamineWorkbook", hidden: Mapping[int, Hidden]
) -> Iterator[Table]:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

    for at, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_index(at)
        except CalamineError as broken:
            raise DamagedSheet(name=path.name) from broken
        concealed = hidden.get(at, Hidden())
        yield Table(
            about.name,
            _rows(path, sheet),
            _merged(sheet),
            about.visible is not SheetVisibleEnum.Visible,
            concealed.columns,
            concealed.rows,
        )


def _rows(path: Path, sheet: "CalamineSheet") -> list[Sequence[CellValue]]:
    if sheet.start is None or sheet.end is None:
        return []
    check_rows(path.name, sheet.end[0] + 1)
    check_columns(path.name, sheet.end[1] + 1)
    check_cells(path.name, (sheet.end[0] + 1) * (sheet.end[1] + 1))
    return [
        [cell or (None if cell == "" else cell) for cell in row] if "" in row else row
        for row in _padded(sheet)
    ]


def _padded(sheet: "CalamineSheet") -> Sequence[Sequence[CellValue]]:
    """Return the rows from A1 on, so that positions are those of the sheet."""
    return sheet.to_python(skip_empty_area=False)


def _merged(sheet: "CalamineSheet") -> tuple[Span, ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple(Span(top, left, bottom, right) for (top, left), (bottom, right) in ranges)


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


def _hidden_on(sheet: bytearray) -> Hidden:
    head = sheet[: max(sheet.find(b"<sheetData"), 0)]
    columns: set[int] = set()
    for tag in _HIDDEN_COLUMN.findall(head):
        if b'hidden="1"' in tag or b'hidden="true"' in tag:
            ends = {name: int(value) for name, value in _NUMBER.findall(tag)}
            last = min(ends.get(b"max", 0), _MOST_HIDDEN)
            columns.update(range(ends.get(b"min", 1) - 1, last))
        if len(columns) >= _MOST_HIDDEN:
            break
    may_hide = sheet.find(b" hidden=", len(head)) >= 0  # far quicker than the pattern
    rows = frozenset(int(row) - 1 for row in _HIDDEN_ROW.findall(sheet)) if may_hide else ()
    return Hidden(frozenset(columns), frozenset(rows))


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\s" + re.escape(name) + rb'="([^"]*)"', tag)
    return found[1].decode("utf-8", "replace") if found else ""
