"""A trip as it is: what a delegation's list is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from summit_desk.domain.list_people import OnFile, by_name_key
from summit_desk.domain.records import Leg, Organisation, TravelDocument, Traveller, Trip


@dataclass(frozen=True)
class KnownTrip:
    """Everything that a plan is made against, as it was after changeset `stamp`."""

    stamp: int
    trip: Trip
    is_new: bool = False
    travellers: Sequence[Traveller] = ()
    papers: Mapping[UUID, Sequence[TravelDocument]] = field(default_factory=dict)  # by traveller
    legs: Sequence[Leg] = ()
    people: Sequence[OnFile] = ()
    organisations: Sequence[Organisation] = ()
    holders: Mapping[str, frozenset[UUID]] = field(default_factory=dict)  # by passport number

    @cached_property
    def person_of(self) -> dict[UUID, OnFile]:
        """The people by their keys."""
        return {one.person.id: one for one in self.people}

    @cached_property
    def by_name(self) -> dict[str, list[OnFile]]:
        """The people by every spelling of their names."""
        return by_name_key(self.people)

    @cached_property
    def seat_of(self) -> dict[UUID, Traveller]:
        """Who is on the trip, by person."""
        return {seat.person_id: seat for seat in self.travellers}
