"""The columns that a list really has: ticked ones, with private values left out or hidden."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from summit_desk.domain.documents.attendee_columns import (
    BY_HAND,
    RECORD_COLUMN,
    SEQUENCE_TITLE,
    all_columns,
    masked_title,
)
from summit_desk.domain.documents.attendee_entries import AttendeeColumn, AttendeeEntry
from summit_desk.domain.documents.sheets import CellKind, CellValue, SheetColumn
from summit_desk.domain.lists.spec import ListColumn, ListSpec, Showing, text_of
from summit_desk.domain.records import CustomField
from summit_desk.support.i18n import _

SEQUENCE_WIDTH = 6.0
BY_HAND_WIDTH = 14.0
CENTRED = frozenset({"sex", "nights", "rank", "needs_pickup", "needs_dropoff", "needs_hotel"})
UNBROKEN = frozenset(
    {
        *("number", "mobile", "phone", "email", "document_number", "tax_number", "invoice_email"),
        *("hotel_room", "arrival_by", "departure_by"),
    }
)
NO_SUM = frozenset({"rank"})
SWAPPED = {
    "arrival_at": "departure_at",
    "arrival_by": "departure_by",
    "arrival_place": "departure_place",
    "needs_pickup": "needs_dropoff",
    "met_by": "seen_off_by",
}

Value = Callable[[AttendeeEntry], CellValue]


@dataclass(frozen=True)
class Listed:
    """A column on its way to the sheet."""

    key: str
    sheet: SheetColumn
    value: Value
    showing: Showing | None = None  # of private columns

    @property
    def summed(self) -> bool:
        """Tell whether a total of it means something."""
        is_figure = self.sheet.kind in {CellKind.NUMBER, CellKind.MONEY}
        return is_figure and self.key not in NO_SUM and not self.sheet.hidden


def chosen(spec: ListSpec, fields: Sequence[CustomField]) -> list[ListColumn]:
    """Return the columns of a list, every one when it names none."""
    if spec.columns:
        return list(spec.columns)
    return [ListColumn(column.key) for column in all_columns(fields)]


def showing_of(spec: ListSpec, column: ListColumn) -> Showing:
    """Return what a private column of a list shows."""
    return column.showing or spec.private


def listed_columns(spec: ListSpec, fields: Sequence[CustomField]) -> list[Listed]:
    """Return the columns with their titles in the current language; what is gone is left out."""
    known = {column.key: column for column in all_columns(fields)}
    found = []
    for column in chosen(spec, fields):
        if column.key in BY_HAND:
            found.append(_by_hand(column))
        elif column.key in known:
            found += _listed(known[column.key], column, spec)
    return found


def record_column() -> Listed:
    """Return the hidden column by which an import knows everybody again."""
    title = _(RECORD_COLUMN.title)
    return Listed("record", SheetColumn(title, width=10, hidden=True), RECORD_COLUMN.value)


def sequence_column() -> SheetColumn:
    """Return the column of 1, 2, 3 in front."""
    title = _(SEQUENCE_TITLE)
    return SheetColumn(title, CellKind.NUMBER, SEQUENCE_WIDTH, centred=True)


def exposed(columns: Iterable[Listed]) -> list[Listed]:
    """Return the private columns whose values are written whole."""
    return [one for one in columns if one.showing in {Showing.WHOLE, Showing.AGREED}]


def left_out(spec: ListSpec, fields: Sequence[CustomField]) -> list[AttendeeColumn]:
    """Return the private columns that the list names and does not show."""
    known = {column.key: column for column in all_columns(fields)}
    return [
        known[one.key]
        for one in chosen(spec, fields)
        if one.key in known and known[one.key].private and showing_of(spec, one) is Showing.NONE
    ]


def of_departures(spec: ListSpec) -> ListSpec:
    """Return the list of departures that belongs to one of arrivals."""
    swapped = (
        replace(one, key=SWAPPED[one.key], title="") if one.key in SWAPPED else one
        for one in spec.columns
    )
    return replace(spec, columns=tuple(swapped))


def _by_hand(column: ListColumn) -> Listed:
    title = text_of(column.title) or _(BY_HAND[column.key])
    sheet = SheetColumn(title, width=column.width or BY_HAND_WIDTH)
    return Listed(column.key, sheet, lambda _entry: None)


def _listed(known: AttendeeColumn, column: ListColumn, spec: ListSpec) -> list[Listed]:
    title = text_of(column.title) or text_of(known.title)
    kind, value, showing = known.kind, known.value, None
    if known.private:
        showing = showing_of(spec, column)
        if showing is Showing.NONE:
            return []
        if showing is Showing.MASKED:
            title, kind, value = masked_title(title), CellKind.TEXT, _masked(known)
        elif showing is Showing.AGREED:
            value = _agreed(known)
    centred, unbroken = column.key in CENTRED, column.key in UNBROKEN
    sheet = SheetColumn(title, kind, column.width, centred=centred, unbroken=unbroken)
    return [Listed(column.key, sheet, value, showing)]


def _masked(column: AttendeeColumn) -> Value:
    def value(entry: AttendeeEntry) -> str:
        found = column.value(entry)
        text = found.isoformat() if isinstance(found, date) else str(found or "")
        return column.masked(text) if text else ""

    return value


def _agreed(column: AttendeeColumn) -> Value:
    return lambda entry: column.value(entry) if entry.attendee.shares_phone else None
