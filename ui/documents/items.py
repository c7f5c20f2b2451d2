"""The documents on offer, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.documents.choices import Document
from summit_desk.domain.documents.words import DocumentLanguage
from summit_desk.domain.trip_view import TripLine
from summit_desk.support.i18n import N_, _, in_words

SHEETS = frozenset({Document.ATTENDEES, Document.ATTENDANCE})
"""The documents that are workbooks, shown as tables and never printed from here."""


@dataclass(frozen=True)
class Item:
    """A document of the row above the pages; `size` of badges, `trip_id` of trip books."""

    document: Document
    title: Callable[[], str]
    size: str = ""
    trip_id: UUID | None = None

    @property
    def key(self) -> str:
        """What tells this item from the others."""
        return f"{self.document}:{self.size or self.trip_id or ''}"

    @property
    def has_people(self) -> bool:
        """Tell whether the document is for chosen attendees."""
        return self.document in {Document.BADGES, *SHEETS}


ATTENDEE_LIST = Item(Document.ATTENDEES, lambda: _("List of attendees"))
ATTENDANCE = Item(Document.ATTENDANCE, lambda: _("Attendance list"))
AGENDA = Item(Document.AGENDA, lambda: _("Agenda"))
FIXED: Sequence[Item] = (
    Item(Document.BADGES, lambda: _("Badges 90×130 mm"), size="90x130"),
    Item(Document.BADGES, lambda: _("Badges A6"), size="a6"),
    Item(Document.BADGES, lambda: _("Card badges 85.6×54 mm"), size="card"),
    AGENDA,
    ATTENDEE_LIST,
    ATTENDANCE,
)

LANGUAGES = (
    (DocumentLanguage.CHINESE, N_("Chinese")),
    (DocumentLanguage.ENGLISH, N_("English")),
    (DocumentLanguage.BOTH, N_("Both")),
)


def items(trips: Sequence[TripLine]) -> list[Item]:
    """Return every document, with a book for each trip."""
    return [*FIXED, *map(_book, trips)]


def _book(line: TripLine) -> Item:
    trip = line.trip
    return Item(
        Document.TRIP_BOOK,
        lambda: _("Trip book: {trip}").format(trip=in_words(trip.name, trip.name_other)),
        trip_id=trip.id,
    )
