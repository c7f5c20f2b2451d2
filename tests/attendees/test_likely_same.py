"""Who is likely one person, and why; and who is not."""

from __future__ import annotations

from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.likely_same import compared, likely_same
from summit_desk.domain.records import Person
from summit_desk.domain.registration import with_spelling
from summit_desk.domain.suspicions import Profile, Reason, Strength

_keys = count(1)
PHONE, OTHER_PHONE = "13800000001", "13900000002"


def person(name: str, unit: str = "", title: str = "", **more: object) -> Profile:
    spelled = with_spelling(Person(name=name))
    return Profile(
        id=UUID(int=next(_keys)),
        name=name,
        family_name=spelled.family_name,
        reading=spelled.pinyin,
        passport=(spelled.passport_family, spelled.passport_given),
        units=(unit,) if unit else (),
        titles=(title,) if title else (),
        **more,
    )


def found(*people: Profile) -> list[tuple[int, int, Strength]]:
    """Return the suspected pairs by their places."""
    places = {one.id: at for at, one in enumerate(people)}
    return [(places[one.one], places[one.other], one.strength) for one in likely_same(people)]


def test_same_phone_and_name_are_surely_one() -> None:
    one, other = person("严华", phones=(PHONE,)), person("嚴華", phones=(OTHER_PHONE, PHONE))

    [suspicion] = likely_same([one, other])

    assert suspicion.pair == {one.id, other.id}
    assert suspicion.reasons == (Reason.PHONE, Reason.NAME)
    assert suspicion.strength is Strength.STRONG


@pytest.mark.parametrize(
    ("name", "other", "reason"),
    [
        ("严华", "嚴華", Reason.NAME),
        ("萧红", "肖红", Reason.NAME),
        ("张　伟", "张伟", Reason.NAME),
        ("迪丽热巴·迪力木拉提", "迪丽热巴迪力木拉提", Reason.NAME),
        ("Ada Lovelace", "Lovelace Ada", Reason.NAME),
        ("Ada Lovelace", "LOVELACE, Ada", Reason.NAME),
        ("José García", "Jose Garcia", Reason.NAME),
        ("张伟", "Zhang Wei", Reason.LIKE_NAME),
        ("单雄信", "Dan Xiongxin", Reason.LIKE_NAME),
        ("吕布", "Lyu Bu", Reason.LIKE_NAME),
        ("王磊", "王雷", Reason.LIKE_NAME),
        ("Ada Lovelace", "Ada Lovelase", Reason.LIKE_NAME),
        ("Ada Lovelace", "Ada Lovlace", Reason.LIKE_NAME),
        ("Ada Lovelace", "Ada Lovealce", Reason.LIKE_NAME),
    ],
)
def test_variant_forms_meet_in_one_unit(name: str, other: str, reason: Reason) -> None:
    one, two = person(name, "宝武集团有限公司"), person(other, "宝武集团")

    [suspicion] = likely_same([one, two])

    assert suspicion.reasons == (reason, Reason.UNIT)


@pytest.mark.parametrize(
    ("name", "other"),
    [("张伟", "张伟"), ("张伟", "Zhang Wei"), ("Ada Lovelace", "Ada Lovelase")],
)
def test_a_name_alone_says_nothing(name: str, other: str) -> None:
    assert found(person(name, "甲公司"), person(other, "乙公司")) == []


def test_different_names_in_one_unit_are_two_people() -> None:
    assert found(person("王磊", "甲公司", "经理"), person("李强", "甲公司", "经理")) == []


def test_a_title_helps_only_where_a_unit_is_missing() -> None:
    chair = person("严华", "宝武集团", "总经理")

    assert found(chair, person("严华", "", "总经理")) == [(0, 1, Strength.POSSIBLE)]
    assert found(chair, person("严华", "东土科技", "总经理")) == []


def test_the_end_of_a_number_helps_a_name() -> None:
    one, other = person("严华", phones=("13800001234",)), person("严华", phones=("13900001234",))

    assert found(one, other) == [(0, 1, Strength.LIKELY)]


def test_an_old_and_a_new_identity_card_are_one_document() -> None:
    old = person("严华", document_kind="id_card", document_number="110105491231002")
    new = person("颜桦", document_kind="id_card", document_number="11010519491231002X")

    [suspicion] = likely_same([old, new])

    assert suspicion.reasons == (Reason.DOCUMENT, Reason.LIKE_NAME)
    assert suspicion.strength is Strength.STRONG


def test_another_document_speaks_against_it() -> None:
    papers = {"document_kind": "passport"}
    one = person("张伟", "甲公司", document_number="E12345678", **papers)
    other = person("张伟", "甲公司", document_number="E87654321", **papers)

    assert found(one, other) == [(0, 1, Strength.POSSIBLE)]
    assert compared(one, other).reasons[-1] is Reason.OTHER_DOCUMENT


def test_an_office_number_says_nothing_but_with_a_like_name() -> None:
    office = [person(f"{name}某", phones=(PHONE,)) for name in "赵钱孙李周吴郑"]
    twice = person("赵某", phones=(PHONE,))

    assert found(*office, twice) == [(0, 7, Strength.STRONG)]


def test_pairs_that_were_kept_apart_are_not_asked_again() -> None:
    one, other = person("严华", phones=(PHONE,)), person("严华", phones=(PHONE,))

    assert likely_same([one, other], apart={frozenset((one.id, other.id))}) == []


PEOPLE = st.lists(
    st.builds(
        person,
        st.sampled_from(
            ("张伟", "張偉", "Zhang Wei", "章维", "Ada Lovelace", "Lovelace Ada", "王磊")
        ),
        st.sampled_from(("", "甲公司", "甲有限公司", "乙公司")),
        st.sampled_from(("", "经理")),
        phones=st.sampled_from(((), (PHONE,), (OTHER_PHONE,))),
        email=st.sampled_from(("", "a@example.com")),
        document_kind=st.just("id_card"),
        document_number=st.sampled_from(("", "1", "2")),
    ),
    max_size=3,  # of more than three of one name and title, the title says nothing
)


@given(PEOPLE)
def test_the_keys_find_every_pair_that_comparing_all_would(people: list[Profile]) -> None:
    every = {
        suspicion.pair
        for at, one in enumerate(people)
        for other in people[at + 1 :]
        if (suspicion := compared(one, other)) is not None
    }
    paired = [suspicion.pair for suspicion in likely_same(people)]

    assert len(paired) == len(set(paired))
    assert set(paired) == every
