"""Open any file of sheets: the container is told by its bytes, the bounds are kept."""

import csv
from pathlib import Path

from summit_desk.domain.errors.imports import (
    DamagedSheet,
    NotATable,
    UnknownEncoding,
    UnreadableFile,
)
from summit_desk.domain.imports.tables import Book, Container
from summit_desk.readers.apart import read_apart
from summit_desk.readers.bounds import check_file, check_merged
from summit_desk.readers.cards import read_cards
from summit_desk.readers.containers import container_of
from summit_desk.readers.separated import (
    delimiter_of,
    possible_encodings,
    read_encoded,
    sample_of,
)
from summit_desk.readers.sheets import inspect_workbook, read_workbook
from summit_desk.readers.spreadsheet_xml import read_spreadsheet_xml
from summit_desk.readers.web_pages import read_html

_HEAD = 8_192


def read_book(path: Path, *, encoding: str = "", delimiter: str = "") -> Book:
    """Return the sheets of a file; encoding and delimiter are found if they are not given."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as closed:
        reason = closed.strerror or str(closed)
        raise UnreadableFile(name=path.name, reason=reason) from closed
    container = container_of(head)
    if container is None:
        raise NotATable(name=path.name)
    check_file(path, size, container)
    if container is Container.XLS:
        return _sound(path.name, Book(container, read_apart(path)))
    if container in {Container.XLSX, Container.ODS}:
        inspected = inspect_workbook(path)
        read = read_workbook if inspected.usual else read_apart
        return _sound(path.name, Book(container, read(path, inspected)))
    return _sound(path.name, _written(path, path.read_bytes(), container, encoding, delimiter))


def read_sent(name: str, content: bytes, *, encoding: str = "", delimiter: str = "") -> Book:
    """Return a table that another program sent: text, HTML, XML or cards, but no workbook."""
    container = container_of(content[:_HEAD])
    if container not in {Container.TEXT, Container.HTML, Container.XML, Container.CARDS}:
        raise NotATable(name=name)
    check_file(Path(name), len(content), container)
    return _sound(name, _written(Path(name), content, container, encoding, delimiter))


def _sound(name: str, book: Book) -> Book:
    for table in book.tables:
        check_merged(name, table.merged, len(table.rows))
    return book


def _written(
    path: Path, content: bytes, container: Container, encoding: str, delimiter: str
) -> Book:
    if container is Container.XML:
        return Book(container, read_spreadsheet_xml(path, content))
    if container is Container.HTML:
        return Book(container, read_html(path, content))
    if container is Container.CARDS:
        return Book(container, read_cards(path, content, encoding))
    possible = possible_encodings(content)
    chosen = encoding or next(iter(possible), "")
    if not chosen:
        raise UnknownEncoding(name=path.name)
    try:
        comma = delimiter or delimiter_of(sample_of(content, chosen))
        table = read_encoded(path.stem, content, chosen, comma)
    except UnicodeDecodeError as wrong:
        raise UnknownEncoding(name=path.name) from wrong
    except csv.Error as broken:
        raise DamagedSheet(name=path.name) from broken
    return Book(container, (table,), chosen, comma, possible)
