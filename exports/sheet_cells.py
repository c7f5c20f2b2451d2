"""Cells of a sheet as XML: text stays text, dates are dates, nothing is ever a formula."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from summit_desk.domain.documents.sheets import CellValue, Row
from summit_desk.domain.errors.documents import TextTooLongForCell

BAND_HEIGHT = 20.0
LONGEST = 32_767  # characters that a cell may hold
_EPOCH = datetime(1899, 12, 30)
_FIRST_DAY = _EPOCH.toordinal()
_SECONDS = 86_400

_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def clean(text: str) -> str:
    """Return a text with line ends unified and without characters that no sheet can hold."""
    return re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", _line_ends(text))


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def escaped(text: str) -> str:
    """Return a text for XML; "_x000D_" is protected, which programs would decode otherwise."""
    if not _SPECIAL.search(text):
        return text
    return _SPECIAL.sub(_replacement, _line_ends(text))


def _replacement(found: re.Match[str]) -> str:
    text = found.group()
    return f"_x005F{text}" if len(text) > 1 else _MARKUP.get(text, "")


Writer = Callable[[str, int, int, CellValue], str]


def _text(name: str, row: int, style: int, value: CellValue) -> str:
    text = str(value)
    if len(text) > LONGEST:
        raise TextTooLongForCell(column=name, row=row)
    return (
        f'<c r="{name}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escaped(text)}</t></is></c>"
    )


def _number(name: str, row: int, style: int, value: CellValue) -> str:
    if value in {float("inf"), float("-inf")} or value != value:  # noqa: PLR0124 -- not a number
        return ""
    return f'<c r="{name}{row}" s="{style}"><v>{value!r}</v></c>'


def _flag(name: str, row: int, style: int, value: CellValue) -> str:
    return f'<c r="{name}{row}" s="{style}" t="b"><v>{int(bool(value))}</v></c>'


def _moment(name: str, row: int, style: int, value: CellValue) -> str:
    assert isinstance(value, datetime)
    if value.year <= _EPOCH.year:  # before the calendar of sheets begins
        return _text(name, row, style, f"{value:%Y-%m-%d %H:%M}")
    since = value.replace(tzinfo=None) - _EPOCH
    days = since.days + since.seconds / _SECONDS
    return f'<c r="{name}{row}" s="{style}"><v>{days!r}</v></c>'


def _day(name: str, row: int, style: int, value: CellValue) -> str:
    assert isinstance(value, date)
    if value.year <= _EPOCH.year:
        return _text(name, row, style, value.isoformat())
    return f'<c r="{name}{row}" s="{style}"><v>{value.toordinal() - _FIRST_DAY}</v></c>'


_WRITERS: dict[type, Writer] = {
    str: _text,
    int: _number,
    float: _number,
    bool: _flag,
    datetime: _moment,
    date: _day,
}


def row_xml(
    number: int,
    values: Row,
    names: Sequence[str],
    styles: Sequence[int],
    *,
    framed: bool = False,
    height: float | None = None,
) -> str:
    """Return one row; empty cells are left out, unless they have a frame.

    The commonest case, short text, stands first.
    """
    size = "" if height is None else f' ht="{height}" customHeight="1"'
    cells = [f'<row r="{number}"{size}>']
    search = _SPECIAL.search
    for name, style, value in zip(names, styles, values, strict=False):
        if isinstance(value, str) and value:
            if len(value) <= LONGEST and not search(value):
                cells.append(
                    f'<c r="{name}{number}" s="{style}" t="inlineStr">'
                    f'<is><t xml:space="preserve">{value}</t></is></c>'
                )
            else:
                cells.append(_text(name, number, style, value))
        elif value is not None and value != "":
            cells.append(_WRITERS.get(type(value), _text)(name, number, style, value))
        elif framed:
            cells.append(f'<c r="{name}{number}" s="{style}"/>')
    cells.append("</row>")
    return "".join(cells)


def band_xml(number: int, text: str, names: Sequence[str], style: int) -> str:
    """Return a row with one text, which runs over the empty cells beside it."""
    rest = "".join(f'<c r="{name}{number}" s="{style}"/>' for name in names[1:])
    first = _text(names[0], number, style, text[:LONGEST])
    return f'<row r="{number}" ht="{BAND_HEIGHT}" customHeight="1">{first}{rest}</row>'
