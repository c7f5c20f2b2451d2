"""The order in which documents name people."""

from __future__ import annotations

from summit_desk.domain.person_order import PersonOrder, in_order
from summit_desk.domain.records import Person

CHAIR = Person(name="周秉文", pinyin="zhou bing wen", rank=1)
AN = Person(name="安宁", pinyin="an ning", rank=2)
BAI = Person(name="白露", pinyin="bai lu", rank=2)
MULLER = Person(name="Müller", rank=2)


def test_rank_comes_first_and_pinyin_decides_between_equals() -> None:
    assert in_order([BAI, MULLER, AN, CHAIR]) == [CHAIR, AN, BAI, MULLER]


def test_pinyin_alone_knows_no_rank() -> None:
    assert in_order([CHAIR, BAI, AN, MULLER], PersonOrder.PINYIN) == [AN, BAI, MULLER, CHAIR]
