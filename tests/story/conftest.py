"""A summit of one's own for stories that cross every floor of the house."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.records import Attendee, Event, Person
from summit_desk.domain.registration import Registration, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from summit_desk.services.bundle import Services

NOW = datetime(2024, 5, 19, 1, 30, tzinfo=UTC)


@pytest.fixture
def event(services: Services) -> Event:
    event = Event(
        name="名字峰会",
        first_day=date(2024, 5, 22),
        last_day=date(2024, 5, 23),
        created_at=NOW,
    )
    services.events.create(event)
    return event


@pytest.fixture
def register(services: Services, event: Event) -> Callable[..., Attendee]:
    """Register somebody: `register(name, organisation, **fields of the attendee)`."""

    def call(name: str, organisation: str = "", **fields: object) -> Attendee:
        person = Person(name=name, mobile=str(fields.pop("mobile", "")))
        attendee = Attendee(
            event_id=event.id,
            person_id=person.id,
            **{"number": "", "token": "", "registered_at": NOW, **fields},
        )
        services.attendees.register(Registration(attendee, person, Unit(name=organisation)))
        return attendee

    return call
