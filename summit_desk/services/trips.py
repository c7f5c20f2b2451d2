"""Overseas trips: planning them, who travels with which papers, and what they cost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid, Missing, Problem
from summit_desk.domain.errors.trips import AlreadyOnTrip, NotOnSameTrip
from summit_desk.domain.records import (
    Leg,
    Person,
    TravelDocument,
    Traveller,
    Trip,
    TripContact,
)
from summit_desk.domain.rooming import paired
from summit_desk.domain.thing_words import thing_word
from summit_desk.domain.trip_checks import trip_findings
from summit_desk.domain.trip_cleaning import cleaned
from summit_desk.domain.trip_labels import LABELS, PartOfTrip, own_name
from summit_desk.domain.trip_rules import problems_of, traveller_problems, trip_problems
from summit_desk.domain.trip_snapshot import TripSnapshot
from summit_desk.domain.trip_view import TripLine, TripView
from summit_desk.domain.trip_viewing import view_of
from summit_desk.services.trip_people import new_person, papers_on_file, valid_person
from summit_desk.services.trip_snapshots import take_snapshot, take_snapshots, trips_of_event
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_


class TripService:
    """Plans trips: one method is one thing a person does."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def trips(self, event_id: UUID) -> tuple[TripLine, ...]:
        """Return the event's trips and those of no event, the earliest first."""
        return tuple(_line(snapshot) for snapshot in self.snapshots(event_id))

    def trip_view(self, trip_id: UUID) -> TripView:
        """Return a whole trip, ready to show or print; raise Missing when it is gone."""
        return view_of(self.snapshot(trip_id))

    def snapshot(self, trip_id: UUID) -> TripSnapshot:
        """Return what the checks of a trip look at; raise Missing when it is gone."""
        with self._store.view() as view:
            return take_snapshot(view, trip_id)

    def snapshots(self, event_id: UUID) -> tuple[TripSnapshot, ...]:
        """Return the snapshots of all trips of an event and of those of no event."""
        with self._store.view() as view:
            return tuple(take_snapshots(view, trips_of_event(view, event_id)))

    def trip_of(self, subject: UUID) -> UUID:
        """Return the trip that a link means: its own key, or that of a leg or a traveller.

        Raises Missing.
        """
        with self._store.view() as view:
            if view.find(Trip, id=subject):
                return subject
            part = view.find(Leg, id=subject) or view.find(Traveller, id=subject)
            if part is None:
                raise Missing(thing=thing_word("trip"))
            return part.trip_id

    def save(self, part: PartOfTrip) -> Change:
        """Write a trip, a leg, a document, a cost or a contact; raises Invalid or Missing.

        A leg that changed gets a higher sequence, so that calendars take the new version.
        """
        part = cleaned(part)
        _refuse(problems_of(part))
        with self._store.unit() as unit:
            before = unit.find(type(part), id=part.id)
            if isinstance(part, Leg):
                part = _raised(before, part)
            if isinstance(part, TripContact) and before is None:
                part = replace(part, position=unit.count(TripContact, trip_id=part.trip_id))
            unit.put(part)
            labels = LABELS[type(part)]
            label = labels.changed if before else labels.added
            return unit.commit(label, Topic.TRIPS, subject=part.id, name=_name(unit, part))

    def remove(self, kind: type[PartOfTrip], key: UUID) -> Change:
        """Delete a trip with all its parts, or one part of it; raises Missing."""
        with self._store.unit() as unit:
            part = unit.get(kind, key)
            name = _name(unit, part)
            unit.remove(kind, key)
            return unit.commit(LABELS[kind].removed, Topic.TRIPS, subject=key, name=name)

    def shift(self, trip_id: UUID, days: int) -> Change:
        """Move a whole trip by some days, with every leg; the papers stay as they are."""
        by = timedelta(days=days)
        with self._store.unit() as unit:
            trip = unit.get(Trip, trip_id)
            moved = replace(trip, starts_on=trip.starts_on + by, ends_on=trip.ends_on + by)
            _refuse(trip_problems(moved))
            unit.put(moved)
            unit.put_all(_moved(leg, by) for leg in unit.all(Leg, trip_id=trip_id))
            label = N_("Move trip {name} by {days} days")
            return unit.commit(
                label, Topic.TRIPS, subject=trip_id, name=trip.name, days=f"{days:+d}"
            )

    def add_traveller(self, trip_id: UUID, who: UUID | str, traveller: Traveller) -> Change:
        """Take a person along: one on file, or a new one by name.

        The passport that is on file for that person comes along. Raises Invalid, Missing or
        AlreadyOnTrip.
        """
        with self._store.unit() as unit:
            trip = unit.get(Trip, trip_id)
            person = new_person(who) if isinstance(who, str) else unit.get(Person, who)
            if unit.find(Traveller, trip_id=trip_id, person_id=person.id):
                raise AlreadyOnTrip(name=person.name, trip=trip.name)
            place = unit.count(Traveller, trip_id=trip_id)
            seat = replace(traveller, trip_id=trip_id, person_id=person.id, position=place)
            first = cleaned(seat)
            if isinstance(who, str):
                unit.put(person)
            _put_traveller(unit, first)
            unit.put_all(papers_on_file(unit, first.id, person))
            return unit.commit(
                N_("Add traveller {name}"),
                Topic.TRIPS,
                Topic.PEOPLE,
                subject=first.id,
                name=person.name,
            )

    def save_traveller(self, traveller: Traveller, person: Person | None = None) -> Change:
        """Change a traveller's role, room or notes, and the person's own data if given.

        Raises Invalid, Missing or NotOnSameTrip.
        """
        _refuse(traveller_problems(traveller))
        with self._store.unit() as unit:
            unit.get(Traveller, traveller.id)
            if person is not None:
                unit.put(valid_person(person))
            _put_traveller(unit, cleaned(traveller))
            name = unit.get(Person, traveller.person_id).name
            label = N_("Edit traveller {name}")
            topics = (Topic.TRIPS, Topic.PEOPLE) if person else (Topic.TRIPS,)
            return unit.commit(label, *topics, subject=traveller.id, name=name)

    def remove_traveller(self, traveller_id: UUID) -> Change:
        """Take somebody off the trip with the documents kept for it; the person stays."""
        with self._store.unit() as unit:
            traveller = unit.get(Traveller, traveller_id)
            name = unit.get(Person, traveller.person_id).name
            unit.remove(Traveller, traveller_id)
            label = N_("Take {name} off the trip")
            return unit.commit(label, Topic.TRIPS, subject=traveller_id, name=name)

    def order_travellers(self, traveller_ids: Sequence[UUID]) -> Change:
        """Put the travellers into a new order."""
        with self._store.unit() as unit:
            found = {one.id: one for one in unit.all(Traveller, id=traveller_ids)}
            unit.put_all(replace(found[key], position=at) for at, key in enumerate(traveller_ids))
            return unit.commit(N_("Change the order of the travellers"), Topic.TRIPS)


def _line(snapshot: TripSnapshot) -> TripLine:
    findings = trip_findings(snapshot)
    worst = findings[0].severity if findings else None
    return TripLine(snapshot.trip, len(snapshot.travellers), len(snapshot.legs), worst)


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Invalid(problems)


def _raised(before: PartOfTrip | None, leg: Leg) -> Leg:
    if not isinstance(before, Leg):
        return leg
    same = replace(leg, sequence=before.sequence)
    return same if same == before else replace(leg, sequence=before.sequence + 1)


def _moved(leg: Leg, by: timedelta) -> Leg:
    later = replace(leg, starts_at=leg.starts_at + by, ends_at=leg.ends_at + by)
    return replace(later, sequence=leg.sequence + 1)


def _put_traveller(unit: Unit, traveller: Traveller) -> None:
    """Write a traveller and whoever shares the room, or shared it until now."""
    aboard = unit.all(Traveller, trip_id=traveller.trip_id)
    mate = traveller.room_with_id
    if mate is not None and mate not in {one.id for one in aboard}:
        raise NotOnSameTrip(name=_traveller_name(unit, mate))
    alone = replace(traveller, room_with_id=None)
    if unit.find(Traveller, id=traveller.id) is None:
        unit.put(alone)  # a row must be there before another one may point at it
    unit.put_all(paired(aboard, traveller))


def _name(view: View, part: PartOfTrip) -> str:
    if isinstance(part, TravelDocument):
        return _traveller_name(view, part.traveller_id)
    return own_name(part)


def _traveller_name(view: View, traveller_id: UUID) -> str:
    return view.get(Person, view.get(Traveller, traveller_id).person_id).name
