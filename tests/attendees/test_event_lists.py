"""The event's own lists of words: what stands in them, what is offered, renamed and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.event_lists import WordList
from summit_desk.domain.records import CustomField
from summit_desk.services.event_lists import EventListService
from summit_desk.services.history import HistoryService
from tests.attendees.making import EVENT, register

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock


@pytest.fixture
def lists(attendees: AttendeeService, store: Store, clock: Clock) -> EventListService:
    return EventListService(store, clock)


def test_a_new_event_has_the_usual_words(lists: EventListService) -> None:
    words = lists.lists(EVENT.id).words

    assert words[WordList.ROOM_TYPE] == ("标准间", "大床房", "套房", "合住")
    assert words[WordList.DIET] == ("清真", "素食", "不吃辣", "不吃牛肉")
    assert words[WordList.PAYMENT] == ("微信", "转账", "公务卡", "支付宝")
    assert words[WordList.INVOICE] == ("普票", "专票")
    assert words[WordList.MEAL] == (
        *("5月22日早餐", "5月22日午餐", "5月22日晚餐"),
        *("5月23日早餐", "5月23日午餐", "5月23日晚餐"),
    )
    assert (words[WordList.HOTEL], words[WordList.STATION]) == ((), ())


def test_words_are_kept_clean_in_their_order_and_an_empty_list_stays_empty(
    lists: EventListService, store: Store, clock: Clock
) -> None:
    lists.save(EVENT.id, WordList.HOTEL, (" 乙酒店 ", "甲酒店", "乙酒店", ""))
    kept = lists.lists(EVENT.id).words[WordList.HOTEL]
    lists.save(EVENT.id, WordList.DIET, ())
    emptied = lists.lists(EVENT.id).words[WordList.DIET]
    HistoryService(store, clock).undo()

    assert (kept, emptied) == (("乙酒店", "甲酒店"), ())
    assert lists.lists(EVENT.id).words[WordList.DIET] == ("清真", "素食", "不吃辣", "不吃牛肉")


def test_words_in_use_are_offered_behind_the_list_and_counted(
    lists: EventListService, attendees: AttendeeService
) -> None:
    register(attendees, "王磊", invoice_kind="电子发票", arrival_place="虹桥", meals=("夜宵",))
    register(attendees, "李平", invoice_kind="专票", departure_place="虹桥")

    found = lists.lists(EVENT.id)

    assert found.offered(WordList.INVOICE) == ("普票", "专票", "电子发票")
    assert found.offered(WordList.STATION) == ("虹桥",)
    assert found.offered(WordList.MEAL)[-1] == "夜宵"
    counts = [found.count(WordList.INVOICE, word) for word in ("普票", "专票", "电子发票")]
    assert (counts, found.count(WordList.STATION, "虹桥")) == ([0, 1, 1], 2)


@pytest.mark.parametrize("everywhere", [True, False])
def test_renaming_reaches_the_registrations_only_when_asked_and_is_one_step(
    lists: EventListService,
    attendees: AttendeeService,
    store: Store,
    clock: Clock,
    *,
    everywhere: bool,
) -> None:
    key = register(attendees, "王磊", room_type="大床房")

    change = lists.rename(EVENT.id, WordList.ROOM_TYPE, "大床房", "大床间", everywhere=everywhere)
    words = lists.lists(EVENT.id).words[WordList.ROOM_TYPE]
    held = attendees.detail(key).attendee.room_type
    HistoryService(store, clock).undo()

    assert words == ("标准间", "大床间", "套房", "合住")
    assert held == ("大床间" if everywhere else "大床房")
    where = "in 1 registrations" if everywhere else "in the list"
    assert change.text() == f"Rename 大床房 to 大床间 {where}"
    assert attendees.detail(key).attendee.room_type == "大床房"
    assert lists.lists(EVENT.id).words[WordList.ROOM_TYPE][1] == "大床房"


def test_a_meal_renamed_to_one_that_is_there_already_is_taken_once(
    lists: EventListService, attendees: AttendeeService
) -> None:
    key = register(attendees, "王磊", meals=("晚宴", "5月22日晚餐"))

    lists.rename(EVENT.id, WordList.MEAL, "晚宴", "5月22日晚餐", everywhere=True)

    assert attendees.detail(key).attendee.meals == ("5月22日晚餐",)


def test_a_station_is_renamed_in_both_directions(
    lists: EventListService, attendees: AttendeeService
) -> None:
    key = register(attendees, "王磊", arrival_place="虹桥", departure_place="虹桥")

    lists.rename(EVENT.id, WordList.STATION, "虹桥", "虹桥站", everywhere=True)

    held = attendees.detail(key).attendee
    assert (held.arrival_place, held.departure_place) == ("虹桥站", "虹桥站")


def test_filled_registrations_of_an_own_field_are_counted(
    lists: EventListService, attendees: AttendeeService
) -> None:
    field = CustomField(event_id=EVENT.id, key="size", label="尺码")
    for name, custom in (
        ("王磊", {"size": "L"}),
        ("李平", {"size": False}),
        ("张伟", {"other": 1}),
    ):
        register(attendees, name, custom=custom)

    assert lists.filled(field) == 2
