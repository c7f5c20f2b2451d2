"""A store with an event, a forum, a session and a person who speaks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.change import Topic
from summit_desk.services.speakers import SpeakerService
from tests.agenda.agendas import DATA, EVENT, HALL, LI, MAIN, SIDE, YAN, part, session

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.support.clock import Clock

TALK = session("工作报告", "09:30", forum_id=MAIN.id)


@pytest.fixture
def planned(store: Store) -> Store:
    with store.unit() as unit:
        unit.put_all((EVENT, HALL, SIDE, MAIN, DATA, YAN, LI, TALK, part(TALK, YAN)))
        unit.commit("set up", Topic.AGENDA)
    return store


@pytest.fixture
def speakers(planned: Store, clock: Clock) -> SpeakerService:
    return SpeakerService(planned, clock)
