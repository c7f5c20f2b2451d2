"""Overlapping spans: the sweep against a model that compares everything with everything."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.ids import new_id
from summit_desk.domain.overlaps import PARTNERS, Span, meet, overlapping

MORNING = datetime(2024, 5, 22, 9, tzinfo=UTC)


def span(start: int, length: int) -> Span:
    begin = MORNING + timedelta(minutes=start)
    return Span(new_id(), begin, begin + timedelta(minutes=length))


spans = st.lists(st.builds(span, st.integers(0, 40), st.integers(1, 15)), max_size=30)


def clash(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@given(st.lists(st.builds(span, st.integers(0, 20), st.integers(1, 9)), max_size=PARTNERS + 1))
def test_few_spans_give_exactly_the_pairs_of_the_model(many: list[Span]) -> None:
    pairs = {frozenset((one, other)) for one, other in overlapping(many)}
    model = {frozenset((a, b)) for a in many for b in many if a is not b and clash(a, b)}
    assert pairs == model


@given(spans)
def test_every_span_that_overlaps_any_other_is_named(many: list[Span]) -> None:
    named = {span.id for pair in overlapping(many) for span in pair}
    model = {a.id for a in many if any(a is not b and clash(a, b) for b in many)}
    assert named == model


@given(spans)
def test_every_pair_overlaps_and_comes_once(many: list[Span]) -> None:
    pairs = list(overlapping(many))
    assert all(clash(one, other) and one.start <= other.start for one, other in pairs)
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)


@given(spans, spans)
def test_two_sides_meet_when_the_model_says_so(one: list[Span], other: list[Span]) -> None:
    met = meet(one, other)
    assert (met is not None) == any(clash(a, b) for a in one for b in other)
    assert met is None or clash(*met)


def test_touching_is_no_overlap() -> None:
    assert list(overlapping([span(0, 30), span(30, 30)])) == []


def test_a_pile_of_five_thousand_takes_well_under_a_second() -> None:
    pile = [span(at % 7, 600) for at in range(5000)]
    began = time.process_time()
    pairs = list(overlapping(pile))
    assert time.process_time() - began < 1
    assert len(pairs) <= 5000 * PARTNERS
