"""The demo's overseas business tour: legs, travellers with their papers, costs and numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from summit_desk.domain.records import (
    Cost,
    CostCategory,
    DocumentKind,
    Leg,
    LegKind,
    Person,
    Record,
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
    Traveller,
    TravellerRole,
    Trip,
    TripContact,
    TripKind,
)
from summit_desk.services.demo.programme import Guest
from summit_desk.services.demo.seed import Seed
from summit_desk.services.demo.sheets import document

VISAS = (("SCHENGEN", "schengen"), ("VN", "vietnam"))
APPLIED = date(2024, 9, 10)
INSURED_UNTIL = date(2024, 11, 10)

Row = Mapping[str, Any]


def born(guests: Mapping[str, Guest]) -> dict[str, Guest]:
    """Return the guests with the birth dates that travellers gave."""
    rows = {row["person"]: row for row in document("tour")["travellers"]}
    return {
        key: replace(guest, person=_born(guest.person, rows[key])) if key in rows else guest
        for key, guest in guests.items()
    }


def _born(person: Person, row: Row) -> Person:
    return replace(
        person,
        birth_date=date.fromisoformat(row["birth"]),
        document_kind=DocumentKind.PASSPORT,
        document_number=row["passport"],
    )


def tour(seed: Seed, event_id: UUID, guests: Mapping[str, Guest]) -> Iterator[Record]:
    """Yield the trip with all that belongs to it."""
    content = document("tour")
    trip = _trip(seed, event_id, content["trip"])
    yield trip
    travellers = {
        row["person"]: _traveller(seed, trip, row, guests, at)
        for at, row in enumerate(content["travellers"])
    }
    yield from _sharing(content["travellers"], travellers)
    for row in content["travellers"]:
        yield from _papers(seed, travellers[row["person"]], row)
    yield from (_leg(seed, trip, row) for row in content["legs"])
    yield from (_cost(seed, trip, row) for row in content["costs"])
    yield from (
        TripContact(id=seed.key(), trip_id=trip.id, position=at, **row)
        for at, row in enumerate(content["contacts"])
    )


def _trip(seed: Seed, event_id: UUID, row: Row) -> Trip:
    return Trip(
        id=seed.key(),
        event_id=event_id,
        **{
            **row,
            "kind": TripKind(row["kind"]),
            "starts_on": date.fromisoformat(row["starts_on"]),
            "ends_on": date.fromisoformat(row["ends_on"]),
        },
    )


def _traveller(seed: Seed, trip: Trip, row: Row, guests: Mapping[str, Guest], at: int) -> Traveller:
    return Traveller(
        id=seed.key(),
        trip_id=trip.id,
        person_id=guests[row["person"]].person.id,
        role=TravellerRole(row["role"]),
        diet=row.get("diet", ""),
        position=at,
    )


def _sharing(rows: list[Row], travellers: Mapping[str, Traveller]) -> Iterator[Traveller]:
    """Yield the travellers with whom they share a room."""
    mates = {row["person"]: row["mate"] for row in rows if "mate" in row}
    mates |= {mate: person for person, mate in mates.items()}
    for person, traveller in travellers.items():
        mate = travellers.get(mates.get(person, ""))
        yield replace(traveller, room_with_id=mate.id if mate else None)


def _papers(seed: Seed, traveller: Traveller, row: Row) -> Iterator[TravelDocument]:
    yield TravelDocument(
        id=seed.key(),
        traveller_id=traveller.id,
        kind=TravelDocumentKind.PASSPORT,
        status=TravelDocumentStatus.GRANTED,
        document_kind=DocumentKind.PASSPORT,
        area="CN",
        number=row["passport"],
        issued_on=date.fromisoformat(row["issued"]),
        expires_on=date.fromisoformat(row["expires"]),
    )
    for area, name in VISAS:
        yield _visa(seed, traveller, area, TravelDocumentStatus(row.get(name, "granted")))
    if row.get("insured", True):
        yield _insurance(seed, traveller)


def _visa(
    seed: Seed, traveller: Traveller, area: str, status: TravelDocumentStatus
) -> TravelDocument:
    granted = status is TravelDocumentStatus.GRANTED
    return TravelDocument(
        id=seed.key(),
        traveller_id=traveller.id,
        kind=TravelDocumentKind.VISA,
        status=status,
        area=area,
        number=f"{area[:2]}{traveller.position + 1:07}" if granted else "",
        issued_on=APPLIED if granted else None,
        expires_on=date(2024, 12, 31) if granted else None,
    )


def _insurance(seed: Seed, traveller: Traveller) -> TravelDocument:
    return TravelDocument(
        id=seed.key(),
        traveller_id=traveller.id,
        kind=TravelDocumentKind.INSURANCE,
        status=TravelDocumentStatus.GRANTED,
        number=f"INS{traveller.position + 1:05}",
        issued_on=APPLIED,
        expires_on=INSURED_UNTIL,
    )


def _leg(seed: Seed, trip: Trip, row: Row) -> Leg:
    return Leg(
        id=seed.key(),
        trip_id=trip.id,
        **{
            **row,
            "kind": LegKind(row["kind"]),
            "starts_at": datetime.fromisoformat(row["starts_at"]),
            "ends_at": datetime.fromisoformat(row["ends_at"]),
        },
    )


def _cost(seed: Seed, trip: Trip, row: Row) -> Cost:
    return Cost(
        id=seed.key(),
        trip_id=trip.id,
        **{
            **row,
            "category": CostCategory(row["category"]),
            "spent_on": date.fromisoformat(row["spent_on"]),
        },
    )
