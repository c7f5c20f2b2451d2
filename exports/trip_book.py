"""The trip book: cover, travellers, overview, flights, every day, numbers to call."""

from datetime import datetime
from itertools import groupby
from pathlib import Path

from exports.checks import refuse_blocked, text_findings
from exports.flow import (
    ACCENT,
    MUTED,
    PAGE,
    WIDTH,
    Block,
    Flow,
    Setter,
    Style,
    beside,
    marked,
    nothing,
    on_colour,
    padded,
    page_footer,
    stacked,
)
from exports.fonts import FontService
from exports.pdf import MM, Properties
from exports.trip_days import add_days
from exports.trip_tables import TripTables
from exports.trip_texts import trip_texts
from summit_desk.domain.documents.trip_book import TripBook, stops_in_words
from summit_desk.domain.documents.words import (
    Bilingual,
    DocumentLanguage,
    days_in_words,
    label,
    words,
)
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.support.i18n import N_

COVER_TITLE = Style(size=28, bold=True, leading=1.4)
COVER_SECOND = Style(size=14, colour=MUTED)
COVER_KIND = Style(size=13, bold=True, colour=ACCENT)
COVER_LINE = Style(size=12, leading=1.6)
COVER_SMALL = Style(size=10.5, colour=MUTED, leading=1.6)
HEADING = Style(size=15, bold=True, leading=1.5)
NOTE_LINES, NOTE_PITCH = 40, 9 * MM


def write_trip_book(
    book: TripBook,
    path: Path,
    language: DocumentLanguage,
    fonts: FontService,
    made_at: datetime,
    progress: Progress = SILENT,
) -> None:
    """Write the trip book; refuse it when a character can't be drawn."""
    refuse_blocked(text_findings(trip_texts(book), fonts))
    flow = _TripPaper(book, language, fonts).flow()
    properties = Properties(
        title=f"{book.title.first(language)} {label(N_('Trip book'), language)}",
        author=book.host.first(language),
        language=language.main,
        made_at=made_at,
    )
    numbering = words(N_("Page {number} of {pages}"), number="{number}", pages="{pages}")
    footer = page_footer(Setter(fonts), properties.title, numbering.first(language))
    flow.write(path, properties, fonts, footer, progress)


class _TripPaper:
    """Turns a trip into blocks."""

    def __init__(self, book: TripBook, language: DocumentLanguage, fonts: FontService) -> None:
        self._book, self._language = book, language
        self._set = Setter(fonts)
        self._flow = Flow()

    def flow(self) -> Flow:
        """Return the pages."""
        self._flow.add(self._cover())
        self._flow.new_page()
        view = self._book.view
        tables = TripTables(self._book, self._language, self._set, self._flow)
        parts = (
            (N_("Delegation"), bool(view.travellers), tables.travellers),
            (N_("Trip overview"), bool(view.days), tables.overview),
            (N_("Flights and trains"), bool(self._book.rides()), tables.rides),
            (N_("Day by day"), bool(view.days), self._add_days),
        )
        for title, has_content, add in parts:
            if has_content:
                self._add_heading(title)
                add()
        self._flow.new_page()
        self._add_heading(N_("Numbers to call"))
        tables.calls()
        self._add_notes()
        return self._flow

    def _add_heading(self, msgid: str) -> None:
        self._flow.repeated = None
        self._flow.space(14)
        text = words(msgid)
        heading = stacked(
            self._set.paragraph(label(msgid, self._language, between="　"), WIDTH, HEADING),
            on_colour(nothing(2), ACCENT, 14 * MM),
            nothing(6),
        )
        self._flow.add(marked(heading, text.first(self._language), 0), with_next=90)

    def _cover(self) -> Block:
        trip, first = self._book.view.trip, self._first
        days, size = days_in_words(trip.starts_on, trip.ends_on), self._size()
        body = stacked(
            self._set.paragraph(label(N_("Trip book"), self._language), WIDTH, COVER_KIND),
            nothing(8),
            self._set.heading(first(self._book.title), WIDTH - 10 * MM, COVER_TITLE),
            self._second(self._book.title, COVER_SECOND),
            nothing(18),
            self._set.paragraph(first(days), WIDTH, COVER_LINE),
            self._second(days, COVER_SMALL),
            self._set.paragraph(first(size), WIDTH, COVER_LINE),
            self._second(size, COVER_SMALL),
            self._set.paragraph(first(self._way()), WIDTH - 10 * MM, COVER_LINE),
            self._second(self._way(), COVER_SMALL),
            nothing(18),
            self._purpose(),
            self._set.paragraph(first(self._book.host), WIDTH, COVER_SMALL),
        )
        bar = on_colour(nothing(body.height), ACCENT, 2 * MM)
        page = beside((0, bar), (8 * MM, body))
        return padded(page, above=max(0.0, PAGE[1] * 0.3 - body.height / 4))

    def _size(self) -> Bilingual:
        figures = self._book.view.figures
        return words(
            N_("{days} days, {nights} nights, {people} people"),
            days=figures.days,
            nights=figures.nights,
            people=figures.people,
        )

    def _purpose(self) -> Block:
        trip = self._book.view.trip
        purpose = Bilingual(trip.purpose, trip.purpose_other)
        width = WIDTH - 20 * MM
        return stacked(
            self._set.paragraph(self._first(purpose), width, COVER_SMALL),
            self._set.paragraph(purpose.second(self._language), width, COVER_SMALL),
            nothing(14 if purpose else 0),
        )

    def _way(self) -> Bilingual:
        stops = [stop for day in self._book.view.days for stop in day.stops]
        chain = [stop for _name, (stop, *_same) in groupby(stops, key=lambda s: s.chinese)]
        return stops_in_words(chain)

    def _add_days(self) -> None:
        add_days(self._book, self._language, self._set, self._flow)

    def _add_notes(self) -> None:
        self._add_heading(N_("Notes"))
        for _line in range(NOTE_LINES):
            if self._flow.room < NOTE_PITCH * 2:
                return
            self._flow.add(padded(on_colour(nothing(0.5), "#d5dbe5", WIDTH), above=NOTE_PITCH))

    def _first(self, text: Bilingual) -> str:
        return text.first(self._language)

    def _second(self, text: Bilingual, style: Style) -> Block:
        return self._set.paragraph(text.second(self._language), WIDTH - 10 * MM, style)
