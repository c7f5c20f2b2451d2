"""The people of a trip: making new ones, keeping their names, bringing their passports."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from db.unit import View
from summit_desk.domain.errors import Invalid
from summit_desk.domain.ids import new_id
from summit_desk.domain.records import (
    DocumentKind,
    Person,
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
    Traveller,
)


def new_person(name: str) -> Person:
    """Return a new person with the spelling that a passport should have; raises Invalid."""
    return valid_person(Person(name=name))


def valid_person(person: Person) -> Person:
    """Return a person as it is stored; raises Invalid."""
    from summit_desk.domain.registration import clean_person, person_problems

    cleaned = clean_person(person)
    problems = person_problems(cleaned)
    if problems:
        raise Invalid(problems)
    return cleaned


def papers_on_file(view: View, traveller_id: UUID, person: Person) -> Iterator[TravelDocument]:
    """Yield the passport that is known of a person: from the latest trip, else from the person."""
    seats = [seat.id for seat in view.all(Traveller, person_id=person.id)]
    known = view.all(TravelDocument, traveller_id=seats, kind=TravelDocumentKind.PASSPORT)
    if known:
        yield replace(known[-1], id=new_id(), traveller_id=traveller_id)
    elif person.document_kind is DocumentKind.PASSPORT and person.document_number:
        yield TravelDocument(
            traveller_id=traveller_id,
            kind=TravelDocumentKind.PASSPORT,
            status=TravelDocumentStatus.GRANTED,
            number=person.document_number,
        )
