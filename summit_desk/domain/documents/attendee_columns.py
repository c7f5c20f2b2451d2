"""The columns that a list of attendees can have, as data."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from summit_desk.domain.attendee_words import FEES, PLACES, SEXES, STATUSES
from summit_desk.domain.documents.attendee_entries import AttendeeColumn, AttendeeEntry, Privacy
from summit_desk.domain.documents.sheets import CellKind, CellValue
from summit_desk.domain.numbers import masked_document
from summit_desk.domain.phones import masked_phone
from summit_desk.domain.records import CustomField, DocumentKind, FieldKind, ForumPlace
from summit_desk.support.i18n import N_, _, in_words

DOCUMENTS = {
    DocumentKind.ID_CARD: N_("identity card"),
    DocumentKind.PASSPORT: N_("passport"),
    DocumentKind.HOME_RETURN: N_("home-return permit"),
    DocumentKind.TAIWAN_PERMIT: N_("Taiwan compatriot permit"),
    DocumentKind.OFFICER: N_("officer's card"),
    DocumentKind.OTHER: N_("other"),
}
RECORD = "record"  # the key by which an import knows the registration again
TEXT, NUMBER, MONEY = CellKind.TEXT, CellKind.NUMBER, CellKind.MONEY
DATE, MOMENT = CellKind.DATE, CellKind.MOMENT
PHONE, DOCUMENT = Privacy.PHONE, Privacy.DOCUMENT
HUNDREDTHS = 100

Value = Callable[[AttendeeEntry], CellValue]


def _own(field: str) -> Value:
    """Say a field of the registration as it is."""
    return lambda entry: getattr(entry.attendee, field)


def _personal(field: str) -> Value:
    return lambda entry: getattr(entry.person, field)


def _flag(field: str) -> Value:
    def value(entry: AttendeeEntry) -> str:
        found = getattr(entry.attendee, field)
        return "" if found is None else _("yes") if found else _("no")

    return value


def _words(field: str) -> Value:
    return lambda entry: _("; ").join(getattr(entry.attendee, field))


def _status(entry: AttendeeEntry) -> str:
    return _(STATUSES[entry.attendee.status])


def _sex(entry: AttendeeEntry) -> str:
    return _(SEXES[entry.person.sex]) if entry.person.sex else ""


def _forums(entry: AttendeeEntry) -> str:
    return _("; ").join(str(forum) for forum in entry.row.forums)


def _forum_place(entry: AttendeeEntry) -> str:
    is_waiting = entry.forum is not None and entry.forum.waiting
    return _(PLACES[ForumPlace.WAITING]) if is_waiting else ""


def _fee_status(entry: AttendeeEntry) -> str:
    status = entry.attendee.fee_status
    return _(FEES[status]) if status else ""


def _fee(entry: AttendeeEntry) -> CellValue:
    fee = entry.attendee.fee
    return None if fee is None else fee / HUNDREDTHS


def _nights(entry: AttendeeEntry) -> CellValue:
    first, last = entry.attendee.hotel_from, entry.attendee.hotel_to
    return (last - first).days if first and last and last >= first else None


def _document_kind(entry: AttendeeEntry) -> str:
    return _(DOCUMENTS[entry.person.document_kind]) if entry.person.document_kind else ""


def _positions(entry: AttendeeEntry) -> str:
    return _("; ").join(" ".join(filter(None, (one.unit, one.duty))) for one in entry.work)


def _registered(entry: AttendeeEntry) -> datetime:
    return entry.attendee.registered_at.astimezone(entry.zone).replace(tzinfo=None)


def _checked_in(entry: AttendeeEntry) -> CellValue:
    at = entry.first_scan
    return None if at is None else at.astimezone(entry.zone).replace(tzinfo=None, microsecond=0)


def _rank(entry: AttendeeEntry) -> CellValue:
    return entry.person.rank


def _no_day(text: str) -> str:
    """Hide month and day of "1949-12-31"."""
    return f"{text[:4]}-**-**" if text else ""


C = AttendeeColumn
COLUMNS: Sequence[AttendeeColumn] = (
    C("number", N_("Registration number"), _own("number")),
    C("name", N_("Name"), _personal("name")),
    C("pinyin", N_("Pinyin reading"), _personal("pinyin")),
    C("passport_family", N_("Family name as in the passport"), _personal("passport_family")),
    C("passport_given", N_("Given name as in the passport"), _personal("passport_given")),
    C("other_name", N_("Name in the other language"), _personal("other_name")),
    C("honorific", N_("Honorific"), _personal("honorific")),
    C("sex", N_("Sex"), _sex),
    C("birth_date", N_("Date of birth"), _personal("birth_date"), DATE, DOCUMENT, _no_day),
    C("organisation", N_("Organisation"), lambda e: e.row.organisation),
    C("department", N_("Department"), lambda e: e.row.department),
    C("title", N_("Job title"), lambda e: e.row.title),
    C("positions", N_("All positions"), _positions),
    C("category", N_("Category"), lambda e: str(e.row.category or "")),
    C("rank", N_("Protocol rank"), _rank, NUMBER),
    C("group", N_("Delegation or group"), lambda e: e.group),
    C("companion_of", N_("Accompanies (registration number)"), lambda e: e.host),
    C("status", N_("Status"), _status),
    C("forums", N_("Forums"), _forums),
    C("forum_place", N_("On the waiting list"), _forum_place),
    C("mobile", N_("Mobile"), _personal("mobile"), TEXT, PHONE, masked_phone),
    C("phone", N_("Other phone"), _personal("phone"), TEXT, PHONE, masked_phone),
    C("email", N_("E-mail"), _personal("email")),
    C("seat", N_("Seat"), _own("seat")),
    C("fee_status", N_("State of payment"), _fee_status),
    C("fee", N_("Fee (amount)"), _fee, MONEY),
    C("payment_method", N_("Way of payment"), _own("payment_method")),
    C("needs_hotel", N_("Needs a hotel"), _flag("needs_hotel")),
    C("hotel", N_("Hotel name"), _own("hotel")),
    C("hotel_room", N_("Hotel room number"), _own("hotel_room")),
    C("room_type", N_("Room type"), _own("room_type")),
    C("room_mate", N_("Shares the room with"), _own("room_mate")),
    C("hotel_from", N_("Arrives at the hotel"), _own("hotel_from"), DATE),
    C("hotel_to", N_("Leaves the hotel"), _own("hotel_to"), DATE),
    C("nights", N_("Nights"), _nights, NUMBER),
    C("meals", N_("Meals taken"), _words("meals")),
    C("diet", N_("Diet"), _own("diet")),
    C("arrival_at", N_("Arrival: date and time"), _own("arrival_at"), MOMENT),
    C("arrival_by", N_("Arrival: flight or train"), _own("arrival_by")),
    C("arrival_place", N_("Arrival: station or airport"), _own("arrival_place")),
    C("needs_pickup", N_("Arrival: to be fetched"), _flag("needs_pickup")),
    C("departure_at", N_("Departure: date and time"), _own("departure_at"), MOMENT),
    C("departure_by", N_("Departure: flight or train"), _own("departure_by")),
    C("departure_place", N_("Departure: station or airport"), _own("departure_place")),
    C("needs_dropoff", N_("Departure: to be taken there"), _flag("needs_dropoff")),
    C("invoice_title", N_("Invoice title"), _own("invoice_title")),
    C("tax_number", N_("Tax number"), _own("tax_number")),
    C("invoice_kind", N_("Kind of invoice"), _own("invoice_kind")),
    C("invoice_email", N_("E-mail for the invoice"), _own("invoice_email")),
    C("invoice_address", N_("Invoice: address and phone"), _own("invoice_address")),
    C("invoice_bank", N_("Invoice: bank and account"), _own("invoice_bank")),
    C("document_kind", N_("Kind of document"), _document_kind, TEXT, DOCUMENT),
    C(
        "document_number",
        N_("Document number"),
        _personal("document_number"),
        TEXT,
        DOCUMENT,
        masked_document,
    ),
    C("shares_phone", N_("Phone may be printed"), _flag("shares_phone")),
    C("tags", N_("Tags"), _words("tags")),
    C("notes", N_("Notes"), _own("notes")),
    C("door_note", N_("Note for the door"), _own("door_note")),
    C("source", N_("Source"), _own("source")),
    C("registered_at", N_("Registered at"), _registered, MOMENT),
    C("checked_in_at", N_("First checked in at"), _checked_in, MOMENT),
)
RECORD_COLUMN = C(RECORD, N_("Key of the record"), lambda e: str(e.attendee.id))
# Columns that only paper has, filled in by hand.
SEQUENCE_TITLE = N_("#")
BY_HAND = {
    "signature": N_("Signature"),
    "own_phone": N_("Contact phone"),
    "remarks": N_("Remarks"),
    "met_by": N_("Met by"),
    "seen_off_by": N_("Taken there by"),
    "driver": N_("Driver and phone"),
    "driver_plate": N_("Plate of the car"),
}
MASKED = N_("{title} (masked)")


def masked_title(title: str) -> str:
    """Return the title of a column whose values are hidden in part; no import reads it."""
    return _(MASKED).format(title=title)


def all_columns(fields: Sequence[CustomField]) -> list[AttendeeColumn]:
    """Return every column: the house's own, then the event's own fields."""
    return [*COLUMNS, *map(_custom_column, fields)]


def _custom_column(field: CustomField) -> AttendeeColumn:
    kind = {FieldKind.NUMBER: NUMBER, FieldKind.DATE: DATE}.get(field.kind, TEXT)

    def value(entry: AttendeeEntry) -> CellValue:
        return _custom_value(entry.attendee.custom.get(field.key), kind)

    return AttendeeColumn(field.key, in_words(field.label, field.label_other), value, kind)


def _custom_value(found: object, kind: CellKind) -> CellValue:
    if isinstance(found, bool):
        return _("yes") if found else _("no")
    if isinstance(found, list | tuple):
        return _("; ").join(map(str, found))
    if isinstance(found, int | float):
        return found
    text = str(found or "")
    try:
        return date.fromisoformat(text) if kind is DATE and text else text
    except ValueError:  # written when the field was a text still
        return text
