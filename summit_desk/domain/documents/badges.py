"""A badge as values: what is known of the person, and a template that says where it goes."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.documents.words import NO_TEXT, Bilingual


class BadgeField(StrEnum):
    """What a text box of a template shows."""

    EVENT = "event"
    EVENT_LINE = "event_line"  # date and place
    NAME = "name"
    NAME_OTHER = "name_other"  # pinyin or the name in the other language
    ORGANISATION = "organisation"
    TITLE = "title"
    CATEGORY = "category"
    NUMBER = "number"
    SEAT = "seat"
    EXTRA = "extra"  # fields of the event's own; it shares the box of the title


class Ink(StrEnum):
    """A colour by its part in the design; CATEGORY is the attendee's category."""

    CATEGORY = "category"
    ON_CATEGORY = "on_category"  # black or white, whichever reads better on the category
    TEXT = "#111827"
    MUTED = "#4b5563"
    FAINT = "#6b7280"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, kw_only=True)
class Box:
    """A place on the badge in millimetres from the top-left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class TextBox(Box):
    """A text that is made as large as fits: shrunk, then wrapped, then reported; never cut.

    A size below `legible` is reported and not printed. `spread` sets two-character names as wide
    as three-character ones. `tracking` is extra space between characters, in em.
    """

    field: BadgeField
    largest: float  # points
    legible: float  # points
    bold: bool = False
    lines: int = 1
    align: Align = Align.CENTRE
    ink: Ink = Ink.TEXT
    spread: bool = False
    beside: bool = False  # two languages on one line instead of one above the other
    tracking: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Shape(Box):
    """A filled rectangle."""

    ink: Ink = Ink.CATEGORY


@dataclass(frozen=True, kw_only=True)
class QrBox(Box):
    """The badge code with its quiet zone of four modules inside the box."""


Element = TextBox | Shape | QrBox


@dataclass(frozen=True, kw_only=True)
class BadgeTemplate:
    """A size of paper and what lies on it, bottom first."""

    key: str
    width: float  # mm
    height: float
    elements: tuple[Element, ...]


@dataclass(frozen=True, kw_only=True)
class BadgeEvent:
    """What is the same on every badge of an event."""

    title: Bilingual
    line: Bilingual
    short_title: Bilingual = NO_TEXT
    organiser: str = ""


@dataclass(frozen=True, kw_only=True)
class BadgeCard:
    """What one person's badge says. `name.other` is pinyin or the name in the other language."""

    attendee_id: UUID
    name: Bilingual
    organisation: Bilingual
    title: Bilingual
    category: Bilingual
    colour: str  # "#rrggbb"
    number: str
    seat: str = ""
    code: str  # 27 digits
    extra: Bilingual = NO_TEXT  # fields of the event's own
