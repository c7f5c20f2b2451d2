"""Groups: delegations with a contact, and who belongs to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.errors import Invalid
from summit_desk.domain.records import AttendeeGroup
from summit_desk.services.groups import GroupService
from summit_desk.services.history import HistoryService
from tests.attendees.making import EVENT, register

if TYPE_CHECKING:
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

NORTH = AttendeeGroup(event_id=EVENT.id, name=" 北方代表团 ", notes="乘同一车次。")


@pytest.fixture
def groups(attendees: AttendeeService, store: Store, clock: Clock) -> GroupService:
    return GroupService(store, clock)


@pytest.fixture
def keys(attendees: AttendeeService) -> list[UUID]:
    first = register(attendees, "王磊", mobile="13812345678")
    return [first, *(register(attendees, name) for name in ("李平", "张伟"))]


def test_a_group_says_its_contact_and_how_many_belong_to_it(
    groups: GroupService, attendees: AttendeeService, keys: list[UUID]
) -> None:
    contact = attendees.detail(keys[0]).person
    groups.save(replace(NORTH, contact_person_id=contact.id))
    groups.gather(keys[:2], NORTH.id)

    (line,) = groups.groups(EVENT.id)

    assert (line.group.name, line.contact_words, line.members) == (
        "北方代表团",
        "王磊 138****5678",
        2,
    )
    assert groups.members(NORTH.id) == tuple(keys[:2])


def test_the_filter_of_a_group_finds_its_members(
    groups: GroupService, attendees: AttendeeService, keys: list[UUID]
) -> None:
    groups.save(NORTH)
    groups.gather(keys[1:], NORTH.id)

    assert list(attendees.found(EVENT.id, groups.filter_for(NORTH.id)).keys) == keys[1:]


def test_gathering_and_leaving_are_one_step_each(
    groups: GroupService, keys: list[UUID], store: Store, clock: Clock
) -> None:
    groups.save(NORTH)
    joined = groups.gather(keys, NORTH.id).text()
    left = groups.gather(keys, None).text()
    HistoryService(store, clock).undo()

    assert joined == "Put 3 attendees into group 北方代表团"
    assert left == "Take 3 attendees out of their group"
    assert groups.members(NORTH.id) == tuple(keys)


def test_deleting_a_group_keeps_its_members_and_is_undone(
    groups: GroupService,
    attendees: AttendeeService,
    keys: list[UUID],
    store: Store,
    clock: Clock,
) -> None:
    groups.save(NORTH)
    groups.gather(keys, NORTH.id)

    groups.remove(NORTH.id)
    alone = attendees.detail(keys[0]).group
    HistoryService(store, clock).undo()

    assert (alone, groups.members(NORTH.id)) == (None, tuple(keys))


@pytest.mark.parametrize("name", ["", "  ", "北方代表团", "长" * 201])
def test_a_group_needs_a_name_of_its_own(groups: GroupService, name: str) -> None:
    groups.save(NORTH)

    with pytest.raises(Invalid) as told:
        groups.save(AttendeeGroup(event_id=EVENT.id, name=name))

    assert [problem.field for problem in told.value.problems] == ["name"]


def test_groups_stand_in_the_order_in_which_they_were_made(groups: GroupService) -> None:
    for name in ("丙", "甲", "乙"):
        groups.save(AttendeeGroup(event_id=EVENT.id, name=name))

    assert [line.group.name for line in groups.groups(EVENT.id)] == ["丙", "甲", "乙"]
