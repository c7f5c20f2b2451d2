"""The agenda of the file becomes the agenda on paper: by day, by forum, in the order of time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from summit_desk.domain.agenda_time import agenda_day
from summit_desk.domain.agenda_view import AgendaItem as Entry
from summit_desk.domain.agenda_view import AgendaView, Guest, PersonCard
from summit_desk.domain.documents.agenda import (
    AgendaDay,
    AgendaDocument,
    AgendaItem,
    AgendaPerson,
    AgendaTrack,
)
from summit_desk.domain.documents.words import NO_TEXT, Bilingual, days_in_words, words
from summit_desk.domain.records import (
    Forum,
    ForumKind,
    Organisation,
    Room,
    SessionStatus,
    Venue,
)
from summit_desk.support.i18n import N_


def agenda_document(
    view: AgendaView,
    organisations: Mapping[UUID, Organisation],
    venues: Iterable[Venue],
) -> AgendaDocument:
    """Return what the agenda paper says; cancelled and unscheduled items are left out."""
    event = view.event
    days = days_in_words(event.first_day, event.last_day)
    places = [Bilingual(venue.name, venue.name_other) for venue in venues]
    return AgendaDocument(
        title=Bilingual(event.name, event.name_other),
        line=_joined(days, Bilingual(event.city, event.city_other), *places),
        organiser=_hosted_by(Bilingual(event.organiser, event.organiser_other)),
        days=tuple(_days(view, organisations)),
    )


def _days(view: AgendaView, organisations: Mapping[UUID, Organisation]) -> Iterator[AgendaDay]:
    labels = {
        day.date: Bilingual(day.record.label, day.record.label_other)
        for day in view.days
        if day.record
    }
    entries = sorted(filter(_is_printed, view.sessions), key=_moment)
    for day, of_day in groupby(entries, key=_day):
        yield AgendaDay(
            date=day,
            label=labels.get(day, NO_TEXT),
            tracks=tuple(_tracks(list(of_day), organisations)),
        )


def _is_printed(entry: Entry) -> bool:
    return entry.starts_at is not None and entry.session.status is not SessionStatus.CANCELLED


def _moment(entry: Entry) -> datetime:
    assert entry.starts_at is not None
    return entry.starts_at


def _day(entry: Entry) -> date:
    return agenda_day(_moment(entry))


def _tracks(
    entries: list[Entry], organisations: Mapping[UUID, Organisation]
) -> Iterable[AgendaTrack]:
    """Yield what is for everybody, then the main forum, then the others in their order."""
    forums = {entry.forum.id if entry.forum else None: entry.forum for entry in entries}
    for forum in sorted(forums.values(), key=_forum_order):
        of_forum = [e for e in entries if (e.forum.id if e.forum else None) == _key(forum)]
        room = _common_room(of_forum)
        host = (
            organisations.get(forum.host_organisation_id)
            if forum and forum.host_organisation_id
            else None
        )
        yield AgendaTrack(
            name=_forum_name(forum, alone=len(forums) == 1),
            room=_room(room),
            host=Bilingual(host.full_name, host.name_other) if host else Bilingual(),
            colour=forum.colour if forum else "#4b5563",
            items=tuple(_item(entry, room) for entry in of_forum),
        )


def _key(forum: Forum | None) -> UUID | None:
    return forum.id if forum else None


def _forum_order(forum: Forum | None) -> tuple[int, int]:
    if forum is None:
        return 0, 0
    return (1 if forum.kind is ForumKind.MAIN else 2), forum.position


def _forum_name(forum: Forum | None, *, alone: bool) -> Bilingual:
    if forum is not None:
        return Bilingual(forum.name, forum.name_other)
    return Bilingual() if alone else words(N_("For everybody"))


def _common_room(entries: Iterable[Entry]) -> Room | None:
    """Return the room that most of a forum's items are in, for its heading."""
    rooms = [entry.room for entry in entries if entry.room]
    return max(rooms, key=rooms.count, default=None)


def _room(room: Room | None) -> Bilingual:
    if room is None:
        return Bilingual()
    other = ", ".join(filter(None, (room.name_other, room.floor if room.name_other else "")))
    return Bilingual(" ".join(filter(None, (room.floor, room.name))), other)


def _item(entry: Entry, usual_room: Room | None) -> AgendaItem:
    start = _moment(entry)
    session = entry.session
    elsewhere = entry.room if entry.room != usual_room else None
    return AgendaItem(
        starts_at=start,
        ends_at=entry.ends_at or start + timedelta(minutes=session.minutes),
        title=Bilingual(session.title, session.title_other),
        kind=session.kind,
        room=_room(elsewhere),
        people=tuple(_person(guest) for guest in entry.guests),
        outline=session.outline,
    )


def _person(guest: Guest) -> AgendaPerson:
    if guest.card is None:
        return AgendaPerson(name=Bilingual(guest.part.label), role=guest.part.role)
    person = guest.card.person
    latin = "" if guest.card.name_other == person.name else guest.card.name_other
    return AgendaPerson(
        name=Bilingual(person.name, latin),
        affiliation=_affiliation(guest.card),
        role=guest.part.role,
    )


def _affiliation(card: PersonCard) -> Bilingual:
    unit, position = card.organisation, card.position
    chinese = [unit.short_name or unit.full_name] if unit else []
    other = [position.title_other] if position else []
    if position:
        chinese += [position.department, position.title]
    if unit:
        other.append(unit.name_other)
    return Bilingual(" ".join(filter(None, chinese)), ", ".join(filter(None, other)))


def _hosted_by(organiser: Bilingual) -> Bilingual:
    if not organiser:
        return organiser
    chinese = words(N_("Hosted by {name}"), name=organiser.chinese).chinese
    other = words(N_("Hosted by {name}"), name=organiser.other).other
    return Bilingual(chinese if organiser.chinese else "", other if organiser.other else "")


def _joined(*texts: Bilingual) -> Bilingual:
    return Bilingual(
        " · ".join(t.chinese or t.other for t in texts if t),
        " · ".join(t.other or t.chinese for t in texts if t),
    )
