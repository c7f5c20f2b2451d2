"""The dialogs of the Trips screen: adding, editing and deleting anything."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject

from summit_desk.domain.change import Change
from summit_desk.domain.geography import country_of_zone
from summit_desk.domain.records import (
    Cost,
    Leg,
    LegKind,
    Record,
    TravelDocument,
    TravelDocumentKind,
    TravelDocumentStatus,
    Traveller,
    TravellerRole,
    Trip,
    TripContact,
)
from summit_desk.domain.trip_drafts import copied, draft_trip, next_leg
from summit_desk.domain.trip_labels import LABELS
from summit_desk.domain.trip_view import TravellerView, TripView
from summit_desk.domain.trip_words import LEG_KINDS
from summit_desk.services.bundle import Services
from summit_desk.support.i18n import _, in_words
from ui.kit.choice_inputs import Option
from ui.kit.confirm import ask_yes_no
from ui.kit.desk import Desk
from ui.kit.form import Field, FormDialog, Group, Values
from ui.trips import forms, people_forms
from ui.trips.leg_form import LegForm
from ui.trips.screen import TripsScreen


class TripEditing(QObject):
    """Opens the forms and saves what they say."""

    NEW_TRIP = LABELS[Trip].added

    def __init__(
        self,
        screen: TripsScreen,
        services: Services,
        desk: Desk,
        view: Callable[[], TripView | None],
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._desk, self._view = screen, services, desk, view
        screen.add_asked.connect(self.add)
        screen.edit_asked.connect(self.edit)
        screen.copy_asked.connect(self._copy_leg)
        screen.removal_asked.connect(self.remove)
        screen.paper_asked.connect(self._add_paper)
        screen.travellers_moved.connect(self._order)
        screen.shift_asked.connect(self._ask_shift)

    def add(self, kind: type[Record], known: object) -> None:
        """Open the form of something new; `known` is a day or the kind of a leg."""
        view = self._view()
        if not self._desk.has_event:
            return
        if kind is Trip:
            self._open_trip(draft_trip(self._desk.event), _("New trip"))
        elif view is None:
            return
        elif kind is Leg:
            self._new_leg(view, known)
        elif kind is Traveller:
            self._new_traveller(view)
        elif kind is Cost:
            cost = Cost(
                trip_id=view.trip.id, spent_on=view.trip.starts_on, currency=view.trip.currency
            )
            self._open_cost(view, cost, _("New cost"))
        else:
            self._open_contact(view, TripContact(trip_id=view.trip.id, label="", phone=""))

    def edit(self, record: Record) -> None:
        """Open the form of something that is there."""
        view = self._view()
        match record:
            case Trip():
                self._open_trip(record, _("Edit trip"))
            case Leg() if view:
                self._open_leg(view, record, _("Edit leg"))
            case Traveller() if view:
                self._open_traveller(view, record)
            case TravelDocument() if view:
                self._open_paper(view, record)
            case Cost() if view:
                self._open_cost(view, record, _("Edit cost"))
            case TripContact() if view:
                self._open_contact(view, record)

    def remove(self, record: Record) -> None:
        """Delete something; a whole trip only after a question. Undo brings it back."""
        trips = self._services.trips
        if isinstance(record, Trip):
            name = in_words(record.name, record.name_other)
            ask_yes_no(
                self._screen,
                _("Delete the trip “{name}”?").format(name=name),
                _("Delete"),
                lambda: self._do(lambda: trips.remove(Trip, record.id)),
                detail=_(
                    "Its legs, travellers, documents and costs go with it. Undo brings it back."
                ),
            )
        elif isinstance(record, Traveller):
            self._do(lambda: trips.remove_traveller(record.id))
        elif isinstance(record, Leg | TravelDocument | Cost | TripContact):
            self._do(lambda: trips.remove(type(record), record.id))

    def _do(self, work: Callable[[], Change]) -> None:
        self._desk.run(work, self._desk.publish)

    def _open(
        self,
        title: str,
        fields: Sequence[Field | Group],
        values: Values,
        save: Callable[[Values], Change],
    ) -> FormDialog:
        form = FormDialog(title, fields, values, self._screen)
        form.save_through(self._desk, save)
        form.open()
        return form

    def _open_trip(self, trip: Trip, title: str) -> None:
        trips = self._services.trips
        self._open(
            title,
            forms.trip_fields(),
            forms.trip_values(trip),
            lambda values: trips.save(forms.trip_of(values, trip)),
        )

    def _ask_shift(self) -> None:
        view = self._view()
        if view is None:
            return
        trips, trip_id = self._services.trips, view.trip.id
        self._open(
            _("Move the whole trip"),
            forms.shift_fields(),
            {"days": 1},
            lambda values: trips.shift(trip_id, cast("int", values["days"])),
        )

    def _new_leg(self, view: TripView, known: object) -> None:
        legs = [leg.leg for leg in view.legs()]
        kind = known if isinstance(known, LegKind) else LegKind.MEETING
        day = known if isinstance(known, date) and not isinstance(known, datetime) else None
        leg = next_leg(view.trip, legs, kind, day)
        title = _("New leg: {kind}").format(kind=_(LEG_KINDS[kind]))
        self._open_leg(view, leg, title)

    def _copy_leg(self, leg: Leg) -> None:
        view = self._view()
        if view is not None:
            self._open_leg(view, copied(leg), _("New leg"))

    def _open_leg(self, view: TripView, leg: Leg, title: str) -> None:
        form = LegForm(title, view, leg, self._screen)
        form.save_through(self._desk, lambda _values: self._services.trips.save(form.entered()))
        form.open()

    def _new_traveller(self, view: TripView) -> None:
        role = TravellerRole.MEMBER if view.travellers else TravellerRole.LEADER
        seat = Traveller(trip_id=view.trip.id, person_id=view.trip.id, role=role)
        trips = self._services.trips

        def save(values: Values) -> Change:
            who = cast("UUID | str", values["person"])
            return trips.add_traveller(view.trip.id, who, people_forms.traveller_of(values, seat))

        fields = people_forms.new_traveller_fields(view, self._find_people)
        self._open(_("Add traveller"), fields, {"role": role}, save)

    def _find_people(self, text: str, then: Callable[[Sequence[Option]], object]) -> None:
        self._desk.run(lambda: self._services.people.options(text), then)

    def _open_traveller(self, view: TripView, traveller: Traveller) -> None:
        person = next(who.facts.person for who in view.travellers if who.facts.id == traveller.id)
        trips = self._services.trips

        def save(values: Values) -> Change:
            changed = people_forms.person_of(values, person)
            return trips.save_traveller(people_forms.traveller_of(values, traveller), changed)

        self._open(
            person.name,
            people_forms.traveller_fields(view, traveller),
            people_forms.traveller_values(traveller, person),
            save,
        )

    def _add_paper(self, who: TravellerView, kind: TravelDocumentKind) -> None:
        view = self._view()
        if view is None:
            return
        area = ""
        if kind is TravelDocumentKind.PASSPORT:
            area = country_of_zone(view.trip.home_zone)
        elif kind is TravelDocumentKind.VISA:
            area = next((visa.stay.area for visa in who.visas), "")
        status = TravelDocumentStatus.GRANTED
        self._open_paper(
            view, TravelDocument(traveller_id=who.facts.id, kind=kind, status=status, area=area)
        )

    def _open_paper(self, view: TripView, paper: TravelDocument) -> None:
        trips = self._services.trips
        owner = (who for who in view.travellers if who.facts.id == paper.traveller_id)
        name = next((who.facts.name for who in owner), "")
        self._open(
            people_forms.paper_title(paper, name),
            people_forms.paper_fields(view, paper),
            dict(vars(paper)),
            lambda values: trips.save(people_forms.paper_of(values, paper)),
        )

    def _open_cost(self, view: TripView, cost: Cost, title: str) -> None:
        trips = self._services.trips
        form = self._open(
            title,
            forms.cost_fields(view),
            forms.cost_values(cost),
            lambda values: trips.save(forms.cost_of(values, cost)),
        )
        forms.keep_rate(form, view)

    def _open_contact(self, view: TripView, contact: TripContact) -> None:
        trips = self._services.trips
        self._open(
            _("Edit contact") if contact.label else _("New contact"),
            forms.contact_fields(view),
            dict(vars(contact)),
            lambda values: trips.save(forms.contact_of(values, contact)),
        )

    def _order(self, keys: Sequence[UUID]) -> None:
        self._do(lambda: self._services.trips.order_travellers(keys))
