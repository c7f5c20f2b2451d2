"""Tell what a file is by its first bytes; its name may say anything."""

import codecs
import re

from summit_desk.domain.imports.tables import Container

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_FOREIGN = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
    b"SQLite format 3", b"MZ", b"\x7fELF", b"ID3", b"\x00\x00\x00",
)  # fmt: skip
STRAY = 64  # bytes of text for each zero
_CARDS = re.compile(rb"begin:vcard\s", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype html|html|table|meta|body)\b", re.IGNORECASE)


def container_of(head: bytes) -> Container | None:
    """Return the container that the first kilobytes belong to, or None for a foreign file."""
    if head.startswith(b"PK\x03\x04"):
        return Container.ODS if b"opendocument.spreadsheet" in head[:200] else Container.XLSX
    if head.startswith((_OLE, *_BIFF)):
        return Container.XLS
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        return _marked_up(_narrowed(head)) or Container.TEXT
    if head.startswith(_FOREIGN):
        return None
    return _marked_up(head) or _plain(head)


def _marked_up(head: bytes) -> Container | None:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _CARDS.match(text):
        return Container.CARDS
    if text.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in text:
        return Container.XML
    if text.startswith(b"<") and _HTML.search(text):
        return Container.HTML
    return None


def _plain(head: bytes) -> Container | None:
    zeros = head.count(b"\x00")
    if zeros * STRAY <= len(head):  # a zero that strayed into a text
        return Container.TEXT
    if abs(zeros * 2 - len(head)) < len(head) // 2:
        return Container.TEXT
    return None


def _narrowed(head: bytes) -> bytes:
    return head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
