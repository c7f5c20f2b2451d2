"""The columns that the list of attendees can show besides the usual ones."""

from collections.abc import Callable, Sequence
from datetime import datetime

from summit_desk.domain.attendee_extras import NO_EXTRA, AttendeeExtra
from summit_desk.domain.attendee_lists import AttendeeRow
from summit_desk.domain.attendee_words import FEES, SEXES
from summit_desk.domain.phones import masked_phone
from summit_desk.domain.records import CustomField
from summit_desk.support.i18n import _, in_words
from ui.kit.rows import Column

OWN = "own:"  # before the key of a field of the event's own
SPOKEN = {"registered", "pinyin", "other_name"}  # what every row knows; the others cost a query

Tell = Callable[[AttendeeExtra], str]


def more_columns(fields: Sequence[CustomField]) -> Sequence[Column[AttendeeRow]]:
    """Return them in the order in which they are offered."""
    return (*_MORE, *(_own(one) for one in fields))


def needs_extras(keys: Sequence[str], usual: Sequence[str]) -> bool:
    """Tell whether one of these columns shows what a row alone doesn't know."""
    return any(key not in usual and key not in SPOKEN for key in keys)


def _extra(title: Callable[[], str], tell: Tell, key: str, width: int = 100) -> Column[AttendeeRow]:
    def text(row: AttendeeRow) -> str:
        return tell(row.extra or NO_EXTRA)

    return Column(title, text, width=width, tooltip=text, key=key)


def _own(one: CustomField) -> Column[AttendeeRow]:
    return _extra(
        lambda: in_words(one.label, one.label_other),
        lambda extra: value_words(extra.custom.get(one.key)),
        OWN + one.key,
    )


def value_words(value: object) -> str:
    """Return the value of a field of the event's own as a cell shows it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list | tuple):
        return _(", ").join(map(str, value))
    return "" if value is None else str(value)


def _yes_no(value: bool | None) -> str:  # noqa: FBT001 -- a cell's value
    return "" if value is None else value_words(value)


def _fee(extra: AttendeeExtra) -> str:
    amount = "" if extra.fee is None else f"{extra.fee / 100:,.2f}"
    state = _(FEES[extra.fee_status]) if extra.fee_status else ""
    return " ".join(filter(None, (state, amount)))


def _journey(at: datetime | None, by: str) -> str:
    return " ".join(filter(None, (f"{at:%m-%d %H:%M}" if at else "", by)))


def _nights(extra: AttendeeExtra) -> str:
    days = (f"{day:%m-%d}" if day else "" for day in (extra.hotel_from, extra.hotel_to))
    return "–".join(days) if extra.hotel_from or extra.hotel_to else ""


def _masked(extra: AttendeeExtra) -> str:
    number = extra.mobile or extra.phone
    return masked_phone(number) if number else ""


_MORE: Sequence[Column[AttendeeRow]] = (
    Column(lambda: _("Pinyin"), lambda row: row.pinyin, width=120, muted=True, key="pinyin"),
    Column(lambda: _("Other name"), lambda row: row.other_name, width=120, key="other_name"),
    _extra(lambda: _("Sex"), lambda one: _(SEXES[one.sex]) if one.sex else "", "sex", 56),
    _extra(lambda: _("Mobile"), _masked, "mobile", 116),
    _extra(lambda: _("E-mail"), lambda one: one.email, "email", 170),
    _extra(lambda: _("Tags"), lambda one: _(", ").join(one.tags), "tags", 120),
    _extra(lambda: _("Group"), lambda one: one.group, "group", 120),
    _extra(lambda: _("Seat"), lambda one: one.seat, "seat", 96),
    _extra(lambda: _("Fee"), _fee, "fee", 110),
    _extra(lambda: _("Needs a room"), lambda one: _yes_no(one.needs_hotel), "needs_hotel", 92),
    _extra(lambda: _("Hotel"), lambda one: one.hotel, "hotel", 120),
    _extra(lambda: _("Room"), lambda one: one.hotel_room, "hotel_room", 72),
    _extra(lambda: _("Nights"), _nights, "nights", 104),
    _extra(lambda: _("Diet"), lambda one: one.diet, "diet", 96),
    _extra(
        lambda: _("Arrival"), lambda one: _journey(one.arrival_at, one.arrival_by), "arrival", 140
    ),
    _extra(
        lambda: _("Departure"),
        lambda one: _journey(one.departure_at, one.departure_by),
        "departure",
        140,
    ),
    _extra(lambda: _("Rank"), lambda one: str(one.rank), "rank", 64),
    Column(
        lambda: _("Registered"),
        lambda row: f"{row.registered_at:%Y-%m-%d}",
        width=100,
        key="registered",
    ),
    _extra(lambda: _("Notes"), lambda one: one.notes.replace("\n", " "), "notes", 160),
)
