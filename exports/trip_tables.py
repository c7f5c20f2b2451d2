"""The tables of a trip book: delegation, overview, flights and trains, numbers to call."""

from exports.flow import MUTED, WIDTH, Flow, Setter, Style
from exports.tables import STRONG, Cell, Table
from summit_desk.domain.documents.trip_book import (
    HOTLINES,
    TripBook,
    bilingual,
    clock,
    in_language,
    stops_in_words,
)
from summit_desk.domain.documents.words import (
    NO_TEXT,
    Bilingual,
    DocumentLanguage,
    label,
    short_day,
    words,
)
from summit_desk.domain.records import LegKind, TravellerRole
from summit_desk.domain.trip_view import LegView, TravellerView
from summit_desk.domain.trip_words import ROLES
from summit_desk.domain.wall_time import hours_text
from summit_desk.support.i18n import N_, speaking

NOTE = Style(size=9, colour=MUTED)
CALL = Style(size=12, bold=True, colour="#b42318")
CALLABLE = {TravellerRole.LEADER, TravellerRole.DEPUTY, TravellerRole.LIAISON}
TRAVELLER_TITLES = (
    N_("Name"),
    N_("Organisation and title"),
    N_("Role"),
    N_("Shares a room with"),
    N_("Diet"),
)  # fmt: skip -- one table's head, one line
OVERVIEW_TITLES = (N_("Date"), N_("Way"), N_("Programme"), N_("Hotel"))
RIDE_TITLES = (
    N_("Date"),
    N_("Flight / train"),
    N_("Departure"),
    N_("Arrival"),
    N_("Travel time"),
    N_("Booking"),
)  # fmt: skip -- as above
CALL_TITLES = (N_("Who"), N_("Telephone"), N_("Remark"))
UNLISTED = {LegKind.STAY, LegKind.FREE, LegKind.TRANSFER}


class TripTables:
    """Adds tables to the pages of a trip book."""

    def __init__(
        self, book: TripBook, language: DocumentLanguage, setter: Setter, flow: Flow
    ) -> None:
        self._book, self._language, self._set, self._flow = book, language, setter, flow
        people = [who.facts for who in book.view.travellers]
        self._names = {facts.id: bilingual(facts.spoken_name) for facts in people}

    def travellers(self) -> None:
        """Add the delegation, without numbers of passports."""
        titles = ["#", *map(self._label, TRAVELLER_TITLES)]
        table = Table(self._set, self._flow, titles, (5, 24, 46, 15, 17, 14))
        for number, who in enumerate(self._book.view.travellers, 1):
            table.add(self._traveller(number, who))
        table.close()

    def _traveller(self, number: int, who: TravellerView) -> list[Cell]:
        facts, mate = who.facts, who.facts.traveller.room_with_id
        return [
            Cell(str(number)),
            Cell(self._first(bilingual(facts.spoken_name)), facts.passport_name, STRONG),
            self._pair(_position(who)),
            self._pair(words(ROLES[facts.traveller.role])),
            Cell(self._first(self._names.get(mate, NO_TEXT)) if mate else ""),
            Cell(facts.traveller.diet),
        ]

    def overview(self) -> None:
        """Add one line per day."""
        titles = map(self._label, OVERVIEW_TITLES)
        table = Table(self._set, self._flow, list(titles), (19, 28, 47, 26))
        for day in self._book.view.days:
            when, way, bed = short_day(day.date), stops_in_words(day.stops), bilingual(day.bed)
            programme = [bilingual(leg.name) for leg in day.legs if leg.leg.kind not in UNLISTED]
            table.add(
                [
                    Cell(self._first(when), when.second(self._language), STRONG),
                    Cell(self._first(way), way.second(self._language)),
                    Cell("\n".join(map(self._first, programme))),
                    Cell(self._first(bed), bed.second(self._language)),
                ]
            )
        table.close()

    def rides(self) -> None:
        """Add the flights and trains with both local times."""
        table = Table(
            self._set, self._flow, [*map(self._label, RIDE_TITLES)], (23, 18, 35, 35, 21, 18)
        )
        for leg in self._book.rides():
            table.add(self._ride(leg))
        table.close()
        note = words(N_("All times are local; the offset from UTC stands behind each of them."))
        self._flow.space(4)
        self._flow.add(self._set.paragraph(self._first(note), WIDTH, NOTE))

    def _ride(self, leg: LegView) -> list[Cell]:
        record = leg.leg
        when = short_day(record.starts_at.date())
        with speaking(self._language.main):
            length = hours_text(leg.length)
        return [
            Cell(self._first(when), when.second(self._language)),
            Cell(record.number or words(N_("Train")).first(self._language), style=STRONG),
            Cell(
                clock(record.starts_at, leg.from_offset),
                f"{self._first(bilingual(leg.origin))} {record.from_code} {record.terminal_from}",
                STRONG,
            ),
            Cell(
                clock(record.ends_at, leg.to_offset, leg.shift),
                f"{self._first(bilingual(leg.destination))} {record.to_code} {record.terminal_to}",
                STRONG,
            ),
            Cell(length, record.baggage),
            Cell(record.booking),
        ]

    def calls(self) -> None:
        """Add every number to call."""
        table = Table(self._set, self._flow, [*map(self._label, CALL_TITLES)], (60, 50, 60))
        for number, msgid in HOTLINES:
            text = words(msgid)
            table.add(
                [Cell(self._first(text), text.second(self._language)), _call(number), Cell("")]
            )
        for contact in self._book.view.contacts:
            text = Bilingual(contact.label, contact.label_other)
            what = Cell(self._first(text), text.second(self._language))
            table.add([what, _call(contact.phone), Cell(contact.notes)])
        for who in self._book.view.travellers:
            if who.facts.traveller.role in CALLABLE and who.facts.person.mobile:
                role = self._pair(words(ROLES[who.facts.traveller.role]))
                name = Cell(self._first(self._names[who.facts.id]))
                table.add([role, _call(who.facts.person.mobile), name])
        for leg in self._book.view.legs():
            if leg.leg.kind is LegKind.STAY and leg.leg.phone:
                hotel = Cell(in_language(leg.name, self._language))
                table.add([hotel, _call(leg.leg.phone), Cell(leg.leg.address)])
        table.close()

    def _label(self, msgid: str) -> str:
        return label(msgid, self._language)

    def _pair(self, text: Bilingual) -> Cell:
        return Cell(self._first(text), text.second(self._language))

    def _first(self, text: Bilingual) -> str:
        return text.first(self._language)


def _position(who: TravellerView) -> Bilingual:
    """Return "示例港口集团 信息中心主任" and "Head of Information, Example Ports"."""
    facts = who.facts
    other = (facts.title_other, facts.organisation_other)
    return Bilingual(f"{facts.organisation} {facts.title}".strip(), ", ".join(filter(None, other)))


def _call(number: str) -> Cell:
    return Cell(number, style=CALL)
