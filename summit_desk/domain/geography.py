"""Names of countries and time zones in both languages, read from the shipped tables on demand."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from summit_desk.domain.spoken import Both
from summit_desk.support.paths import assets

SCHENGEN = "SCHENGEN"


@dataclass(frozen=True)
class Zone:
    name: str  # IANA
    city: Both
    country: str


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in assets/geo."""
    with (assets() / "geo" / table).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def countries() -> Mapping[str, Both]:
    """Return all countries and regions by their ISO 3166 code."""
    return {row["code"]: Both(row["name_zh"], row["name"]) for row in rows_of("countries.tsv")}


@cache
def zones() -> Mapping[str, Zone]:
    """Return the time zones with the city that gives each its name."""
    return {
        row["zone"]: Zone(row["zone"], Both(row["city_zh"], row["city"]), row["country"])
        for row in rows_of("zones.tsv")
    }


def area_name(area: str) -> Both:
    """Return the name of a country code, or of the Schengen area."""
    if area == SCHENGEN:
        return Both("申根区", "the Schengen area")
    return countries().get(area, Both(area, area))


def zone_city(zone: str) -> Both:
    """Return the city that people name the zone after."""
    known = zones().get(zone)
    plain = zone.rsplit("/", 1)[-1].replace("_", " ")
    return known.city if known else Both(plain, plain)


def country_of_zone(zone: str) -> str:
    """Return the ISO 3166 code of the country where the zone lies, or nothing."""
    known = zones().get(zone)
    return known.country if known else ""
