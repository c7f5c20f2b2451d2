"""How big a list of people may be: what is beyond is refused before it is unpacked."""

import re
import time
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from summit_desk.domain.errors.imports import DamagedSheet, SheetTooBig
from summit_desk.domain.imports.tables import Container, Span
from summit_desk.support.i18n import N_, _

if TYPE_CHECKING:
    from io import BufferedIOBase

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # an encrypted part; NotImplementedError, an unknown compression
)
MEGABYTE = 1 << 20
SECONDS = 7
MOST_ROWS = 200_000
MOST_COLUMNS = 1_024
MOST_CELLS = 4_000_000  # in the rectangle that the reader will allocate
_CHUNK = MEGABYTE
_BIGGEST_FILE = {Container.TEXT: 60, Container.HTML: 40, Container.XML: 60}
_BIGGEST_BINARY = 100
_BIGGEST_PART = 250  # unpacked
_BIGGEST_WHOLE = 400

_FILE = N_("it has more than {count} MB")
_UNPACKED = N_("it unpacks to more than {count} MB")
_SLOW = N_("reading it takes more than {count} seconds")
_ROWS = N_("it has more than {count} rows")
_COLUMNS = N_("it has more than {count} columns")
_CELLS = N_("its cells are spread over a sheet of {count} million cells")

_ONE_LETTER = 26  # columns
_WIDE = re.compile(rb'<c r="([A-Za-z]{2,3})\d{1,12}"[^>]*(?<!/)>')
_DEEP = re.compile(rb'<c r="[A-Za-z]{1,3}(\d{5,12})"[^>]*(?<!/)>')
_LAST = re.compile(rb'<c r="[A-Za-z]{1,3}(\d{1,12})"')
_FAR = re.compile(rb'<c r="[A-Za-z]{1,3}\d{6}')
_NEAR = 99_999  # rows; no cell is beyond where `_FAR` finds nothing
_USUAL_CELL = b'<c r="'
_HIDING = (re.compile(rb":c[ >]"), re.compile(rb"/>[\"']"), re.compile(b"<!"))
_OTHER_ALPHABETS = (b"\xff\xfe", b"\xfe\xff")
_REPEATED_ROWS = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d{5,})"[^>]*>(.*?)</table:table-row>', re.DOTALL
)
_REPEATED_CELLS = re.compile(
    rb'<table:table-cell[^>]*number-columns-repeated="(\d{4,})"[^>]*[^/]>\s*<text'
)


class Deadline:
    """The time that the reading of one file may take."""

    def __init__(self, name: str) -> None:
        self._name, self._until = name, time.monotonic() + SECONDS

    def check(self) -> None:
        """Refuse a file that is still being read after all this time."""
        if time.monotonic() > self._until:
            raise SheetTooBig(name=self._name, limit=_(_SLOW).format(count=SECONDS))


def check_file(path: Path, size: int, container: Container) -> None:
    """Refuse a file that is too big to read at all."""
    most = _BIGGEST_FILE.get(container, _BIGGEST_BINARY)
    if size > most * MEGABYTE:
        raise SheetTooBig(name=path.name, limit=_(_FILE).format(count=most))


def too_long(text: str) -> str:
    """Say why a pasted text is too long to be a list; empty if it is not."""
    most = _BIGGEST_FILE[Container.TEXT]
    return _(_FILE).format(count=most) if len(text) > most * MEGABYTE else ""


def check_rows(name: str, count: int) -> None:
    """Refuse a sheet with more rows than any list of people has."""
    if count > MOST_ROWS:
        raise SheetTooBig(name=name, limit=_(_ROWS).format(count=f"{MOST_ROWS:,}"))


def check_columns(name: str, count: int) -> None:
    """Refuse a sheet with more columns than any list of people has."""
    if count > MOST_COLUMNS:
        raise SheetTooBig(name=name, limit=_(_COLUMNS).format(count=f"{MOST_COLUMNS:,}"))


def check_cells(name: str, count: int) -> None:
    """Refuse a sheet whose cells would fill the memory."""
    if count > MOST_CELLS:
        raise SheetTooBig(name=name, limit=_(_CELLS).format(count=-(-count // 1_000_000)))


def check_merged(name: str, merged: Sequence[Span], rows: int) -> None:
    """Refuse merged ranges that cover each other many times; no program writes them."""
    area = sum((min(one.bottom + 1, rows) - one.top) * (one.right + 1 - one.left) for one in merged)
    check_cells(name, area)


def check_packed(
    path: Path, packed: zipfile.ZipFile, look: Callable[[str, bytearray], None]
) -> bool:
    """Refuse a zip bomb, and sheets whose far cells would make the reader allocate gigabytes.

    `look` is shown each sheet that may be read: its part and content. Returns whether every
    sheet is written in the usual way, so that nothing was overlooked.
    """
    sizes = [part.file_size for part in packed.infolist()]
    if sum(sizes) > _BIGGEST_WHOLE * MEGABYTE:
        raise SheetTooBig(name=path.name, limit=_(_UNPACKED).format(count=_BIGGEST_WHOLE))
    if max(sizes, default=0) > _BIGGEST_PART * MEGABYTE:
        raise SheetTooBig(name=path.name, limit=_(_UNPACKED).format(count=_BIGGEST_PART))
    usual = True
    for part in packed.infolist():
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            sheet = unpacked(path, packed, part.filename)
            _check_area(path.name, sheet)
            if not _is_usual(sheet):
                check_rows(path.name, sheet.count(b"<row"))
                usual = False
            look(part.filename, sheet)
        elif part.filename == "content.xml":
            _check_repeats(path.name, unpacked(path, packed, part.filename))
            usual = False
        else:
            _check_size(path, packed, part)
    return usual


def unpacked(path: Path, packed: zipfile.ZipFile, part: str) -> bytearray:
    """Return a part of a zip; one that is longer than it says is refused."""
    content = bytearray(packed.getinfo(part).file_size)
    try:
        with cast("BufferedIOBase", packed.open(part)) as file, memoryview(content) as room:
            at = 0
            while got := file.readinto(room[at : at + _CHUNK]):
                at += got
            file.read(1)  # the check sum is looked at when the end is read
    except _BROKEN as broken:
        raise DamagedSheet(name=path.name) from broken
    return content


def _check_size(path: Path, packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack a part without keeping it: one that is longer than it says is refused."""
    try:
        with packed.open(part) as file:
            while file.read(_CHUNK):
                pass
    except _BROKEN as broken:
        raise DamagedSheet(name=path.name) from broken


def _check_area(name: str, sheet: bytearray) -> None:
    if sheet.count(b"<c") > MOST_CELLS:  # as many may be empty
        check_cells(name, sheet.count(b"</v>") + sheet.count(b"</is>"))
    letters = {found[1] for found in _WIDE.finditer(sheet)}
    widest = max(map(_column, letters), default=_ONE_LETTER)
    if _NEAR * widest <= MOST_CELLS and _FAR.search(sheet) is None:
        return  # no need to look at the place of each cell
    end = sheet.rfind(b"</c>")  # of the last cell that holds anything
    last = _LAST.match(sheet, max(sheet.rfind(_USUAL_CELL, 0, max(end, 0)), 0))
    rows = {found[1].lstrip(b"0") for found in _DEEP.finditer(sheet)}
    deepest = max(map(int, rows), default=int(last[1]) if last else 1)
    check_rows(name, deepest)
    check_cells(name, deepest * widest)


def _is_usual(sheet: bytearray) -> bool:
    """Tell whether every cell says where it is, in the way in which spreadsheet programs do."""
    begin, end = sheet.find(b"<sheetData"), sheet.rfind(b"</sheetData>")
    if begin < 0 or sheet.startswith(_OTHER_ALPHABETS):
        return False
    inside = (begin, len(sheet) if end < 0 else end)
    cells = sheet.count(b"<c", *inside)
    usual = sheet.count(_USUAL_CELL, *inside)
    return cells == usual and not any(mark.search(sheet) for mark in _HIDING)


def _check_repeats(name: str, content: bytearray) -> None:
    for count, row in _REPEATED_ROWS.findall(content):
        if b"<text" in row:
            check_rows(name, int(count))
    if found := _REPEATED_CELLS.search(content):
        raise SheetTooBig(name=name, limit=_(_CELLS).format(count=int(found[1])))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
