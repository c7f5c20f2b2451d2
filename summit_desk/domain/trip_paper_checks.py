"""Checks on the papers of a trip: passports, visas, insurance, days in the Schengen area."""

from collections.abc import Callable, Iterator

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.geography import SCHENGEN, area_name, country_of_zone
from summit_desk.domain.passports import (
    PassportState,
    PassportVerdict,
    has_odd_number,
    has_odd_term,
    judge,
)
from summit_desk.domain.schengen import MOST_DAYS, first_day_too_many
from summit_desk.domain.trip_snapshot import TravellerFacts, TripSnapshot
from summit_desk.domain.trip_telling import about_traveller
from summit_desk.domain.trip_timeline import CountryStay, country_stays, returns_on
from summit_desk.domain.visas import VisaState, is_insured, visa_state
from summit_desk.support.i18n import N_

RENEW = N_("Have the passport renewed, then enter the new number and dates.")
ENTER_PASSPORT = N_("Enter number, date of issue and expiry date from the passport.")
COMPARE = N_("Compare the number and the dates with the passport itself.")
ENTER_VISA = N_("Enter the visa, or note that none is needed.")
CHASE_VISA = N_("Ask the visa centre, and enter the visa when it is granted.")
NEW_VISA = N_("Apply for a visa that covers the whole stay.")
INSURE = N_("Enter an insurance of at least EUR 30,000 for the whole stay.")

Told = tuple[Severity, str, str]  # severity, sentence, fix

PASSPORT_TOLD: dict[PassportState, Told] = {
    PassportState.MISSING: (
        Severity.BLOCK,
        N_("{name} has no passport on record for “{trip}”."),
        ENTER_PASSPORT,
    ),
    PassportState.EXPIRES: (
        Severity.BLOCK,
        N_("{name}’s passport expires on {expires}, before the return on {until}."),
        RENEW,
    ),
    PassportState.TOO_SHORT_FOR_SCHENGEN: (
        Severity.BLOCK,
        N_(
            "{name}’s passport expires on {expires}; the Schengen states ask for three months "
            "after leaving, until {until}."
        ),
        RENEW,
    ),
    PassportState.TOO_OLD_FOR_SCHENGEN: (
        Severity.BLOCK,
        N_(
            "{name}’s passport was issued on {issued}, more than ten years before entering "
            "the Schengen area."
        ),
        RENEW,
    ),
    PassportState.ENDS_SOON: (
        Severity.WARN,
        N_("{name}’s passport expires on {expires}, less than six months after the return."),
        RENEW,
    ),
    PassportState.UNDATED: (
        Severity.WARN,
        N_("{name}’s passport has no expiry date on record."),
        ENTER_PASSPORT,
    ),
    PassportState.PENDING: (
        Severity.WARN,
        N_("{name}’s passport is not issued yet."),
        ENTER_PASSPORT,
    ),
}
VISA_TOLD: dict[VisaState, Told] = {
    VisaState.NONE: (
        Severity.WARN,
        N_("{name} has no visa on record for {area}."),
        ENTER_VISA,
    ),
    VisaState.FREE: (
        Severity.HINT,
        N_(
            "{name} has no visa on record for {area}; ordinary Chinese passports should need "
            "none for {days} days, please confirm."
        ),
        ENTER_VISA,
    ),
    VisaState.PENDING: (
        Severity.WARN,
        N_("{name}’s visa for {area} is not granted yet."),
        CHASE_VISA,
    ),
    VisaState.REFUSED: (
        Severity.BLOCK,
        N_("{name}’s visa for {area} was refused."),
        NEW_VISA,
    ),
    VisaState.TOO_SHORT: (
        Severity.BLOCK,
        N_("{name}’s visa for {area} does not cover the stay from {enters} to {leaves}."),
        NEW_VISA,
    ),
    VisaState.UNDATED: (
        Severity.WARN,
        N_("{name}’s visa for {area} has no expiry date on record."),
        ENTER_VISA,
    ),
}


def passports(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield what is wrong with each passport."""
    stays = country_stays(trip.trip, trip.legs)
    for who in trip.travellers:
        verdict = judge(who.documents, returns_on(trip.trip, trip.legs), stays)
        if verdict.state is not PassportState.GOOD:
            yield _passport(trip, who, verdict)
        yield from _oddities(who, verdict)


def _passport(trip: TripSnapshot, who: TravellerFacts, verdict: PassportVerdict) -> Finding:
    severity, sentence, fix = PASSPORT_TOLD[verdict.state]
    passport = verdict.passport
    return about_traveller(
        who,
        severity,
        f"passport_{verdict.state.value}",
        sentence,
        fix,
        trip=trip.trip.name,
        expires=passport and passport.expires_on,
        issued=passport and passport.issued_on,
        until=verdict.needed_until,
    )


def _oddities(who: TravellerFacts, verdict: PassportVerdict) -> Iterator[Finding]:
    passport = verdict.passport
    if passport is None:
        return
    if has_odd_number(passport):
        sentence = N_("{name}’s passport number {number} does not look like a Chinese one.")
        kind = "passport_number"
        number = passport.number
        yield about_traveller(who, Severity.HINT, kind, sentence, COMPARE, number=number)
    if has_odd_term(passport):
        sentence = N_("{name}’s passport is dated {issued} to {expires}; that can’t be right.")
        dates = {"issued": passport.issued_on, "expires": passport.expires_on}
        yield about_traveller(who, Severity.WARN, "passport_term", sentence, COMPARE, **dates)


def visas(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield what is wrong with each visa, per country that the legs enter."""
    home = country_of_zone(trip.trip.home_zone)
    stays = [stay for stay in country_stays(trip.trip, trip.legs) if not stay.transit]
    for stay in {stay.area: stay for stay in reversed(stays)}.values():
        whole = _whole(stay, stays)
        for who in trip.travellers:
            state = visa_state(who.documents, whole, home)
            if state in VISA_TOLD:
                yield _visa(who, whole, state)


def _whole(stay: CountryStay, stays: list[CountryStay]) -> CountryStay:
    """Return one stay from first entering to last leaving: one visa has to cover both visits."""
    same = [other for other in stays if other.area == stay.area]
    countries = tuple(dict.fromkeys(code for other in same for code in other.countries))
    return CountryStay(stay.area, countries, same[0].enters_on, same[-1].leaves_on)


def _visa(who: TravellerFacts, stay: CountryStay, state: VisaState) -> Finding:
    severity, sentence, fix = VISA_TOLD[state]
    return about_traveller(
        who,
        severity,
        f"visa_{state.value}",
        sentence,
        fix,
        area=area_name(stay.area),
        enters=stay.enters_on,
        leaves=stay.leaves_on,
        days=stay.days,
    )


def insurance(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield who has no medical insurance for the Schengen area, or one that ends too early."""
    stays = [stay for stay in country_stays(trip.trip, trip.legs) if stay.area == SCHENGEN]
    for who in trip.travellers:
        insured = {stay: is_insured(who.documents, stay) for stay in stays}
        if None in insured.values():
            sentence = N_("{name} has no travel insurance on record; Schengen visas need one.")
            yield about_traveller(who, Severity.WARN, "insurance_none", sentence, INSURE)
            continue
        for stay in (stay for stay, covered in insured.items() if not covered):
            sentence = N_("{name}’s insurance does not cover the stay from {enters} to {leaves}.")
            dates = {"enters": stay.enters_on, "leaves": stay.leaves_on}
            kind = "insurance_too_short"
            yield about_traveller(who, Severity.WARN, kind, sentence, INSURE, **dates)


def schengen_days(trip: TripSnapshot) -> Iterator[Finding]:
    """Yield who would be more than 90 days in any 180 inside the Schengen area."""
    stays = [stay for stay in country_stays(trip.trip, trip.legs) if stay.area == SCHENGEN]
    own = [(stay.enters_on, stay.leaves_on) for stay in stays]
    for who in trip.travellers if own else ():
        others = [days for other in who.other_trips for days in other.schengen]
        over = first_day_too_many(own, others)
        if over is not None:
            yield about_traveller(
                who,
                Severity.BLOCK,
                "schengen_90_180",
                N_(
                    "On {day} {name} would be in the Schengen area for more than {most} days "
                    "in 180."
                ),
                N_("Shorten the stay, or apply for a national visa."),
                day=over,
                most=MOST_DAYS,
            )


PAPER_CHECKS: tuple[Callable[[TripSnapshot], Iterator[Finding]], ...] = (
    passports,
    visas,
    insurance,
    schengen_days,
)
