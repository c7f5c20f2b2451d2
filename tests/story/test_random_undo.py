"""Whatever was done in whatever area and order: undoing all of it gives the start, row by row."""

import tempfile
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.store import Store
from summit_desk.domain.errors import DeskError
from summit_desk.domain.records import Event, Room
from summit_desk.services.bundle import Services
from tests.db.test_journal import content
from tests.story.chance import Chance
from tests.story.deeds import DEEDS, NOW

TEXT = st.text(max_size=12)
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 30), TEXT), min_size=5, max_size=25
)


@contextmanager
def a_summit():
    """A summit with two people, a room and a forum, in a file of its own."""
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "a.summit") as store:
        services = Services(store, lambda: NOW)
        start = content(store)
        event = Event(
            name="示例峰会",
            first_day=date(2024, 5, 22),
            last_day=date(2024, 5, 23),
            created_at=NOW,
        )
        services.events.create(event)
        services.events.save(Room(event_id=event.id, name="浦江厅"))
        for number, name in enumerate(("于𬱖", "李𠮷")):
            for deed in ("register", "add_forum", "add_trip"):
                DEEDS[deed](Chance(services, event, Path(folder), number, name))
        yield services, event, Path(folder), start


PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking would take minutes


@settings(max_examples=15, phases=PHASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_use_cases_of_every_area_are_undone_to_the_exact_rows(steps):
    with a_summit() as (services, event, folder, start):
        for deed, number, text in steps:
            with suppress(DeskError):
                DEEDS[deed](Chance(services, event, folder, number, text))
        while services.history.undo():
            pass

        assert content(services.store) == start


def test_every_deed_can_be_done_and_undone():
    with a_summit() as (services, event, folder, start):
        refused = {}
        for number in range(3):  # what one deed needs another one makes
            for name, deed in DEEDS.items():
                before = content(services.store)
                try:
                    deed(Chance(services, event, folder, number, "示例"))
                except DeskError as problem:
                    refused[name] = str(problem)
                    assert content(services.store) == before
                else:
                    refused.pop(name, None)

        while services.history.undo():
            pass

        assert refused == {}
        assert content(services.store) == start
