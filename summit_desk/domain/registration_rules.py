"""What is wrong with a registration, and what only looks odd about it."""

from collections.abc import Iterator

from summit_desk.domain.errors import Problem
from summit_desk.domain.numbers import CODE_LENGTH, is_credit_code
from summit_desk.domain.phones import clean_email
from summit_desk.domain.records import Attendee, FeeStatus, Sex
from summit_desk.support.i18n import N_

LONGEST_NUMBER = 20
LARGEST_FEE = 100_000_000_00  # in hundredths: more is a slip of the keyboard


def attendee_problems(attendee: Attendee) -> list[Problem]:
    """Return everything wrong with what belongs to the event."""
    problems = []
    if len(attendee.number) > LONGEST_NUMBER:
        sentence = N_("A registration number can have at most {count} characters.")
        problems.append(Problem("number", sentence, {"count": LONGEST_NUMBER}))
    begins, ends = attendee.hotel_from, attendee.hotel_to
    if begins and ends and ends < begins:
        problems.append(
            Problem("hotel_to", N_("The day of departure is before the day of arrival."))
        )
    if attendee.fee is not None and not 0 <= attendee.fee <= LARGEST_FEE:
        problems.append(Problem("fee", N_("The fee can't be negative or above 100 million.")))
    if attendee.companion_of_id == attendee.id:
        problems.append(Problem("companion_of_id", N_("Nobody accompanies themselves.")))
    arrives, leaves = attendee.arrival_at, attendee.departure_at
    if arrives and leaves and leaves < arrives:
        problems.append(Problem("departure_at", N_("The departure is before the arrival.")))
    return problems


def attendee_doubts(attendee: Attendee) -> Iterator[tuple[str, str]]:
    """Yield (field, msgid) of what looks odd about a registration; it never blocks."""
    if attendee.invoice_title and not attendee.tax_number:
        yield "tax_number", N_("The invoice has a title but no tax number.")
    if len(attendee.tax_number) == CODE_LENGTH and not is_credit_code(attendee.tax_number):
        yield "tax_number", N_("The tax number's check character is wrong; ask for it again.")
    if attendee.invoice_email and (doubt := clean_email(attendee.invoice_email)[1]):
        yield "invoice_email", doubt
    if attendee.fee_status is FeeStatus.PAID and not attendee.fee:
        yield "fee", N_("The fee is marked as paid, but no amount is written down.")
    if attendee.needs_pickup and not (attendee.arrival_at and attendee.arrival_place):
        yield "arrival_at", N_("Is fetched, but time or place of arrival is missing.")
    if attendee.needs_dropoff and not (attendee.departure_at and attendee.departure_place):
        yield "departure_at", N_("Is taken to the station, but time or place is missing.")
    yield from _stay_doubts(attendee)


def _stay_doubts(attendee: Attendee) -> Iterator[tuple[str, str]]:
    begins, ends = attendee.hotel_from, attendee.hotel_to
    if begins and ends and begins == ends:
        yield "hotel_to", N_("The hotel is booked for no night at all.")
    if attendee.arrival_at and begins and attendee.arrival_at.date() > begins:
        yield "hotel_from", N_("The hotel begins before the day of arrival.")
    if attendee.departure_at and ends and attendee.departure_at.date() < ends:
        yield "hotel_to", N_("The hotel ends after the day of departure.")


def mate_doubt(sex: Sex | None, mate_sex: Sex | None) -> str:
    """Return a hint (msgid) when two people who share a room are not of one sex."""
    if sex and mate_sex and sex is not mate_sex:
        return N_("The two who share a room are a man and a woman.")
    return ""


def nights(attendee: Attendee) -> int:
    """Return how many nights somebody stays."""
    if attendee.hotel_from is None or attendee.hotel_to is None:
        return 0
    return max(0, (attendee.hotel_to - attendee.hotel_from).days)
