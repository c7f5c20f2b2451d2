"""The columns that a list of attendees can have, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from summit_desk.domain.attendee_lists import AttendeeRow
from summit_desk.domain.attendee_words import SEXES, STATUSES
from summit_desk.domain.documents.sheets import CellKind, CellValue, SheetColumn
from summit_desk.domain.records import Attendee, CustomField, DocumentKind, FieldKind, Person
from summit_desk.support.i18n import N_, _, in_words

DOCUMENTS = {
    DocumentKind.ID_CARD: N_("identity card"),
    DocumentKind.PASSPORT: N_("passport"),
    DocumentKind.HOME_RETURN: N_("home-return permit"),
    DocumentKind.TAIWAN_PERMIT: N_("Taiwan compatriot permit"),
    DocumentKind.OFFICER: N_("officer's card"),
    DocumentKind.OTHER: N_("other"),
}


@dataclass(frozen=True)
class AttendeeEntry:
    """One attendee with everything that a list can show."""

    row: AttendeeRow
    attendee: Attendee
    person: Person
    zone: ZoneInfo


@dataclass(frozen=True)
class AttendeeColumn:
    """A column: its key (kept in presets), its title, and what it says of an attendee."""

    key: str
    title: str  # msgid
    value: Callable[[AttendeeEntry], CellValue]
    kind: CellKind = CellKind.TEXT
    private: bool = False  # left out unless it is asked for


def _status(entry: AttendeeEntry) -> str:
    return _(STATUSES[entry.attendee.status])


def _sex(entry: AttendeeEntry) -> str:
    return _(SEXES[entry.person.sex]) if entry.person.sex else ""


def _forums(entry: AttendeeEntry) -> str:
    return _("; ").join(str(forum) for forum in entry.row.forums)


def _needs_hotel(entry: AttendeeEntry) -> str:
    needs = entry.attendee.needs_hotel
    return "" if needs is None else _("yes") if needs else _("no")


def _document_kind(entry: AttendeeEntry) -> str:
    return _(DOCUMENTS[entry.person.document_kind]) if entry.person.document_kind else ""


def _registered(entry: AttendeeEntry) -> datetime:
    return entry.attendee.registered_at.astimezone(entry.zone).replace(tzinfo=None)


COLUMNS: Sequence[AttendeeColumn] = (
    AttendeeColumn("number", N_("Registration number"), lambda e: e.attendee.number),
    AttendeeColumn("name", N_("Name"), lambda e: e.person.name),
    AttendeeColumn("other_name", N_("Name in the other language"), lambda e: e.person.other_name),
    AttendeeColumn("sex", N_("Sex"), _sex),
    AttendeeColumn("organisation", N_("Organisation"), lambda e: e.row.organisation),
    AttendeeColumn("department", N_("Department"), lambda e: e.row.department),
    AttendeeColumn("title", N_("Job title"), lambda e: e.row.title),
    AttendeeColumn("category", N_("Category"), lambda e: str(e.row.category or "")),
    AttendeeColumn("status", N_("Status"), _status),
    AttendeeColumn("forums", N_("Forums"), _forums),
    AttendeeColumn("mobile", N_("Mobile"), lambda e: e.person.mobile),
    AttendeeColumn("email", N_("E-mail"), lambda e: e.person.email),
    AttendeeColumn("seat", N_("Seat"), lambda e: e.attendee.seat),
    AttendeeColumn("needs_hotel", N_("Needs a hotel"), _needs_hotel),
    AttendeeColumn("room_type", N_("Room type"), lambda e: e.attendee.room_type),
    AttendeeColumn(
        "hotel_from", N_("Arrives at the hotel"), lambda e: e.attendee.hotel_from, CellKind.DATE
    ),
    AttendeeColumn(
        "hotel_to", N_("Leaves the hotel"), lambda e: e.attendee.hotel_to, CellKind.DATE
    ),
    AttendeeColumn("diet", N_("Diet"), lambda e: e.attendee.diet),
    AttendeeColumn("invoice_title", N_("Invoice title"), lambda e: e.attendee.invoice_title),
    AttendeeColumn("tax_number", N_("Tax number"), lambda e: e.attendee.tax_number),
    AttendeeColumn("document_kind", N_("Kind of document"), _document_kind, private=True),
    AttendeeColumn(
        "document_number", N_("Document number"), lambda e: e.person.document_number, private=True
    ),
    AttendeeColumn("tags", N_("Tags"), lambda e: _("; ").join(e.attendee.tags)),
    AttendeeColumn("notes", N_("Notes"), lambda e: e.attendee.notes),
    AttendeeColumn("source", N_("Source"), lambda e: e.attendee.source),
    AttendeeColumn("registered_at", N_("Registered at"), _registered, CellKind.MOMENT),
)


def all_columns(fields: Sequence[CustomField]) -> list[AttendeeColumn]:
    """Return every column: the house's own, then the event's own fields."""
    return [*COLUMNS, *map(_custom_column, fields)]


def chosen_columns(
    keys: Sequence[str] | None, fields: Sequence[CustomField]
) -> list[AttendeeColumn]:
    """Return the columns of these keys in their order; None: all that are not private."""
    known = {column.key: column for column in all_columns(fields)}
    if keys is None:
        return [column for column in known.values() if not column.private]
    return [known[key] for key in keys if key in known]


def _custom_column(field: CustomField) -> AttendeeColumn:
    kind = CellKind.NUMBER if field.kind is FieldKind.NUMBER else CellKind.TEXT

    def value(entry: AttendeeEntry) -> CellValue:
        found = entry.attendee.custom.get(field.key)
        if isinstance(found, bool):
            return _("yes") if found else _("no")
        if isinstance(found, list | tuple):
            return _("; ").join(map(str, found))
        return found if isinstance(found, int | float) else str(found or "")

    return AttendeeColumn(field.key, in_words(field.label, field.label_other), value, kind)


def sheet_columns(columns: Sequence[AttendeeColumn]) -> list[SheetColumn]:
    """Return the columns as a sheet has them, with their titles in the current language."""
    return [SheetColumn(column.title and _(column.title), column.kind) for column in columns]


def sheet_row(columns: Sequence[AttendeeColumn], entry: AttendeeEntry) -> list[CellValue]:
    """Return one line of the list."""
    return [column.value(entry) for column in columns]
