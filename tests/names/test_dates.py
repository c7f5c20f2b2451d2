"""Dates are understood in every form that lists have."""

from datetime import date, datetime, time

import pytest

from summit_desk.domain.dates import (
    DateContext,
    DateRange,
    from_serial,
    parse_clock,
    parse_moment,
    parse_range,
)

MAY = DateContext(date(2024, 5, 22))
WEDNESDAY = datetime(2024, 5, 22)


@pytest.mark.parametrize(
    "typed",
    [
        "2024-05-22", "2024/5/22", "2024.5.22", "2024·5·22", "20240522", "2024年5月22日", "5月22日",
        "5.22", "5/22", "22/5/2024", "22号", "星期三", "45434", "２０２４－０５－２２",
        "2024年5月22日（星期三）", "5月22日上午",
    ],
)  # fmt: skip
def test_every_form_of_a_day_is_understood(typed: str) -> None:
    assert parse_moment(typed, MAY) == WEDNESDAY


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024年5月22日 9:30", datetime(2024, 5, 22, 9, 30)),
        ("5月22日下午2点半", datetime(2024, 5, 22, 14, 30)),
        ("2024-05-22 14：30", datetime(2024, 5, 22, 14, 30)),
        ("5月22日24:00", datetime(2024, 5, 23)),
        ("2024年5月22日（星期三）9:30", datetime(2024, 5, 22, 9, 30)),
        ("2024/5/10 9:05:33", datetime(2024, 5, 10, 9, 5, 33)),
        ("45433.604", datetime(2024, 5, 21, 14, 30)),
        ("2024-05-22T09:00:00", datetime(2024, 5, 22, 9)),
    ],
)
def test_a_time_behind_the_day_is_understood(typed: str, meant: datetime) -> None:
    assert parse_moment(typed, MAY) == meant


@pytest.mark.parametrize("typed", ["待定", "", "/", "日前", "2024-02-30", "自驾"])
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_moment(typed, MAY) is None


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("5月22-23日", date(2024, 5, 22), date(2024, 5, 23)),
        ("5月22—23日", date(2024, 5, 22), date(2024, 5, 23)),
        ("5月30日-6月2日", date(2024, 5, 30), date(2024, 6, 2)),
        ("2024年5月22日至23日", date(2024, 5, 22), date(2024, 5, 23)),
        ("2024-05-22", date(2024, 5, 22), date(2024, 5, 22)),
    ],
)
def test_a_range_is_understood(typed: str, first: date, last: date) -> None:
    assert parse_range(typed, MAY) == DateRange(first, last)


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    assert parse_moment("12月31日", DateContext(date(2025, 1, 5))) == datetime(2024, 12, 31)


def test_old_macs_count_their_days_from_1904() -> None:
    assert from_serial(43972, counts_from_1904=True) == WEDNESDAY


def test_a_clock_is_read_by_itself() -> None:
    assert parse_clock("晚8点一刻") == time(20, 15)
    assert parse_clock("24:00") is None
