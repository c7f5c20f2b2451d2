"""Finding anything of an event by a text: the palette of Ctrl+K, and `find` on the command line."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from db.queries.attendee_rows import attendee_rows
from db.queries.attendees import attendee_keys
from db.queries.people import people_lines, roles_in
from db.queries.search import matches
from db.store import Store
from db.unit import View
from summit_desk.domain.attendee_lists import BEST_FIRST, AttendeeFilter
from summit_desk.domain.people_lists import FoundAttendee, Hit, HitKind
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import Forum, Organisation, SavedFilter, Session, Trip
from summit_desk.domain.search_folding import fold
from summit_desk.domain.search_query import Query, read_query
from summit_desk.domain.spelling import initials, pinyin
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import in_words

MOST_FOUND = 50


class SearchService:
    """Answers with the places where things can be seen, best first."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def everything(self, event_id: UUID, text: str, limit: int = 24) -> list[Hit]:
        """Return people, then organisations, sessions, forums, trips and filters for `text`."""
        query = read_query(text)
        if not query:
            return []
        with self._store.view() as view:
            people = [*_attendees(view, event_id, text, limit)]
            people += _speakers(view, event_id, query, limit // 2)
            others = [*_things(view, event_id, query, limit // 2), *_filters(view, event_id, query)]
        return [*people[: max(limit // 2, limit - len(others))], *others][:limit]

    def find(self, event_id: UUID, text: str, limit: int = MOST_FOUND) -> list[FoundAttendee]:
        """Return the attendees who answer to `text`, best first; all when nothing was asked."""
        if text.strip() and not read_query(text):  # only marks, which nobody is called
            return []
        with self._store.view() as view:
            wanted = AttendeeFilter(text=text)
            keys = attendee_keys(view.session, event_id, wanted, BEST_FIRST, limit)
            return [
                FoundAttendee(row.number, row.name, row.organisation)
                for row in attendee_rows(view.session, keys)
            ]


def _attendees(view: View, event_id: UUID, text: str, limit: int) -> Iterator[Hit]:
    wanted = AttendeeFilter(text=text)
    keys = attendee_keys(view.session, event_id, wanted, BEST_FIRST, limit)
    for row in attendee_rows(view.session, keys):
        note = " · ".join(filter(None, (row.number, row.organisation, row.title)))
        yield Hit(HitKind.ATTENDEE, row.name, note, Place(ScreenName.ATTENDEES, row.id))


def _speakers(view: View, event_id: UUID, query: Query, limit: int) -> list[Hit]:
    """Return speakers; those who are registered, too, are found twice and wanted twice."""
    people = [key for _kind, key in matches(view.session, query, ("person",), limit * 2)]
    speakers = roles_in(view.session, event_id, people)[1]
    return [
        Hit(HitKind.SPEAKER, line.name, line.note, Place(ScreenName.SPEAKERS, speakers[line.id]))
        for line in people_lines(view.session, [key for key in people if key in speakers])
    ]


def _things(view: View, event_id: UUID, query: Query, limit: int) -> Iterator[Hit]:
    kinds = ("organisation", "session", "forum", "trip")
    found: dict[str, list[UUID]] = {kind: [] for kind in kinds}
    for kind in kinds:
        found[kind] = [key for _kind, key in matches(view.session, query, (kind,), limit)]
    yield from _organisations(view, found["organisation"])
    yield from _sessions(view, event_id, found["session"])
    yield from _forums(view, event_id, found["forum"])
    yield from _trips(view, event_id, found["trip"])


def _organisations(view: View, keys: Sequence[UUID]) -> Iterator[Hit]:
    held = {one.id: one for one in view.all(Organisation, id=keys)}
    for one in (held[key] for key in keys if key in held):
        title = in_words(one.full_name, one.name_other)
        place = Place(ScreenName.ORGANISATIONS, one.id)
        yield Hit(HitKind.ORGANISATION, title, one.short_name, place)


def _sessions(view: View, event_id: UUID, keys: Sequence[UUID]) -> Iterator[Hit]:
    held = {one.id: one for one in view.all(Session, id=keys, event_id=event_id)}
    for one in (held[key] for key in keys if key in held):
        when = f"{one.starts_at:%m-%d %H:%M}" if one.starts_at else ""
        title = in_words(one.title, one.title_other)
        yield Hit(HitKind.SESSION, title, when, Place(ScreenName.AGENDA, one.id))


def _forums(view: View, event_id: UUID, keys: Sequence[UUID]) -> Iterator[Hit]:
    held = {one.id: one for one in view.all(Forum, id=keys, event_id=event_id)}
    for one in (held[key] for key in keys if key in held):
        title = in_words(one.name, one.name_other)
        yield Hit(HitKind.FORUM, title, "", Place(ScreenName.AGENDA, one.id))


def _trips(view: View, event_id: UUID, keys: Sequence[UUID]) -> Iterator[Hit]:
    held = {one.id: one for one in view.all(Trip, id=keys, event_id=event_id)}
    for one in (held[key] for key in keys if key in held):
        when = f"{one.starts_on} – {one.ends_on}"
        title = in_words(one.name, one.name_other)
        yield Hit(HitKind.TRIP, title, when, Place(ScreenName.TRIPS, one.id))


def _filters(view: View, event_id: UUID, query: Query) -> Iterator[Hit]:
    """Return the saved filters whose name holds the text, in characters or in pinyin."""
    for one in view.all(SavedFilter, event_id=event_id):
        reading = pinyin(one.name)
        spelled = (fold(one.name).replace(" ", ""), reading.replace(" ", ""), initials(reading))
        if any(query.whole in form for form in spelled):
            yield Hit(HitKind.FILTER, one.name, "", Place(ScreenName.ATTENDEES, one.id))
