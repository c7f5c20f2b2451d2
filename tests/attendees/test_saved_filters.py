"""Filters come back from the file as they were; conditions on own fields find who holds them."""

from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.attendee_lists import (
    AttendeeFilter,
    FieldCondition,
    Missing,
)
from summit_desk.domain.records import AttendeeStatus, FeeStatus
from summit_desk.domain.saved_filters import filter_from_json, filter_to_json

KEYS = st.uuids()
WANTED = st.builds(
    AttendeeFilter,
    text=st.text(max_size=8),
    categories=st.frozensets(KEYS, max_size=3),
    statuses=st.frozensets(st.sampled_from(AttendeeStatus)),
    forum=st.none() | KEYS,
    organisation=st.none() | KEYS,
    tag=st.text(max_size=5),
    missing=st.none() | st.sampled_from(Missing),
    checked_in=st.none() | st.booleans(),
    waiting=st.booleans(),
    group=st.none() | KEYS,
    fees=st.frozensets(st.sampled_from(FeeStatus)),
    needs_hotel=st.none() | st.booleans(),
    own=st.lists(
        st.builds(FieldCondition, st.text(max_size=4), st.text(max_size=4), st.booleans()),
        max_size=2,
    ).map(tuple),
)


@given(WANTED)
def test_a_filter_comes_back_as_it_was(wanted):
    assert filter_from_json(filter_to_json(wanted)) == wanted


def test_what_a_later_version_wrote_asks_nothing():
    kept = {"text": "王", "shoe_size": 43, "forum": "not a key", "statuses": ["unheard_of"]}
    assert filter_from_json(kept) == AttendeeFilter(text="王")
