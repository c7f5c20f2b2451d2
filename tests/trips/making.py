"""Trips for tests: short words for legs, people and papers."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from summit_desk.domain.airports import airport
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.records import (
    Event,
    Leg,
    LegKind,
    Person,
    Sex,
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
    Traveller,
    TravellerRole,
    Trip,
)
from summit_desk.domain.trip_checks import trip_findings
from summit_desk.domain.trip_snapshot import TravellerFacts, TripSnapshot

if TYPE_CHECKING:
    from ui.trips.screen import TripsScreen

ZONES = {"CN": "Asia/Shanghai", "DE": "Europe/Berlin", "VN": "Asia/Ho_Chi_Minh"}
TRIP_ID = UUID(int=1)


def wall(text: str) -> datetime:
    """A wall-clock time: wall("2025-10-14T00:05")."""
    return datetime.fromisoformat(text)


def a_trip(first: str = "2025-10-14", last: str = "2025-10-21", **more: object) -> Trip:
    dates = {"starts_on": date.fromisoformat(first), "ends_on": date.fromisoformat(last)}
    return Trip(**({"id": TRIP_ID, "name": "德国—越南考察团", **dates} | more))


def flight(number: str, start: str, out: str, end: str, into: str) -> Leg:
    """A flight between airports: flight("MU219", "PVG", "2025-10-14T00:05", "FRA", "…")."""
    return ride(LegKind.FLIGHT, number, start, out, end, into)


def ride(kind: LegKind, number: str, start: str, out: str, end: str, into: str) -> Leg:
    return Leg(
        trip_id=TRIP_ID,
        kind=kind,
        number=number,
        from_code=start,
        from_zone=airport(start).zone,
        starts_at=wall(out),
        to_code=end,
        to_zone=airport(end).zone,
        ends_at=wall(into),
    )


def at(kind: LegKind, title: str, country: str, start: str, end: str) -> Leg:
    """A stay, meeting or meal in one place."""
    zone = ZONES[country]
    return Leg(
        trip_id=TRIP_ID,
        kind=kind,
        title=title,
        country=country,
        from_zone=zone,
        to_zone=zone,
        starts_at=wall(start),
        ends_at=wall(end),
    )


def round_trip() -> tuple[Leg, ...]:
    """Shanghai – Frankfurt – Ho Chi Minh City – Shanghai, with a bed for every night."""
    return (
        flight("MU219", "PVG", "2025-10-14T00:05", "FRA", "2025-10-14T05:55"),
        at(LegKind.STAY, "Frankfurt Marriott", "DE", "2025-10-14T14:00", "2025-10-18T12:00"),
        at(LegKind.MEETING, "Deutsche Börse", "DE", "2025-10-14T15:30", "2025-10-14T17:00"),
        flight("LH772", "FRA", "2025-10-18T22:15", "SGN", "2025-10-19T15:05"),
        at(LegKind.STAY, "Rex Hotel", "VN", "2025-10-19T16:00", "2025-10-21T08:00"),
        flight("VN522", "SGN", "2025-10-21T10:15", "PVG", "2025-10-21T15:05"),
    )


def traveller(
    name: str = "严华",
    *papers: TravelDocument,
    role: TravellerRole = TravellerRole.LEADER,
    sex: Sex | None = None,
    room_with: UUID | None = None,
) -> TravellerFacts:
    person = Person(name=name, passport_family="YAN", passport_given="HUA", sex=sex)
    own = Traveller(trip_id=TRIP_ID, person_id=person.id, role=role, room_with_id=room_with)
    return TravellerFacts(traveller=own, person=person, documents=papers)


def passport(issued: str = "2020-03-01", expires: str = "2030-02-28", **more: object):
    return paper(TravelDocumentKind.PASSPORT, issued, expires, **{"number": "E12345678"} | more)


def visa(area: str, issued: str, expires: str, **more: object):
    return paper(TravelDocumentKind.VISA, issued, expires, area=area, **more)


def insurance(issued: str, expires: str):
    return paper(TravelDocumentKind.INSURANCE, issued, expires)


def paper(kind, issued, expires, **more: object) -> TravelDocument:
    return TravelDocument(
        **{
            "traveller_id": UUID(int=9),
            "kind": kind,
            "status": TravelDocumentStatus.GRANTED,
            "issued_on": date.fromisoformat(issued) if issued else None,
            "expires_on": date.fromisoformat(expires) if expires else None,
        }
        | more
    )


def complete_papers() -> tuple[TravelDocument, ...]:
    return (
        passport(),
        visa("SCHENGEN", "2025-10-01", "2025-11-30"),
        visa("VN", "2025-10-01", "2025-11-30"),
        insurance("2025-10-13", "2025-10-25"),
    )


def a_snapshot(*legs: Leg, who=(), trip: Trip | None = None, **more: object) -> TripSnapshot:
    return TripSnapshot(trip=trip or a_trip(), legs=legs, travellers=tuple(who), **more)


EVENT = Event(
    name="高峰论坛",
    first_day=date(2025, 10, 21),
    last_day=date(2025, 10, 22),
    created_at=datetime(2025, 1, 1, tzinfo=UTC),
)
TRIP = a_trip(event_id=EVENT.id, name_other="Germany and Vietnam", budget=486_200_00)
YAN = Person(name="严华", pinyin="yan hua", passport_family="YAN", passport_given="HUA")
SEAT = Traveller(trip_id=TRIP_ID, person_id=TRIP_ID)


def found(snapshot: TripSnapshot, *kinds: str) -> list[tuple[str, Severity]]:
    """The findings of a snapshot whose kind is among (or begins as) those named."""
    return [
        (finding.kind, finding.severity)
        for finding in trip_findings(snapshot)
        if not kinds or finding.kind.startswith(kinds)
    ]


def one(snapshot: TripSnapshot, kind: str) -> Finding:
    """The only finding of this kind."""
    (finding,) = (one for one in trip_findings(snapshot) if one.kind == kind)
    return finding


def sentences(screen: "TripsScreen") -> list[str]:
    """What the legs on screen say, from top to bottom."""
    return [row.accessibleName() for row in screen.pages.itinerary.rows()]
