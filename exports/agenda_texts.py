"""Every text of an agenda with what it belongs to, to look for characters that no font has."""

from collections.abc import Iterator

from summit_desk.domain.documents.agenda import AgendaDocument, AgendaItem
from summit_desk.domain.documents.words import Bilingual


def agenda_texts(agenda: AgendaDocument) -> Iterator[tuple[str, str]]:
    """Yield every text with what it belongs to, to look for characters that no font has."""
    for text in (agenda.title, agenda.line, agenda.organiser):
        yield from _both(agenda.title.chinese, text)
    for day in agenda.days:
        for track in day.tracks:
            for text in (track.name, track.room, track.host):
                yield from _both(track.name.chinese, text)
            for item in track.items:
                yield from _item_texts(item)


def _item_texts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    yield from _both(item.title.chinese, item.title)
    yield from _both(item.title.chinese, item.room)
    yield from ((item.title.chinese, point) for point in item.outline)
    for person in item.people:
        yield from _both(person.name.chinese, person.name)
        yield from _both(person.name.chinese, person.affiliation)


def _both(owner: str, text: Bilingual) -> Iterator[tuple[str, str]]:
    yield owner or text.other, text.chinese
    yield owner or text.other, text.other
