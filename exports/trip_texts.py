"""Every text of a trip book with whose it is, to look for characters that no font has."""

from collections.abc import Iterator
from operator import attrgetter

from summit_desk.domain.documents.trip_book import TripBook

OF_TRIP = attrgetter("name", "name_other", "purpose", "purpose_other", "notes")
OF_LEG = attrgetter(
    "from_place",
    "from_place_other",
    "to_place",
    "to_place_other",
    "title",
    "title_other",
    "number",
    "address",
    "contact",
    "phone",
    "booking",
    "baggage",
    "terminal_from",
    "terminal_to",
    "notes",
)  # fmt: skip -- a list of names
OF_TRAVELLER = attrgetter(
    "name",
    "passport_name",
    "organisation",
    "organisation_other",
    "title",
    "title_other",
    "traveller.diet",
    "person.mobile",
)  # fmt: skip -- as above
OF_CONTACT = attrgetter("label", "label_other", "phone", "notes")


def trip_texts(book: TripBook) -> Iterator[tuple[str, str]]:
    """Yield every text with whose it is, to look for characters that no font has."""
    view = book.view
    yield from ((view.trip.name, text) for text in OF_TRIP(view.trip))
    for who in view.travellers:
        yield from ((who.facts.name, text) for text in OF_TRAVELLER(who.facts))
    for leg in view.legs():
        yield from ((leg.name.chinese, text) for text in OF_LEG(leg.leg))
    for contact in view.contacts:
        yield from ((contact.label, text) for text in OF_CONTACT(contact))
