"""Compare a delegation's list with a trip: a verdict for every row, nothing written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_people import Found, OnFile, Who, find_person, name_key
from summit_desk.domain.passports import passport_of
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Traveller
from summit_desk.domain.registration import clean_person, person_problems
from summit_desk.domain.remarks import Changed, Remark
from summit_desk.domain.traveller_lists.known import KnownTrip
from summit_desk.domain.traveller_lists.plan import PlannedTraveller, TravellerPlan
from summit_desk.domain.traveller_lists.reading import TravellerDraft
from summit_desk.domain.traveller_lists.records import (
    changed_fields,
    passport_after,
    person_after,
    seat_after,
    without_data,
)
from summit_desk.domain.trip_paper_checks import passports
from summit_desk.domain.trip_rules import document_problems
from summit_desk.domain.trip_snapshot import TravellerFacts, TripSnapshot
from summit_desk.support.i18n import N_

TWICE = N_("The traveller is in row {row} already.")
MAY_BE = N_("{name} may be somebody who is on file; choose who it is.")
SPELLED = N_("{name} is on file as {known}; the spelling on file stays.")
SHARES = N_("Shares the room with")


def plan_travellers(
    file: str, drafts: Sequence[TravellerDraft], known: KnownTrip, progress: Progress = SILENT
) -> TravellerPlan:
    """Return what a delegation's list would change in a trip."""
    found = [identified(draft, known) for draft in drafts]
    people = {d.row: one.person_id for d, one in zip(drafts, found, strict=True)}
    first: dict[object, int] = {}
    lines = []
    for at, (draft, one) in enumerate(zip(drafts, found, strict=True)):
        progress.step(at, len(drafts))
        row = first.setdefault(one.person_id or _own_key(draft), draft.row)
        if row == draft.row:
            lines.append(judged(draft, one, known, people))
        else:
            remark = Remark(TWICE, {"row": row})
            lines.append(PlannedTraveller(draft, one, RowVerdict.DUPLICATE, remarks=(remark,)))
    return TravellerPlan(known.trip, known.is_new, file, known.stamp, tuple(lines))


def _own_key(draft: TravellerDraft) -> object:
    return draft.number or (draft.named.key, draft.named.work_key, draft.birth_date)


def identified(draft: TravellerDraft, known: KnownTrip) -> Found:
    """Return whom a row means: by passport, by seat, by birth date, then by name and unit."""
    named = draft.named
    held = [one for one in known.by_name.get(named.key, ()) if not _contradicts(draft, one)]
    holders = known.holders.get(draft.number, frozenset()) if draft.number else frozenset()
    if len(holders) == 1:
        (holder,) = holders
        one = known.person_of[holder]
        if name_key(one.person.name) == named.key:
            return Found(named, Who.KNOWN, holder)
        return Found(named, Who.UNSURE, candidates=(one,))
    aboard = [one for one in held if one.person.id in known.seat_of]
    born = [one for one in held if draft.birth_date and one.person.birth_date == draft.birth_date]
    for certain in (aboard, born):
        if len(certain) == 1:
            return Found(named, Who.KNOWN, certain[0].person.id)
    return find_person(named, {named.key: held})


def _contradicts(draft: TravellerDraft, one: OnFile) -> bool:
    born = one.person.birth_date
    return born is not None and draft.birth_date is not None and born != draft.birth_date


def judged(
    draft: TravellerDraft, found: Found, known: KnownTrip, people: Mapping[int, UUID | None]
) -> PlannedTraveller:
    """Return the verdict on one row."""
    if found.who is Who.UNSURE:
        remarks = (Remark(MAY_BE, {"name": draft.named.name}), *draft.remarks)
        return PlannedTraveller(draft, found, RowVerdict.CONFLICT, remarks=remarks)
    one = known.person_of.get(found.person_id) if found.person_id else None
    person = person_after(one.person if one else None, draft)
    seat = known.seat_of.get(person.id)
    passport = passport_of(known.papers.get(seat.id, ())) if seat else None
    made = seat_after(seat or Traveller(trip_id=known.trip.id, person_id=person.id), draft)
    paper = passport_after(passport, made, draft)
    line = PlannedTraveller(draft, found, RowVerdict.NEW, seat, passport)
    if problems := [*person_problems(person), *(document_problems(paper) if paper else ())]:
        said = tuple(Remark(problem.sentence, problem.details) for problem in problems)
        return replace(line, verdict=RowVerdict.ERROR, remarks=said)
    papers = (paper,) if paper else ()
    facts = TravellerFacts(traveller=made, person=clean_person(person), documents=papers)
    line = replace(line, remarks=(*draft.remarks, *_spelling(draft, one), *_warned(facts, known)))
    if seat is None or one is None:
        return line
    changes = [
        *changed_fields(one.person, person),
        *changed_fields(seat, made),
        *(changed_fields(passport or without_data(paper), paper) if paper else ()),
        *_mates(draft, seat, known, people),
    ]
    verdict = RowVerdict.UPDATE if changes else RowVerdict.SAME
    return replace(line, verdict=verdict, changes=tuple(changes))


def _spelling(draft: TravellerDraft, one: OnFile | None) -> list[Remark]:
    """Return that the list spells a name otherwise than it is kept."""
    if one is None or not one.person.spelling_fixed or not draft.passport_family:
        return []
    kept = f"{one.person.passport_family} {one.person.passport_given}".strip()
    said = f"{draft.passport_family} {draft.passport_given}".strip()
    return [Remark(SPELLED, {"name": said, "known": kept})] if kept != said else []


def _warned(facts: TravellerFacts, known: KnownTrip) -> list[Remark]:
    """Return what the checks of the trip will say about this traveller's passport."""
    snapshot = TripSnapshot(trip=known.trip, travellers=(facts,), legs=known.legs)
    return [Remark(one.sentence, one.details) for one in passports(snapshot)]


def _mates(
    draft: TravellerDraft, seat: Traveller, known: KnownTrip, people: Mapping[int, UUID | None]
) -> list[Changed]:
    """Return that somebody else shares the room, if both are on the trip already."""
    if draft.mate is None:
        return []
    person = people.get(draft.mate)
    mate = known.seat_of.get(person) if person else None
    if person is None or mate is None or seat.room_with_id == mate.id:
        return []
    before = next((one for one in known.travellers if one.id == seat.room_with_id), None)
    held = known.person_of[before.person_id].person.name if before else ""
    return [Changed(SHARES, held, known.person_of[person].person.name)]
