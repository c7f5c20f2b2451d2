"""The form of a leg as a table of fields, and what its values mean."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from summit_desk.domain.airports import airport
from summit_desk.domain.records import Leg, LegKind
from summit_desk.domain.trip_timeline import MOVES
from summit_desk.domain.trip_view import TripView
from summit_desk.domain.trip_words import LEG_KINDS
from summit_desk.support.i18n import _
from ui.kit.form import Choice, DateTime, Field, Group, Line, Lines, Lookup, Values
from ui.trips.options import (
    airport_option,
    airport_options,
    country_options,
    named,
    zone_options,
)

if TYPE_CHECKING:
    from typing import Any

CODE_LENGTH = 3  # IATA
STOPS = tuple(kind for kind in LegKind if kind not in MOVES)
RIDES = tuple(kind for kind in LegKind if kind in MOVES)


def leg_fields(view: TripView, kind: LegKind) -> Sequence[Group]:
    """Return the fields that a leg of this kind needs."""
    if kind not in MOVES:
        return (_what(STOPS, _title_fields()), _stop(view), _more(_STOP_MORE))
    number = Field("number", lambda: _("Flight or train number"), Line(_NUMBERS.get(kind, "")))
    groups = [_what(RIDES, (number,))]
    flies = kind is LegKind.FLIGHT
    groups.append(Group(lambda: _("Departure"), _end(view, "from", "starts_at", flies=flies)))
    groups.append(Group(lambda: _("Arrival"), _end(view, "to", "ends_at", flies=flies)))
    return (*groups, _more((_COUNTRY(view), *_RIDE_MORE)))


_NUMBERS = {LegKind.FLIGHT: "MU219", LegKind.TRAIN: "ICE 622"}


def _what(kinds: Sequence[LegKind], fields: Sequence[Field]) -> Group:
    kind = Field("kind", lambda: _("Kind"), Choice(named(LEG_KINDS, kinds)))
    return Group(lambda: _("What"), (*fields, kind))


def _title_fields() -> tuple[Field, ...]:
    return (
        Field("title", lambda: _("Title (Chinese)"), Line()),
        Field("title_other", lambda: _("Title (English)"), Line()),
    )


def _end(view: TripView, end: str, moment: str, *, flies: bool) -> tuple[Field, ...]:
    """Return the fields of a departure or an arrival; `end` is "from" or "to"."""
    code = Field(
        f"{end}_code",
        lambda: _("Airport"),
        Lookup(airport_options, _("Code or city: FRA, 法兰克福"), free=True),
        help=lambda: _("Place, country and time zone follow from the airport."),
    )
    terminal = Field(f"terminal_{end}", lambda: _("Terminal"), Line())
    return (
        *((code,) if flies else ()),
        Field(f"{end}_place", lambda: _("Place (Chinese)"), Line()),
        Field(f"{end}_place_other", lambda: _("Place (English)"), Line()),
        Field(f"{end}_zone", lambda: _("Time zone"), _zones(view), required=True),
        Field(moment, lambda: _("Local time"), DateTime(), required=True),
        *((terminal,) if flies else ()),
    )


def _stop(view: TripView) -> Group:
    return Group(
        lambda: _("When and where"),
        (
            Field("starts_at", lambda: _("Begins"), DateTime(), required=True),
            Field("ends_at", lambda: _("Ends"), DateTime(), required=True),
            Field("from_zone", lambda: _("Time zone"), _zones(view), required=True),
            Field("from_place", lambda: _("Place (Chinese)"), Line()),
            Field("from_place_other", lambda: _("Place (English)"), Line()),
            _COUNTRY(view),
            Field("address", lambda: _("Address"), Line(), help=_address_hint),
        ),
    )


def _address_hint() -> str:
    return _("In the language of the country, to show to a taxi driver.")


def _zones(view: TripView) -> Choice:
    return Choice(lambda: zone_options(view), editable=True)


def _COUNTRY(view: TripView) -> Field:
    return Field(
        "country", lambda: _("Country"), Choice(lambda: country_options(view), editable=True)
    )


def _more(fields: Sequence[Field]) -> Group:
    return Group(lambda: _("More"), fields)


_NOTES = Field("notes", lambda: _("Notes"), Lines(64))
_RIDE_MORE = (
    Field("booking", lambda: _("Booking code"), Line()),
    Field("baggage", lambda: _("Baggage"), Line("2 × 23 kg")),
    _NOTES,
)
_STOP_MORE = (
    Field("booking", lambda: _("Booking code"), Line()),
    Field("contact", lambda: _("Contact"), Line()),
    Field("phone", lambda: _("Phone"), Line()),
    _NOTES,
)


def leg_values(leg: Leg) -> Values:
    """Return what the form starts with."""
    values: Values = dict(vars(leg))
    return values | {
        "from_code": airport_option(leg.from_code),
        "to_code": airport_option(leg.to_code),
    }


def leg_of(values: Values, leg: Leg) -> Leg:
    """Return the leg with what was entered; a stop begins and ends in one zone."""
    known = cast("dict[str, Any]", {key: values[key] for key in vars(leg) if key in values})
    for end in ("from", "to"):
        known |= _airport_or_place(end, known)
    entered = replace(leg, **known)
    if entered.kind not in MOVES:
        return replace(entered, to_zone=entered.from_zone)
    arrival = airport(entered.to_code)
    return replace(entered, country=entered.country or (arrival.country if arrival else ""))


def _airport_or_place(end: str, known: "dict[str, Any]") -> "dict[str, Any]":
    """Return the code of a chosen airport; a word that is no code is the place itself."""
    typed = known.get(f"{end}_code")
    text = str((typed[0] if isinstance(typed, tuple) else typed) or "").strip()
    is_code = airport(text) is not None or (text.isascii() and len(text) == CODE_LENGTH)
    if is_code or not text:
        return {f"{end}_code": text.upper()}
    return {f"{end}_code": "", f"{end}_place": known[f"{end}_place"] or text}
