"""A store with an event, two categories and two forums, and the services that search it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.services.attendees import AttendeeService
from summit_desk.services.search import SearchService
from tests.attendees.making import set_up

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.support.clock import Clock


@pytest.fixture
def attendees(store: Store, clock: Clock) -> AttendeeService:
    set_up(store)
    return AttendeeService(store, clock)


@pytest.fixture
def search(attendees: AttendeeService, store: Store, clock: Clock) -> SearchService:
    return SearchService(store, clock)
