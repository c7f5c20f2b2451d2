"""Speakers: who is engaged for an event, how far, with which material."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from db.queries.speakers import card_of
from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.agenda_view import PersonCard
from summit_desk.domain.agenda_words import MATERIALS
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid, Missing
from summit_desk.domain.errors.agenda import AlreadySpeaker
from summit_desk.domain.records import (
    Event,
    Forum,
    Material,
    MaterialKind,
    Person,
    Picture,
    Speaker,
    SpeakerStatus,
)
from summit_desk.domain.speaker_reminders import reminders
from summit_desk.domain.speaker_rules import answered, clean_draft, draft_problems
from summit_desk.domain.speaker_view import (
    SpeakerDetail,
    SpeakerDraft,
    SpeakerList,
    SpeakersWanted,
    wanted_rows,
)
from summit_desk.domain.thing_words import thing_word
from summit_desk.services.registering import put_first_position, put_person
from summit_desk.services.speaker_entries import ask_for, draft_of, speaker_rows
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, _, in_words

TOPICS = (Topic.SPEAKERS, Topic.PEOPLE, Topic.AGENDA)
STATUS_LABELS = {
    SpeakerStatus.INVITED: N_("Invite {name}"),
    SpeakerStatus.ACCEPTED: N_("Note that {name} accepted"),
    SpeakerStatus.CONFIRMED: N_("Confirm {name}"),
    SpeakerStatus.DECLINED: N_("Note that {name} declined"),
}


class SpeakerService:
    """Engages people as speakers and keeps what they send."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def speakers(
        self,
        event_id: UUID,
        wanted: SpeakersWanted = SpeakersWanted(),  # noqa: B008 -- frozen
    ) -> SpeakerList:
        """Return the speakers that are wanted, in protocol order, with counts per filter."""
        with self._store.view() as view:
            rows = speaker_rows(view, event_id)
            forums = tuple(view.all(Forum, event_id=event_id))
        return replace(wanted_rows(rows, wanted), forums=forums)

    def reminders(self, event_id: UUID) -> list[str]:
        """Return a line for each speaker who has not confirmed or not sent everything."""
        with self._store.view() as view:
            return reminders(speaker_rows(view, event_id))

    def detail(self, speaker_id: UUID) -> SpeakerDetail:
        """Return everything about one speaker; raise Missing when gone."""
        with self._store.view() as view:
            speaker = view.get(Speaker, speaker_id)
            rows = speaker_rows(view, speaker.event_id)
            row = next((row for row in rows if row.id == speaker_id), None)
            if row is None:
                raise Missing(thing=thing_word("speaker"))
            key = row.card.person.portrait_id
            return SpeakerDetail(row, view.find(Picture, id=key) if key else None)

    def draft(self, event_id: UUID, person_id: UUID | None = None) -> SpeakerDraft:
        """Return what the form starts with: for a person, or for somebody new."""
        with self._store.view() as view:
            card = card_of(view, person_id) if person_id else None
            card = card or PersonCard(Person(name=""))
            speaker = view.find(Speaker, event_id=event_id, person_id=card.person.id)
            if speaker is not None:
                return draft_of(view, card, speaker)
            today = self._today(view, event_id)
            fresh = Speaker(event_id=event_id, person_id=card.person.id, invited_on=today)
            return draft_of(view, card, fresh)

    def save(self, draft: SpeakerDraft) -> Change:
        """Engage a person, new or known, or change an engagement.

        Raises Invalid, and AlreadySpeaker when the person is engaged already.
        """
        draft = clean_draft(draft)
        problems = draft_problems(draft)
        if problems:
            raise Invalid(problems)
        with self._store.unit() as unit:
            speaker, person = draft.speaker, draft.person
            other = unit.find(Speaker, event_id=speaker.event_id, person_id=person.id)
            if other is not None and other.id != speaker.id:
                raise AlreadySpeaker(name=person.name)
            new = unit.find(Speaker, id=speaker.id) is None
            today = self._today(unit, speaker.event_id)
            if speaker.status is not SpeakerStatus.INVITED and speaker.answered_on is None:
                speaker = answered(speaker, speaker.status, today)
            put_person(unit, person, draft.portrait or b"")
            put_first_position(unit, person.id, draft.unit)
            unit.put(replace(speaker, person_id=person.id))
            ask_for(unit, speaker.id, draft, today)
            label = N_("Add speaker {name}") if new else N_("Edit speaker {name}")
            return _commit(unit, label, speaker.id, person.name)

    def set_status(self, speaker_ids: Sequence[UUID], status: SpeakerStatus) -> Change:
        """Note the answer of some speakers, with today's date."""
        with self._store.unit() as unit:
            speakers = [unit.get(Speaker, key) for key in speaker_ids]
            for speaker in speakers:
                today = self._today(unit, speaker.event_id)
                unit.put(answered(speaker, status, today))
            names = in_words("、", ", ").join(
                unit.get(Person, one.person_id).name for one in speakers
            )
            return _commit(unit, STATUS_LABELS[status], speaker_ids[0], names)

    def receive(self, speaker_id: UUID, kind: MaterialKind, *, received: bool) -> Change:
        """Tick a material off, or take the tick back; what was not asked is asked now."""
        with self._store.unit() as unit:
            speaker = unit.get(Speaker, speaker_id)
            material = unit.find(Material, speaker_id=speaker_id, kind=kind)
            material = material or Material(speaker_id=speaker_id, kind=kind)
            on = self._today(unit, speaker.event_id) if received else None
            unit.put(replace(material, received_on=on))
            received_label = N_("Receive from {name}: {material}")
            label = received_label if received else N_("Not received from {name}: {material}")
            name = unit.get(Person, speaker.person_id).name
            word = _(MATERIALS[kind])
            return unit.commit(label, *TOPICS, subject=speaker_id, name=name, material=word)

    def remove(self, speaker_ids: Sequence[UUID]) -> Change:
        """End engagements; the people stay, also on the agenda."""
        with self._store.unit() as unit:
            speakers = [unit.get(Speaker, key) for key in speaker_ids]
            names = in_words("、", ", ").join(
                unit.get(Person, one.person_id).name for one in speakers
            )
            unit.remove(Speaker, *speaker_ids)
            return _commit(unit, N_("Delete speaker {name}"), speaker_ids[0], names)

    def _today(self, view: View, event_id: UUID) -> date:
        """Return the date at the event."""
        zone = view.get(Event, event_id).zone
        return self._now().astimezone(ZoneInfo(zone)).date()


def _commit(unit: Unit, label: str, speaker_id: UUID, name: str) -> Change:
    return unit.commit(label, *TOPICS, subject=speaker_id, name=name)
