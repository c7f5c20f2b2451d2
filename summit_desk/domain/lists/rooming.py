"""The order of a rooming list: rooms together, then who shares, by sex and dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from summit_desk.domain.records import Attendee, Person, Sex
from summit_desk.domain.text_cleaning import fold_for_match


@dataclass(frozen=True, slots=True)
class Guest:
    """What the order of rooms needs of somebody."""

    key: UUID
    name: str
    sex: Sex | None
    hotel: str
    room: str
    mate: str
    first: date | None
    last: date | None


def needs_room(attendee: Attendee) -> bool:
    """Tell whether somebody stays overnight, as far as the registration says."""
    stays = attendee.hotel or attendee.hotel_room or attendee.hotel_from
    return attendee.needs_hotel is not False and bool(attendee.needs_hotel or stays)


def guest_of(attendee: Attendee, person: Person) -> Guest:
    """Return the guest that a registration makes."""
    return Guest(
        attendee.id,
        person.name,
        person.sex,
        attendee.hotel,
        attendee.hotel_room,
        attendee.room_mate,
        attendee.hotel_from,
        attendee.hotel_to,
    )


def in_rooms(guests: Sequence[Guest]) -> list[Guest]:
    """Return the guests by hotel and room, whoever shares a room one after the other.

    Who has no room yet follows by sex and dates, so that pairs are easily found.
    """
    pairs = _pairs(guests)
    placed: dict[UUID, None] = {}
    by_key = {guest.key: guest for guest in guests}
    for guest in sorted(guests, key=_order):
        for key in (guest.key, *pairs.get(guest.key, ())):
            placed.setdefault(key, None)
    return [by_key[key] for key in placed]


def _order(guest: Guest) -> tuple[object, ...]:
    return (
        not guest.hotel,
        guest.hotel,
        not guest.room,
        len(guest.room),
        guest.room,
        {Sex.MALE: 0, Sex.FEMALE: 1, None: 2}[guest.sex],
        guest.first or date.max,
        guest.last or date.max,
        guest.name,
        guest.key,
    )


def _pairs(guests: Iterable[Guest]) -> dict[UUID, list[UUID]]:
    """Return who shares with whom: by the name that either gave, in the same hotel."""
    named: dict[tuple[str, str], list[Guest]] = {}
    guests = list(guests)
    for guest in guests:
        named.setdefault((guest.hotel, fold_for_match(guest.name)), []).append(guest)
    found: dict[UUID, list[UUID]] = {}
    for guest in guests:
        others = named.get((guest.hotel, fold_for_match(guest.mate)), []) if guest.mate else []
        if len(others) == 1 and others[0].key != guest.key and _may_share(guest, others[0]):
            found.setdefault(guest.key, []).append(others[0].key)
            found.setdefault(others[0].key, []).append(guest.key)
    return found


def _may_share(one: Guest, other: Guest) -> bool:
    return not (one.room and other.room and one.room != other.room)
