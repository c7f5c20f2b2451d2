"""Which fields of many registrations can be set at once, and how a value is said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from summit_desk.domain.attendee_words import FEES
from summit_desk.domain.field_words import field_word
from summit_desk.domain.money import amount_text
from summit_desk.domain.records import Attendee, CustomField, FeeStatus
from summit_desk.support.i18n import _, in_words

CURRENCY = "CNY"  # fees are in yuan
SETTABLE = (
    "fee_status",
    "fee",
    "payment_method",
    "needs_hotel",
    "hotel",
    "room_type",
    "hotel_from",
    "hotel_to",
    "meals",
    "diet",
    "arrival_at",
    "arrival_by",
    "arrival_place",
    "needs_pickup",
    "departure_at",
    "departure_by",
    "departure_place",
    "needs_dropoff",
    "invoice_kind",
    "shares_phone",
    "door_note",
)


@dataclass(frozen=True)
class FieldEdit:
    """A field and the value that it gets; with `own` it is a field of the event's own.

    No value empties the field. A value of the event's own is as the file keeps it (JSON).
    """

    name: str
    value: object = None
    own: CustomField | None = None

    @property
    def label(self) -> str:
        """Return what the field is called in the current language."""
        if self.own is not None:
            return in_words(self.own.label, self.own.label_other)
        return field_word(self.name)

    @property
    def words(self) -> str:
        """Return the value in the current language."""
        if self.name == "fee" and isinstance(self.value, int) and self.own is None:
            return amount_text(self.value, CURRENCY)
        return value_words(self.value)

    def applied(self, attendee: Attendee) -> Attendee:
        """Return the attendee with the new value."""
        if self.own is not None:
            return replace(attendee, custom=with_custom(attendee.custom, self.own.key, self.value))
        if self.name not in SETTABLE:
            raise ValueError(self.name)
        empty = _FIELDS[self.name].default
        given: dict[str, Any] = {self.name: empty if self.value is None else self.value}
        return replace(attendee, **given)


_FIELDS = Attendee.__dataclass_fields__


def with_custom(kept: Mapping[str, object], key: str, value: object) -> dict[str, object]:
    """Return the event's own fields with one of them set, or taken away when it is empty."""
    stored = value.isoformat() if isinstance(value, date) else _plain(value)
    merged = {**kept, key: list(stored) if isinstance(stored, tuple) else stored}
    return {name: one for name, one in merged.items() if one not in (None, "", [], ())}


def _plain(value: object) -> object:
    """A whole number has no decimals: "42" is found, printed and compared as 42."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def value_words(value: object) -> str:
    """Return a value of any field in the current language."""
    if value in (None, "", (), []):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, FeeStatus):
        return _(FEES[value])
    if isinstance(value, list | tuple):
        return in_words("、", ", ").join(map(str, value))
    return str(_plain(value))
