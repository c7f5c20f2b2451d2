"""A copy of the demo summit with its documents' use cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.records import Event, Trip
from summit_desk.services.bundle import Services
from ui.kit.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.documents import DocumentService
    from summit_desk.support.clock import Clock


@dataclass(frozen=True)
class Summit:
    store: Store
    services: Services
    event: Event
    trip_id: UUID

    @property
    def documents(self) -> DocumentService:
        return self.services.documents


@pytest.fixture
def summit(demo: Store, clock: Clock) -> Summit:
    with demo.view() as view:
        (event,) = view.all(Event)
        trip = view.all(Trip, order=("id",))[0]
    return Summit(demo, Services(demo, clock), event, trip.id)


@pytest.fixture
def demo_desk(summit: Summit, qtbot: object) -> Iterator[Desk]:
    opened = Desk(summit.services, summit.event)
    yield opened
    opened.close()
