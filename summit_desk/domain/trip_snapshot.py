"""One trip with everything that the checks and the views of it need, as frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from summit_desk.domain.names import has_han
from summit_desk.domain.records.agenda import Session
from summit_desk.domain.records.people import Person
from summit_desk.domain.records.trips import (
    Cost,
    Leg,
    TravelDocument,
    TravelDocumentKind,
    Traveller,
    Trip,
    TripContact,
)
from summit_desk.domain.spoken import Both


@dataclass(frozen=True)
class OtherTrip:
    """Another trip that a traveller is on, with the days it spends in the Schengen area."""

    trip: Trip
    schengen: Sequence[tuple[date, date]] = ()


@dataclass(frozen=True, kw_only=True)
class TravellerFacts:
    """A traveller with the person, the papers, and what else that person has to do."""

    traveller: Traveller
    person: Person
    organisation: str = ""
    organisation_other: str = ""
    title: str = ""
    title_other: str = ""
    documents: Sequence[TravelDocument] = ()
    sessions: Sequence[Session] = ()  # of the event, with a time and a part for this person
    other_trips: Sequence[OtherTrip] = ()

    @property
    def id(self) -> UUID:
        """Return the traveller's key."""
        return self.traveller.id

    @property
    def name(self) -> str:
        """Return the person's name."""
        return self.person.name

    @property
    def spoken_name(self) -> Both:
        """Return the name for a sentence: in Latin letters where Chinese isn't spoken."""
        person = self.person
        if not has_han(person.name):
            return Both(person.name)
        return Both(person.name, person.other_name or person.pinyin.title())

    @property
    def passport_name(self) -> str:
        """Return the name as a ticket shows it: ZHANG WEI."""
        return f"{self.person.passport_family} {self.person.passport_given}".strip()

    def papers(self, kind: TravelDocumentKind) -> list[TravelDocument]:
        """Return this person's documents of one kind."""
        return [paper for paper in self.documents if paper.kind is kind]


@dataclass(frozen=True, kw_only=True)
class TripSnapshot:
    """One trip as it stands at one moment."""

    trip: Trip
    travellers: Sequence[TravellerFacts] = ()
    legs: Sequence[Leg] = ()
    costs: Sequence[Cost] = ()
    contacts: Sequence[TripContact] = ()
