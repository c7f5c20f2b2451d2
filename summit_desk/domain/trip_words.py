"""What the kinds, roles and states of trips are called, by msgid."""

from datetime import date

from summit_desk.domain.passports import PassportState
from summit_desk.domain.records import (
    CostCategory,
    LegKind,
    TravelDocumentKind,
    TravelDocumentStatus,
    TravellerRole,
    TripKind,
)
from summit_desk.domain.trip_view import LegView
from summit_desk.domain.visas import VisaState
from summit_desk.domain.wall_time import MINUS, hours_text
from summit_desk.support.i18n import N_, Language, _, current_language

TRIP_KINDS = {
    TripKind.BUSINESS: N_("Business tour"),
    TripKind.OFFICIAL: N_("Official delegation"),
}
ROLES = {
    TravellerRole.LEADER: N_("Leader"),
    TravellerRole.DEPUTY: N_("Deputy leader"),
    TravellerRole.MEMBER: N_("Member"),
    TravellerRole.LIAISON: N_("Liaison"),
    TravellerRole.INTERPRETER: N_("Interpreter"),
}
LEG_KINDS = {
    LegKind.FLIGHT: N_("Flight"),
    LegKind.TRAIN: N_("Train"),
    LegKind.COACH: N_("Coach"),
    LegKind.TRANSFER: N_("Transfer"),
    LegKind.STAY: N_("Stay"),
    LegKind.MEETING: N_("Meeting"),
    LegKind.VISIT: N_("Visit"),
    LegKind.MEAL: N_("Meal"),
    LegKind.FREE: N_("Free time"),
}
PAPERS = {
    TravelDocumentKind.PASSPORT: N_("Passport"),
    TravelDocumentKind.VISA: N_("Visa"),
    TravelDocumentKind.INSURANCE: N_("Insurance"),
}
PAPER_STATES = {
    TravelDocumentStatus.MISSING: N_("Missing"),
    TravelDocumentStatus.PREPARING: N_("In preparation"),
    TravelDocumentStatus.SUBMITTED: N_("Submitted"),
    TravelDocumentStatus.GRANTED: N_("Granted"),
    TravelDocumentStatus.REFUSED: N_("Refused"),
    TravelDocumentStatus.NOT_NEEDED: N_("Not needed"),
}
VISA_STATES = {
    VisaState.NOT_NEEDED: N_("Not needed"),
    VisaState.GRANTED: N_("Granted"),
    VisaState.FREE: N_("Visa-free?"),
    VisaState.UNDATED: N_("No dates"),
    VisaState.PENDING: N_("Pending"),
    VisaState.NONE: N_("None"),
    VisaState.TOO_SHORT: N_("Too short"),
    VisaState.REFUSED: N_("Refused"),
}
PASSPORT_STATES = {
    PassportState.GOOD: N_("Valid"),
    PassportState.ENDS_SOON: N_("Ends soon after the trip"),
    PassportState.UNDATED: N_("No expiry date"),
    PassportState.PENDING: N_("In preparation"),
    PassportState.TOO_OLD_FOR_SCHENGEN: N_("Issued too long ago for Schengen"),
    PassportState.TOO_SHORT_FOR_SCHENGEN: N_("Ends too soon for Schengen"),
    PassportState.EXPIRES: N_("Expires before the return"),
    PassportState.MISSING: N_("Missing"),
}
COSTS = {
    CostCategory.INTERNATIONAL: N_("International travel"),
    CostCategory.INTERCITY: N_("Travel between cities"),
    CostCategory.LODGING: N_("Lodging"),
    CostCategory.MEALS: N_("Meals"),
    CostCategory.MISCELLANEOUS: N_("Miscellaneous"),
    CostCategory.OTHER: N_("Other costs"),
}
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def day_text(day: date) -> str:
    """Return a date without its year and with its weekday: 10月14日 周二, Tue 14 Oct."""
    weekday = _(WEEKDAYS[day.weekday()])
    if current_language() is Language.CHINESE:
        return f"{day.month}月{day.day}日 {weekday}"
    return f"{weekday} {day.day} {day:%b}"


def shift_text(days: int) -> str:
    """Return +1, −1 or nothing: by how many local dates somebody arrives later."""
    if not days:
        return ""
    return f"+{days}" if days > 0 else f"{MINUS}{-days}"


def nights_text(nights: int) -> str:
    """Return a number of nights in words."""
    return (_("{nights} night") if nights == 1 else _("{nights} nights")).format(nights=nights)


def days_text(days: int) -> str:
    """Return a number of days in words."""
    return (_("{count} day") if days == 1 else _("{count} days")).format(count=days)


def length_text(leg: LegView) -> str:
    """Return how long a leg takes, as its kind is counted: nights of a stay, hours of a flight."""
    if leg.nights:
        return nights_text(leg.nights)
    hours = hours_text(leg.length)
    if leg.leg.kind is LegKind.FLIGHT:
        return _("Flight {length}").format(length=hours)
    return hours
