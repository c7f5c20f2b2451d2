"""Pairs of records that somebody has said are not the same, kept for the whole file."""

from dataclasses import replace
from itertools import combinations
from uuid import UUID

from db.unit import Unit, View
from summit_desk.domain.preflight.snapshot import Registrations, Twins
from summit_desk.domain.records import Attendee, Setting

APART = "not_the_same"  # the key of the setting
Pair = frozenset[UUID]


def apart_pairs(view: View) -> set[Pair]:
    """Return the pairs that nobody is asked about again."""
    held = view.find(Setting, key=APART, event_id=None)
    value = held.value if held is not None and isinstance(held.value, list) else []
    return {frozenset(UUID(key) for key in pair) for pair in value}


def put_apart(unit: Unit, pair: Pair) -> None:
    """Keep one more pair."""
    held = unit.find(Setting, key=APART, event_id=None) or Setting(key=APART, value=[])
    pairs = {*apart_pairs(unit), pair}
    unit.put(replace(held, value=sorted(sorted(key.hex for key in one) for one in pairs)))


def undecided(view: View, registrations: Registrations) -> Registrations:
    """Leave out the likely twins among whom all were kept apart."""
    apart = apart_pairs(view)
    if not apart or not registrations.twins:
        return registrations
    keys = {guest.id for twins in registrations.twins for guest in twins.guests}
    owners = {one.id: one.person_id for one in view.all(Attendee, order=("id",), id=keys)}

    def is_open(twins: Twins) -> bool:
        people = [owners[guest.id] for guest in twins.guests]
        return any(frozenset(pair) not in apart for pair in combinations(people, 2))

    return replace(registrations, twins=tuple(filter(is_open, registrations.twins)))
