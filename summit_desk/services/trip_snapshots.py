"""Gather a trip with everything its checks and views need, from one consistent view."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from db.unit import View
from summit_desk.domain.records import (
    Cost,
    Leg,
    Organisation,
    Person,
    Position,
    Session,
    SessionPart,
    SessionStatus,
    TravelDocument,
    Traveller,
    Trip,
    TripContact,
)
from summit_desk.domain.trip_snapshot import OtherTrip, TravellerFacts, TripSnapshot
from summit_desk.domain.trip_timeline import in_order, schengen_days

OfTrip = TypeVar("OfTrip", Leg, Cost, TripContact, Traveller)


def take_snapshot(view: View, trip_id: UUID) -> TripSnapshot:
    """Return one trip; raise Missing when it is gone."""
    return take_snapshots(view, [view.get(Trip, trip_id)])[0]


def trips_of_event(view: View, event_id: UUID) -> list[Trip]:
    """Return the trips of an event and those that belong to none, by their dates."""
    order = ("starts_on", "id")
    own = view.all(Trip, order=order, event_id=event_id)
    free = view.all(Trip, order=order, event_id=None)
    return sorted((*own, *free), key=lambda trip: (trip.starts_on, trip.id))


def take_snapshots(view: View, trips: Sequence[Trip]) -> list[TripSnapshot]:
    """Return several trips, each table read once."""
    keys = [trip.id for trip in trips]
    travellers = view.all(Traveller, trip_id=keys)
    facts = _Facts(view, travellers)
    legs = _by_trip(view.all(Leg, order=("starts_at", "id"), trip_id=keys))
    costs = _by_trip(view.all(Cost, order=("spent_on", "id"), trip_id=keys))
    contacts = _by_trip(view.all(TripContact, trip_id=keys))
    aboard = _by_trip(travellers)
    return [
        TripSnapshot(
            trip=trip,
            travellers=tuple(facts.of(traveller) for traveller in aboard[trip.id]),
            legs=in_order(legs[trip.id]),
            costs=tuple(costs[trip.id]),
            contacts=tuple(contacts[trip.id]),
        )
        for trip in trips
    ]


class _Facts:
    """What is known about the people of some trips."""

    def __init__(self, view: View, travellers: Sequence[Traveller]) -> None:
        people = {traveller.person_id for traveller in travellers}
        self._people = {person.id: person for person in view.all(Person, id=people)}
        self._positions = _first_positions(view, people)
        jobs = {job.organisation_id for job in self._positions.values() if job.organisation_id}
        self._organisations = {unit.id: unit for unit in view.all(Organisation, id=jobs)}
        keys = [traveller.id for traveller in travellers]
        self._documents: dict[UUID, list[TravelDocument]] = defaultdict(list)
        for paper in view.all(TravelDocument, traveller_id=keys):
            self._documents[paper.traveller_id].append(paper)
        self._sessions = _sessions(view, people)
        self._trips = _trips_of(view, people)

    def of(self, traveller: Traveller) -> TravellerFacts:
        job = self._positions.get(traveller.person_id)
        unit = self._organisations.get(job.organisation_id) if job and job.organisation_id else None
        trips = self._trips[traveller.person_id]
        return TravellerFacts(
            traveller=traveller,
            person=self._people[traveller.person_id],
            organisation=unit.full_name if unit else "",
            organisation_other=unit.name_other if unit else "",
            title=job.title if job else "",
            title_other=job.title_other if job else "",
            documents=tuple(self._documents[traveller.id]),
            sessions=tuple(self._sessions[traveller.person_id]),
            other_trips=tuple(one for one in trips if one.trip.id != traveller.trip_id),
        )


def _by_trip(records: Iterable[OfTrip]) -> Mapping[UUID, list[OfTrip]]:
    found: dict[UUID, list[OfTrip]] = defaultdict(list)
    for record in records:
        found[record.trip_id].append(record)
    return found


def _first_positions(view: View, people: Iterable[UUID]) -> dict[UUID, Position]:
    positions: dict[UUID, Position] = {}
    for position in view.all(Position, person_id=set(people)):
        positions.setdefault(position.person_id, position)
    return positions


def _sessions(view: View, people: Iterable[UUID]) -> Mapping[UUID, list[Session]]:
    """Return the scheduled sessions in which these people have a part."""
    parts = view.all(SessionPart, person_id=set(people))
    wanted = {part.session_id for part in parts}
    sessions = {session.id: session for session in view.all(Session, id=wanted)}
    found: dict[UUID, list[Session]] = defaultdict(list)
    for part in parts:
        session = sessions[part.session_id]
        stays = session.status is not SessionStatus.CANCELLED and session.starts_at is not None
        if stays and part.person_id is not None and session not in found[part.person_id]:
            found[part.person_id].append(session)
    return found


def _trips_of(view: View, people: Iterable[UUID]) -> Mapping[UUID, list[OtherTrip]]:
    """Return every trip these people are on, with its days in the Schengen area."""
    seats = view.all(Traveller, person_id=set(people))
    wanted = {seat.trip_id for seat in seats}
    legs = _by_trip(view.all(Leg, trip_id=wanted))
    trips = {
        trip.id: OtherTrip(trip, schengen_days(trip, legs[trip.id]))
        for trip in view.all(Trip, id=wanted)
    }
    found: dict[UUID, list[OtherTrip]] = defaultdict(list)
    for seat in seats:
        found[seat.person_id].append(trips[seat.trip_id])
    return found
