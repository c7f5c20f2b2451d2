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
from summit_desk.readers.bounds import check_file
from summit_desk.readers.containers import container_of
from summit_desk.readers.markup import read_html, read_spreadsheet_xml
from summit_desk.readers.separated import (
    decoded,
    delimiter_of,
    possible_encodings,
    read_text,
)
from summit_desk.readers.sheets import read_workbook

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
        return Book(container, read_apart(path))
    if container in {Container.XLSX, Container.ODS}:
        return Book(container, read_workbook(path, container))
    return _written(path, container, encoding, delimiter)


def read_pasted(name: str, text: str) -> Book:
    """Return a table that was pasted from a spreadsheet or a message."""
    delimiter = delimiter_of(text)
    return Book(Container.TEXT, (read_text(name, text, delimiter),), "", delimiter)


def _written(path: Path, container: Container, encoding: str, delimiter: str) -> Book:
    content = path.read_bytes()
    if container is Container.XML:
        return Book(container, read_spreadsheet_xml(path, content))
    if container is Container.HTML:
        return Book(container, read_html(path, content))
    possible = possible_encodings(content)
    chosen = encoding or next(iter(possible), "")
    if not chosen:
        raise UnknownEncoding(name=path.name)
    try:
        text = decoded(content, chosen)
        comma = delimiter or delimiter_of(text)
        table = read_text(path.stem, text, comma)
    except UnicodeDecodeError as wrong:
        raise UnknownEncoding(name=path.name) from wrong
    except csv.Error as broken:
        raise DamagedSheet(name=path.name) from broken
    return Book(container, (table,), chosen, comma, possible)
