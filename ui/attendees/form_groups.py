"""The groups of the form that belong to the registration: seat, fee, room, meals, travel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from summit_desk.domain.attendee_words import FEES
from summit_desk.domain.event_lists import EventLists, WordList
from summit_desk.domain.records import AttendeeGroup, Category, CustomField, Forum
from summit_desk.domain.registration import FORUM_SEAT
from summit_desk.domain.text_kinds import TextKind
from summit_desk.support.i18n import _, in_words
from ui.kit.choice_inputs import Find
from ui.kit.form import (
    Choice,
    Choices,
    Date,
    DateTime,
    Field,
    Line,
    Lookup,
    Money,
    SeatPlace,
)

MEALS_SHOWN, MEAL_HEIGHT = 6, 26


@dataclass(frozen=True)
class Offers:
    """What the form's fields offer, and how people and organisations are found by typing."""

    categories: Sequence[Category]
    forums: Sequence[Forum]
    custom: Sequence[CustomField]
    find_people: Find
    find_organisations: Find
    find_attendees: Find
    find_names: Find
    groups: Sequence[AttendeeGroup] = ()
    lists: EventLists = field(default_factory=EventLists)
    held: Sequence[Forum] = ()  # forums with a seat of their own


def together(offers: Offers) -> Sequence[Field]:
    """Return the fields that say who comes with whom."""
    return (
        Field(
            "group_id",
            lambda: _("Group"),
            Choice(partial(_groups, offers.groups), editable=True),
            help=lambda: _("A delegation; a new name founds a new group."),
        ),
        Field(
            "companion_of_id",
            lambda: _("Accompanies"),
            Lookup(offers.find_attendees, _("Name or number of the guest")),
        ),
    )


def seats(offers: Offers) -> Sequence[Field]:
    """Return the seat, and the seats in the forums that are chosen already."""
    return (
        Field("seat", lambda: _("Seat"), SeatPlace()),
        *(
            Field(
                f"{FORUM_SEAT}{forum.id}",
                partial(_forum_seat_label, forum),
                SeatPlace(),
            )
            for forum in offers.held
        ),
    )


def fee(offers: Offers) -> Sequence[Field]:
    """Return the fields of the fee."""
    return (
        Field("fee_status", lambda: _("Payment"), Choice(partial(_words_of, FEES))),
        Field("fee", lambda: _("Fee"), Money()),
        Field("payment_method", lambda: _("Way to pay"), words(offers.lists, WordList.PAYMENT)),
    )


def stay(offers: Offers) -> Sequence[Field]:
    """Return the fields of the hotel."""
    return (
        Field("needs_hotel", lambda: _("Hotel room"), Choice(yes_no)),
        Field("hotel", lambda: _("Hotel"), words(offers.lists, WordList.HOTEL)),
        Field("room_type", lambda: _("Kind of room"), words(offers.lists, WordList.ROOM_TYPE)),
        Field("hotel_room", lambda: _("Room number"), Line()),
        Field("room_mate", lambda: _("Shares a room with"), Lookup(offers.find_names, free=True)),
        Field("hotel_from", lambda: _("First night"), Date(optional=True)),
        Field("hotel_to", lambda: _("Leaves the hotel"), Date(optional=True)),
    )


def meals(offers: Offers) -> Sequence[Field]:
    """Return the fields of the meals."""
    offered = offers.lists.offered(WordList.MEAL)
    height = min(len(offered) or 1, MEALS_SHOWN) * MEAL_HEIGHT + 8
    return (
        Field(
            "meals",
            lambda: _("Meals at the event"),
            Choices(lambda: [(word, word) for word in offered], height, free=True),
        ),
        Field("diet", lambda: _("Diet"), words(offers.lists, WordList.DIET)),
    )


def travel(offers: Offers) -> Sequence[Field]:
    """Return the fields of arrival and departure."""
    station = words(offers.lists, WordList.STATION)
    return (
        Field("arrival_at", lambda: _("Arrives"), DateTime(optional=True)),
        Field("arrival_by", lambda: _("Flight or train"), Line()),
        Field("arrival_place", lambda: _("Station of arrival"), station),
        Field("needs_pickup", lambda: _("Is fetched"), Choice(yes_no)),
        Field("departure_at", lambda: _("Leaves"), DateTime(optional=True)),
        Field("departure_by", lambda: _("Flight or train back"), Line()),
        Field("departure_place", lambda: _("Station of departure"), station),
        Field("needs_dropoff", lambda: _("Is taken to the station"), Choice(yes_no)),
    )


def invoice(offers: Offers) -> Sequence[Field]:
    """Return the fields of the invoice."""
    return (
        Field("invoice_title", lambda: _("Invoice to"), Line()),
        Field("tax_number", lambda: _("Tax number"), Line(holds=TextKind.NUMBER)),
        Field("invoice_kind", lambda: _("Kind of invoice"), words(offers.lists, WordList.INVOICE)),
        Field("invoice_email", lambda: _("E-mail for the invoice"), Line()),
        Field("invoice_address", lambda: _("Address and telephone"), Line()),
        Field("invoice_bank", lambda: _("Bank and account"), Line()),
    )


def words(lists: EventLists, kind: WordList) -> Choice:
    """Return an editor that offers the words of a list and takes any other."""
    offered = lists.offered(kind)
    return Choice(lambda: [(word, word) for word in offered], editable=True)


def yes_no() -> Sequence[tuple[object, str]]:
    """Return the options of a question that may be unanswered."""
    return [(None, _("unknown")), (True, _("yes")), (False, _("no"))]


def _forum_seat_label(forum: Forum) -> str:
    return _("Seat in {forum}").format(forum=in_words(forum.name, forum.name_other))


def _groups(groups: Sequence[AttendeeGroup]) -> Sequence[tuple[object, str]]:
    return [(one.id, one.name) for one in groups]


def _words_of(words: Mapping[Any, str]) -> Sequence[tuple[object, str]]:
    return [(None, "—"), *((key, _(word)) for key, word in words.items())]
