"""The ledger of a trip in one line."""

from collections import Counter

from summit_desk.domain.money import amount_text, round_amount_text
from summit_desk.domain.records import CostCategory
from summit_desk.domain.trip_view import TripView
from summit_desk.domain.trip_words import COSTS
from summit_desk.support.i18n import _


def ledger_summary(view: TripView) -> str:
    """Return the sum, and what is left of the budget."""
    currency, figures = view.trip.currency, view.figures
    used = amount_text(figures.used, currency)
    if not figures.budget:
        return _("Total {used}").format(used=used)
    left = amount_text(abs(figures.budget - figures.used), currency)
    if figures.used > figures.budget:
        return _("Total {used}, {left} over the budget").format(used=used, left=left)
    return _("Total {used}, {left} left of the budget").format(used=used, left=left)


def category_summary(view: TripView) -> str:
    """Return what each category has cost, in the order of the official table."""
    sums: Counter[CostCategory] = Counter()
    for line in view.costs:
        sums[line.cost.category] += line.home
    told, currency = _("{category} {amount}"), view.trip.currency
    return " · ".join(
        told.format(category=_(COSTS[kind]), amount=round_amount_text(sums[kind], currency))
        for kind in CostCategory
        if sums[kind]
    )
