"""Many registrations at once: fields, tags and seats, each change one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.attendee_lists import AttendeeFilter, FieldCondition
from summit_desk.domain.bulk_edits import SETTABLE, FieldEdit
from summit_desk.domain.change import Topic
from summit_desk.domain.errors import Invalid
from summit_desk.domain.errors.attendees import NobodyChosen, NobodyTagged
from summit_desk.domain.records import CustomField, FeeStatus, FieldKind
from summit_desk.domain.registration import Registration
from summit_desk.domain.seat_blocks import SeatBlock, block_problems, seats_of
from summit_desk.services.bulk_edits import BulkEditService
from summit_desk.services.history import HistoryService
from tests.attendees.making import EVENT, register

if TYPE_CHECKING:
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

SIZE = CustomField(event_id=EVENT.id, key="size", label="衣服尺码", kind=FieldKind.CHOICE)


@pytest.fixture
def bulk(attendees: AttendeeService, store: Store, clock: Clock) -> BulkEditService:
    return BulkEditService(store, clock)


@pytest.fixture
def keys(attendees: AttendeeService) -> list[UUID]:
    names = ("王磊", "李平", "张伟")
    return [
        register(attendees, name, tags=("甲", "乙"), rank=10 - at, seat=seat, diet="素食")
        for at, (name, seat) in enumerate(zip(names, ("", "9排1座", ""), strict=True))
    ]


@pytest.fixture
def history(store: Store, clock: Clock) -> HistoryService:
    return HistoryService(store, clock)


def seats(attendees: AttendeeService, keys: list[UUID]) -> list[str]:
    return [attendees.detail(key).attendee.seat for key in keys]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (FieldEdit("fee_status", FeeStatus.PAID), "Paid"),
        (FieldEdit("fee", 120_000), "CN¥ 1,200.00"),
        (FieldEdit("room_type", "大床房"), "大床房"),
        (FieldEdit("meals", ("午餐", "晚餐")), "午餐, 晚餐"),
        (FieldEdit("needs_pickup", value=True), "yes"),
        (FieldEdit("hotel_from", date(2024, 5, 21)), "2024-05-21"),
        (FieldEdit("diet"), "nothing"),
    ],
)
def test_a_field_of_several_is_set_as_one_step_with_a_name(
    attendees: AttendeeService,
    bulk: BulkEditService,
    keys: list[UUID],
    history: HistoryService,
    edit: FieldEdit,
    words: str,
) -> None:
    before = [attendees.detail(key).attendee for key in keys]

    change = bulk.set_field(keys, edit)
    after = {getattr(attendees.detail(key).attendee, edit.name) for key in keys}
    history.undo()

    assert change.text() == f"Set {edit.label} of 3 attendees to {words}"
    assert after == {edit.value if edit.value is not None else ""}
    assert [attendees.detail(key).attendee for key in keys] == before


def test_every_field_that_is_offered_can_be_emptied(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    blank = attendees.draft(EVENT.id).attendee
    for name in SETTABLE:
        bulk.set_field(keys, FieldEdit(name))

    held = attendees.detail(keys[0]).attendee

    assert [getattr(held, name) for name in SETTABLE] == [getattr(blank, name) for name in SETTABLE]


def test_a_field_of_the_events_own_is_set_and_emptied(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    bulk.set_field(keys, FieldEdit("custom:size", "XL", SIZE))
    filled = attendees.detail(keys[1]).attendee.custom
    bulk.set_field(keys[1:2], FieldEdit("custom:size", None, SIZE))

    assert (filled, attendees.detail(keys[1]).attendee.custom) == ({"size": "XL"}, {})


def test_a_whole_number_of_an_own_field_has_no_decimals(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    shoes = CustomField(event_id=EVENT.id, key="shoes", label="鞋码", kind=FieldKind.NUMBER)
    edit = FieldEdit("custom:shoes", 42.0, shoes)
    bulk.set_field(keys[:1], edit)
    bulk.set_field(keys[1:2], FieldEdit("custom:shoes", 42.5, shoes))

    assert edit.words == "42"
    assert repr(attendees.detail(keys[0]).attendee.custom["shoes"]) == "42"
    for asked, found in (("42", keys[:1]), ("42.0", keys[:1]), ("42.5", keys[1:2])):
        wanted = AttendeeFilter(own=(FieldCondition("shoes", asked),))
        assert list(attendees.found(EVENT.id, wanted).keys) == found


def test_a_code_of_digits_is_no_number(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    staff = CustomField(event_id=EVENT.id, key="staff", label="工号", kind=FieldKind.TEXT)
    for key, code in zip(keys, ("007", "7", "110101199003070016"), strict=False):
        bulk.set_field([key], FieldEdit("custom:staff", code, staff))

    for asked, found in (("007", keys[:1]), ("110101199003070014", []), ("nan", [])):
        wanted = AttendeeFilter(own=(FieldCondition("staff", asked),))
        assert list(attendees.found(EVENT.id, wanted).keys) == found


@pytest.mark.parametrize("asked", ["2024-05-22", "2024/5/22", "2024年5月22日", "2024.5.22"])
def test_a_day_of_an_own_field_is_found_however_it_is_written(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID], asked: str
) -> None:
    visa = CustomField(event_id=EVENT.id, key="visa", label="签证日", kind=FieldKind.DATE)
    bulk.set_field(keys[:1], FieldEdit("custom:visa", date(2024, 5, 22), visa))

    wanted = AttendeeFilter(own=(FieldCondition("visa", asked),))
    assert list(attendees.found(EVENT.id, wanted).keys) == keys[:1]


def test_a_value_that_fits_somebody_not_changes_nobody(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    bulk.set_field(keys[:1], FieldEdit("hotel_from", date(2024, 5, 22)))

    with pytest.raises(Invalid) as told:
        bulk.set_field(keys, FieldEdit("hotel_to", date(2024, 5, 21)))

    assert [problem.field for problem in told.value.problems] == ["hotel_to"]
    assert attendees.detail(keys[1]).attendee.hotel_to is None


def test_a_tag_that_nobody_has_is_refused(bulk: BulkEditService, keys: list[UUID]) -> None:
    with pytest.raises(NobodyTagged):
        bulk.remove_tags(keys, ("丙",))


def test_a_tag_takes_the_spelling_that_is_there(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    attendees.add_tags(keys[:1], ("VIP",))
    attendees.add_tags(keys[1:], ("ｖｉｐ", "vip"))
    form = attendees.detail(register(attendees, "新人", tags=("Vip", "新")))

    assert [attendees.detail(key).attendee.tags for key in keys] == [("甲", "乙", "VIP")] * 3
    assert form.attendee.tags == ("VIP", "新")

    bulk.remove_tags(keys, ("vip",))
    assert attendees.detail(keys[0]).attendee.tags == ("甲", "乙")


def test_who_alone_has_a_tag_can_spell_it_in_another_way(attendees: AttendeeService) -> None:
    detail = attendees.detail(register(attendees, "新人", tags=("vip",)))

    changed = replace(detail.attendee, tags=("VIP",))
    attendees.edit(Registration(changed, detail.person))

    assert attendees.detail(detail.id).attendee.tags == ("VIP",)


def test_tags_are_taken_away_and_others_stay(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    change = bulk.remove_tags(keys[:2], ("甲", "丙"))

    assert change.topics == {Topic.ATTENDEES}
    tags = [attendees.detail(key).attendee.tags for key in keys]
    assert tags == [("乙",), ("乙",), ("甲", "乙")]


def test_seats_are_dealt_in_the_order_of_the_list_and_taken_ones_skipped(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID]
) -> None:
    block = SeatBlock("", "8", 2, 2)

    preview = [line.seat for line in bulk.dealt(EVENT.id, [keys[2], keys[0]], block)]
    bulk.assign_seats(EVENT.id, [keys[2], keys[0]], block)

    assert preview == ["8排2座", "9排2座"]  # 9排1座 is 李平's
    assert seats(attendees, keys) == ["9排2座", "9排1座", "8排2座"]


def test_seats_by_rank_go_to_the_highest_first(
    attendees: AttendeeService, bulk: BulkEditService, keys: list[UUID], history: HistoryService
) -> None:
    bulk.assign_seats(EVENT.id, keys, SeatBlock("主会场", "A", 1, 2, by_rank=True))
    dealt = seats(attendees, keys)
    history.undo()

    assert dealt == ["主会场 B排1座", "主会场 A排2座", "主会场 A排1座"]
    assert seats(attendees, keys) == ["", "9排1座", ""]


def test_seats_for_nobody_are_refused(bulk: BulkEditService) -> None:
    with pytest.raises(NobodyChosen):
        bulk.assign_seats(EVENT.id, [], SeatBlock())


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        (SeatBlock(per_row=0), ["per_row"]),
        (SeatBlock(number=11), ["number"]),
        (SeatBlock(row="三"), ["row"]),
        (SeatBlock(row=""), []),
        (SeatBlock(row="Z"), []),
    ],
)
def test_a_block_of_seats_says_what_is_wrong(block: SeatBlock, fields: list[str]) -> None:
    assert [problem.field for problem in block_problems(block)] == fields


@given(
    st.integers(0, 60),
    st.integers(1, 12),
    st.sets(st.integers(0, 40), max_size=20),
    st.sampled_from(("1", "9", "A", "Y")),
)
def test_dealt_seats_are_different_and_never_taken(
    wanted: int, per_row: int, taken: set[int], row: str
) -> None:
    block = SeatBlock("厅", row, 1, per_row)
    first = seats_of(block, 41, ())
    held = {first[at] for at in taken}

    dealt = seats_of(block, wanted, held)

    assert len(set(dealt)) == wanted
    assert not held & set(dealt)
    assert (
        dealt
        == [seat for seat in seats_of(block, wanted + len(held), ()) if seat not in held][:wanted]
    )
