"""A list of keys is a sequence like any other, only smaller."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.key_list import KeyList

keys = st.lists(st.integers(0, 2**128 - 1).map(lambda value: UUID(int=value)), max_size=20)


@given(keys)
def test_it_holds_what_it_was_given(given_keys: list[UUID]) -> None:
    made = KeyList.of(given_keys)

    assert list(made) == given_keys
    assert KeyList.of_hex(key.hex for key in given_keys) == made
    assert list(made.texts()) == [key.hex for key in given_keys]
    assert [list(made[at:]) for at in range(3)] == [given_keys[at:] for at in range(3)]
    assert list(made[::-1]) == given_keys[::-1]
    assert [made.index(key) for key in made] == [given_keys.index(key) for key in given_keys]
    assert all(key in made for key in given_keys)


def test_a_key_is_not_found_across_two_others() -> None:
    made = KeyList.of([UUID(int=1), UUID(int=2)])
    astride = UUID(bytes=made._packed[8:24])

    assert astride not in made
    with pytest.raises(ValueError, match="is not in the list"):
        made.index(astride)


def test_an_index_outside_is_refused() -> None:
    with pytest.raises(IndexError):
        KeyList.of([UUID(int=1)])[1]
