"""Bring a delegation's list into a trip: look, plan, apply as one undoable step."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from db.queries.imports import last_change
from db.store import Store
from db.unit import View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.dates import DateRange
from summit_desk.domain.errors.imports import EmptySheet, PlanMovedOn
from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import (
    Event,
    Leg,
    Organisation,
    TravelDocument,
    TravelDocumentKind,
    Traveller,
    Trip,
)
from summit_desk.domain.traveller_lists.known import KnownTrip
from summit_desk.domain.traveller_lists.plan import Answers, TravellerPlan
from summit_desk.domain.traveller_lists.planning import plan_travellers
from summit_desk.domain.traveller_lists.reading import facts_on, read_travellers
from summit_desk.domain.trip_drafts import draft_trip
from summit_desk.readers.books import read_book
from summit_desk.services.list_people import people_on_file
from summit_desk.services.list_sheets import chosen_sheet
from summit_desk.services.traveller_writing import TravellerWriter
from summit_desk.services.trip_snapshots import trips_of_event
from summit_desk.support.i18n import N_

TRAVELLERS_IN = N_("Import travellers of {trip} from {file}: {created} new, {updated} updated")


class TravellerLists:
    """Reads delegations' lists, shows what they would change, and changes it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(
        self,
        event_id: UUID,
        trip: UUID | str,
        path: Path,
        sheet: str = "",
        progress: Progress = SILENT,
    ) -> TravellerPlan:
        """Return what a list would change in a trip, which is made if no trip has the name.

        An empty name is taken from the title of the list. Raises the errors of imports.
        """
        table, sheets = chosen_sheet(read_book(path), path, sheet, facts_on)
        with self._store.view() as view:
            event = view.get(Event, event_id)
            held = find_trip(view, event_id, trip) if trip else None
            near = held.starts_on if held else event.last_day
            listed = read_travellers(table, near)
            name = trip if isinstance(trip, str) and trip else listed.title or path.stem
            held = held or find_trip(view, event_id, name)
            known = _known(view, held or new_trip(event, name, listed.dates), is_new=held is None)
        if not listed.drafts:
            raise EmptySheet(name=path.name)
        plan = plan_travellers(path.name, listed.drafts, known, progress)
        return replace(plan, sheet=table.name, sheets=sheets, columns=listed.columns)

    def apply(
        self,
        plan: TravellerPlan,
        answers: Answers | None = None,
        progress: Progress = SILENT,
    ) -> Change:
        """Carry out a plan; `answers` say (by row) whom the names mean that were not certain.

        Raises PlanMovedOn when the file was changed since; a cancel writes nothing.
        """
        with self._store.unit() as unit:
            known = _known(unit, plan.trip, is_new=plan.is_new)
            if known.stamp != plan.stamp:
                raise PlanMovedOn
            writer = TravellerWriter(unit, plan, answers or {}, known)
            writer.carry_out(progress)
            return unit.commit(
                TRAVELLERS_IN,
                Topic.TRIPS,
                Topic.PEOPLE,
                subject=plan.trip.id,
                trip=plan.trip.name,
                file=plan.file,
                created=str(writer.counts[RowVerdict.NEW]),
                updated=str(writer.counts[RowVerdict.UPDATE]),
            )


def find_trip(view: View, event_id: UUID, trip: UUID | str) -> Trip | None:
    """Return the trip of this key, or of this name."""
    if isinstance(trip, UUID):
        return view.get(Trip, trip)
    names = {trip.strip()}
    return next(
        (one for one in trips_of_event(view, event_id) if names & {one.name, one.name_other}), None
    )


def new_trip(event: Event, name: str, days: DateRange | None) -> Trip:
    """Return a trip of this name; where no days are known, the usual ones."""
    made = replace(draft_trip(event), name=name.strip())
    return replace(made, starts_on=days.first, ends_on=days.last) if days else made


def _known(view: View, trip: Trip, *, is_new: bool) -> KnownTrip:
    seats = view.all(Traveller, trip_id=trip.id)
    papers: dict[UUID, list[TravelDocument]] = defaultdict(list)
    for paper in view.all(TravelDocument, traveller_id=[seat.id for seat in seats]):
        papers[paper.traveller_id].append(paper)
    people = people_on_file(view)
    holders: dict[str, set[UUID]] = defaultdict(set)
    person_of = {seat.id: seat.person_id for seat in view.all(Traveller)}
    for paper in view.all(TravelDocument, kind=TravelDocumentKind.PASSPORT):
        holders[paper.number].add(person_of[paper.traveller_id])
    for one in people:
        holders[one.person.document_number].add(one.person.id)
    return KnownTrip(
        stamp=last_change(view),
        trip=trip,
        is_new=is_new,
        travellers=seats,
        papers=papers,
        legs=view.all(Leg, trip_id=trip.id),
        people=people,
        organisations=view.all(Organisation),
        holders={number: frozenset(keys) for number, keys in holders.items() if number},
    )
