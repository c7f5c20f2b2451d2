"""The pages of a trip book that tell each day: times, places, who is met, what to know."""

from collections.abc import Iterator

from exports.flow import (
    ACCENT,
    MUTED,
    WHITE,
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
    ruled,
    stacked,
)
from exports.pdf import MM
from summit_desk.domain.documents.trip_book import (
    TripBook,
    bilingual,
    clock,
    stops_in_words,
)
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage, day_in_words, words
from summit_desk.domain.records import Leg, LegKind
from summit_desk.domain.trip_view import DayView, LegView
from summit_desk.domain.trip_words import LEG_KINDS
from summit_desk.domain.wall_time import ClockChange, difference_text, hours_text
from summit_desk.support.i18n import N_, Language, _, speaking

DAY, DAY_SECOND = Style(size=12, bold=True, colour=WHITE), Style(size=9, colour=WHITE)
DAY_RIGHT = Style(size=9.5, colour=WHITE, align=1.0)
TIME = Style(size=10, bold=True, colour=ACCENT)
TIME_SMALL = Style(size=8, colour=MUTED)
KIND = Style(size=9, colour=MUTED, leading=1.55)
NAME = Style(size=10.5, bold=True)
SECOND = Style(size=9, colour=MUTED)
WARNING = Style(size=9, bold=True, colour="#b45309")
TIME_COLUMN, KIND_COLUMN = 32 * MM, 22 * MM
CONTENT = WIDTH - TIME_COLUMN - KIND_COLUMN


def add_days(book: TripBook, language: DocumentLanguage, setter: Setter, flow: Flow) -> None:
    """Add every day of the trip to the pages."""
    pages = _Days(book, language, setter)
    for day in book.view.days:
        title = day_in_words(day.date).first(language)
        flow.repeated = None
        flow.add(marked(pages.head(day), title, 1), with_next=80)
        flow.repeated = pages.head(day)
        for block in pages.legs(day):
            flow.add(block)
        flow.repeated = None
        flow.space(12)


class _Days:
    def __init__(self, book: TripBook, language: DocumentLanguage, setter: Setter) -> None:
        self._language, self._set = language, setter
        self._home = book.view.trip.home_zone

    def head(self, day: DayView) -> Block:
        """Return the band that opens a day."""
        number = words(N_("Day {number}"), number=day.number)
        date, way = day_in_words(day.date), stops_in_words(day.stops)
        first = f"{number.first(self._language)}　{date.first(self._language)}"
        title = stacked(
            self._set.paragraph(first, 100 * MM, DAY),
            self._set.paragraph(date.second(self._language), 100 * MM, DAY_SECOND),
        )
        right = stacked(
            padded(self._set.paragraph(way.first(self._language), 66 * MM, DAY_RIGHT), above=1.5),
            self._set.paragraph(way.second(self._language), 66 * MM, DAY_RIGHT),
        )
        line = beside((4 * MM, title), (WIDTH - 70 * MM, right))
        band = on_colour(padded(line, above=4, below=4), ACCENT, WIDTH, radius=4)
        return stacked(band, nothing(3), self._clocks(day.clocks))

    def legs(self, day: DayView) -> Iterator[Block]:
        """Yield the legs of a day."""
        if not day.legs:
            text = words(N_("Nothing planned")).first(self._language)
            yield padded(self._set.paragraph(text, WIDTH, SECOND), above=3, left=4 * MM)
        for leg in day.legs:
            yield ruled(padded(self._leg(leg), above=5, below=5), WIDTH)

    def _leg(self, leg: LegView) -> Block:
        return beside(
            (2 * MM, self._times(leg)),
            (TIME_COLUMN, self._set.paragraph(self._kind(leg), KIND_COLUMN - MM, KIND)),
            (TIME_COLUMN + KIND_COLUMN, self._content(leg)),
        )

    def _times(self, leg: LegView) -> Block:
        record, width = leg.leg, TIME_COLUMN - 3 * MM
        if record.kind is LegKind.STAY:
            text = words(N_("from {time}"), time=f"{record.starts_at:%H:%M}").first(self._language)
            return self._set.paragraph(text, width, TIME)
        if record.from_zone != record.to_zone:
            return stacked(
                self._set.paragraph(clock(record.starts_at, leg.from_offset), width, TIME),
                self._set.paragraph(clock(record.ends_at, leg.to_offset, leg.shift), width, TIME),
            )
        later = f"{leg.shift:+d}" if leg.shift else ""
        return self._set.paragraph(
            f"{record.starts_at:%H:%M}–{record.ends_at:%H:%M}{later}", width, TIME
        )

    def _kind(self, leg: LegView) -> str:
        return words(LEG_KINDS[leg.leg.kind]).first(self._language)

    def _content(self, leg: LegView) -> Block:
        name = bilingual(leg.name)
        lines = [line for line in self._details(leg) if line]
        return stacked(
            self._set.paragraph(name.first(self._language), CONTENT, NAME),
            self._set.paragraph(name.second(self._language), CONTENT, SECOND),
            *(self._set.paragraph(line, CONTENT, SECOND) for line in lines),
        )

    def _details(self, leg: LegView) -> Iterator[str]:
        """Yield what is to be known of a leg, a line each."""
        record = leg.leg
        if leg.is_move:
            yield self._move(leg)
            yield self._difference(record)
        else:
            yield self._place(leg)
        if record.kind is LegKind.STAY and leg.nights:
            nights = N_("1 night") if leg.nights == 1 else N_("{nights} nights")
            yield words(nights, nights=leg.nights).first(self._language)
        yield record.address
        yield "　".join(filter(None, (record.contact, record.phone)))
        yield self._pair(N_("Booking"), record.booking)
        yield self._pair(N_("Baggage"), record.baggage)
        yield record.notes

    def _move(self, leg: LegView) -> str:
        record = leg.leg
        origin = f"{bilingual(leg.origin).first(self._language)} {record.terminal_from}".strip()
        goal = f"{bilingual(leg.destination).first(self._language)} {record.terminal_to}".strip()
        with speaking(self._language.main):
            length = hours_text(leg.length)
        return f"{origin} → {goal}　{length}"

    def _place(self, leg: LegView) -> str:
        place = Bilingual(leg.leg.from_place, leg.leg.from_place_other)
        name = bilingual(leg.name)
        shown = [place.first(self._language), place.second(self._language)]
        return "　".join(dict.fromkeys(s for s in shown if s and s != name.first(self._language)))

    def _difference(self, leg: Leg) -> str:
        """Return how far the clocks at the goal are from those at home, on that date."""
        if leg.to_zone in {leg.from_zone, self._home}:
            return ""
        with speaking(self._language.main):
            return difference_text(leg.ends_at, leg.to_zone, self._home)

    def _pair(self, msgid: str, value: str) -> str:
        colon = "：" if self._language.main is Language.CHINESE else ": "
        return f"{words(msgid).first(self._language)}{colon}{value}" if value else ""

    def _clocks(self, change: ClockChange | None) -> Block:
        if change is None:
            return nothing()
        with speaking(self._language.main):
            sentence = _("The clocks go forward by {hours} on this day, at {time} local time.")
            if change.by.total_seconds() < 0:
                sentence = _("The clocks go back by {hours} on this day, at {time} local time.")
            hours = hours_text(abs(change.by))
            text = sentence.format(hours=hours, time=f"{change.at:%H:%M}")
        return padded(self._set.paragraph(text, WIDTH, WARNING), above=2, below=2, left=2 * MM)
