"""Filters saved by name: kept in order, found by name, and every step can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.domain.errors.attendees import FilterNameTaken, FilterUnnamed, NoSuchFilter
from summit_desk.domain.records import AttendeeStatus
from summit_desk.services.filters import FilterService
from summit_desk.services.history import HistoryService
from tests.attendees.making import EVENT, GUEST, NOBODY, register

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

GUESTS = AttendeeFilter(categories=frozenset({GUEST.id}))
UNSURE = AttendeeFilter(text="王", statuses=frozenset({AttendeeStatus.UNCONFIRMED}))


@pytest.fixture
def filters(attendees: AttendeeService, store: Store, clock: Clock) -> FilterService:
    return FilterService(store, clock)


def names(filters: FilterService) -> list[str]:
    return [one.name for one in filters.all(EVENT.id)]


def test_a_filter_is_found_by_its_name(filters: FilterService) -> None:
    filters.save(EVENT.id, "  嘉宾 ", GUESTS)
    filters.save(EVENT.id, "Unsure", UNSURE)

    assert filters.named(EVENT.id, "嘉宾") == GUESTS
    assert filters.named(EVENT.id, "unsure") == UNSURE
    assert names(filters) == ["嘉宾", "Unsure"]


def test_a_name_nobody_gave_tells_the_names(filters: FilterService) -> None:
    filters.save(EVENT.id, "嘉宾", GUESTS)

    with pytest.raises(NoSuchFilter) as told:
        filters.named(EVENT.id, "媒体")

    assert told.value.details == {"name": "媒体", "names": "嘉宾"}


def test_a_name_is_given_once_in_an_event(filters: FilterService) -> None:
    filters.save(EVENT.id, "Guests", GUESTS)
    other = filters.save(EVENT.id, "Unsure", UNSURE).subject or NOBODY

    with pytest.raises(FilterNameTaken):
        filters.save(EVENT.id, "guests", UNSURE)
    with pytest.raises(FilterNameTaken):
        filters.rename(other, "GUESTS")
    with pytest.raises(FilterUnnamed):
        filters.save(EVENT.id, "  ", UNSURE)

    assert names(filters) == ["Guests", "Unsure"]


def test_a_filter_is_changed_renamed_ordered_and_removed(filters: FilterService) -> None:
    first = filters.save(EVENT.id, "嘉宾", GUESTS).subject or NOBODY
    second = filters.save(EVENT.id, "待定", UNSURE).subject or NOBODY

    filters.overwrite(first, UNSURE)
    filters.rename(first, "王")
    filters.reorder(EVENT.id, [second, first])

    assert filters.named(EVENT.id, "王") == UNSURE
    assert names(filters) == ["待定", "王"]
    filters.remove(second)
    assert names(filters) == ["王"]


def test_every_step_is_taken_back_alone(filters: FilterService, store: Store, clock: Clock) -> None:
    history = HistoryService(store, clock)
    first = filters.save(EVENT.id, "嘉宾", GUESTS).subject or NOBODY
    second = filters.save(EVENT.id, "待定", UNSURE).subject or NOBODY
    filters.reorder(EVENT.id, [second, first])
    filters.remove(first)

    history.undo()
    assert names(filters) == ["待定", "嘉宾"]
    history.undo()
    assert names(filters) == ["嘉宾", "待定"]
    history.undo()
    assert names(filters) == ["嘉宾"]


def test_each_filter_says_how_many_it_finds(
    filters: FilterService, attendees: AttendeeService
) -> None:
    register(attendees, "王磊", category_id=GUEST.id)
    register(attendees, "李平", category_id=GUEST.id, status=AttendeeStatus.UNCONFIRMED)
    register(attendees, "王伟", status=AttendeeStatus.UNCONFIRMED)
    filters.save(EVENT.id, "嘉宾", GUESTS)
    filters.save(EVENT.id, "待定", UNSURE)

    assert [(one.name, one.count) for one in filters.counted(EVENT.id)] == [
        ("嘉宾", 2),
        ("待定", 1),
    ]
