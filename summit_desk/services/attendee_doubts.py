"""What looks odd about a registration while it is typed: by itself, and beside those on file."""

from collections.abc import Iterable, Iterator

from db.unit import View
from summit_desk.domain.attendee_detail import Companion
from summit_desk.domain.errors import Problem
from summit_desk.domain.records import Attendee, AttendeeForum, Person
from summit_desk.domain.registration import (
    FORUM_SEAT,
    NOT_COMING,
    Registration,
    registration_doubts,
)
from summit_desk.domain.registration_rules import mate_doubt
from summit_desk.domain.seats import read_seat, stored_seat
from summit_desk.support.i18n import N_

SEAT_TAKEN = N_("The seat {seat} is that of {name}, too.")


def doubts_of(view: View, given: Registration) -> tuple[Problem, ...]:
    """Return what looks odd, field by field; it never blocks."""
    return (
        *(Problem(field, sentence) for field, sentence in registration_doubts(given)),
        *(Problem(*doubt) for doubt in mate_doubts(view, given.attendee, given.person)),
        *_seat_doubts(view, given),
    )


def mate_doubts(view: View, attendee: Attendee, person: Person) -> list[tuple[str, str]]:
    """Return the hint about the person who shares the room, if exactly one here is called so."""
    if not attendee.room_mate:
        return []
    named = {one.id: one for one in view.all(Person, name=attendee.room_mate)}
    here = view.all(Attendee, event_id=attendee.event_id, person_id=set(named))
    mates = [named[one.person_id] for one in here if one.id != attendee.id]
    doubt = mate_doubt(person.sex, mates[0].sex) if len(mates) == 1 else ""
    return [("room_mate", doubt)] if doubt else []


def _seat_doubts(view: View, given: Registration) -> Iterator[Problem]:
    own, seat = given.attendee, stored_seat(given.attendee.seat)
    if read_seat(seat).number:  # a hall or a row belongs to many
        others = view.all(Attendee, event_id=own.event_id, seat=seat)
        yield from _taken(view, "seat", seat, own, others)
    for forum_id, typed in given.seats.items():
        seat = stored_seat(typed)
        if read_seat(seat).number:
            held = view.all(AttendeeForum, forum_id=forum_id, seat=seat)
            others = view.all(Attendee, id={choice.attendee_id for choice in held})
            yield from _taken(view, f"{FORUM_SEAT}{forum_id}", seat, own, others)


def _taken(
    view: View, field: str, seat: str, own: Attendee, holders: Iterable[Attendee]
) -> Iterator[Problem]:
    """Yield the hint about the first of those who mean to come and have this seat."""
    others = [one for one in holders if one.id != own.id and one.status not in NOT_COMING]
    for other in others[:1]:
        name = view.get(Person, other.person_id).name
        who = Companion(other.id, other.number, name, other.status)
        yield Problem(field, SEAT_TAKEN, {"seat": read_seat(seat).words, "name": str(who)})
