"""The four numbers above a trip: people, days, money, connections."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.money import round_amount_text
from summit_desk.domain.passports import PassportState
from summit_desk.domain.trip_view import TripFigures, TripView
from summit_desk.domain.trip_words import days_text, nights_text
from summit_desk.domain.visas import VisaState
from summit_desk.domain.wall_time import hours_text
from summit_desk.support.i18n import _
from ui.kit.cards import FigureCard
from ui.kit.tones import Tone

ROUTE_TROUBLE = frozenset(
    {
        "legs_overlap",
        "leg_backwards",
        "leg_outside",
        "leg_too_long",
        "connection_short",
        "airport_change",
        "route_gap",
    }
)
VISA_IN_ORDER = frozenset({None, VisaState.NOT_NEEDED, VisaState.GRANTED, VisaState.FREE})
FULL = 100


class Figures(QWidget):
    """Four cards in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people, self._days, self._money, self._route = (FigureCard() for _n in range(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for card in (self._people, self._days, self._money, self._route):
            row.addWidget(card)

    def show_trip(self, view: TripView) -> None:
        """Show the numbers of a trip."""
        figures = view.figures
        note, tone = papers_note(view)
        people = _("{count} person") if figures.people == 1 else _("{count} people")
        self._people.show_figure(_("Travellers"), people.format(count=figures.people), note, tone)
        self._days.show_figure(_("Duration"), duration(figures), reach(figures))
        self._show_money(view)
        self._show_route(view.findings, figures)

    def _show_money(self, view: TripView) -> None:
        figures, currency = view.figures, view.trip.currency
        used = round_amount_text(figures.used, currency)
        if figures.share is None:
            self._money.show_figure(_("Costs"), used, _("no budget set"))
            return
        note = _("Used: {used} ({percent}%)").format(percent=figures.share, used=used)
        tone = Tone.RED if figures.share > FULL else None
        budget = round_amount_text(figures.budget, currency)
        self._money.show_figure(_("Budget"), budget, note, tone)

    def _show_route(self, findings: Sequence[Finding], figures: TripFigures) -> None:
        troubles = [finding for finding in findings if finding.kind in ROUTE_TROUBLE]
        blocked = any(finding.severity is Severity.BLOCK for finding in troubles)
        conflicts = _("{count} conflict") if len(troubles) == 1 else _("{count} conflicts")
        value = conflicts.format(count=len(troubles)) if troubles else _("No conflicts")
        tone = Tone.RED if blocked else Tone.AMBER
        self._route.show_figure(
            _("Connections"), value, shortest(figures), tone if troubles else None
        )


def papers_note(view: TripView) -> tuple[str, Tone | None]:
    """Return how many people still lack papers."""
    passports = sum(one.passport.state is not PassportState.GOOD for one in view.travellers)
    visas = sum(one.visa not in VISA_IN_ORDER for one in view.travellers)
    if not view.travellers:
        return _("nobody yet"), None
    if not passports and not visas:
        return _("all papers in order"), Tone.GREEN
    parts = [
        _("passports to check: {count}").format(count=passports) if passports else "",
        _("visas open: {count}").format(count=visas) if visas else "",
    ]
    return " · ".join(filter(None, parts)), Tone.RED if passports else Tone.AMBER


def duration(figures: TripFigures) -> str:
    """Return "8 days, 7 nights"."""
    days = days_text(figures.days)
    if not figures.nights:
        return days
    return _("{days}, {nights}").format(days=days, nights=nights_text(figures.nights))


def reach(figures: TripFigures) -> str:
    """Return "2 countries · 3 time zones"."""
    countries = _("{count} country") if figures.countries == 1 else _("{count} countries")
    zones = _("{count} time zone") if figures.zones == 1 else _("{count} time zones")
    parts = (
        countries.format(count=figures.countries) if figures.countries else "",
        zones.format(count=figures.zones) if figures.zones else "",
    )
    return " · ".join(filter(None, parts)) or _("no itinerary yet")


def shortest(figures: TripFigures) -> str:
    """Return the shortest connection in words."""
    if figures.shortest is None:
        return _("no change of planes")
    gap = hours_text(figures.shortest.gap)
    return _("shortest connection {gap}").format(gap=gap)
