"""What the pane says about company, seats, hotel, meals, travel, fee and invoice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from summit_desk.domain.attendee_detail import AttendeeDetail, Companion
from summit_desk.domain.attendee_words import FEES, STATUSES
from summit_desk.domain.bulk_edits import CURRENCY
from summit_desk.domain.money import amount_text
from summit_desk.domain.records import Attendee
from summit_desk.domain.registration import NOT_COMING
from summit_desk.domain.registration_rules import nights
from summit_desk.domain.seats import read_seat
from summit_desk.support.i18n import _, in_words

Doubts = Mapping[str, str]


@dataclass(frozen=True)
class Fact:
    """One line; `masked` is what is shown until somebody asks for a private value."""

    key: str
    title: str
    value: str
    masked: str = ""
    doubt: str = ""


def company_facts(detail: AttendeeDetail) -> Iterator[Fact]:
    """Yield who comes together, and where they sit."""
    attendee = detail.attendee
    yield Fact("group", _("Group"), detail.group.name if detail.group else "")
    if detail.guest is not None:
        yield Fact("guest", _("Accompanies"), _companion(detail.guest))
    companions = "\n".join(map(_companion, detail.companions))
    yield Fact("companions", _("Accompanied by"), companions)
    seats = [read_seat(attendee.seat).words] if attendee.seat else []
    for stay in detail.stays:
        if stay.choice.seat:
            name = in_words(stay.forum.name, stay.forum.name_other)
            seats.append(f"{name}: {read_seat(stay.choice.seat).words}")
    yield Fact("seat", _("Seat"), "\n".join(seats))


def stay_facts(attendee: Attendee, doubts: Doubts) -> Iterator[Fact]:
    """Yield hotel, meals and travel."""
    doubt = doubts.get("room_mate") or doubts.get("hotel_from") or doubts.get("hotel_to", "")
    yield Fact("stay", _("Hotel"), _hotel(attendee), doubt=doubt)
    meals = in_words("、", ", ").join(attendee.meals)
    yield Fact("meals", _("Meals at the event"), _joined(meals, attendee.diet))
    arrives = (attendee.arrival_at, attendee.arrival_by, attendee.arrival_place)
    leaves = (attendee.departure_at, attendee.departure_by, attendee.departure_place)
    fetched = _("is fetched") if attendee.needs_pickup else ""
    taken = _("is taken to the station") if attendee.needs_dropoff else ""
    doubt = doubts.get("arrival_at", "")
    yield Fact("arrival", _("Arrival"), _journey(*arrives, fetched), doubt=doubt)
    doubt = doubts.get("departure_at", "")
    yield Fact("departure", _("Departure"), _journey(*leaves, taken), doubt=doubt)


def money_facts(attendee: Attendee, doubts: Doubts) -> Iterator[Fact]:
    """Yield fee and invoice."""
    status = _(FEES[attendee.fee_status]) if attendee.fee_status else ""
    amount = amount_text(attendee.fee, CURRENCY) if attendee.fee is not None else ""
    fee = _joined(status, amount, attendee.payment_method)
    yield Fact("fee", _("Fee"), fee, doubt=doubts.get("fee", ""))
    invoice = _joined(
        attendee.invoice_title,
        attendee.tax_number,
        attendee.invoice_kind,
        attendee.invoice_email,
        attendee.invoice_address,
        attendee.invoice_bank,
    )
    doubt = doubts.get("tax_number") or doubts.get("invoice_email", "")
    yield Fact("invoice", _("Invoice"), invoice, doubt=doubt)


def _companion(one: Companion) -> str:
    if one.status not in NOT_COMING:
        return str(one)
    return _joined(str(one), _(STATUSES[one.status]))


def _hotel(attendee: Attendee) -> str:
    count = nights(attendee)
    span = ""
    if attendee.hotel_from and attendee.hotel_to:
        span = f"{_day(attendee.hotel_from)}–{_day(attendee.hotel_to)}"
        told = _("{span} ({count} nights)") if count != 1 else _("{span} ({count} night)")
        span = told.format(span=span, count=count)
    room = _("room {number}").format(number=attendee.hotel_room) if attendee.hotel_room else ""
    mate = _("shares with {name}").format(name=attendee.room_mate) if attendee.room_mate else ""
    hotel = _joined(attendee.hotel, span, attendee.room_type, room, mate)
    if not hotel and attendee.needs_hotel is not None:
        return _("needs a hotel room") if attendee.needs_hotel else _("needs no hotel room")
    return hotel


def _journey(at: datetime | None, by: str, place: str, service: str) -> str:
    moment = f"{_day(at.date())} {at:%H:%M}" if at else ""
    return _joined(moment, by, place, service)


def _day(day: date) -> str:
    return f"{day.month}/{day.day}"


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
