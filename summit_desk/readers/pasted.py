"""Read a table from the clipboard: plain text, or HTML where that says more."""

from pathlib import Path

from summit_desk.domain.errors.imports import NothingPasted, SheetTooBig
from summit_desk.domain.imports.tables import Book, Container, Table, filled
from summit_desk.readers.bounds import too_long
from summit_desk.readers.cards import MARK, read_cards
from summit_desk.readers.separated import DELIMITERS, delimiter_of, read_text
from summit_desk.readers.web_pages import read_html

_TWO_ROWS = 2
_MESSAGES = (*DELIMITERS, "，", "；")  # lists in messages are written with Chinese commas


def read_pasted(name: str, text: str, html: str = "", delimiter: str = "") -> Book:
    """Return a table that was pasted from a spreadsheet or a message.

    Merged cells are told by HTML only. Raises NothingPasted when it is no table.
    """
    if too_long(text) or too_long(html):
        raise SheetTooBig(name=name, limit=too_long(text) or too_long(html))
    if text.lstrip().upper().startswith(MARK.decode()):
        return Book(Container.CARDS, read_cards(Path(name), text.encode()))
    chosen = delimiter or delimiter_of(text, _MESSAGES)
    plain = read_text(name, text, chosen)
    marked = [] if delimiter else [one for one in _marked(name, html) if not one.is_empty]
    if marked and (any(one.merged for one in marked) or plain.width < marked[0].width):
        return Book(Container.HTML, tuple(marked))
    if sum(any(map(filled, row)) for row in plain.rows) < _TWO_ROWS:
        raise NothingPasted
    return Book(Container.TEXT, (plain,), "", chosen)


def _marked(name: str, html: str) -> tuple[Table, ...]:
    return read_html(Path(name), html.encode("utf-8", "replace")) if "<t" in html.lower() else ()
