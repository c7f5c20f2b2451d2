"""Money: minor units per currency, half up per line, ledgers that add up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.money import (
    amount_text,
    converted,
    exact,
    from_minor,
    minor_digits,
    plain_amount,
    round_amount_text,
    to_minor,
    total,
)
from summit_desk.support.i18n import Language, speaking


@pytest.mark.parametrize(
    ("currency", "digits"),
    [("CNY", 2), ("EUR", 2), ("JPY", 0), ("KRW", 0), ("VND", 0), ("KWD", 3), ("OMR", 3)],
)
def test_minor_digits(currency, digits):
    assert minor_digits(currency) == digits


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,280.50", "1280.50"),
        (" 12 800 ", "12800"),
        ("１２８０．５", "1280.5"),
        ("-3", "-3"),
    ],
)
def test_amounts_are_read_as_people_type_them(typed, number):
    assert exact(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "abc", "NaN", "Infinity", "1.2.3", "=1+1"])
def test_what_is_not_a_number_is_none(typed):
    assert exact(typed) is None


@pytest.mark.parametrize(
    ("minor", "currency", "rate", "fen"),
    [
        (10000, "EUR", "7.8123", 78123),
        (1, "EUR", "7.5", 8),  # 0.075 yuan, half up
        (10000, "JPY", "0.0485", 48500),
        (1234567, "KWD", "23.45", 2895060),
        (250000, "VND", "0.000287", 7175),
        (500, "CNY", "99", 500),  # the home currency needs no rate
    ],
)
def test_a_line_is_converted_half_up(minor, currency, rate, fen):
    assert converted(minor, currency, rate, "CNY") == fen


def test_the_total_is_the_sum_of_rounded_lines():
    lines = [(1, "EUR", "7.5")] * 3
    assert total(lines, "CNY") == 24


def test_amounts_for_people():
    assert amount_text(48620000, "CNY") == "CN¥ 486,200.00"
    assert amount_text(-1000, "JPY") == "-JP¥ 1,000"
    assert round_amount_text(48620049, "CNY") == "CN¥ 486,200"
    with speaking(Language.CHINESE):
        assert round_amount_text(48620000, "CNY") == "¥ 486,200"


@given(st.integers(-(10**15), 10**15), st.sampled_from(["CNY", "JPY", "KWD"]))
def test_minor_units_survive_text(minor, currency):
    assert to_minor(exact(plain_amount(minor, currency)), currency) == minor
    assert to_minor(from_minor(minor, currency), currency) == minor
