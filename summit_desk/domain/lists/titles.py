"""The lines above a list: whose it is, when and where, how many are due, and what to note."""

from dataclasses import dataclass

from summit_desk.domain.documents.sheets import Title
from summit_desk.domain.documents.words import days_in_words
from summit_desk.domain.lists.spec import ListSpec, text_of
from summit_desk.domain.records import Event, Venue
from summit_desk.support.i18n import _, in_words

EVENT_SIZE, HEADING_SIZE, LINE_SIZE = 13.0, 18.0, 10.5
GAP = "　　"


@dataclass(frozen=True)
class EventFacts:
    """What the papers of an event say of it, in the current language."""

    name: str
    days: str
    place: str
    organiser: str


def event_facts(event: Event, venues: list[Venue]) -> EventFacts:
    """Return what stands above the lists of an event."""
    days = days_in_words(event.first_day, event.last_day)
    venue = venues[0] if len(venues) == 1 else None
    places = (
        in_words(event.city, event.city_other),
        in_words(venue.name, venue.name_other) if venue else "",
    )
    return EventFacts(
        in_words(event.name, event.name_other),
        in_words(days.chinese, days.other),
        _(", ").join(filter(None, places)),
        in_words(event.organiser, event.organiser_other),
    )


def title_lines(spec: ListSpec, facts: EventFacts, count: int, group: str = "") -> list[Title]:
    """Return the lines above the header, in the current language."""
    block = spec.titles
    if not block.shown:
        return []
    lines = []
    if block.event and facts.name:
        lines.append(Title(facts.name, EVENT_SIZE, centred=True))
    heading = _("{list} · {group}").format(list=spec.heading, group=group) if group else ""
    lines.append(Title(heading or spec.heading, HEADING_SIZE, centred=True))
    if block.facts:
        lines.append(Title(GAP.join(_facts(facts)), LINE_SIZE))
    if block.due:
        due = _("Due: {count}    Came: ________    Absent: ________").format(count=count)
        lines.append(Title(due, LINE_SIZE))
    if block.note:
        note = _("({note})").format(note=text_of(block.note))
        lines.append(Title(note, LINE_SIZE, centred=True))
    return lines


def _facts(facts: EventFacts) -> list[str]:
    sentences = (
        (_("Time: {text}"), facts.days),
        (_("Place: {text}"), facts.place),
        (_("Organiser: {text}"), facts.organiser),
    )
    return [sentence.format(text=text) for sentence, text in sentences if text]
