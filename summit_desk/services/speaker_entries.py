"""How a speaker's entry is read from, and written to, the records it is spread over."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from uuid import UUID

from db.queries.agenda import parts_of_event
from db.queries.speakers import materials_of_event, speaking_people
from db.unit import Unit as Writing
from db.unit import View
from summit_desk.domain.agenda_snapshot import by_time
from summit_desk.domain.agenda_view import PersonCard
from summit_desk.domain.person_order import by_rank
from summit_desk.domain.records import (
    Forum,
    Material,
    MaterialKind,
    Picture,
    Room,
    Session,
    Speaker,
)
from summit_desk.domain.registration import Unit
from summit_desk.domain.speaker_view import Appearance, SpeakerDraft, SpeakerRow

KIND_ORDER = {kind: at for at, kind in enumerate(MaterialKind)}


def speaker_rows(view: View, event_id: UUID) -> list[SpeakerRow]:
    """Return every speaker of the event in protocol order."""
    cards = {card.person.id: card for card in speaking_people(view, event_id)}
    appearances = _appearances(view, event_id)
    materials: dict[UUID, list[Material]] = defaultdict(list)
    for material in materials_of_event(view, event_id):
        materials[material.speaker_id].append(material)
    rows = [
        SpeakerRow(
            speaker,
            cards[speaker.person_id],
            tuple(sorted(materials[speaker.id], key=lambda one: KIND_ORDER[one.kind])),
            tuple(appearances[speaker.person_id]),
        )
        for speaker in view.all(Speaker, order=("id",), event_id=event_id)
    ]
    return sorted(rows, key=lambda row: by_rank(row.card.person))


def draft_of(view: View, card: PersonCard, speaker: Speaker) -> SpeakerDraft:
    """Return what the form of an engagement starts with."""
    person, position, organisation = card.person, card.position, card.organisation
    picture = view.find(Picture, id=person.portrait_id) if person.portrait_id else None
    asked = view.all(Material, order=("id",), speaker_id=speaker.id)
    known = view.find(Speaker, id=speaker.id) is not None
    return SpeakerDraft(
        speaker=speaker,
        person=person,
        unit=Unit(
            organisation_id=organisation.id if organisation else None,
            name=organisation.full_name if organisation else "",
            department=position.department if position else "",
            title=position.title if position else "",
            title_other=position.title_other if position else "",
        ),
        portrait=picture.data if picture else None,
        asked=tuple(one.kind for one in asked) if known else tuple(MaterialKind),
    )


def ask_for(unit: Writing, speaker_id: UUID, draft: SpeakerDraft, today: date) -> None:
    """Ask for the materials of the draft; what the form itself holds has come."""
    found = {one.kind: one for one in unit.all(Material, order=("id",), speaker_id=speaker_id)}
    dropped = [one.id for kind, one in found.items() if kind not in draft.asked]
    if dropped:
        unit.remove(Material, *dropped)
    at_hand = _at_hand(draft)
    for kind in draft.asked:
        material = found.get(kind) or Material(speaker_id=speaker_id, kind=kind)
        if material.received_on is None and kind in at_hand:
            material = replace(material, received_on=today)
        unit.put(material)


def _at_hand(draft: SpeakerDraft) -> frozenset[MaterialKind]:
    held = {
        MaterialKind.BIOGRAPHY: draft.person.biography or draft.person.biography_other,
        MaterialKind.PORTRAIT: draft.portrait,
    }
    return frozenset(kind for kind, content in held.items() if content)


def _appearances(view: View, event_id: UUID) -> dict[UUID, list[Appearance]]:
    """Return in which sessions each person appears, in the order they begin."""
    rooms = {room.id: room for room in view.all(Room, event_id=event_id)}
    forums = {forum.id: forum for forum in view.all(Forum, event_id=event_id)}
    sessions = {session.id: session for session in view.all(Session, event_id=event_id)}
    found: dict[UUID, list[Appearance]] = defaultdict(list)
    for part in parts_of_event(view, event_id):
        if part.person_id is None:
            continue
        session = sessions[part.session_id]
        forum = forums.get(session.forum_id) if session.forum_id else None
        room_id = session.room_id or (forum.room_id if forum else None)
        room = rooms.get(room_id) if room_id else None
        found[part.person_id].append(Appearance(session, part.role, forum, room))
    for appearances in found.values():
        appearances.sort(key=lambda one: by_time(one.session))
    return found
