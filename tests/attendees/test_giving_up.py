"""Changes of many registrations say how far they are and can be given up: then nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.bulk_edits import FieldEdit
from summit_desk.domain.progress import Cancelled
from summit_desk.domain.records import Attendee, AttendeeForum, AttendeeStatus, Changeset
from summit_desk.services.bulk_edits import BulkEditService
from summit_desk.services.history import HistoryService
from tests.attendees.making import DATA, register
from tests.impatience import Impatient

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from db.store import Store
    from summit_desk.domain.change import Change
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock


def held(store: Store) -> list[object]:
    with store.view() as view:
        return [view.all(kind) for kind in (Attendee, AttendeeForum, Changeset)]


def given_up_everywhere(store: Store, change: Callable[[Impatient], Change | None]) -> int:
    """Give the change up at each of its steps, then let it through; return the steps."""
    before, steps = held(store), 0
    while True:
        try:
            change(Impatient(steps))
        except Cancelled:
            assert held(store) == before
            steps += 1
        else:
            assert held(store) != before
            return steps


@pytest.fixture
def keys(attendees: AttendeeService) -> list[UUID]:
    return [register(attendees, name, tags=("甲",)) for name in ("王磊", "李平", "张伟")]


@pytest.mark.parametrize("what", ["status", "field", "tags", "untag", "forum", "remove"])
def test_a_change_that_is_given_up_changes_nothing(
    what, attendees: AttendeeService, store: Store, clock: Clock, keys
) -> None:
    bulk = BulkEditService(store, clock)
    changes = {
        "status": lambda end: attendees.set_status(keys, AttendeeStatus.CANCELLED, end),
        "field": lambda end: bulk.set_field(keys, FieldEdit("diet", "素食"), end),
        "tags": lambda end: attendees.add_tags(keys, ["乙"], end),
        "untag": lambda end: bulk.remove_tags(keys, ["甲"], end),
        "forum": lambda end: attendees.add_forum(keys, DATA.id, end),
        "remove": lambda end: attendees.remove(keys, end),
    }

    assert given_up_everywhere(store, changes[what]) > 0


def test_undo_and_redo_can_be_given_up(attendees, store: Store, clock: Clock, keys) -> None:
    history = HistoryService(store, clock)
    attendees.add_tags(keys, ["乙"])

    assert given_up_everywhere(store, history.undo) > 1
    assert given_up_everywhere(store, history.redo) > 1
