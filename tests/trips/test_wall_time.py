"""Wall-clock times and zones: the vectors of the field, gaps, overlaps and offsets."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_desk.domain.wall_time import (
    LocalTime,
    clock_change,
    day_shift,
    difference_text,
    duration,
    hours_text,
    instant,
    kind_of,
    local_time,
    offset_text,
    zone_exists,
)
from summit_desk.support.i18n import Language, speaking
from tests.trips.making import wall

SHANGHAI, BERLIN, PACIFIC = "Asia/Shanghai", "Europe/Berlin", "America/Los_Angeles"
LONDON, GENEVA, HONOLULU = "Europe/London", "Europe/Zurich", "Pacific/Honolulu"

VECTORS = [
    ("2024-10-26T13:35", SHANGHAI, "2024-10-26T18:35", BERLIN, "11:00"),
    ("2024-10-30T10:15", BERLIN, "2024-10-30T12:00", PACIFIC, "9:45"),
    ("2024-11-04T12:55", PACIFIC, "2024-11-05T18:40", SHANGHAI, "13:45"),
    ("2024-03-31T00:05", SHANGHAI, "2024-03-31T06:40", BERLIN, "12:35"),
    ("2024-03-30T00:05", SHANGHAI, "2024-03-30T05:40", BERLIN, "12:35"),
    ("2026-06-22T08:55", LONDON, "2026-06-22T11:35", GENEVA, "1:40"),
    ("2024-05-22T23:30", HONOLULU, "2024-05-24T06:10", SHANGHAI, "12:40"),
    ("2024-10-27T01:30", BERLIN, "2024-10-27T03:30", BERLIN, "3:00"),
    ("2024-11-03T00:30", PACIFIC, "2024-11-03T03:30", PACIFIC, "4:00"),
    ("2025-10-14T00:05", SHANGHAI, "2025-10-14T05:55", BERLIN, "11:50"),
    ("2025-10-18T22:15", BERLIN, "2025-10-19T15:05", "Asia/Ho_Chi_Minh", "11:50"),
    ("2017-01-25T07:20", BERLIN, "2017-01-25T08:25", LONDON, "2:05"),  # KDE's TXL-LHR-SFO
    ("2017-01-25T11:40", LONDON, "2017-01-25T14:45", PACIFIC, "11:05"),
    ("2024-01-11T21:30", "Asia/Tokyo", "2024-01-11T09:30", HONOLULU, "7:00"),
]
ZONES = st.sampled_from(
    [SHANGHAI, BERLIN, PACIFIC, LONDON, HONOLULU, "Asia/Kathmandu", "Australia/Lord_Howe"]
)
MINUTES = st.datetimes(wall("2015-01-01T00:00"), wall("2035-01-01T00:00")).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize(("start", "start_zone", "end", "end_zone", "expected"), VECTORS)
def test_duration_is_the_true_one(start, start_zone, end, end_zone, expected):
    hours, minutes = map(int, expected.split(":"))
    taken = duration(wall(start), start_zone, wall(end), end_zone)
    assert taken == timedelta(hours=hours, minutes=minutes)


@pytest.mark.parametrize(
    ("start", "end", "shift"),
    [
        ("2025-10-18T22:15", "2025-10-19T15:05", 1),
        ("2025-10-14T00:05", "2025-10-14T05:55", 0),
        ("2024-01-12T00:30", "2024-01-11T12:30", -1),
    ],
)
def test_day_shift_counts_local_dates(start, end, shift):
    assert day_shift(wall(start), wall(end)) == shift


@pytest.mark.parametrize(
    ("local", "zone", "text"),
    [
        ("2024-05-22T12:00", SHANGHAI, "UTC+8"),
        ("2024-05-22T12:00", BERLIN, "UTC+2"),
        ("2024-12-22T12:00", BERLIN, "UTC+1"),
        ("2024-12-22T12:00", LONDON, "UTC"),
        ("2024-05-22T12:00", "Asia/Kolkata", "UTC+5:30"),
        ("2024-05-22T12:00", "Asia/Kathmandu", "UTC+5:45"),
        ("2024-05-22T12:00", "America/New_York", "UTC\N{MINUS SIGN}4"),
        ("2024-05-22T12:00", "America/St_Johns", "UTC\N{MINUS SIGN}2:30"),
        ("2024-02-29T12:00", "Asia/Almaty", "UTC+6"),
        ("2024-03-01T12:00", "Asia/Almaty", "UTC+5"),
    ],
)
def test_offset_follows_the_rules_of_that_date(local, zone, text):
    assert offset_text(wall(local), zone) == text


def test_spring_hour_is_skipped_and_autumn_hour_comes_twice():
    assert kind_of(wall("2024-03-31T02:30"), BERLIN) is LocalTime.SKIPPED
    assert kind_of(wall("2024-10-27T02:30"), BERLIN) is LocalTime.TWICE
    assert kind_of(wall("2024-03-31T03:00"), BERLIN) is LocalTime.PLAIN
    assert kind_of(wall("2024-10-27T02:30"), SHANGHAI) is LocalTime.PLAIN


def test_of_a_doubled_time_the_first_counts():
    assert instant(wall("2024-10-27T02:30"), BERLIN).isoformat() == "2024-10-27T00:30:00+00:00"


def test_a_skipped_time_is_the_one_an_hour_later():
    skipped = instant(wall("2024-03-31T02:30"), BERLIN)
    assert local_time(skipped, BERLIN) == wall("2024-03-31T03:30")


@pytest.mark.parametrize(
    ("day", "hour", "by"), [(date(2024, 10, 27), 3, -1), (date(2024, 3, 31), 2, 1)]
)
def test_clock_change_is_found_with_its_hour(day, hour, by):
    change = clock_change(BERLIN, day)
    assert (change.at, change.by) == (time(hour, 0), timedelta(hours=by))


def test_no_clock_change_on_ordinary_days():
    assert clock_change(BERLIN, date(2024, 5, 22)) is None
    assert clock_change(SHANGHAI, date(2024, 3, 31)) is None


@pytest.mark.parametrize(
    ("local", "zone", "english", "chinese"),
    [
        ("2024-07-01T12:00", "America/New_York", "12 h behind Beijing time", "12"),
        ("2024-12-01T12:00", "America/New_York", "13 h behind Beijing time", "13"),
        ("2024-07-01T12:00", HONOLULU, "18 h behind Beijing time", "18"),
        ("2024-07-01T12:00", "Asia/Tokyo", "1 h ahead of Beijing time", "1"),
        ("2024-07-01T12:00", "Asia/Kolkata", "2 h 30 min behind Beijing time", "30"),
        ("2024-07-01T12:00", "Asia/Singapore", "Same time as Beijing", "北京"),
    ],
)
def test_difference_to_home_in_words(local, zone, english, chinese):
    moment = wall(local)
    assert difference_text(moment, zone, SHANGHAI) == english
    with speaking(Language.CHINESE):
        assert chinese in difference_text(moment, zone, SHANGHAI)


@pytest.mark.parametrize(
    ("minutes", "text"), [(710, "11 h 50 min"), (600, "10 h"), (95, "1 h 35 min"), (40, "40 min")]
)
def test_lengths_in_words(minutes, text):
    assert hours_text(timedelta(minutes=minutes)) == text


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "Asia/Shanghai\0"])
def test_odd_zone_names_are_no_zones(name):
    assert zone_exists(name) is False


@given(MINUTES, ZONES)
def test_a_plain_time_survives_the_way_to_an_instant_and_back(local, zone):
    back = local_time(instant(local, zone), zone)
    assert (back == local) is (kind_of(local, zone) is not LocalTime.SKIPPED)


@given(MINUTES, ZONES, MINUTES, ZONES)
def test_duration_there_and_back_is_nothing(start, start_zone, end, end_zone):
    there = duration(start, start_zone, end, end_zone)
    assert there + duration(end, end_zone, start, start_zone) == timedelta()
