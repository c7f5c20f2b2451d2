"""The events of a file, and what belongs to an event as a whole: days, rooms, categories."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from db.store import Store
from db.unit import Unit
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid
from summit_desk.domain.event_rules import new_event_defaults, problems_of
from summit_desk.domain.records import (
    Category,
    CheckPoint,
    CustomField,
    Day,
    Event,
    EventKey,
    Record,
    Room,
    Venue,
)
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_

R = TypeVar("R", bound=Record)
OfEvent = Event | Day | Venue | Room | Category | CheckPoint | CustomField
TOPICS: dict[type[Record], Topic] = {CheckPoint: Topic.CHECK_IN, Category: Topic.ATTENDEES}
KEY_BYTES = 32


class EventService:
    """Creates events and keeps their basic data."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def events(self) -> tuple[Event, ...]:
        """Return the file's events, the latest first."""
        with self._store.view() as view:
            found = view.all(Event, order=("first_day", "id"))
        return tuple(reversed(found))

    def event(self, event_id: UUID) -> Event:
        """Return the event; raise Missing when it is gone."""
        with self._store.view() as view:
            return view.get(Event, event_id)

    def create(self, event: Event) -> Change:
        """Create an event with its signing key, days, categories and entrance.

        Raises Invalid.
        """
        _refuse(event)
        with self._store.unit() as unit:
            used = {key.tag for key in unit.all(EventKey)}
            unit.put(event)
            unit.put(_new_key(event.id, used))
            unit.put_all(_days(event))
            unit.put_all(new_event_defaults(event.id))
            return unit.commit(
                N_("Create event {name}"), Topic.EVENT, subject=event.id, name=event.name
            )

    def save(self, record: OfEvent) -> Change:
        """Write an event or something of it; raises Invalid.

        When the event's dates change, days are added or removed with them.
        """
        _refuse(record)
        with self._store.unit() as unit:
            if isinstance(record, Event):
                days = unit.all(Day, event_id=record.id)
                _fit_days(unit, record, days)
            unit.put(record)
            return unit.commit(
                N_("Save {thing} {name}"),
                Topic.EVENT,
                TOPICS.get(type(record), Topic.SETTINGS),
                subject=record.id,
                thing=_word(type(record)),
                name=_name(record),
            )

    def remove(self, kind: type[OfEvent], key: UUID) -> Change:
        """Remove something of an event with what hangs on it; raises Missing or InUse."""
        with self._store.unit() as unit:
            record = unit.get(kind, key)
            unit.remove(kind, key)
            return unit.commit(
                N_("Delete {thing} {name}"),
                *(Topic if kind is Event else (Topic.EVENT, TOPICS.get(kind, Topic.SETTINGS))),
                subject=key,
                thing=_word(kind),
                name=_name(record),
            )

    def arrange(
        self, kind: type[Room | Category | CheckPoint | CustomField], keys: Sequence[UUID]
    ) -> Change:
        """Put things of an event into this order."""
        with self._store.unit() as unit:
            held = {record.id: record for record in unit.all(kind, id=keys)}
            unit.put_all(
                replace(held[key], position=at)
                for at, key in enumerate(key for key in keys if key in held)
            )
            return unit.commit(
                N_("Arrange {things}"),
                Topic.EVENT,
                TOPICS.get(kind, Topic.SETTINGS),
                things=_word(kind),
            )

    def days(self, event_id: UUID) -> tuple[Day, ...]:
        """Return the event's days in order."""
        with self._store.view() as view:
            return tuple(view.all(Day, order=("date",), event_id=event_id))

    def venues(self, event_id: UUID) -> tuple[Venue, ...]:
        """Return the event's venues."""
        return self._of(Venue, event_id)

    def rooms(self, event_id: UUID) -> tuple[Room, ...]:
        """Return the event's rooms in the order in which they are shown."""
        return self._of(Room, event_id)

    def categories(self, event_id: UUID) -> tuple[Category, ...]:
        """Return the event's categories in order."""
        return self._of(Category, event_id)

    def points(self, event_id: UUID) -> tuple[CheckPoint, ...]:
        """Return the event's check-in points in order."""
        return self._of(CheckPoint, event_id)

    def fields(self, event_id: UUID) -> tuple[CustomField, ...]:
        """Return the event's own fields in order."""
        return self._of(CustomField, event_id)

    def _of(self, kind: type[R], event_id: UUID) -> tuple[R, ...]:
        with self._store.view() as view:
            return tuple(view.all(kind, event_id=event_id))


def _refuse(record: Record) -> None:
    problems = problems_of(record)
    if problems:
        raise Invalid(problems)


def _word(kind: type[Record]) -> str:
    words = {CheckPoint: "check_point", CustomField: "custom_field"}
    return words.get(kind, kind.__name__.lower())


def _name(record: OfEvent) -> str:
    if isinstance(record, Day):
        return record.date.isoformat()
    return record.label if isinstance(record, CustomField) else record.name


def _new_key(event_id: UUID, used: set[str]) -> EventKey:
    """Return a secret key, and the public tag derived from it that no other event here has."""
    while True:
        key = secrets.token_bytes(KEY_BYTES)
        tag = f"{int.from_bytes(hashlib.sha256(key).digest()[:8], 'big') % 10_000:04}"
        if tag not in used:
            return EventKey(event_id=event_id, tag=tag, key=key.hex())


def dates_of(event: Event) -> list[date]:
    """Return every date of the event."""
    count = (event.last_day - event.first_day).days + 1
    return [event.first_day + timedelta(days=number) for number in range(count)]


def _days(event: Event) -> list[Day]:
    return [Day(event_id=event.id, date=day) for day in dates_of(event)]


def _fit_days(unit: Unit, event: Event, days: list[Day]) -> None:
    """Add the days that are missing and remove those outside the event's dates."""
    wanted = set(dates_of(event))
    unit.put_all(
        Day(event_id=event.id, date=day) for day in sorted(wanted - {day.date for day in days})
    )
    outside = [day.id for day in days if day.date not in wanted]
    if outside:
        unit.remove(Day, *outside)
