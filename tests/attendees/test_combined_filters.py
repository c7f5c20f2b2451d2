"""Every condition of a filter goes together with every text, every order and the counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.attendee_lists import AttendeeFilter, AttendeeSort, Missing, Order
from summit_desk.domain.records import Organisation
from tests.attendees.making import DATA, EVENT, GUEST, register

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.attendees import AttendeeService

UNIT = Organisation(full_name="示例工业大学", short_name="示工大")
CONDITIONS = (
    AttendeeFilter(organisation=UNIT.id),
    AttendeeFilter(forum=DATA.id),
    AttendeeFilter(waiting=True),
    AttendeeFilter(forum=DATA.id, waiting=True),
    AttendeeFilter(tag="VIP"),
    AttendeeFilter(checked_in=False),
    *(AttendeeFilter(missing=thing) for thing in Missing),
)
TEXTS = ("", "刘", "liu", "sgd", "8000")  # character, pinyin, initials of a unit, end of a phone
SORTS = (None, AttendeeSort.RANK, AttendeeSort.NAME, AttendeeSort.ORGANISATION, AttendeeSort.STATUS)


@pytest.fixture
def people(store: Store, attendees: AttendeeService) -> None:
    with store.unit() as unit:
        unit.put(UNIT)
        unit.commit("Add")
    both = {"forums": (DATA.id,), "category_id": GUEST.id}
    register(attendees, "刘洋", organisation_id=UNIT.id, mobile="13800138000", tags=("VIP",))
    register(attendees, "李雷", organisation="另一公司", email="li@example.com", **both)
    for name in ("韩梅", "刘丽"):
        register(attendees, name, **both)


@pytest.mark.parametrize("wanted", CONDITIONS)
def test_a_condition_narrows_any_search_in_any_order(
    attendees: AttendeeService, people: None, wanted: AttendeeFilter
) -> None:
    alone = set(attendees.found(EVENT.id, wanted).keys)
    for text in TEXTS:
        both = replace(wanted, text=text)
        expected = alone & set(attendees.found(EVENT.id, AttendeeFilter(text=text)).keys)

        assert attendees.counts(EVENT.id, both).everybody == len(expected)
        for sort in SORTS:
            assert set(attendees.found(EVENT.id, both, Order(sort)).keys) == expected
