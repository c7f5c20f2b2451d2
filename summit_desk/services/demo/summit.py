"""Puts the demo summit together, in the order in which its records need each other."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from summit_desk.domain.records import (
    Organisation,
    Person,
    Position,
    Record,
)
from summit_desk.services.demo import planted
from summit_desk.services.demo.bodies import Keys, bodies, organisations
from summit_desk.services.demo.crowd import crowd, open_guestbook
from summit_desk.services.demo.door import scans
from summit_desk.services.demo.frame import Frame, build_frame
from summit_desk.services.demo.programme import (
    Guest,
    guests,
    second_positions,
    sessions,
    speakers,
)
from summit_desk.services.demo.registrations import (
    Registrant,
    forum_choices,
    registrations,
)
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.sheets import document
from summit_desk.services.demo.stays import Stays, delegations, own_lists
from summit_desk.services.demo.tour import born, tour

Crowd = Sequence[tuple[Person, Position]]


def summit(seed: Seed, attendees: int) -> Iterator[Record]:
    """Yield every record of the demo, those that others point to first."""
    units = organisations(seed, attendees)
    keys = {name: unit.id for name, unit in units.items()}
    stage = born(guests(seed, keys))
    frame = build_frame(seed, keys, attendees)
    yield from units.values()
    yield from _stage(seed, stage, keys)
    yield from frame.records
    yield from bodies(seed, keys, {name: guest.person.id for name, guest in stage.items()})
    yield from speakers(seed, frame, stage)
    yield from sessions(seed, frame, stage)
    yield from tour(seed, frame.event.id, stage)
    yield from _public(seed, frame, stage, units, attendees)


def _stage(seed: Seed, stage: Mapping[str, Guest], keys: Keys) -> Iterator[Record]:
    yield from (guest.person for guest in stage.values())
    yield from (guest.position for guest in stage.values())
    yield from second_positions(seed, stage, keys)


def _public(
    seed: Seed,
    frame: Frame,
    stage: Mapping[str, Guest],
    units: Mapping[str, Organisation],
    attendees: int,
) -> Iterator[Record]:
    """Yield the people who register, their registrations and what became of them."""
    quotas = [(row["key"], row["share"]) for row in document("event")["categories"]]
    categories = seed.shares(quotas, max(0, attendees - len(stage)))
    book = open_guestbook(seed, {name: unit.id for name, unit in units.items()})
    people = planted.spoil(list(crowd(book, categories)))
    yield from (person for person, _position in people)
    yield from (position for _person, position in people)
    registrants = [Registrant(guest.person, "guest", invited=True) for guest in stage.values()]
    registrants += planted.registrants([person for person, _position in people], categories)
    titles = _invoice_titles(people, units)
    chance = seed.beside("stays")
    groups, belongs = delegations(
        chance, frame.event, people, {unit.id: unit.full_name for unit in units.values()}
    )
    yield from groups
    yield from own_lists(chance, frame.event)
    stays = Stays(chance, frame.event, belongs)
    made = list(registrations(seed, frame, registrants[:attendees], titles, stays))
    yield from made
    yield from forum_choices(seed, frame, made)
    yield from scans(seed, frame, made)


def _invoice_titles(people: Crowd, units: Mapping[str, Organisation]) -> dict[UUID, str]:
    names = {unit.id: unit.full_name for unit in units.values()}
    return {
        person.id: names[position.organisation_id]
        for person, position in people
        if position.organisation_id is not None
    }
