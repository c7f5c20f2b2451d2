"""Filters of attendees saved by name, for lists, exports, badges and mail-outs alike."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from db.queries.attendees import attendee_count, attendee_emails
from db.store import Store
from db.unit import Unit
from summit_desk.domain.attendee_lists import Addresses, AttendeeFilter
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors.attendees import FilterNameTaken, FilterUnnamed, NoSuchFilter
from summit_desk.domain.records import SavedFilter
from summit_desk.domain.saved_filters import (
    LONGEST_NAME,
    NamedFilter,
    filter_from_json,
    filter_to_json,
)
from summit_desk.domain.text_cleaning import clean_line
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_


class FilterService:
    """Keeps the saved filters of an event, in the order in which they are offered."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def all(self, event_id: UUID) -> tuple[NamedFilter, ...]:
        """Return the saved filters in their order, without counting."""
        with self._store.view() as view:
            return tuple(_named(one) for one in view.all(SavedFilter, event_id=event_id))

    def counted(self, event_id: UUID) -> tuple[NamedFilter, ...]:
        """Return the saved filters in their order, each with how many it finds now."""
        with self._store.view() as view:
            found = [_named(one) for one in view.all(SavedFilter, event_id=event_id)]
            return tuple(
                replace(one, count=attendee_count(view.session, event_id, one.wanted))
                for one in found
            )

    def named(self, event_id: UUID, name: str) -> AttendeeFilter:
        """Return the filter saved under a name; raises NoSuchFilter, which tells the names."""
        with self._store.view() as view:
            known = view.all(SavedFilter, event_id=event_id)
        found = _called(known, name)
        if found is None:
            raise NoSuchFilter(name=name, names=", ".join(one.name for one in known) or "–")
        return filter_from_json(found.wanted)

    def addresses(self, keys: Sequence[UUID]) -> Addresses:
        """Return the e-mail addresses of attendees for a mail-out; the history keeps that."""
        with self._store.unit() as unit:
            found = attendee_emails(unit.session, list(keys))
            emails = [found[key].strip() for key in keys if key in found]
            once = {email.casefold(): email for email in reversed(emails) if email}
            label, count = N_("Copy {count} e-mail addresses"), f"{len(once):,}"
            if once:
                unit.note(label, Topic.ATTENDEES, count=count)
        return Addresses(tuple(reversed(once.values())), sum(not email for email in emails))

    def save(self, event_id: UUID, name: str, wanted: AttendeeFilter) -> Change:
        """Save a filter under a new name, as the last one; raises FilterNameTaken."""
        name = _cleaned(name)
        with self._store.unit() as unit:
            known = unit.all(SavedFilter, event_id=event_id)
            _refuse_taken(known, name, None)
            place = max((one.position for one in known), default=-1) + 1
            new = SavedFilter(
                event_id=event_id, name=name, wanted=filter_to_json(wanted), position=place
            )
            unit.put(new)
            return _committed(unit, N_("Save the filter “{name}”"), new)

    def overwrite(self, filter_id: UUID, wanted: AttendeeFilter) -> Change:
        """Let a saved filter ask for something else; raises Missing."""
        with self._store.unit() as unit:
            one = replace(unit.get(SavedFilter, filter_id), wanted=filter_to_json(wanted))
            unit.put(one)
            return _committed(unit, N_("Change the filter “{name}”"), one)

    def rename(self, filter_id: UUID, name: str) -> Change:
        """Give a saved filter another name; raises FilterNameTaken."""
        name = _cleaned(name)
        with self._store.unit() as unit:
            one = unit.get(SavedFilter, filter_id)
            _refuse_taken(unit.all(SavedFilter, event_id=one.event_id), name, one.id)
            unit.put(replace(one, name=name))
            label = N_("Rename the filter “{before}” to “{name}”")
            return _committed(unit, label, replace(one, name=name), before=one.name)

    def remove(self, filter_id: UUID) -> Change:
        """Delete a saved filter; nobody it found is touched."""
        with self._store.unit() as unit:
            one = unit.get(SavedFilter, filter_id)
            unit.remove(SavedFilter, filter_id)
            return _committed(unit, N_("Delete the filter “{name}”"), one)

    def reorder(self, event_id: UUID, filter_ids: Sequence[UUID]) -> Change:
        """Offer the filters in this order; those not named keep theirs, after them."""
        with self._store.unit() as unit:
            known = unit.all(SavedFilter, event_id=event_id)
            places = {key: at for at, key in enumerate(filter_ids)}
            wished = sorted(known, key=lambda one: places.get(one.id, len(places)))
            unit.put_all(replace(one, position=at) for at, one in enumerate(wished))
            return unit.commit(N_("Order the saved filters"), Topic.SETTINGS)


def _named(one: SavedFilter) -> NamedFilter:
    return NamedFilter(one.id, one.name, filter_from_json(one.wanted))


def _called(known: Sequence[SavedFilter], name: str) -> SavedFilter | None:
    wanted = clean_line(name).casefold()
    return next((one for one in known if one.name.casefold() == wanted), None)


def _cleaned(name: str) -> str:
    cleaned = clean_line(name)[:LONGEST_NAME].strip()
    if not cleaned:
        raise FilterUnnamed
    return cleaned


def _refuse_taken(known: Sequence[SavedFilter], name: str, own: UUID | None) -> None:
    found = _called(known, name)
    if found is not None and found.id != own:
        raise FilterNameTaken(name=found.name)


def _committed(unit: Unit, label: str, one: SavedFilter, **details: str) -> Change:
    return unit.commit(label, Topic.SETTINGS, subject=one.id, name=one.name, **details)
