"""What a trip and its parts must fulfil to be saved; everything else is only a finding."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from summit_desk.domain.airports import airport
from summit_desk.domain.errors import Problem
from summit_desk.domain.geography import SCHENGEN, countries
from summit_desk.domain.money import exact, is_currency
from summit_desk.domain.records.trips import (
    Cost,
    Leg,
    LegKind,
    TravelDocument,
    TravelDocumentKind,
    Traveller,
    Trip,
    TripContact,
)
from summit_desk.domain.trip_timeline import MOVES
from summit_desk.domain.wall_time import zone_exists
from summit_desk.support.i18n import N_

FIRST_YEAR, LAST_YEAR = 1950, 2150
LONGEST_TRIP_DAYS = 366
MOST_MONEY = 10**15  # minor units
EMPTY = N_("Enter a name.")
UNKNOWN_ZONE = N_("“{zone}” is not a time zone; choose one from the list.")
UNKNOWN_AIRPORT = N_(
    "No airport has the code “{code}”; leave it empty and enter the place and its time zone."
)
UNKNOWN_COUNTRY = N_("“{country}” is not a country code of two letters.")
UNKNOWN_CURRENCY = N_("“{currency}” is not a currency code of three letters.")
TOO_MUCH = N_("The amount is too large.")
NOT_A_DATE = N_("The date must lie between {first} and {last}.")


def problems_of(part: Trip | Leg | TravelDocument | Cost | TripContact) -> list[Problem]:
    """Return everything that is wrong with a trip or a part of it."""
    match part:
        case Trip():
            return trip_problems(part)
        case Leg():
            return leg_problems(part)
        case TravelDocument():
            return document_problems(part)
        case Cost():
            return cost_problems(part)
    return contact_problems(part)


def trip_problems(trip: Trip) -> list[Problem]:
    """Return everything that is wrong with a trip."""
    return list(_trip(trip))


def _trip(trip: Trip) -> Iterator[Problem]:
    if not trip.name.strip():
        yield Problem("name", EMPTY)
    yield from _zone("home_zone", trip.home_zone)
    yield from _date("starts_on", trip.starts_on)
    yield from _date("ends_on", trip.ends_on)
    if trip.ends_on < trip.starts_on:
        yield Problem("ends_on", N_("The trip ends before it begins."))
    elif (trip.ends_on - trip.starts_on).days >= LONGEST_TRIP_DAYS:
        yield Problem("ends_on", N_("A trip lasts a year at most; check the dates."))
    yield from _currency(trip.currency)
    if trip.budget < 0:
        yield Problem("budget", N_("The budget can’t be negative."))
    yield from _size("budget", trip.budget)


def leg_problems(leg: Leg) -> list[Problem]:
    """Return everything that is wrong with a leg."""
    return list(_leg(leg))


def _leg(leg: Leg) -> Iterator[Problem]:
    yield from _zone("from_zone", leg.from_zone)
    yield from _zone("to_zone", leg.to_zone)
    yield from _date("starts_at", leg.starts_at.date())
    yield from _date("ends_at", leg.ends_at.date())
    yield from _country(leg.country)
    if leg.kind is LegKind.FLIGHT:
        yield from _code("from_code", leg.from_code)
        yield from _code("to_code", leg.to_code)
    named = leg.title.strip() or leg.title_other.strip() or leg.number.strip()
    if leg.kind in MOVES:
        if not (leg.from_place.strip() or leg.from_place_other.strip() or leg.from_code.strip()):
            yield Problem("from_place", N_("Enter where it leaves from."))
        if not (leg.to_place.strip() or leg.to_place_other.strip() or leg.to_code.strip()):
            yield Problem("to_place", N_("Enter where it goes to."))
    elif not (named or leg.from_place.strip() or leg.from_place_other.strip()):
        yield Problem("title", N_("Enter a title or a place."))


def document_problems(paper: TravelDocument) -> list[Problem]:
    """Return everything that is wrong with a passport, visa or insurance."""
    return list(_document(paper))


def _document(paper: TravelDocument) -> Iterator[Problem]:
    if paper.kind is TravelDocumentKind.VISA and not paper.area:
        yield Problem("area", N_("Choose the country that the visa is for."))
    if paper.area != SCHENGEN:
        yield from _country(paper.area, "area")
    if paper.issued_on and paper.expires_on and paper.expires_on < paper.issued_on:
        yield Problem("expires_on", N_("It would expire before it was issued."))
    for name, day in (("issued_on", paper.issued_on), ("expires_on", paper.expires_on)):
        if day:
            yield from _date(name, day)


def traveller_problems(traveller: Traveller) -> list[Problem]:
    """Return everything that is wrong with a traveller."""
    if traveller.room_with_id == traveller.id:
        return [Problem("room_with_id", N_("Nobody shares a room with themselves."))]
    return []


def cost_problems(cost: Cost) -> list[Problem]:
    """Return everything that is wrong with a line of the ledger."""
    return list(_cost(cost))


def _cost(cost: Cost) -> Iterator[Problem]:
    yield from _date("spent_on", cost.spent_on)
    yield from _currency(cost.currency)
    yield from _size("amount", cost.amount)
    rate = exact(cost.rate)
    if rate is None or not 0 < rate < Decimal(MOST_MONEY):
        yield Problem("rate", N_("Enter what one unit costs, for example 7.8123."))


def contact_problems(contact: TripContact) -> list[Problem]:
    """Return everything that is wrong with a contact."""
    problems = list(_country(contact.country))
    if not contact.label.strip():
        problems.append(Problem("label", EMPTY))
    if not contact.phone.strip():
        problems.append(Problem("phone", N_("Enter the number to call.")))
    return problems


def _code(name: str, code: str) -> Iterator[Problem]:
    if code and airport(code) is None:
        yield Problem(name, UNKNOWN_AIRPORT, {"code": code})


def _zone(name: str, zone: str) -> Iterator[Problem]:
    if not zone or not zone_exists(zone):
        yield Problem(name, UNKNOWN_ZONE, {"zone": zone})


def _date(name: str, day: date) -> Iterator[Problem]:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        yield Problem(name, NOT_A_DATE, {"first": FIRST_YEAR, "last": LAST_YEAR})


def _country(code: str, name: str = "country") -> Iterator[Problem]:
    if code and code not in countries():
        yield Problem(name, UNKNOWN_COUNTRY, {"country": code})


def _currency(code: str) -> Iterator[Problem]:
    if not is_currency(code):
        yield Problem("currency", UNKNOWN_CURRENCY, {"currency": code})


def _size(name: str, amount: int) -> Iterator[Problem]:
    if abs(amount) > MOST_MONEY:
        yield Problem(name, TOO_MUCH)
