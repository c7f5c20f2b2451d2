"""What a person is besides an attendee, given to another record of the same person."""

from dataclasses import replace
from uuid import UUID

from db.unit import Unit
from summit_desk.domain.merging import filled, joined
from summit_desk.domain.records import (
    Cost,
    Material,
    Membership,
    Position,
    SessionPart,
    Speaker,
    TravelDocument,
    Traveller,
)
from summit_desk.domain.search_folding import fold

Workplace = tuple[UUID | None, str, str]


def place_of(position: Position) -> Workplace:
    """Return by what two positions are the same one."""
    return position.organisation_id, fold(position.department), fold(position.title)


def move_speaker(unit: Unit, speaker: Speaker, kept: UUID) -> None:
    """Give an engagement to the person who stays, or unite it with the one of the same event."""
    mine = unit.find(Speaker, event_id=speaker.event_id, person_id=kept)
    if mine is None:
        unit.put(replace(speaker, person_id=kept))
        return
    held = {one.kind: one for one in unit.all(Material, speaker_id=mine.id)}
    for material in unit.all(Material, speaker_id=speaker.id):
        same = held.get(material.kind)
        moved = replace(material, speaker_id=mine.id)
        unit.put(moved if same is None else filled(same, material))
    unit.put(replace(filled(mine, speaker), notes=joined(mine.notes, speaker.notes)))
    unit.remove(Speaker, speaker.id)


def move_part(unit: Unit, part: SessionPart, kept: UUID) -> None:
    """Give a part in a session to the person who stays; the same part twice becomes one."""
    if unit.count(SessionPart, session_id=part.session_id, person_id=kept, role=part.role):
        unit.remove(SessionPart, part.id)
    else:
        unit.put(replace(part, person_id=kept))


def move_traveller(unit: Unit, traveller: Traveller, kept: UUID) -> None:
    """Give a place on a trip to the person who stays, or unite both places with their papers."""
    mine = unit.find(Traveller, trip_id=traveller.trip_id, person_id=kept)
    if mine is None:
        unit.put(replace(traveller, person_id=kept))
        return
    for paper in unit.all(TravelDocument, traveller_id=traveller.id):
        unit.put(replace(paper, traveller_id=mine.id))
    for cost in unit.all(Cost, traveller_id=traveller.id):
        unit.put(replace(cost, traveller_id=mine.id))
    mate = mine.room_with_id or traveller.room_with_id
    united = replace(filled(mine, traveller), notes=joined(mine.notes, traveller.notes))
    unit.put(replace(united, room_with_id=None if mate in (mine.id, traveller.id) else mate))
    for mate_of in unit.all(Traveller, room_with_id=traveller.id):
        if mate_of.id != mine.id:
            unit.put(replace(mate_of, room_with_id=mine.id))
    unit.remove(Traveller, traveller.id)


def move_membership(unit: Unit, membership: Membership, kept: UUID) -> None:
    """Give a membership to the person who stays, or unite both in one body."""
    mine = unit.find(Membership, body_id=membership.body_id, person_id=kept)
    if mine is None:
        unit.put(replace(membership, person_id=kept))
        return
    unit.put(united_membership(mine, membership))
    unit.remove(Membership, membership.id)


def united_membership(kept: Membership, other: Membership) -> Membership:
    """Return two memberships in one body as one: the earlier day, and founding if either was."""
    days = [day for day in (kept.since, other.since) if day]
    return replace(
        filled(kept, other),
        since=min(days, default=None),
        founding=kept.founding or other.founding,
    )
