"""Where a list comes from: a file, the clipboard, or another program."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summit_desk.domain.imports.tables import Book
from summit_desk.readers.books import read_book, read_sent
from summit_desk.readers.pasted import read_pasted
from summit_desk.services.imports import AS_GUESSED, ImportOptions


class Source(Protocol):
    """A list that can be read as often as its options change."""

    @property
    def path(self) -> Path:
        """The file, or what the list is called that has none."""

    def look(self, options: ImportOptions = AS_GUESSED) -> Book:
        """Return its sheets; raises the errors of `domain.errors.imports`."""


@dataclass(frozen=True)
class FileSource:
    path: Path

    def look(self, options: ImportOptions = AS_GUESSED) -> Book:
        return read_book(self.path, encoding=options.encoding, delimiter=options.delimiter)


@dataclass(frozen=True)
class PastedSource:
    """What stood on the clipboard, or was dropped as text."""

    path: Path
    text: str
    html: str = ""

    def look(self, options: ImportOptions = AS_GUESSED) -> Book:
        return read_pasted(self.path.name, self.text, self.html, options.delimiter)


@dataclass(frozen=True)
class SentSource:
    """What another program wrote to this one's standard input."""

    path: Path
    content: bytes

    def look(self, options: ImportOptions = AS_GUESSED) -> Book:
        return read_sent(
            self.path.name,
            self.content,
            encoding=options.encoding,
            delimiter=options.delimiter,
        )
