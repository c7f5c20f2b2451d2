"""Overseas business trips: who travels, when and where, papers and money."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.records.base import Record
from summit_desk.domain.records.people import DocumentKind


class TripKind(StrEnum):
    BUSINESS = "business"  # 商务考察
    OFFICIAL = "official"  # 因公团组


class TravellerRole(StrEnum):
    LEADER = "leader"
    DEPUTY = "deputy"
    MEMBER = "member"
    LIAISON = "liaison"
    INTERPRETER = "interpreter"


class TravelDocumentKind(StrEnum):
    PASSPORT = "passport"
    VISA = "visa"
    INSURANCE = "insurance"


class TravelDocumentStatus(StrEnum):
    MISSING = "missing"
    PREPARING = "preparing"
    SUBMITTED = "submitted"
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


class LegKind(StrEnum):
    FLIGHT = "flight"
    TRAIN = "train"
    COACH = "coach"
    TRANSFER = "transfer"
    STAY = "stay"
    MEETING = "meeting"
    VISIT = "visit"
    MEAL = "meal"
    FREE = "free"


class CostCategory(StrEnum):
    """财行〔2013〕516号."""

    INTERNATIONAL = "international"
    INTERCITY = "intercity"
    LODGING = "lodging"
    MEALS = "meals"
    MISCELLANEOUS = "miscellaneous"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Trip(Record):
    event_id: UUID | None = None
    name: str
    name_other: str = ""
    kind: TripKind = TripKind.BUSINESS
    starts_on: date
    ends_on: date
    home_zone: str = "Asia/Shanghai"
    purpose: str = ""
    purpose_other: str = ""
    currency: str = "CNY"
    budget: int = 0  # minor units of `currency`
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Traveller(Record):
    trip_id: UUID
    person_id: UUID
    role: TravellerRole = TravellerRole.MEMBER
    room_with_id: UUID | None = None  # another traveller
    diet: str = ""
    notes: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class TravelDocument(Record):
    """A passport, visa or insurance of a traveller; `area` is ISO 3166 alpha-2 or SCHENGEN."""

    traveller_id: UUID
    kind: TravelDocumentKind
    status: TravelDocumentStatus = TravelDocumentStatus.MISSING
    document_kind: DocumentKind | None = None
    area: str = ""
    number: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Leg(Record):
    """A step of a trip. Times are wall-clock in the named IANA zone (the truth for the future).

    `from_*` is where it begins (and stays, for meetings, meals and stays); `sequence` is the
    iCalendar SEQUENCE, raised on every change.
    """

    trip_id: UUID
    kind: LegKind
    title: str = ""
    title_other: str = ""
    number: str = ""  # flight or train number
    from_place: str = ""
    from_place_other: str = ""
    from_code: str = ""  # IATA
    from_zone: str
    starts_at: datetime  # naive, from_zone
    to_place: str = ""
    to_place_other: str = ""
    to_code: str = ""
    to_zone: str
    ends_at: datetime  # naive, to_zone
    terminal_from: str = ""
    terminal_to: str = ""
    booking: str = ""
    baggage: str = ""
    country: str = ""  # ISO 3166 alpha-2 of the destination
    address: str = ""
    contact: str = ""
    phone: str = ""
    notes: str = ""
    sequence: int = 0


@dataclass(frozen=True, kw_only=True)
class Cost(Record):
    """One line of the ledger; `rate` is CNY per unit as text (exact), half-up to 0.01 per line."""

    trip_id: UUID
    spent_on: date
    category: CostCategory = CostCategory.OTHER
    payee: str = ""
    payer: str = ""
    traveller_id: UUID | None = None  # None: shared by all
    currency: str = "CNY"
    amount: int = 0  # minor units
    rate: str = "1"
    receipt: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class TripContact(Record):
    """A number to call abroad: embassy, guide, insurer, hotel, home."""

    trip_id: UUID
    country: str = ""
    label: str
    label_other: str = ""
    phone: str
    notes: str = ""
    position: int = 0
