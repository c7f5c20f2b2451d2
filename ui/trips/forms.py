"""The forms of a trip, its costs and its contacts, as tables of fields."""

from collections.abc import Sequence
from dataclasses import replace

from summit_desk.domain.errors import Invalid, Problem
from summit_desk.domain.money import exact, plain_amount, to_minor
from summit_desk.domain.records import Cost, Trip, TripContact
from summit_desk.domain.trip_view import TripView
from summit_desk.domain.trip_words import COSTS, TRIP_KINDS
from summit_desk.support.i18n import N_, _
from ui.kit.form import Choice, Date, Field, FormDialog, Group, Line, Lines, Number, Values
from ui.trips.entered import entered_in
from ui.trips.options import (
    country_options,
    currency_options,
    named,
    payer_options,
    zone_options,
)

NOT_AN_AMOUNT = N_("“{text}” is not an amount; write it like 1280.50.")
MOST_DAYS = 400


def trip_fields() -> Sequence[Field | Group]:
    """Return the fields of a trip."""
    return (
        Field("name", lambda: _("Name (Chinese)"), Line(), required=True),
        Field("name_other", lambda: _("Name (English)"), Line()),
        Field("kind", lambda: _("Kind"), Choice(named(TRIP_KINDS)), help=_kind_hint),
        Field("starts_on", lambda: _("Leaves home on"), Date(), required=True),
        Field("ends_on", lambda: _("Back home on"), Date(), required=True),
        Field("home_zone", lambda: _("Time zone at home"), Choice(zone_options, editable=True)),
        Field("currency", lambda: _("Currency"), Choice(currency_options, editable=True)),
        Field("budget", lambda: _("Budget"), Line("486200"), help=_budget_hint),
        Field("purpose", lambda: _("Purpose (Chinese)"), Lines(64)),
        Field("purpose_other", lambda: _("Purpose (English)"), Lines(64)),
        Field("notes", lambda: _("Notes"), Lines(64)),
    )


def _kind_hint() -> str:
    return _("Official delegations are checked against the limits of days, countries and people.")


def _budget_hint() -> str:
    return _("0 or nothing: no budget.")


def trip_values(trip: Trip) -> Values:
    """Return what the form starts with."""
    return vars(trip) | {"budget": plain_amount(trip.budget, trip.currency) if trip.budget else ""}


def trip_of(values: Values, trip: Trip) -> Trip:
    """Return the trip with what was entered; raises Invalid for what is not an amount."""
    entered = entered_in(values, trip, "budget")
    return replace(entered, budget=_amount(values["budget"], entered.currency, "budget"))


def shift_fields() -> Sequence[Field]:
    """Return the one field that says by how many days a trip moves."""
    days = Number(-MOST_DAYS, MOST_DAYS, _("days"))
    return (Field("days", lambda: _("Later by"), days, help=_shift_hint),)


def _shift_hint() -> str:
    return _(
        "Negative: earlier. All legs move with the trip and keep their local times; new legs in "
        "the calendars replace the old ones."
    )


def cost_fields(view: TripView) -> Sequence[Field]:
    """Return the fields of a line of the ledger."""
    rate = Line("7.8123")
    return (
        Field("spent_on", lambda: _("Date"), Date(), required=True),
        Field("category", lambda: _("Category"), Choice(named(COSTS))),
        Field("payee", lambda: _("Payee"), Line()),
        Field("amount", lambda: _("Amount"), Line("1280.50"), required=True),
        Field("currency", lambda: _("Currency"), Choice(currency_options, editable=True)),
        Field("rate", lambda: _("Rate"), rate, help=lambda: _rate_hint(view)),
        Field("traveller_id", lambda: _("For"), Choice(lambda: payer_options(view))),
        Field("payer", lambda: _("Paid by"), Line()),
        Field("receipt", lambda: _("Receipt number"), Line()),
        Field("notes", lambda: _("Notes"), Lines(64)),
    )


def _rate_hint(view: TripView) -> str:
    hint = _("What one unit costs in {currency} (the Bank of China quotes 100 units).")
    return hint.format(currency=view.trip.currency)


def cost_values(cost: Cost) -> Values:
    """Return what the form starts with."""
    return vars(cost) | {"amount": plain_amount(cost.amount, cost.currency) if cost.amount else ""}


def cost_of(values: Values, cost: Cost) -> Cost:
    """Return the cost with what was entered; raises Invalid for what is not an amount."""
    entered = entered_in(values, cost, "amount")
    return replace(entered, amount=_amount(values["amount"], entered.currency, "amount"))


def keep_rate(form: FormDialog, view: TripView) -> None:
    """Put in the rate that was last used for the currency that is chosen."""
    rates = {line.cost.currency: line.cost.rate for line in view.costs} | {view.trip.currency: "1"}
    currency, rate = form.inputs["currency"], form.inputs["rate"]
    currency.changed.connect(lambda: rate.show_value(rates.get(str(currency.value()), "")))


def contact_fields(view: TripView) -> Sequence[Field]:
    """Return the fields of a contact."""
    lands = Choice(lambda: country_options(view), editable=True)
    return (
        Field("label", lambda: _("Whom to call (Chinese)"), Line(), required=True),
        Field("label_other", lambda: _("Whom to call (English)"), Line()),
        Field("phone", lambda: _("Phone"), Line("+49 30 27588 0"), required=True),
        Field("country", lambda: _("Country"), lands),
        Field("notes", lambda: _("Notes"), Lines(64)),
    )


def contact_of(values: Values, contact: TripContact) -> TripContact:
    """Return the contact with what was entered."""
    return entered_in(values, contact)


def _amount(text: object, currency: str, field: str) -> int:
    """Return an amount in minor units; nothing is zero."""
    plain = str(text or "").strip()
    number = exact(plain) if plain else exact("0")
    if number is None or abs(number) > 10**13:
        raise Invalid([Problem(field, NOT_AN_AMOUNT, {"text": plain})])
    return to_minor(number, currency)
