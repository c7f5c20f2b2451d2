"""The agenda as a paper to hand out: title, days, forums, times, titles, speakers."""

from datetime import datetime
from pathlib import Path

from exports.agenda_texts import agenda_texts
from exports.checks import refuse_blocked, text_findings
from exports.flow import (
    ACCENT,
    FAINT,
    MUTED,
    WASH,
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
    page_footer,
    ruled,
    stacked,
)
from exports.fonts import FontService
from exports.pdf import MM, Properties
from summit_desk.domain.agenda_words import ROLES
from summit_desk.domain.documents.agenda import (
    AgendaDay,
    AgendaDocument,
    AgendaItem,
    AgendaPerson,
    AgendaTrack,
)
from summit_desk.domain.documents.words import (
    Bilingual,
    DocumentLanguage,
    day_in_words,
    label,
    words,
)
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.support.i18n import N_

TIME_COLUMN = 25 * MM
ROLE_COLUMN = {True: 25 * MM, False: 18 * MM}  # English words are longer
LEAST_NAME, MOST_NAME = 20 * MM, 42 * MM
KEPT_TOGETHER = 5  # people of an item between whom no page ends
CONTENT = WIDTH - TIME_COLUMN - 3 * MM

TITLE = Style(size=20, bold=True, align=0.5, leading=1.4)
TITLE_SECOND = Style(size=11.5, colour=MUTED, align=0.5)
KIND = Style(size=13, bold=True, colour=ACCENT, align=0.5, leading=1.5)
LINE = Style(size=9.5, colour=MUTED, align=0.5, leading=1.55)
DAY = Style(size=12.5, bold=True, colour=WHITE)
DAY_SECOND = Style(size=9.5, colour=WHITE)
DAY_RIGHT = Style(size=9.5, colour=WHITE, align=1.0)
FORUM = Style(size=12, bold=True)
SECOND = Style(size=9, colour=MUTED)
ROOM = Style(size=9, colour=MUTED, align=1.0)
TIME = Style(size=10, bold=True, colour=ACCENT)
ITEM = Style(size=10.5, bold=True)
QUIET_ITEM = Style(size=10, colour=MUTED)
NAME, ROLE = Style(size=9.5, bold=True), Style(size=8.5, colour=FAINT, leading=1.58)
AFFILIATION = Style(size=9.5)


def write_agenda(
    agenda: AgendaDocument,
    path: Path,
    language: DocumentLanguage,
    fonts: FontService,
    made_at: datetime,
    progress: Progress = SILENT,
) -> None:
    """Write the agenda; refuse it when a character can't be drawn."""
    refuse_blocked(text_findings(agenda_texts(agenda), fonts))
    paper = _AgendaPaper(agenda, language, fonts)
    properties = Properties(
        title=f"{agenda.title.first(language)} {label(N_('Agenda'), language)}",
        author=agenda.organiser.first(language),
        language=language.main,
        made_at=made_at,
    )
    numbering = words(N_("Page {number} of {pages}"), number="{number}", pages="{pages}")
    footer = page_footer(Setter(fonts), agenda.title.first(language), numbering.first(language))
    paper.flow().write(path, properties, fonts, footer, progress)


class _AgendaPaper:
    """Turns the agenda into blocks."""

    def __init__(
        self, agenda: AgendaDocument, language: DocumentLanguage, fonts: FontService
    ) -> None:
        self._agenda, self._language = agenda, language
        self._set = Setter(fonts)
        self._name_column = self._width_of_names()

    def flow(self) -> Flow:
        """Return the pages."""
        flow = Flow()
        flow.add(self._head())
        for day in self._agenda.days:
            if any(track.items for track in day.tracks):
                self._add_day(flow, day)
        return flow

    def _head(self) -> Block:
        agenda, rule = self._agenda, on_colour(nothing(1.5), ACCENT, 24 * MM)
        return stacked(
            self._set.heading(agenda.title.first(self._language), WIDTH, TITLE),
            self._set.heading(agenda.title.second(self._language), WIDTH, TITLE_SECOND),
            nothing(6),
            self._paragraph(self._wide_label(), KIND),
            beside(((WIDTH - 24 * MM) / 2, rule)),
            nothing(6),
            self._paragraph(agenda.line.first(self._language), LINE),
            self._paragraph(agenda.line.second(self._language), LINE),
            self._paragraph(agenda.organiser.first(self._language), LINE),
            self._paragraph(agenda.organiser.second(self._language), LINE),
            nothing(10),
        )

    def _wide_label(self) -> str:
        text = words(N_("Agenda"))
        return Bilingual("　".join(text.chinese), text.other).beside(self._language, "　")

    def _add_day(self, flow: Flow, day: AgendaDay) -> None:
        flow.repeated = None
        flow.space(4)
        title = day_in_words(day.date).beside(self._language, "　")
        flow.add(marked(self._day(day), title, 0), with_next=110)
        for track in day.tracks:
            if track.items:
                self._add_track(flow, track)

    def _day(self, day: AgendaDay) -> Block:
        when, width = day_in_words(day.date), 84 * MM
        title = stacked(
            self._set.paragraph(when.first(self._language), width, DAY),
            self._set.paragraph(when.second(self._language), width, DAY_SECOND),
        )
        name = stacked(
            padded(self._set.paragraph(day.label.first(self._language), width, DAY_RIGHT), above=2),
            self._set.paragraph(day.label.second(self._language), width, DAY_RIGHT),
        )
        line = beside((4 * MM, title), (WIDTH - width - 4 * MM, name))
        band = on_colour(padded(line, above=4, below=4), ACCENT, WIDTH, radius=4)
        return padded(band, below=6)

    def _add_track(self, flow: Flow, track: AgendaTrack) -> None:
        flow.repeated = None
        head = self._track(track)
        if head is not None:
            flow.space(4)
            title = track.name.beside(self._language)
            flow.add(marked(head, title, 1), with_next=60)
            flow.repeated = self._track(track)
        for item in track.items:
            for block in self._item(item):
                flow.add(block)
        flow.space(6)
        flow.repeated = None

    def _track(self, track: AgendaTrack) -> Block | None:
        if not track.name:
            return None
        room = self._set.paragraph(track.room.beside(self._language), 56 * MM, ROOM)
        width = WIDTH - 62 * MM
        host = self._host(track)
        names = stacked(
            self._set.paragraph(track.name.first(self._language), width, FORUM),
            self._set.paragraph(track.name.second(self._language), width, SECOND),
            self._set.paragraph(host, width, SECOND),
        )
        bar = on_colour(nothing(max(names.height, room.height) - 4), track.colour, 3)
        line = beside(
            (0, padded(bar, above=2)),
            (4 * MM, names),
            (WIDTH - 56 * MM, padded(room, above=2.5)),
        )
        return ruled(padded(line, above=3, below=3), WIDTH, track.colour)

    def _host(self, track: AgendaTrack) -> str:
        if not track.host:
            return ""
        chinese = words(N_("Organised by {host}"), host=track.host.chinese).chinese
        other = words(N_("Organised by {host}"), host=track.host.other).other
        text = Bilingual(chinese if track.host.chinese else "", other if track.host.other else "")
        return text.beside(self._language, "　")

    def _item(self, item: AgendaItem) -> list[Block]:
        """Return an item as blocks between which a page may end."""
        style = QUIET_ITEM if item.is_quiet else ITEM
        people = [self._person(person) for person in item.people]
        together = len(people) if len(people) <= KEPT_TOGETHER else 2
        content = stacked(
            self._set.paragraph(item.title.first(self._language), CONTENT, style),
            self._set.paragraph(item.title.second(self._language), CONTENT, SECOND),
            self._set.paragraph(item.room.beside(self._language), CONTENT, SECOND),
            *(self._set.paragraph(f"· {point}", CONTENT, SECOND) for point in item.outline),
            *people[:together],
        )
        times = f"{item.starts_at:%H:%M}–{item.ends_at:%H:%M}"
        time = self._set.paragraph(times, TIME_COLUMN, TIME)
        row = beside((2 * MM, time), (TIME_COLUMN + 2 * MM, content))
        space = 3.0 if item.is_quiet else 5.0
        blocks = [padded(row, above=space), *(_indented(person) for person in people[together:])]
        blocks[-1] = ruled(padded(blocks[-1], below=space), WIDTH)
        return [on_colour(block, WASH, WIDTH) if item.is_quiet else block for block in blocks]

    def _person(self, person: AgendaPerson) -> Block:
        """Return role, name and affiliation, in columns that are the same on every page."""
        role = words(ROLES[person.role]).first(self._language)
        name_at = ROLE_COLUMN[self._language is DocumentLanguage.ENGLISH]
        rest_at = name_at + self._name_column
        return beside(
            (0, self._set.paragraph(role, name_at - MM, ROLE)),
            (name_at, self._pair(person.name, self._name_column - 2 * MM, NAME)),
            (rest_at, self._pair(person.affiliation, CONTENT - rest_at, AFFILIATION)),
        )

    def _width_of_names(self) -> float:
        """Return what the longest name needs, within bounds: longer ones take two lines."""
        tracks = [track for day in self._agenda.days for track in day.tracks]
        names = {p.name for track in tracks for item in track.items for p in item.people}
        longest = max(map(self._width_of_name, names), default=0.0) + 3 * MM
        return min(MOST_NAME, max(LEAST_NAME, longest))

    def _width_of_name(self, name: Bilingual) -> float:
        first, second = name.first(self._language), name.second(self._language)
        return max(self._set.width(first, NAME), self._set.width(second, SECOND))

    def _pair(self, text: Bilingual, width: float, style: Style) -> Block:
        return stacked(
            self._set.paragraph(text.first(self._language), width, style),
            self._set.paragraph(text.second(self._language), width, SECOND),
        )

    def _paragraph(self, text: str, style: Style) -> Block:
        return self._set.paragraph(text, WIDTH, style)


def _indented(block: Block) -> Block:
    return padded(block, left=TIME_COLUMN + 2 * MM)
