"""The lists that a secretariat needs every time."""

from collections.abc import Sequence

from summit_desk.domain.attendee_lists import AttendeeSort
from summit_desk.domain.documents.sheets import Page
from summit_desk.domain.lists.spec import (
    GroupBy,
    Grouping,
    ListColumn,
    ListKind,
    ListSpec,
    Showing,
    TitleBlock,
    Whom,
    columns_of,
)
from summit_desk.support.i18n import N_

SIGNED_ROWS = 22  # of an A4 page: a signature has room
PORTRAIT = Page(landscape=False)
SIGNED = Page(landscape=False, rows=SIGNED_ROWS, repeat_titles=True)
BY_PINYIN = N_("In the order of the family names' pinyin")
NO_ORDER = N_("The order says nothing about rank")
AGREED_ONLY = N_("With the numbers of those who agreed; please don't pass this list on")

PARTICIPANTS = ListSpec(
    name=N_("List of participants"),
    columns=columns_of("name", "sex", "organisation", "department", "title", "category"),
    whom=Whom.COMING,
    order=AttendeeSort.NAME,
    totals=True,
    titles=TitleBlock(note=BY_PINYIN),
    page=PORTRAIT,
)
SIGN_IN = ListSpec(
    name=N_("Sign-in sheet"),
    columns=columns_of(
        ListColumn("name", width=13),
        ListColumn("organisation", width=27),
        ListColumn("title", width=15),
        ListColumn("own_phone", width=14),
        ListColumn("signature", width=16),
        ListColumn("remarks", width=10),
    ),
    whom=Whom.COMING,
    order=AttendeeSort.NAME,
    titles=TitleBlock(due=True),
    page=SIGNED,
)
GUESTS = ListSpec(
    name=N_("List of guests"),
    columns=columns_of("name", "honorific", "organisation", "title", "category", "seat", "remarks"),
    categories=("嘉宾", "特邀嘉宾", "领导", "Guest", "Guests", "VIP"),
    whom=Whom.COMING,
    order=AttendeeSort.RANK,
    totals=True,
    page=PORTRAIT,
)
ROOMS = ListSpec(
    name=N_("Rooming list"),
    kind=ListKind.ROOMS,
    columns=columns_of(
        *("hotel", "hotel_room", "room_type", "name", "sex", "organisation", "room_mate"),
        *("hotel_from", "hotel_to", "nights", "payment_method", "remarks"),
    ),
    whom=Whom.COMING,
    grouping=Grouping.BANDS,
    group_by=GroupBy.HOTEL,
    totals=True,
)
TRANSFERS = ListSpec(
    name=N_("Arrivals and departures"),
    kind=ListKind.TRANSFERS,
    columns=columns_of(
        *("arrival_at", "arrival_by", "arrival_place", "name", "organisation", "group"),
        ListColumn("mobile", showing=Showing.AGREED),
        "needs_pickup",
        ListColumn("met_by", width=10),
        ListColumn("driver", width=16),
        ListColumn("driver_plate", width=11),
        ListColumn("remarks", width=12),
    ),
    whom=Whom.COMING,
    grouping=Grouping.BANDS,
    group_by=GroupBy.ARRIVAL,
    totals=True,
)
MEALS = ListSpec(
    name=N_("Meals and diets"),
    kind=ListKind.MEALS,
    columns=columns_of("name", "organisation", "category", "diet", "meals", "remarks"),
    whom=Whom.COMING,
    order=AttendeeSort.NAME,
    totals=True,
)
INVOICES = ListSpec(
    name=N_("Invoices"),
    columns=columns_of(
        *("number", "name", "organisation", "fee_status", "fee", "payment_method"),
        *("invoice_kind", "invoice_title", "tax_number", "invoice_email"),
        *("invoice_address", "invoice_bank"),
    ),
    whom=Whom.COMING,
    order=AttendeeSort.ORGANISATION,
    totals=True,
)
COUNTS = ListSpec(
    name=N_("Figures by organisation"),
    kind=ListKind.COUNTS,
    whom=Whom.COMING,
    totals=True,
    page=PORTRAIT,
)
FORUMS = ListSpec(
    name=N_("Lists of the forums"),
    columns=columns_of("name", "organisation", "title", "category", "seat", "forum_place"),
    whom=Whom.COMING,
    order=AttendeeSort.NAME,
    grouping=Grouping.SHEETS,
    group_by=GroupBy.FORUM,
    totals=True,
    titles=TitleBlock(heading=PARTICIPANTS.name),
    page=PORTRAIT,
)
CONTACTS = ListSpec(
    name=N_("Directory"),
    columns=columns_of(
        *("name", "organisation", "department", "title"),
        ListColumn("mobile", showing=Showing.AGREED),
        "email",
    ),
    whom=Whom.COMING,
    order=AttendeeSort.NAME,
    titles=TitleBlock(note=AGREED_ONLY),
)
EVERYTHING = ListSpec(
    name=N_("All columns"),
    sequence=False,
    titles=TitleBlock(shown=False),
    private=Showing.MASKED,
)
BUILT_IN: Sequence[ListSpec] = (
    *(PARTICIPANTS, SIGN_IN, GUESTS, ROOMS, TRANSFERS, MEALS, INVOICES, COUNTS, FORUMS),
    *(CONTACTS, EVERYTHING),
)
