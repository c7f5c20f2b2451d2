"""Names sort by strokes and by sound as the secretariats of congresses do it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.name_order import spelled_key
from summit_desk.domain.person_order import PersonOrder, in_order
from summit_desk.domain.records import Person
from summit_desk.domain.spelling import pinyin
from summit_desk.domain.stroke_order import StrokeRule, strokes_key


def ordered(rule: StrokeRule, *names: str) -> list[str]:
    return sorted(names, key=lambda name: strokes_key(name, rule))


def by_sound(*names: str) -> list[str]:
    return sorted(names, key=lambda name: spelled_key(name, pinyin(name)))


def test_an_empty_place_stands_between_two_characters_by_surname_only() -> None:
    assert ordered(StrokeRule.SURNAME, "田大利", "田富") == ["田富", "田大利"]
    assert ordered(StrokeRule.NAME, "田富", "田大利") == ["田大利", "田富"]


@pytest.mark.parametrize("rule", StrokeRule)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("欧阳明", "洪明"),  # a compound surname by its first character: 8 before 9
        ("王明", "文明"),  # four each: 横 before 点
        ("林明", "欧明"),  # eight each: 横竖 before 横撇
        ("丁明", "王明"),
        ("李一鸣", "李大鸣"),
        ("王明", "王䶮𠮷"),  # in the tables, with more strokes
        ("龘明", "\U0003134a明"),  # a character without data comes after all that have
        ("龘明", "Ada Lovelace"),
        ("人明", "入明"),  # the same strokes: by code
    ],
)
def test_the_first_has_fewer_strokes_or_an_earlier_one(
    rule: StrokeRule, first: str, second: str
) -> None:
    assert ordered(rule, second, first) == [first, second]


def test_the_separator_of_long_names_has_no_strokes() -> None:
    assert strokes_key("迪丽热巴·迪力木拉提") == strokes_key("迪丽热巴迪力木拉提")


@given(st.lists(st.sampled_from("王文林欧丁李田大利富一鸣鳴𫖯A·"), min_size=1, max_size=6))
def test_a_name_stands_before_those_that_go_on(chars: list[str]) -> None:
    name = "".join(chars)

    assert strokes_key(name) <= strokes_key(name + "一")


def test_a_family_stays_together_then_tones_then_strokes() -> None:
    assert by_sound("王伟", "王威", "汪威", "王薇", "王安") == [
        "汪威",  # wāng
        "王安",  # wáng
        "王威",  # wēi, 9 strokes
        "王薇",  # wēi, 16 strokes
        "王伟",  # wěi
    ]


def test_surnames_are_read_as_surnames() -> None:
    assert by_sound("单明", "沙明", "丹明", "善明") == ["丹明", "沙明", "单明", "善明"]


def test_u_with_dots_stands_after_u() -> None:
    assert by_sound("吕明", "鲁明", "罗明", "路明") == ["鲁明", "路明", "罗明", "吕明"]


def test_the_own_spelling_wins() -> None:
    own, usual = Person(name="单一", pinyin="dan yi"), Person(name="丁一", pinyin="ding yi")

    assert in_order([usual, own], PersonOrder.PINYIN) == [own, usual]


def test_people_are_ordered_by_both_stroke_rules() -> None:
    fu, dali = Person(name="田富"), Person(name="田大利")

    assert in_order([dali, fu], PersonOrder.STROKES_SURNAME) == [fu, dali]
    assert in_order([fu, dali], PersonOrder.STROKES_NAME) == [dali, fu]


def test_a_name_with_the_given_name_first_stands_by_that() -> None:
    names = ["曾强", "古丽米热·阿卜杜外力", "白强", "阿丽耶·买买提", "高明", "安静"]

    assert by_sound(*names) == [
        "阿丽耶·买买提",
        "安静",
        "白强",
        "高明",
        "古丽米热·阿卜杜外力",
        "曾强",
    ]
