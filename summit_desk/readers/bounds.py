"""How big a list of people may be: what is beyond is refused before it is unpacked."""

import re
import zipfile
import zlib
from pathlib import Path

from summit_desk.domain.errors.imports import DamagedSheet, SheetTooBig
from summit_desk.domain.imports.tables import Container
from summit_desk.support.i18n import N_, _

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # an encrypted part; NotImplementedError, an unknown compression
)
MEGABYTE = 1 << 20
MOST_ROWS = 200_000
MOST_COLUMNS = 1_024
_MOST_CELLS = 8_000_000  # in the rectangle that the reader will allocate
_BIGGEST_FILE = {Container.TEXT: 100, Container.HTML: 60, Container.XML: 100}
_BIGGEST_BINARY = 100
_BIGGEST_PART = 250  # unpacked
_BIGGEST_WHOLE = 400

_FILE = N_("it has more than {count} MB")
_UNPACKED = N_("it unpacks to more than {count} MB")
_ROWS = N_("it has more than {count} rows")
_CELLS = N_("its cells are spread over a sheet of {count} million cells")

_WIDE = re.compile(rb'<c r="([A-Z]{2,3})(\d{1,7})"[^>/]*>')
_DEEP = re.compile(rb'<c r="([A-Z]{1,3})(\d{5,7})"[^>/]*>')
_LAST = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_REPEATED_ROWS = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d{5,})"[^>]*>(.*?)</table:table-row>', re.DOTALL
)
_REPEATED_CELLS = re.compile(
    rb'<table:table-cell[^>]*number-columns-repeated="(\d{4,})"[^>]*[^/]>\s*<text'
)


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


def check_packed(path: Path, packed: zipfile.ZipFile) -> None:
    """Refuse a zip bomb, and sheets whose far cells would make the reader allocate gigabytes."""
    sizes = [part.file_size for part in packed.infolist()]
    if sum(sizes) > _BIGGEST_WHOLE * MEGABYTE:
        raise SheetTooBig(name=path.name, limit=_(_UNPACKED).format(count=_BIGGEST_WHOLE))
    if max(sizes, default=0) > _BIGGEST_PART * MEGABYTE:
        raise SheetTooBig(name=path.name, limit=_(_UNPACKED).format(count=_BIGGEST_PART))
    for part in packed.infolist():
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            _check_area(path.name, unpacked(path, packed, part.filename))
        elif part.filename == "content.xml":
            _check_repeats(path.name, unpacked(path, packed, part.filename))


def unpacked(path: Path, packed: zipfile.ZipFile, part: str) -> bytes:
    """Return a part of a zip, never more than it declares."""
    try:
        return packed.read(part)
    except _BROKEN as broken:
        raise DamagedSheet(name=path.name) from broken


def _check_area(name: str, sheet: bytes) -> None:
    end = sheet.rfind(b"</c>")  # of the last cell that holds anything
    last = _LAST.match(sheet, max(sheet.rfind(b"<c r=", 0, max(end, 0)), 0))
    rows = max([int(last[2])] if last else [1])
    columns = 26
    for letters, row in _WIDE.findall(sheet):
        columns, rows = max(columns, _column(letters)), max(rows, int(row))
    if _DEEP.search(sheet):
        rows = max(rows, *(int(row) for _letters, row in _DEEP.findall(sheet)))
    if rows * columns > _MOST_CELLS and rows > MOST_ROWS:
        check_rows(name, rows)
    if rows * columns > _MOST_CELLS:
        raise SheetTooBig(name=name, limit=_(_CELLS).format(count=rows * columns // 1_000_000))


def _check_repeats(name: str, content: bytes) -> None:
    for count, row in _REPEATED_ROWS.findall(content):
        if b"<text" in row:
            check_rows(name, int(count))
    if found := _REPEATED_CELLS.search(content):
        raise SheetTooBig(name=name, limit=_(_CELLS).format(count=int(found[1])))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
