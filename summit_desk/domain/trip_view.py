"""A trip as the screen, the trip book and the command line show it: days, people, figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.passports import PassportVerdict
from summit_desk.domain.records.trips import Cost, Leg, LegKind, Trip, TripContact
from summit_desk.domain.spoken import Both
from summit_desk.domain.trip_snapshot import TravellerFacts
from summit_desk.domain.trip_timeline import MOVES, CountryStay
from summit_desk.domain.visas import VisaState
from summit_desk.domain.wall_time import ClockChange

WORST_VISA_FIRST = tuple(reversed(VisaState))


@dataclass(frozen=True, kw_only=True)
class LegView:
    """A leg with what follows from its two local times."""

    leg: Leg
    name: Both
    origin: Both
    destination: Both
    starts: datetime  # aware UTC
    ends: datetime  # aware UTC
    length: timedelta
    shift: int  # local dates later (+1) or earlier (-1)
    from_offset: str  # "UTC+2"
    to_offset: str
    ahead_of_home: timedelta  # on arrival

    @property
    def is_move(self) -> bool:
        """Tell whether the leg takes people somewhere."""
        return self.leg.kind in MOVES

    @property
    def nights(self) -> int:
        """Return the nights of a stay."""
        return self.shift if self.leg.kind is LegKind.STAY else 0


@dataclass(frozen=True, kw_only=True)
class DayView:
    """One local date of the trip; `stops` are the places on the way, `clocks` may change."""

    date: date
    number: int  # 1 is the first day of the trip
    stops: Sequence[Both]
    legs: Sequence[LegView]
    bed: Both | None = None  # where the night is spent
    clocks: ClockChange | None = None


@dataclass(frozen=True, kw_only=True)
class VisaView:
    stay: CountryStay
    state: VisaState


@dataclass(frozen=True, kw_only=True)
class TravellerView:
    """A traveller with the state of the papers for this trip."""

    facts: TravellerFacts
    passport: PassportVerdict
    visas: Sequence[VisaView]
    room_with: str = ""  # name of who shares the room
    troubled: bool = False  # some finding names this person

    @property
    def visa(self) -> VisaState | None:
        """Return the worst state of all visas; None when no country asks for one."""
        states = [visa.state for visa in self.visas]
        return min(states, key=WORST_VISA_FIRST.index, default=None)


@dataclass(frozen=True, kw_only=True)
class CostView:
    cost: Cost
    traveller: str  # name, empty when shared by all
    home: int  # minor units of the trip's currency


@dataclass(frozen=True, kw_only=True)
class ZoneSpan:
    """How long the delegation's clocks show one offset, for the strip chart."""

    zone: str
    city: Both
    offset: timedelta
    ahead: timedelta  # of home
    starts: datetime  # aware UTC
    ends: datetime  # aware UTC


@dataclass(frozen=True, kw_only=True)
class Connection:
    before: Leg
    after: Leg
    gap: timedelta


@dataclass(frozen=True, kw_only=True)
class TripFigures:
    """The numbers on the cards."""

    people: int
    days: int
    nights: int
    countries: int
    zones: int
    budget: int
    used: int
    shortest: Connection | None

    @property
    def share(self) -> int | None:
        """Return how much of the budget is used, in whole percent; None without a budget."""
        return round(100 * self.used / self.budget) if self.budget else None


@dataclass(frozen=True, kw_only=True)
class TripView:
    """A whole trip, ready to show or print."""

    trip: Trip
    days: Sequence[DayView]
    travellers: Sequence[TravellerView]
    costs: Sequence[CostView]
    contacts: Sequence[TripContact]
    zones: Sequence[ZoneSpan]
    stays: Sequence[CountryStay]
    figures: TripFigures
    findings: Sequence[Finding]

    def legs(self) -> list[LegView]:
        """Return all legs in order."""
        return [leg for day in self.days for leg in day.legs]


@dataclass(frozen=True)
class TripLine:
    """A trip in the list of trips."""

    trip: Trip
    people: int
    legs: int
    worst: Severity | None  # of its findings
