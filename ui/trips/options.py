"""What can be chosen in the forms of a trip: zones, countries, people, kinds, currencies."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from summit_desk.domain.airports import Airport, airport, find_airports
from summit_desk.domain.geography import SCHENGEN, area_name, countries, zones
from summit_desk.domain.money import CURRENCIES
from summit_desk.domain.trip_view import TripView
from summit_desk.support.i18n import _
from ui.kit.choice_inputs import Option

Key = TypeVar("Key")
Options = Callable[[], Sequence[Option]]


def named(words: Mapping[Key, str], keys: Iterable[Key] | None = None) -> Options:
    """Return the options of an enum by its table of words."""
    return lambda: [(key, _(words[key])) for key in (words if keys is None else keys)]


def zone_options(view: TripView | None = None) -> Sequence[Option]:
    """Return all time zones; those of the trip come first."""
    own = [span.zone for span in view.zones] if view else []
    home = [view.trip.home_zone] if view else []
    usual = dict.fromkeys([*home, *own, "Asia/Shanghai"])
    names = [*usual, *(name for name in zones() if name not in usual)]
    return [(name, zone_text(name)) for name in names]


def zone_text(zone: str) -> str:
    """Return "Europe/Berlin · 柏林"."""
    known = zones().get(zone)
    return f"{zone} · {known.city}" if known else zone


def country_options(view: TripView | None = None) -> Sequence[Option]:
    """Return no country, then those of the trip, then all."""
    own = [code for stay in view.stays for code in stay.countries] if view else []
    codes = dict.fromkeys([*own, *countries()])
    return [("", ""), *((code, f"{code} · {area_name(code)}") for code in codes)]


def area_options(view: TripView) -> Sequence[Option]:
    """Return what a visa can be for: the areas of the trip, Schengen, any country."""
    own = [stay.area for stay in view.stays]
    codes = dict.fromkeys([*own, SCHENGEN, *countries()])
    return [("", ""), *((code, f"{code} · {area_name(code)}") for code in codes)]


def currency_options() -> Sequence[Option]:
    """Return the usual currencies by code and name."""
    return [(code, f"{code} · {_(name)}") for code, name in CURRENCIES.items()]


def airport_text(known: Airport) -> str:
    """Return "NRT · 东京 · 成田国际机场"; a city that the name begins with is said once."""
    city, name = str(known.city), str(known.name)
    whole = name if name.startswith(city) else f"{city} · {name}"
    return f"{known.code} · {whole}"


def airport_options(text: str, then: Callable[[Sequence[Option]], object]) -> None:
    """Answer a typed text with the airports it may mean."""
    then([(known.code, airport_text(known)) for known in find_airports(text)])


def airport_option(code: str) -> object:
    """Return a stored code as a form shows it."""
    known = airport(code)
    return (known.code, airport_text(known)) if known else code


def mate_options(view: TripView, own: object) -> Sequence[Option]:
    """Return with whom a room can be shared."""
    others = [who.facts for who in view.travellers if who.facts.id != own]
    return [(None, _("nobody")), *((one.id, str(one.spoken_name)) for one in others)]


def payer_options(view: TripView) -> Sequence[Option]:
    """Return for whom money can be spent."""
    return [
        (None, _("everybody")),
        *((who.facts.id, str(who.facts.spoken_name)) for who in view.travellers),
    ]
