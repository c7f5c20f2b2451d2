"""The kinds of text that a field of a form holds."""

from enum import StrEnum


class TextKind(StrEnum):
    """What a field holds; a name and a number have rules of their own."""

    LINE = "line"
    LINES = "lines"
    NAME = "name"
    NUMBER = "number"  # of a phone, a document or a code; an address, too
