"""A filter says in words what it asks for, and each part can be dropped alone."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given

from summit_desk.domain.attendee_lists import (
    EVERYBODY,
    AttendeeChoices,
    AttendeeFilter,
    FieldCondition,
    Missing,
    Named,
)
from summit_desk.domain.filter_words import filter_parts, filter_words
from summit_desk.domain.records import (
    AttendeeGroup,
    AttendeeStatus,
    CustomField,
    FeeStatus,
    FieldKind,
)
from summit_desk.support.i18n import Language, use_language
from tests.attendees.making import DATA, DELEGATE, EVENT, GUEST, NOBODY
from tests.attendees.test_saved_filters import WANTED

GROUP = AttendeeGroup(event_id=EVENT.id, name="上海代表团")
SIZE = CustomField(event_id=EVENT.id, key="size", label="尺码", kind=FieldKind.CHOICE)
CHOICES = AttendeeChoices(
    categories=(GUEST, DELEGATE),
    forums=(DATA,),
    organisations=(Named(NOBODY, "宝武集团", 3),),
    fields=(SIZE,),
    groups=(GROUP,),
)
WHOLE = AttendeeFilter(
    text="王",
    categories=frozenset({GUEST.id, DELEGATE.id}),
    statuses=frozenset({AttendeeStatus.UNCONFIRMED}),
    forum=DATA.id,
    organisation=NOBODY,
    tag="VIP",
    missing=Missing.EMAIL,
    checked_in=False,
    waiting=True,
    group=GROUP.id,
    fees=frozenset({FeeStatus.PAID, FeeStatus.UNPAID}),
    needs_hotel=True,
    own=(FieldCondition("size", "XL"), FieldCondition("size"), FieldCondition("bus", "yes")),
)


@pytest.fixture(autouse=True)
def english():
    use_language(Language.ENGLISH)
    yield
    use_language(Language.CHINESE)


def test_every_condition_has_its_words() -> None:
    assert [part.words for part in filter_parts(WHOLE, CHOICES)] == [
        "Text: 王",
        "Category: Guest, Delegate",
        "Status: Unconfirmed",
        "Forum: Data",
        "On a waiting list",
        "Organisation: 宝武集团",
        "Group: 上海代表团",
        "Tag: VIP",
        "Fee: Unpaid, Paid",
        "Needs a hotel room",
        "Not checked in",
        "No e-mail address",
        "尺码: XL",
        "尺码: filled in",
        "bus: yes",
    ]


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        ("yes", "bus: no or not answered", "bus：否或未填"),
        ("no", "bus: yes or not answered", "bus：是或未填"),
        ("XL", "bus: not XL", "bus：不是XL"),
    ],
)
def test_what_an_own_field_is_not_is_said_well(value: str, english: str, chinese: str) -> None:
    wanted = AttendeeFilter(own=(FieldCondition("bus", value, holds=False),))

    in_english = filter_words(wanted, CHOICES)
    use_language(Language.CHINESE)

    assert (in_english, filter_words(wanted, CHOICES)) == (english, chinese)


def test_a_field_that_has_no_words_yet_would_be_noticed() -> None:
    assert len(filter_parts(WHOLE, CHOICES)) == len(fields(AttendeeFilter)) - 1 + len(WHOLE.own)


def test_what_is_gone_is_called_so() -> None:
    assert filter_words(AttendeeFilter(forum=GUEST.id), CHOICES) == "Forum: deleted"
    assert filter_words(EVERYBODY, CHOICES) == "Everybody"


@given(WANTED)
def test_dropping_every_part_leaves_everybody(wanted: AttendeeFilter) -> None:
    left = wanted
    while parts := filter_parts(left, CHOICES):
        left = parts[0].without

    assert left == EVERYBODY
