"""Checks on who travels: rooms, doubles, duties at the event, other trips, money, completeness."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.geography import area_name, country_of_zone
from summit_desk.domain.money import amount_text, total
from summit_desk.domain.records.trips import TravellerRole, TripKind
from summit_desk.domain.spoken import Both
from summit_desk.domain.trip_snapshot import TravellerFacts, TripSnapshot
from summit_desk.domain.trip_telling import about_traveller, about_trip
from summit_desk.domain.trip_timeline import country_stays
from summit_desk.support.i18n import N_

OFFICIAL_DAYS = {1: 5, 2: 8, 3: 10}
MOST_OFFICIAL_PEOPLE = 6
MOST_OFFICIAL_COUNTRIES = 3
REMOVE_ONE = N_("Remove one of the two entries.")
CHANGE_ROOM = N_("Change the room sharing.")
RESCHEDULE = N_("Let somebody else go, or move the session.")


def rooms(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield pairs that can't share a room."""
    by_id = {who.id: who for who in trip.travellers}
    for who in trip.travellers:
        mate = by_id.get(who.traveller.room_with_id) if who.traveller.room_with_id else None
        if mate is None:
            continue
        back = mate.traveller.room_with_id
        if back not in {None, who.id}:
            sentence = N_("{name} is to share with {mate}, who shares with somebody else.")
            kind = "room_taken"
            yield about_traveller(
                who, Severity.WARN, kind, sentence, CHANGE_ROOM, mate=mate.spoken_name
            )
        elif _differ(who, mate) and (back is None or who.id < mate.id):
            sentence = N_("{name} and {mate} share a room, but one is a man and one a woman.")
            kind = "room_mixed"
            yield about_traveller(
                who, Severity.WARN, kind, sentence, CHANGE_ROOM, mate=mate.spoken_name
            )


def _differ(who: TravellerFacts, mate: TravellerFacts) -> bool:
    one, other = who.person.sex, mate.person.sex
    return one is not None and other is not None and one is not other


def doubles(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield people who are on the list twice, and passport numbers that two people have."""
    people = Counter(who.person.id for who in trip.travellers)
    seen = {who.person.id: who for who in trip.travellers if people[who.person.id] > 1}
    for who in seen.values():
        sentence = N_("{name} is on the list of “{trip}” twice.")
        name = trip.trip.name
        yield about_traveller(
            who, Severity.BLOCK, "traveller_twice", sentence, REMOVE_ONE, trip=name
        )
    yield from _same_numbers(trip)


def _same_numbers(trip: TripSnapshot) -> Iterator[Finding]:
    first: dict[tuple[str, str], TravellerFacts] = {}
    for who in trip.travellers:
        for paper in who.documents:
            key = (paper.kind.value, paper.number.strip().upper())
            other = first.setdefault(key, who)
            if paper.number.strip() and other.person.id != who.person.id:
                sentence = N_("{name} and {other} have the same document number {number}.")
                fix = N_("Compare both documents.")
                details = {"other": other.spoken_name, "number": paper.number}
                kind = "number_twice"
                yield about_traveller(who, Severity.WARN, kind, sentence, fix, **details)


def spellings(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield who has no name in passport letters, which every ticket needs."""
    for who in trip.travellers:
        if not who.passport_name:
            sentence = N_("{name} has no passport spelling; tickets can’t be booked without one.")
            fix = N_("Enter the spelling of the passport at the person.")
            yield about_traveller(who, Severity.WARN, "spelling_missing", sentence, fix)


def duties(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield who has a part in the agenda while travelling."""
    start = datetime.combine(trip.trip.starts_on, time(0, 0))
    end = datetime.combine(trip.trip.ends_on, time(0, 0)) + timedelta(days=1)
    for who in trip.travellers:
        for session in who.sessions:
            if session.starts_at is not None and start <= session.starts_at < end:
                yield about_traveller(
                    who,
                    Severity.WARN,
                    "session_while_away",
                    N_("{name} has a part in “{session}” ({time}) while on the trip “{trip}”."),
                    RESCHEDULE,
                    session=Both(session.title, session.title_other),
                    time=f"{session.starts_at:%m-%d %H:%M}",
                    trip=Both(trip.trip.name, trip.trip.name_other),
                )


def two_trips(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield who is on another trip on the same days."""
    for who in trip.travellers:
        for other in (other.trip for other in who.other_trips):
            if other.starts_on <= trip.trip.ends_on and other.ends_on >= trip.trip.starts_on:
                sentence = N_("{name} is on the trip “{other}” on the same days.")
                fix = N_("Take the person off one of the two trips.")
                name = Both(other.name, other.name_other)
                kind = "on_two_trips"
                yield about_traveller(who, Severity.WARN, kind, sentence, fix, other=name)


def budget(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield a warning when more was spent than planned."""
    plan, currency = trip.trip.budget, trip.trip.currency
    used = total(((cost.amount, cost.currency, cost.rate) for cost in trip.costs), currency)
    if plan and used > plan:
        yield about_trip(
            trip,
            Severity.WARN,
            "budget_exceeded",
            N_("“{trip}” has cost {used}, more than the budget of {plan}."),
            N_("Check the costs, or raise the budget."),
            trip=Both(trip.trip.name, trip.trip.name_other),
            used=amount_text(used, currency),
            plan=amount_text(plan, currency),
        )


def completeness(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield what every trip has and this one has not."""
    name = Both(trip.trip.name, trip.trip.name_other)
    if not trip.travellers:
        sentence, fix = N_("“{trip}” has no travellers yet."), N_("Add the travellers.")
        yield about_trip(trip, Severity.HINT, "no_travellers", sentence, fix, trip=name)
    elif TravellerRole.LEADER not in {who.traveller.role for who in trip.travellers}:
        sentence, fix = N_("“{trip}” has no leader."), N_("Give one traveller the role of leader.")
        yield about_trip(trip, Severity.HINT, "no_leader", sentence, fix, trip=name)
    if not trip.legs:
        sentence, fix = N_("“{trip}” has no itinerary yet."), N_("Add the first flight.")
        yield about_trip(trip, Severity.HINT, "no_legs", sentence, fix, trip=name)
    yield from _emergency(trip, name)


def _emergency(trip: TripSnapshot, name: Both) -> Iterator[Finding]:
    known = {contact.country.upper() for contact in trip.contacts}
    stays = [stay for stay in country_stays(trip.trip, trip.legs) if not stay.transit]
    for country in dict.fromkeys(code for stay in stays for code in stay.countries):
        if country not in known:
            sentence = N_("“{trip}” has no number to call in {country} in an emergency.")
            fix = N_("Add a contact: the embassy, the guide or the hotel.")
            area = area_name(country)
            kind = "no_contact"
            yield about_trip(trip, Severity.HINT, kind, sentence, fix, trip=name, country=area)


def official_limits(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield where an official delegation is larger or longer than the rules allow."""
    if trip.trip.kind is not TripKind.OFFICIAL:
        return
    people = len(trip.travellers)
    if people > MOST_OFFICIAL_PEOPLE:
        sentence = N_("An official delegation has at most {most} people; this one has {people}.")
        details = {"most": MOST_OFFICIAL_PEOPLE, "people": people}
        yield about_trip(trip, Severity.WARN, "official_people", sentence, APPROVAL, **details)
    home = country_of_zone(trip.trip.home_zone)
    stays = country_stays(trip.trip, trip.legs)
    countries = {code for stay in stays if not stay.transit for code in stay.countries} - {home}
    yield from _official_days(trip, len(countries))


def _official_days(trip: TripSnapshot, countries: int) -> Iterator[Finding]:
    days = (trip.trip.ends_on - trip.trip.starts_on).days + 1
    most = OFFICIAL_DAYS.get(countries)
    if countries > MOST_OFFICIAL_COUNTRIES:
        sentence = N_("An official trip visits at most {most} countries; this one {countries}.")
        details = {"most": MOST_OFFICIAL_COUNTRIES, "countries": countries}
        yield about_trip(trip, Severity.WARN, "official_countries", sentence, APPROVAL, **details)
    elif most is not None and days > most:
        sentence = N_(
            "An official trip to {countries} countries lasts at most {most} days; this one {days}."
        )
        details = {"countries": countries, "most": most, "days": days}
        yield about_trip(trip, Severity.WARN, "official_days", sentence, APPROVAL, **details)


APPROVAL = N_("Check the approval of the delegation.")

PEOPLE_CHECKS: tuple[Callable[[TripSnapshot], Iterator[Finding]], ...] = (
    rooms,
    doubles,
    spellings,
    duties,
    two_trips,
    budget,
    completeness,
    official_limits,
)
