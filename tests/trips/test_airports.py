"""Airports, countries and zones: what the shipped tables know."""

from zoneinfo import available_timezones

import pytest

from summit_desk.domain.airports import airport, airports, find_airports
from summit_desk.domain.geography import area_name, countries, country_of_zone, zones
from summit_desk.support.i18n import Language, speaking


@pytest.mark.parametrize(
    ("code", "chinese", "english", "country", "zone"),
    [
        ("PVG", "上海", "Shanghai", "CN", "Asia/Shanghai"),
        ("fra", "法兰克福", "Frankfurt", "DE", "Europe/Berlin"),
        (" SGN ", "胡志明市", "Ho Chi Minh City", "VN", "Asia/Ho_Chi_Minh"),
        ("TAS", "塔什干", "Tashkent", "UZ", "Asia/Tashkent"),
        ("YYZ", "多伦多", "Toronto", "CA", "America/Toronto"),
        ("DUS", "杜塞尔多夫", "Düsseldorf", "DE", "Europe/Berlin"),
    ],
)
def test_an_airport_by_its_code(code, chinese, english, country, zone):
    found = airport(code)
    assert (found.city.chinese, found.city.other) == (chinese, english)
    assert (found.country, found.zone) == (country, zone)


@pytest.mark.parametrize("code", ["", "XX", "QQQ", "上海"])
def test_no_airport_has_an_odd_code(code):
    assert airport(code) is None


@pytest.mark.parametrize(
    ("text", "first"), [("fra", "FRA"), ("法兰", "FRA"), ("上海", "PVG"), ("munich", "MUC")]
)
def test_airports_are_found_by_code_and_city(text, first):
    assert find_airports(text)[0].code == first


def test_every_zone_of_the_tables_exists():
    known = available_timezones()
    assert {one.zone for one in airports().values()} - known == set()
    assert set(zones()) - known == set()


def test_every_airport_lies_in_a_known_country():
    assert {one.country for one in airports().values()} - set(countries()) == set()


def test_names_are_chosen_when_they_are_shown():
    germany, schengen = area_name("DE"), area_name("SCHENGEN")
    assert (str(germany), str(schengen)) == ("Germany", "the Schengen area")
    with speaking(Language.CHINESE):
        assert (str(germany), str(schengen)) == ("德国", "申根区")


def test_the_country_of_a_zone():
    assert [country_of_zone(zone) for zone in ("Asia/Shanghai", "Europe/Berlin", "UTC")] == [
        "CN",
        "DE",
        "",
    ]
