"""The Schengen area: members by date, and 90 days in any 180."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.schengen import days_used, first_day_too_many, is_member

JANUARY = (date(2024, 1, 1), date(2024, 1, 10))
MARCH = (date(2024, 3, 1), date(2024, 3, 20))


def test_days_of_entry_and_exit_both_count():
    assert days_used([JANUARY, MARCH], date(2024, 6, 1)) == 30


def test_the_window_has_180_days():
    assert days_used([JANUARY], date(2024, 6, 28)) == 10
    assert days_used([JANUARY], date(2024, 6, 29)) == 9


def test_ninety_days_are_allowed_and_the_next_is_not():
    first = date(2024, 1, 1)
    assert first_day_too_many([(first, first + timedelta(days=89))]) is None
    assert first_day_too_many([(first, first + timedelta(days=95))]) == first + timedelta(days=90)


@pytest.mark.parametrize(
    ("country", "on", "inside"),
    [
        ("DE", date(2024, 5, 22), True),
        ("HR", date(2022, 12, 31), False),
        ("HR", date(2023, 1, 1), True),
        ("BG", date(2024, 3, 30), False),
        ("RO", date(2024, 3, 31), True),
        ("GB", date(2024, 5, 22), False),
        ("IE", date(2024, 5, 22), False),
        ("CY", date(2024, 5, 22), False),
    ],
)
def test_members_by_date(country, on, inside):
    assert is_member(country, on) is inside


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=6),
    st.integers(0, 500),
)
def test_days_used_equals_counting_day_by_day(stays, reference):
    start = date(2024, 1, 1)
    visits = [
        (start + timedelta(days=at), start + timedelta(days=at + length)) for at, length in stays
    ]
    last = start + timedelta(days=reference)
    window = [last - timedelta(days=back) for back in range(180)]
    counted = sum(any(first <= day <= end for first, end in visits) for day in window)
    assert days_used(visits, last) == counted
