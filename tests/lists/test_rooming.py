"""The order of rooms: hotels, rooms, pairs together, then sex and dates."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.lists.rooming import Guest, in_rooms
from summit_desk.domain.records import Sex

DAY = date(2024, 5, 21)


def guest(number: int, name: str, **known: object) -> Guest:
    usual = {"sex": Sex.MALE, "hotel": "甲酒店", "room": "", "mate": ""}
    return Guest(UUID(int=number), name, **(usual | {"first": DAY, "last": None} | known))


def names(guests: list[Guest]) -> list[str]:
    return [one.name for one in in_rooms(guests)]


def test_who_shares_a_room_stands_together():
    people = [
        guest(1, "甲", mate="丙"),
        guest(2, "乙"),
        guest(3, "丙"),
    ]
    assert names(people) == ["丙", "甲", "乙"]


def test_rooms_follow_their_numbers_and_who_has_none_comes_last():
    people = [guest(1, "甲"), guest(2, "乙", room="1002"), guest(3, "丙", room="802")]

    assert names(people) == ["丙", "乙", "甲"]


def test_hotels_stand_apart_and_who_has_none_comes_last():
    people = [guest(1, "甲", hotel=""), guest(2, "乙", hotel="乙酒店"), guest(3, "丙")]

    assert names(people) == ["乙", "丙", "甲"]


def test_men_and_women_without_a_room_are_not_mixed():
    people = [guest(1, "甲", sex=Sex.FEMALE), guest(2, "乙"), guest(3, "丙", sex=Sex.FEMALE)]

    assert names(people)[0] == "乙"


def test_a_mate_of_two_people_of_one_name_is_nobody():
    people = [guest(1, "甲", mate="乙", room="2"), guest(2, "乙"), guest(3, "乙", room="1")]

    assert names(people) == ["乙", "甲", "乙"]


GUESTS = st.lists(
    st.tuples(st.sampled_from("甲乙丙丁"), st.sampled_from(["", "甲", "乙"]), st.booleans()),
    max_size=12,
)


@given(GUESTS)
def test_nobody_is_lost_and_nobody_comes_twice(drawn):
    people = [
        guest(at, name, mate=mate, room="1" if housed else "")
        for at, (name, mate, housed) in enumerate(drawn)
    ]
    assert sorted(one.key for one in in_rooms(people)) == [one.key for one in people]
