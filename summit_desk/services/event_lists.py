"""The event's own lists of words: reading, changing, and renaming a word where it is used."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from db.queries.registrations import filled, users_of, words_in_use
from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.event_lists import (
    COLUMNS,
    TITLES,
    EventLists,
    WordList,
    clean_words,
    usual_words,
)
from summit_desk.domain.records import Attendee, CustomField, Event, Setting
from summit_desk.services.batches import attendees_among
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_, _


class EventListService:
    """Keeps the words that the forms of an event offer."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def lists(self, event_id: UUID) -> EventLists:
        """Return every list with what is in use."""
        with self._store.view() as view:
            event = view.get(Event, event_id)
            words = {kind: _words(view, event, kind) for kind in WordList}
            return EventLists(words, words_in_use(view.session, event_id))

    def filled(self, field: CustomField) -> int:
        """Return how many registrations have something in a field of the event's own."""
        with self._store.view() as view:
            return filled(view.session, field.event_id, field.key)

    def save(self, event_id: UUID, kind: WordList, words: Sequence[str]) -> Change:
        """Keep these words in this order; registrations keep what they have."""
        with self._store.unit() as unit:
            _put(unit, event_id, kind, words)
            return unit.commit(N_("Change the list “{list}”"), Topic.SETTINGS, list=_(TITLES[kind]))

    def rename(
        self, event_id: UUID, kind: WordList, old: str, new: str, *, everywhere: bool
    ) -> Change:
        """Write a word differently in its list and, `everywhere`, in the registrations too.

        One step. A word that is in the list already takes the renamed one in.
        """
        renamed = clean_words((new,))
        if not renamed:
            return self.save(event_id, kind, self.lists(event_id).words[kind])
        with self._store.unit() as unit:
            words = _words(unit, unit.get(Event, event_id), kind)
            _put(unit, event_id, kind, [renamed[0] if word == old else word for word in words])
            count = _rename(unit, event_id, kind, old, renamed[0]) if everywhere else 0
            return unit.commit(
                N_("Rename {old} to {new} in {count} registrations")
                if everywhere
                else N_("Rename {old} to {new} in the list"),
                Topic.SETTINGS,
                Topic.ATTENDEES,
                old=old,
                new=renamed[0],
                count=f"{count:,}",
            )


def _words(view: View, event: Event, kind: WordList) -> tuple[str, ...]:
    kept = view.find(Setting, event_id=event.id, key=kind.setting)
    if kept is None or not isinstance(kept.value, list | tuple):
        return usual_words(kind, event)
    return clean_words(kept.value)


def _put(unit: Unit, event_id: UUID, kind: WordList, words: Sequence[str]) -> None:
    kept = unit.find(Setting, event_id=event_id, key=kind.setting)
    setting = kept or Setting(event_id=event_id, key=kind.setting)
    unit.put(replace(setting, value=list(clean_words(words))))


def _rename(unit: Unit, event_id: UUID, kind: WordList, old: str, new: str) -> int:
    users = attendees_among(unit, users_of(unit.session, event_id, kind, old))
    unit.put_all(_renamed(one, kind, old, new) for one in users)
    return len(users)


def _renamed(attendee: Attendee, kind: WordList, old: str, new: str) -> Attendee:
    if kind is WordList.MEAL:
        meals = (new if meal == old else meal for meal in attendee.meals)
        return replace(attendee, meals=tuple(dict.fromkeys(meals)))
    changed: dict[str, Any] = {
        name: new for name in COLUMNS[kind] if getattr(attendee, name) == old
    }
    return replace(attendee, **changed)
