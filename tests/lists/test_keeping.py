"""Lists as JSON: what was kept comes back, what is foreign or broken is refused."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.attendee_lists import AttendeeFilter, AttendeeSort
from summit_desk.domain.documents.sheets import Page
from summit_desk.domain.errors.lists import ListTooNew, NoListFile
from summit_desk.domain.lists.builtin import BUILT_IN, SIGN_IN
from summit_desk.domain.lists.keeping import list_from_json, list_to_json
from summit_desk.domain.lists.spec import (
    GroupBy,
    Grouping,
    ListColumn,
    ListKind,
    ListSpec,
    Showing,
    TitleBlock,
    Whom,
)

WORDS = st.text(max_size=20)
COLUMNS = st.builds(
    ListColumn,
    st.text(min_size=1, max_size=12),
    WORDS,
    st.none() | st.floats(1, 200),
    st.none() | st.sampled_from(Showing),
)
SPECS = st.builds(
    ListSpec,
    name=st.text(min_size=1, max_size=60).filter(str.strip),
    kind=st.sampled_from(ListKind),
    columns=st.lists(COLUMNS, max_size=6).map(tuple),
    wanted=st.builds(AttendeeFilter, text=WORDS, tag=WORDS),
    categories=st.lists(WORDS, max_size=3).map(tuple),
    filter_name=WORDS,
    whom=st.sampled_from(Whom),
    order=st.sampled_from(AttendeeSort),
    descending=st.booleans(),
    grouping=st.sampled_from(Grouping),
    group_by=st.sampled_from(GroupBy),
    group_field=WORDS,
    sequence=st.booleans(),
    totals=st.booleans(),
    private=st.sampled_from(Showing),
    titles=st.builds(TitleBlock, shown=st.booleans(), heading=WORDS, due=st.booleans(), note=WORDS),
    page=st.builds(Page, landscape=st.booleans(), rows=st.integers(0, 40)),
    record_key=st.booleans(),
)


@given(SPECS)
def test_a_list_comes_back_as_it_was_kept(spec):
    kept = json.loads(json.dumps(list_to_json(spec)))

    assert list_from_json(kept) == spec


@pytest.mark.parametrize("spec", BUILT_IN, ids=lambda spec: spec.name)
def test_the_built_in_lists_can_be_handed_on(spec):
    assert list_from_json(list_to_json(spec)) == spec


@pytest.mark.parametrize(
    "damage",
    [
        {"format": "something else"},
        {"version": "1"},
        {"version": 0},
        {"name": 7},
        {"name": "  "},
        {"kind": "poem"},
        {"columns": [{"title": "no key"}]},
        {"columns": ["name"]},
        {"columns": 5},
        {"titles": {"shown": "yes"}},
        {"page": {"rows": "many"}},
        {"private": "some"},
        {"sequence": 1},
        {"filter": ["text"]},
    ],
)
def test_a_damaged_list_is_refused(damage):
    with pytest.raises(NoListFile):
        list_from_json(list_to_json(SIGN_IN) | damage)


@pytest.mark.parametrize("found", [None, [], 5, "list", {}])
def test_what_is_no_list_is_refused(found):
    with pytest.raises(NoListFile):
        list_from_json(found)


def test_a_list_of_a_later_version_says_so():
    with pytest.raises(ListTooNew):
        list_from_json(list_to_json(SIGN_IN) | {"version": 2})


def test_an_order_that_a_later_version_knows_becomes_the_usual_one():
    kept = list_to_json(SIGN_IN) | {"order": "moon phase"}

    assert list_from_json(kept) == replace(SIGN_IN, order=AttendeeSort.NUMBER)
