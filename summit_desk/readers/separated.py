"""Read text tables (csv, tsv, pasted cells): encoding and delimiter found by themselves."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from summit_desk.domain.errors.imports import SheetTooBig
from summit_desk.domain.imports.tables import Table
from summit_desk.domain.text_cleaning import is_han, restore_private_use
from summit_desk.readers.bounds import MEGABYTE, check_cells, check_columns, check_rows
from summit_desk.readers.containers import STRAY
from summit_desk.support.i18n import N_, _

DELIMITERS = (",", "\t", ";", "|")
_SAMPLE = 40_000  # characters
_SEPARATOR_LINE = re.compile(r"sep=(.)(?:\r?\n|\r)", re.IGNORECASE)
_PRIVATE = range(0xE000, 0xF900)
_LONGEST_CELL = 2_000_000  # characters; a line is no longer either
_LINE = N_("one of its lines has more than {count} characters")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def possible_encodings(content: bytes) -> tuple[str, ...]:
    """Return the encodings that can decode the bytes, the likeliest first."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    if content[:_SAMPLE].count(b"\x00") * STRAY > len(content[:_SAMPLE]):
        return _wide(content)
    if _decodes(content, "utf-8"):
        return ("utf-8",)
    found = [encoding for encoding in ("gb18030", "cp950") if _decodes(content, encoding)]
    return tuple(sorted(found, key=lambda encoding: -_likeness(content, encoding)))


def decoded(content: bytes, encoding: str) -> str:
    """Return the text without its byte order mark, GB18030's private characters restored."""
    text = content.decode(encoding).removeprefix("\ufeff")
    return restore_private_use(text) if encoding == "gb18030" else text


def delimiter_of(text: str, possible: Sequence[str] = DELIMITERS) -> str:
    """Return the delimiter under which most lines have the same number of cells."""
    if found := _SEPARATOR_LINE.match(text):
        return found[1]
    sample = text[:_SAMPLE]
    return max(possible, key=lambda delimiter: _regularity(sample, delimiter))


def read_text(name: str, text: str, delimiter: str) -> Table:
    """Return the cells of a text table; every cell is a text."""
    return _read_lines(name, io.StringIO(text, newline=""), delimiter)


def read_encoded(name: str, content: bytes, encoding: str, delimiter: str) -> Table:
    """Return the cells of an encoded text table, never decoded as a whole."""
    file = io.TextIOWrapper(io.BytesIO(content), encoding, newline="")
    restore = restore_private_use if encoding == "gb18030" else str
    return _read_lines(name, map(restore, file), delimiter)


def sample_of(content: bytes, encoding: str) -> str:
    """Return the beginning of an encoded text."""
    part = content[: _SAMPLE * 4].decode(encoding, "ignore")
    return part.removeprefix("\ufeff")[:_SAMPLE]


def _read_lines(name: str, lines: Iterable[str], delimiter: str) -> Table:
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[list[str]] = []
    cells = 0
    for row in csv.reader(_checked(name, lines), delimiter=delimiter, strict=False):
        check_columns(name, len(row))
        rows.append(row)
        cells += len(row)
        if len(rows) % 1_000 == 0:
            check_rows(name, len(rows))
            check_cells(name, cells)
    return Table(name, _without_blank_end(rows))


def _checked(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines without mark and "sep=" line; one that would fill the memory is refused."""
    for at, line in enumerate(lines):
        if len(line) > _LONGEST_CELL:
            raise SheetTooBig(name=name, limit=_(_LINE).format(count=f"{_LONGEST_CELL:,}"))
        if at:
            yield line
            continue
        first = line.removeprefix("\ufeff")
        if not _SEPARATOR_LINE.fullmatch(first):
            yield first


def _without_blank_end(rows: list[list[str]]) -> list[list[str]]:
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _wide(content: bytes) -> tuple[str, ...]:
    first = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    return (first,) if _decodes(content, first) else ()


def _decodes(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(content), MEGABYTE):
            decoder.decode(content[start : start + MEGABYTE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(content: bytes, encoding: str) -> float:
    """Return how many of the Chinese characters are common ones of that encoding."""
    text = content[: _SAMPLE * 2].decode(encoding, "ignore")
    characters = [char for char in text if is_han(char) or not char.isprintable()]
    common = sum(_is_common(char, encoding) for char in characters)
    private = sum(ord(char) in _PRIVATE for char in text)
    return (common - private) / (len(characters) or 1)


def _is_common(char: str, encoding: str) -> bool:
    code, first, last = (
        (char.encode("gb2312", "ignore"), 0xB0, 0xD7)
        if encoding == "gb18030"
        else (char.encode("cp950", "ignore"), 0xA4, 0xC6)
    )
    return len(code) > 1 and first <= code[0] <= last


def _regularity(sample: str, delimiter: str) -> float:
    try:
        rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))[:60]
    except csv.Error:
        return 0.0
    widths = [len(row) for row in rows if row]
    usual = max(set(widths), key=widths.count, default=1)
    return 0.0 if usual == 1 else widths.count(usual) / len(widths) * min(usual, 12)
