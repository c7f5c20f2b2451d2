"""Write the travellers of a list with their people, passports and rooms, as one step."""

from dataclasses import replace
from uuid import UUID

from db.unit import Unit
from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Choice, Found, Who
from summit_desk.domain.progress import Progress
from summit_desk.domain.records import Organisation, Person, Position, Traveller, Trip
from summit_desk.domain.registration import clean_person
from summit_desk.domain.rooming import paired
from summit_desk.domain.traveller_lists.known import KnownTrip
from summit_desk.domain.traveller_lists.plan import Answers, PlannedTraveller, TravellerPlan
from summit_desk.domain.traveller_lists.planning import judged
from summit_desk.domain.traveller_lists.records import passport_after, person_after, seat_after
from summit_desk.domain.trip_cleaning import cleaned
from summit_desk.services.list_people import People
from summit_desk.services.trip_people import papers_on_file


class TravellerWriter:
    """One delegation's list being written."""

    def __init__(self, unit: Unit, plan: TravellerPlan, answers: Answers, known: KnownTrip) -> None:
        self._unit, self._plan, self._known = unit, plan, known
        self._answers = answers
        self._people = People(known.organisations)
        self._seats: dict[int, Traveller] = {}  # by row
        self.counts = {RowVerdict.NEW: 0, RowVerdict.UPDATE: 0}

    def carry_out(self, progress: Progress) -> None:
        """Write everything that the plan and the answers say."""
        if self._plan.is_new and self._unit.find(Trip, id=self._plan.trip.id) is None:
            self._unit.put(self._plan.trip)
        for at, planned in enumerate(self._plan.lines):
            progress.step(at, len(self._plan.lines))
            line = self._answered(planned)
            if line.applies:
                self._write(line)
            elif line.seat is not None:
                self._seats[line.draft.row] = line.seat
        self._share_rooms()

    def _answered(self, line: PlannedTraveller) -> PlannedTraveller:
        """Return the line as it is once somebody has chosen whom the name means."""
        answer = self._answers.get(line.draft.row, Choice.NAME_ONLY)
        if line.verdict is not RowVerdict.CONFLICT or answer is Choice.NAME_ONLY:
            return line
        named = line.draft.named
        found = Found(named, Who.NEW)
        if isinstance(answer, UUID):
            found = Found(named, Who.KNOWN, answer)
        return judged(line.draft, found, self._known, {})

    def _write(self, line: PlannedTraveller) -> None:
        unit, draft = self._unit, line.draft
        key = line.found.person_id
        one = self._known.person_of[key] if key else None
        person = clean_person(person_after(one.person if one else None, draft))
        unit.put(person)
        if one is None or not one.works:
            self._place(person, line)
        place = len(self._known.travellers) + len(self._seats)
        fresh = Traveller(trip_id=self._plan.trip.id, person_id=person.id, position=place)
        seat = cleaned(seat_after(line.seat or fresh, draft))
        unit.put(seat)
        self._seats[draft.row] = seat
        paper = passport_after(line.passport, seat, draft)
        if paper is not None:
            unit.put(cleaned(paper))
        elif line.seat is None:
            unit.put_all(papers_on_file(unit, seat.id, person))
        self.counts[RowVerdict.NEW if line.seat is None else RowVerdict.UPDATE] += 1

    def _place(self, person: Person, line: PlannedTraveller) -> None:
        """Write where a new person works."""
        before = len(self._people.made)
        self._people.position(person, line.draft.named)
        made = self._people.made[before:]
        for kind in (Organisation, Position):
            self._unit.put_all(record for record in made if isinstance(record, kind))

    def _share_rooms(self) -> None:
        """Write who shares a room: always a pair, and each knows the other."""
        aboard = {one.id: one for one in self._unit.all(Traveller, trip_id=self._plan.trip.id)}
        for line in self._plan.lines:
            seat = self._seats.get(line.draft.row)
            mate = self._seats.get(line.draft.mate or -1)
            if seat is not None and mate is not None and seat.id != mate.id:
                now = replace(aboard[seat.id], room_with_id=mate.id)
                aboard |= {one.id: one for one in paired(aboard.values(), now)}
        self._unit.put_all(aboard.values())
