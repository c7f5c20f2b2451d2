"""The fields of a registration: cleaned, checked all at once, doubted, and edited in the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.errors import Invalid
from summit_desk.domain.records import (
    AttendeeStatus,
    CustomField,
    FeeStatus,
    FieldKind,
    ForumPlace,
    Person,
    Sex,
)
from summit_desk.domain.registration import Registration, clean_attendee
from summit_desk.domain.registration_rules import attendee_doubts, nights
from summit_desk.domain.seats import read_seat, stored_seat
from summit_desk.services.history import HistoryService
from tests.attendees.making import ABROAD, DATA, EVENT, draft, register

if TYPE_CHECKING:
    from db.store import Store
    from summit_desk.services.attendees import AttendeeService
    from summit_desk.support.clock import Clock

HALLS = st.sampled_from(("", "主会场", "B 区", "Hall 2", "三楼 宴会厅"))
ROWS = st.one_of(st.just(""), st.integers(1, 99).map(str), st.sampled_from("ABC"))


def doubts(**fields: object) -> list[tuple[str, str]]:
    return list(attendee_doubts(draft("王磊", **fields).attendee))


@given(hall=HALLS, row=ROWS, number=st.one_of(st.just(""), st.integers(1, 99).map(str)))
def test_a_stored_seat_is_read_as_it_was_written(hall: str, row: str, number: str) -> None:
    once = stored_seat(f"{hall} {row and row + '排'}{number and number + '座'}")

    assert stored_seat(once) == once


@given(st.text(max_size=30))
def test_storing_a_seat_twice_changes_nothing(text: str) -> None:
    assert stored_seat(stored_seat(text)) == stored_seat(text)


def test_texts_seats_meals_and_addresses_are_stored_clean() -> None:
    given = draft(
        "王磊",
        hotel="  示例 酒店 ",
        seat="主会场３排１２座",
        meals=("午餐", "午餐", " "),
        invoice_email=" Pay@Example.COM ",
        tax_number="9131 0000 ma1",
    ).attendee

    kept = clean_attendee(given)

    assert (kept.hotel, kept.seat, kept.meals) == ("示例 酒店", "主会场 3排12座", ("午餐",))
    assert (kept.invoice_email, kept.tax_number) == ("Pay@example.com", "91310000MA1")


def test_free_text_stays_the_name_of_the_hall() -> None:
    assert read_seat("贵宾席").hall == stored_seat("贵宾席") == "贵宾席"


def test_every_problem_of_the_new_fields_is_told_at_once(attendees: AttendeeService) -> None:
    wrong = draft(
        "王磊",
        fee=-1,
        hotel_from=date(2024, 5, 23),
        hotel_to=date(2024, 5, 22),
        arrival_at=datetime(2024, 5, 23, 9, 0),
        departure_at=datetime(2024, 5, 22, 9, 0),
    )
    wrong = replace(wrong, attendee=replace(wrong.attendee, companion_of_id=wrong.attendee.id))

    with pytest.raises(Invalid) as told:
        attendees.register(wrong)

    fields = [problem.field for problem in told.value.problems]
    assert fields == ["hotel_to", "fee", "companion_of_id", "departure_at"]


@pytest.mark.parametrize(
    ("fields", "doubted"),
    [
        ({"invoice_title": "甲公司"}, ["tax_number"]),
        ({"tax_number": "91350100M000100Y44"}, ["tax_number"]),
        ({"tax_number": "91350100M000100Y43", "invoice_title": "甲公司"}, []),
        ({"fee_status": FeeStatus.PAID}, ["fee"]),
        ({"fee_status": FeeStatus.PAID, "fee": 100}, []),
        ({"needs_pickup": True}, ["arrival_at"]),
        ({"hotel_from": date(2024, 5, 22), "hotel_to": date(2024, 5, 22)}, ["hotel_to"]),
        (
            {"hotel_from": date(2024, 5, 21), "arrival_at": datetime(2024, 5, 22, 8, 0)},
            ["hotel_from"],
        ),
    ],
)
def test_what_looks_odd_is_doubted_but_never_blocks(
    attendees: AttendeeService, fields: dict[str, object], doubted: list[str]
) -> None:
    assert [field for field, _sentence in doubts(**fields)] == doubted
    assert register(attendees, "王磊", **fields)


def test_nights_are_counted() -> None:
    stay = {"hotel_from": date(2024, 5, 21), "hotel_to": date(2024, 5, 23)}

    assert [nights(draft("王磊", **stay).attendee), nights(draft("李平").attendee)] == [2, 0]


def test_a_room_mate_of_another_sex_is_only_a_hint(attendees: AttendeeService) -> None:
    register(attendees, "李平", sex=Sex.FEMALE)
    key = register(attendees, "王磊", sex=Sex.MALE, room_mate="李平")

    assert [field for field, _sentence in attendees.detail(key).doubts] == ["room_mate"]


def test_a_new_name_of_a_group_founds_it_once(attendees: AttendeeService) -> None:
    keys = [
        attendees.register(replace(draft(name), group=" 江苏 代表团 ")).subject
        for name in ("王磊", "李平")
    ]

    groups = [attendees.detail(key).group for key in keys if key]

    assert [group.name for group in groups if group] == ["江苏 代表团", "江苏 代表团"]
    assert len({group.id for group in groups if group}) == 1


def test_companions_and_guests_name_each_other(attendees: AttendeeService) -> None:
    guest = register(attendees, "王磊")
    helper = register(attendees, "李平", companion_of_id=guest)

    attendees.cancel([guest])
    detail = attendees.detail(helper)

    assert [str(one) for one in attendees.detail(guest).companions] == ["0002 李平"]
    assert detail.guest is not None
    assert (detail.guest.name, detail.guest.status) == ("王磊", AttendeeStatus.CANCELLED)


def test_removing_a_guest_leaves_the_companion_and_undo_brings_both_back(
    attendees: AttendeeService, store: Store, clock: Clock
) -> None:
    guest = register(attendees, "王磊")
    helper = register(attendees, "李平", companion_of_id=guest)

    attendees.remove([guest])
    alone = attendees.detail(helper).guest
    HistoryService(store, clock).undo()

    assert alone is None
    assert [one.id for one in attendees.detail(guest).companions] == [helper]


def test_seats_in_forums_are_kept_with_the_choice(attendees: AttendeeService) -> None:
    given = replace(
        draft("王磊", forums=(DATA.id, ABROAD.id)), seats={DATA.id: "2排3座", ABROAD.id: ""}
    )
    key = attendees.register(given).subject
    assert key is not None

    seats = {stay.forum.id: stay.choice.seat for stay in attendees.detail(key).stays}

    assert seats == {DATA.id: "2排3座", ABROAD.id: ""}


def test_coming_after_all_takes_a_place_in_the_line_not_a_seat_too_many(
    attendees: AttendeeService,
) -> None:
    first = register(attendees, "王磊", forums=(DATA.id,))
    register(attendees, "李平", forums=(DATA.id,))
    attendees.cancel([first])
    register(attendees, "张伟", forums=(DATA.id,))

    held = attendees.detail(first)
    back = replace(held.attendee, status=AttendeeStatus.CONFIRMED)
    attendees.edit(Registration(back, held.person, forums=(DATA.id,)))

    assert [place for _forum, place in attendees.detail(first).forums] == [ForumPlace.WAITING]


FIELDS = [
    CustomField(event_id=EVENT.id, key=kind, label=kind, kind=kind, choices=("甲", "乙"))
    for kind in FieldKind
]
VALUES = {
    FieldKind.TEXT: "文字",
    FieldKind.NUMBER: 12.0,
    FieldKind.DATE: "2024-05-22",
    FieldKind.CHOICE: "甲",
    FieldKind.CHOICES: ["甲", "丙"],
    FieldKind.YES_NO: False,
}


@pytest.mark.parametrize("shown_as", list(FieldKind))
def test_a_field_that_changes_its_kind_keeps_its_values(qtbot, shown_as: FieldKind) -> None:
    from summit_desk.domain.attendee_detail import AttendeeDetail
    from ui.attendees.form import CUSTOM, own_editor
    from ui.attendees.form_values import registration_of, values_of

    fields = [replace(field, kind=shown_as) for field in FIELDS]
    given = draft("王磊", custom={str(kind): value for kind, value in VALUES.items()})
    before = AttendeeDetail(given.attendee, Person(name="王磊"))
    values = values_of(before, fields)
    for field in fields:
        editor = own_editor(field).make()
        qtbot.addWidget(editor)
        editor.show_value(values[CUSTOM + field.key])
        values[CUSTOM + field.key] = editor.value()

    assert registration_of(values, before, fields).attendee.custom == given.attendee.custom
