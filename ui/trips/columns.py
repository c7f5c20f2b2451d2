"""The columns of the tables of a trip, as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from summit_desk.domain.geography import area_name
from summit_desk.domain.money import amount_text
from summit_desk.domain.records import TripContact
from summit_desk.domain.trip_view import CostView, TravellerView
from summit_desk.domain.trip_words import COSTS, ROLES, VISA_STATES
from summit_desk.support.i18n import _, in_words
from ui.kit.rows import RIGHT, Column
from ui.trips.tones import passport_pill, passport_sentence, visa_pill


@dataclass(frozen=True)
class TravellerRow:
    """A traveller as a row with a key of its own."""

    view: TravellerView

    @property
    def id(self) -> UUID:
        """Return the traveller's key."""
        return self.view.facts.id


@dataclass(frozen=True)
class CostRow:
    """A line of the ledger; the trip's currency says what the last column is in."""

    view: CostView
    currency: str

    @property
    def id(self) -> UUID:
        """Return the key of the cost."""
        return self.view.cost.id


def person_line(row: TravellerRow) -> str:
    """Return what a traveller is and where, and how the ticket spells the name."""
    facts = row.view.facts
    place = in_words(facts.organisation, facts.organisation_other)
    title = in_words(facts.title, facts.title_other)
    role = _(ROLES[facts.traveller.role])
    return " · ".join(filter(None, (role, facts.passport_name, title, place)))


def _visas(row: TravellerRow) -> str:
    """Return the state of each visa, one a line."""
    line = _("{area}: {state}")
    return "\n".join(
        line.format(area=area_name(visa.stay.area), state=_(VISA_STATES[visa.state]))
        for visa in row.view.visas
    )


def _passport_text(row: TravellerRow) -> str:
    return passport_pill(row.view).text


def _visa_text(row: TravellerRow) -> str:
    pill = visa_pill(row.view)
    return pill.text if pill else ""


TRAVELLERS: Sequence[Column[TravellerRow]] = (
    Column(
        lambda: _("Traveller"), lambda row: str(row.view.facts.spoken_name), tooltip=person_line
    ),
    Column(
        lambda: _("Role"),
        lambda row: _(ROLES[row.view.facts.traveller.role]),
        tooltip=lambda row: _(ROLES[row.view.facts.traveller.role]),
        width=84,
        muted=True,
    ),
    Column(
        lambda: _("Passport"),
        _passport_text,
        pill=lambda row: passport_pill(row.view),
        tooltip=lambda row: passport_sentence(row.view.passport),
        width=88,
    ),
    Column(
        lambda: _("Visa"),
        _visa_text,
        pill=lambda row: visa_pill(row.view),
        tooltip=_visas,
        width=88,
    ),
)
COST_COLUMNS: Sequence[Column[CostRow]] = (
    Column(lambda: _("Date"), lambda row: row.view.cost.spent_on.isoformat(), width=112),
    Column(lambda: _("Category"), lambda row: _(COSTS[row.view.cost.category]), width=190),
    Column(
        lambda: _("Payee"), lambda row: row.view.cost.payee, tooltip=lambda r: r.view.cost.payee
    ),
    Column(
        lambda: _("For"), lambda row: row.view.traveller or _("everybody"), width=120, muted=True
    ),
    Column(
        lambda: _("Amount"),
        lambda row: amount_text(row.view.cost.amount, row.view.cost.currency),
        sort=lambda row: (row.view.cost.currency, row.view.cost.amount),
        align=RIGHT,
        width=140,
    ),
    Column(
        lambda: _("Converted"),
        lambda row: amount_text(row.view.home, row.currency),
        sort=lambda row: row.view.home,
        align=RIGHT,
        width=150,
        strong=True,
    ),
)
CONTACT_COLUMNS: Sequence[Column[TripContact]] = (
    Column(
        lambda: _("Country"),
        lambda one: str(area_name(one.country)) if one.country else "—",
        width=110,
    ),
    Column(lambda: _("Whom to call"), lambda one: in_words(one.label, one.label_other)),
    Column(lambda: _("Phone"), lambda one: one.phone, width=190, strong=True),
    Column(lambda: _("Notes"), lambda one: one.notes, tooltip=lambda one: one.notes, muted=True),
)
