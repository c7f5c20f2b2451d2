"""The tabs of a trip: itinerary, costs, contacts, checks."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.records import Cost, Leg, LegKind, Traveller, TripContact
from summit_desk.domain.trip_view import TripView
from summit_desk.support.i18n import _
from ui.trips.block_banner import BlockBanner
from ui.trips.checks_page import ChecksPage
from ui.trips.columns import CONTACT_COLUMNS, COST_COLUMNS, CostRow
from ui.trips.itinerary import Itinerary
from ui.trips.money_words import category_summary, ledger_summary
from ui.trips.table_page import TablePage

ITINERARY, COSTS, CONTACTS, CHECKS = range(4)


class TripPages(QWidget):
    """One tab at a time; a link opens the tab that it belongs to."""

    add_asked = Signal(object, object)  # a record class; what is known already
    edit_asked = Signal(object)  # a record
    copy_asked = Signal(object)  # a Leg
    removal_asked = Signal(object)
    history_asked = Signal(object)
    subject_asked = Signal(object)  # the key of a leg or a traveller to be shown

    def __init__(self, first_leg: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TripView | None = None
        self.itinerary, self.checks = Itinerary(first_leg), ChecksPage()
        self.costs: TablePage[CostRow] = TablePage(
            COST_COLUMNS, "money", lambda: _("Add cost"), _no_costs
        )
        self.contacts: TablePage[TripContact] = TablePage(
            CONTACT_COLUMNS, "phone", lambda: _("Add contact"), _no_contacts
        )
        self.banner = BlockBanner()
        self.tabs, self._pages = QTabBar(), QStackedWidget()
        for page in (self.itinerary, self.costs, self.contacts, self.checks):
            self._pages.addWidget(page)
            self.tabs.addTab("")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        self._connect()

    def show_trip(self, view: TripView) -> None:
        """Show a whole trip."""
        self._view = view
        self.itinerary.show_trip(view)
        self.costs.show_rows([CostRow(cost, view.trip.currency) for cost in view.costs])
        self.costs.summary.setText("\n".join((ledger_summary(view), category_summary(view))))
        self.contacts.show_rows(view.contacts)
        self.checks.show_findings(view.findings)
        self.banner.show_findings(view.findings)
        self._name_tabs()

    def show_tab(self, number: int) -> None:
        """Turn to ITINERARY, COSTS, CONTACTS or CHECKS."""
        self.tabs.setCurrentIndex(number)

    def retranslate(self) -> None:
        """Say every text again in the current language."""
        for part in (self.itinerary, self.costs, self.contacts):
            part.retranslate()
        self._name_tabs()

    def _connect(self) -> None:
        days = self.itinerary
        days.leg_add_asked.connect(lambda day: self.add_asked.emit(Leg, day))
        days.leg_opened.connect(self.edit_asked)
        days.leg_removal_asked.connect(self.removal_asked)
        days.leg_copy_asked.connect(self.copy_asked)
        days.leg_history_asked.connect(self.history_asked)
        self.costs.add_asked.connect(lambda: self.add_asked.emit(Cost, None))
        self.costs.opened.connect(lambda row: self.edit_asked.emit(row.view.cost))
        self.costs.removal_asked.connect(lambda row: self.removal_asked.emit(row.view.cost))
        self.costs.history_asked.connect(lambda row: self.history_asked.emit(row.view.cost))
        self.contacts.add_asked.connect(lambda: self.add_asked.emit(TripContact, None))
        self.contacts.opened.connect(self.edit_asked)
        self.contacts.removal_asked.connect(self.removal_asked)
        self.contacts.history_asked.connect(self.history_asked)
        self.checks.opened.connect(self._open_finding)
        self.banner.checks_asked.connect(lambda: self.show_tab(CHECKS))

    def _open_finding(self, finding: Finding) -> None:
        """Go to the leg or traveller, or begin what the whole trip lacks."""
        tabs = {"no_contact": CONTACTS, "budget_exceeded": COSTS, "night_without_bed": ITINERARY}
        lacks = {"no_travellers": (Traveller, None), "no_legs": (Leg, LegKind.FLIGHT)}
        if finding.kind in tabs:
            self.show_tab(tabs[finding.kind])
        elif finding.kind in lacks:
            self.add_asked.emit(*lacks[finding.kind])
        elif finding.kind.startswith("official") and self._view is not None:
            self.edit_asked.emit(self._view.trip)
        elif finding.place and finding.place.subject:
            self.subject_asked.emit(finding.place.subject)

    def _name_tabs(self) -> None:
        findings = self._view.findings if self._view else ()
        grave = sum(one.severity is not Severity.HINT for one in findings)
        checks = _("{name} ({count})").format(name=_("Checks"), count=grave)
        names = (_("Itinerary"), _("Costs"), _("Contacts"), checks if grave else _("Checks"))
        for at, name in enumerate(names):
            self.tabs.setTabText(at, name)


def _no_costs() -> tuple[str, str]:
    return _("No costs yet"), _(
        "Enter each line in its own currency with the rate of the day; the sum is kept in the "
        "currency of the trip and compared with its budget."
    )


def _no_contacts() -> tuple[str, str]:
    return _("No contacts yet"), _(
        "Add the numbers to call abroad: embassy, guide, insurer, hotel, the colleague at home. "
        "They are printed on the emergency page of the trip book."
    )
