"""What the pane says about an attendee, fact by fact; private ones with a masked form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from summit_desk.domain.attendee_lists import AttendeeDetail
from summit_desk.domain.numbers import clean_document, masked_document
from summit_desk.domain.phones import clean_email, clean_phones, masked_email, masked_phone
from summit_desk.domain.records import Attendee, CustomField
from summit_desk.support.i18n import _, in_words


@dataclass(frozen=True)
class Fact:
    """One line; `masked` is what is shown until somebody asks for a private value."""

    key: str
    title: str
    value: str
    masked: str = ""
    doubt: str = ""


def facts_of(detail: AttendeeDetail, fields: Sequence[CustomField]) -> Iterator[Fact]:
    """Yield the facts that are there, in the order of the pane."""
    attendee = detail.attendee
    labels = {field.key: in_words(field.label, field.label_other) for field in fields}
    for at, work in enumerate(detail.work):
        text = " · ".join(filter(None, (work.unit, work.duty)))
        yield Fact("work", _("Organisation / title") if at == 0 else _("Also"), text)
    yield from _contact(detail)
    yield from _shown(
        ("stay", _("Hotel / diet"), _stay(attendee)),
        ("seat", _("Seat"), attendee.seat),
        ("invoice", _("Invoice"), _joined(attendee.invoice_title, attendee.tax_number)),
        ("door", _("Note for the door"), attendee.door_note),
        ("notes", _("Notes"), attendee.notes),
        *(
            (f"custom:{key}", labels.get(key, key), _words(value))
            for key, value in attendee.custom.items()
        ),
        ("source", _("Came from"), attendee.source),
    )


def _contact(detail: AttendeeDetail) -> Iterator[Fact]:
    person = detail.person
    number = person.mobile or person.phone
    doubts = clean_phones(person.mobile).warnings
    doubt = _(doubts[0]) if doubts else ""
    yield Fact("mobile", _("Mobile"), number or "—", masked_phone(number) if number else "", doubt)
    if person.email:
        warning = clean_email(person.email)[1]
        doubt = _(warning) if warning else ""
        yield Fact("email", _("E-mail"), person.email, masked_email(person.email), doubt)
    if person.document_number:
        document = clean_document(person.document_number, person.document_kind)
        doubt = _(document.warnings[0]) if document.warnings else ""
        masked = masked_document(person.document_number)
        yield Fact("document", _("Identity document"), person.document_number, masked, doubt)


def _stay(attendee: Attendee) -> str:
    nights = ""
    if attendee.hotel_from and attendee.hotel_to:
        nights = f"{_day(attendee.hotel_from)}–{_day(attendee.hotel_to)}"
    hotel = " ".join(filter(None, (nights, attendee.room_type)))
    if not hotel and attendee.needs_hotel is not None:
        hotel = _("needs a hotel room") if attendee.needs_hotel else _("needs no hotel room")
    return _joined(hotel, attendee.diet)


def _day(day: date) -> str:
    return f"{day.month}/{day.day}"


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _words(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _shown(*facts: tuple[str, str, str]) -> Iterator[Fact]:
    return (Fact(key, title, value) for key, title, value in facts if value)
