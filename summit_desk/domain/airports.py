"""Airports by their IATA code: city, name, country and time zone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summit_desk.domain.geography import rows_of
from summit_desk.domain.spoken import Both


@dataclass(frozen=True)
class Airport:
    code: str  # IATA
    city: Both
    name: Both
    country: str  # ISO 3166 alpha-2
    zone: str  # IANA


@cache
def airports() -> Mapping[str, Airport]:
    """Return every airport with an IATA code (read once, when first asked)."""
    return {
        row["iata"]: Airport(
            row["iata"],
            Both(row["city_zh"], row["city"]),
            Both(row["name_zh"], row["name"]),
            row["country"],
            row["zone"],
        )
        for row in rows_of("airports.tsv")
    }


def airport(code: str) -> Airport | None:
    """Return the airport with this IATA code, written in any case."""
    return airports().get(code.strip().upper())


def find_airports(text: str, limit: int = 12) -> Sequence[Airport]:
    """Return the airports that somebody may mean: by code, then by city, then by name."""
    wanted = text.strip().casefold()
    if not wanted:
        return ()
    ranked = sorted(
        (rank, not known.city.chinese, known.code)
        for known in airports().values()
        if (rank := _rank(known, wanted)) is not None
    )
    return [airports()[code] for _rank_of, _rare, code in ranked[:limit]]


def _rank(known: Airport, wanted: str) -> int | None:
    if known.code.casefold() == wanted:
        return 0
    cities = (known.city.chinese, known.city.other.casefold())
    if any(city.startswith(wanted) for city in cities):
        return 1
    names = (*cities, known.name.chinese, known.name.other.casefold())
    return 2 if any(wanted in name for name in names) else None
