"""What a column of a list can be: the fields of a person and of a registration."""

from dataclasses import dataclass
from enum import StrEnum

from summit_desk.support.i18n import N_


class Target(StrEnum):
    """The meaning of a column. The words are kept in remembered mappings: never rename one."""

    __hash__ = str.__hash__  # the one of Enum is a Python call for each of millions of look-ups

    IGNORE = "ignore"
    RECORD = "record"  # our own hidden key, makes a round trip exact
    NUMBER = "number"
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    PINYIN = "pinyin"
    PASSPORT_NAME = "passport_name"
    PASSPORT_FAMILY = "passport_family"
    PASSPORT_GIVEN = "passport_given"
    OTHER_NAME = "other_name"
    HONORIFIC = "honorific"
    SEX = "sex"
    BIRTH_DATE = "birth_date"
    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    TITLE = "title"
    MOBILE = "mobile"
    PHONE = "phone"
    EMAIL = "email"
    SHARES_PHONE = "shares_phone"
    DOCUMENT_KIND = "document_kind"
    DOCUMENT = "document"
    RANK = "rank"
    CATEGORY = "category"
    STATUS = "status"
    GROUP = "group"
    COMPANION = "companion_of"
    FORUMS = "forums"
    FORUM_OPTION = "forum_option"  # one column for one forum, ticked or not
    FORUM_SEAT = "forum_seat"  # the seat in one forum
    SEAT = "seat"
    SEAT_HALL = "seat_hall"
    SEAT_ROW = "seat_row"
    SEAT_NUMBER = "seat_number"
    FEE_STATUS = "fee_status"
    FEE = "fee"
    PAYMENT_METHOD = "payment_method"
    NEEDS_HOTEL = "needs_hotel"
    HOTEL = "hotel"
    ROOM_TYPE = "room_type"
    HOTEL_ROOM = "hotel_room"
    ROOM_MATE = "room_mate"
    HOTEL_FROM = "hotel_from"
    HOTEL_TO = "hotel_to"
    MEALS = "meals"
    MEAL_OPTION = "meal_option"  # one column for one meal, ticked or not
    DIET = "diet"
    ARRIVAL_AT = "arrival_at"
    ARRIVAL_BY = "arrival_by"
    ARRIVAL_PLACE = "arrival_place"
    NEEDS_PICKUP = "needs_pickup"
    DEPARTURE_AT = "departure_at"
    DEPARTURE_BY = "departure_by"
    DEPARTURE_PLACE = "departure_place"
    NEEDS_DROPOFF = "needs_dropoff"
    INVOICE_TITLE = "invoice_title"
    TAX_NUMBER = "tax_number"
    INVOICE_KIND = "invoice_kind"
    INVOICE_EMAIL = "invoice_email"
    INVOICE_ADDRESS = "invoice_address"
    INVOICE_BANK = "invoice_bank"
    NOTES = "notes"
    DOOR_NOTE = "door_note"
    TAGS = "tags"
    SOURCE = "source"
    REGISTERED_AT = "registered_at"
    EXTERNAL_CODE = "external_code"  # what another system's badges say
    CUSTOM = "custom"  # a field of the event's own
    CUSTOM_MOMENT = "custom_moment"  # the same, holding a date and time


LABELS = {
    Target.IGNORE: N_("(leave out)"),
    Target.RECORD: N_("Key of the record"),
    Target.NUMBER: N_("Registration number"),
    Target.NAME: N_("Name"),
    Target.FAMILY_NAME: N_("Family name"),
    Target.GIVEN_NAME: N_("Given name"),
    Target.PINYIN: N_("Pinyin"),
    Target.PASSPORT_NAME: N_("Name as in the passport"),
    Target.PASSPORT_FAMILY: N_("Family name as in the passport"),
    Target.PASSPORT_GIVEN: N_("Given name as in the passport"),
    Target.OTHER_NAME: N_("Name in another language"),
    Target.HONORIFIC: N_("Honorific"),
    Target.SEX: N_("Sex"),
    Target.BIRTH_DATE: N_("Date of birth"),
    Target.ORGANISATION: N_("Organisation"),
    Target.DEPARTMENT: N_("Department"),
    Target.TITLE: N_("Title"),
    Target.MOBILE: N_("Mobile"),
    Target.PHONE: N_("Other phone"),
    Target.EMAIL: N_("E-mail"),
    Target.SHARES_PHONE: N_("Agrees to lists with the phone"),
    Target.DOCUMENT_KIND: N_("Kind of document"),
    Target.DOCUMENT: N_("Document number"),
    Target.RANK: N_("Rank"),
    Target.CATEGORY: N_("Category"),
    Target.STATUS: N_("Status"),
    Target.GROUP: N_("Group"),
    Target.COMPANION: N_("Companion of"),
    Target.FORUMS: N_("Forums"),
    Target.FORUM_OPTION: N_("Forum (ticked)"),
    Target.FORUM_SEAT: N_("Seat in a forum"),
    Target.SEAT: N_("Seat"),
    Target.SEAT_HALL: N_("Hall of the seat"),
    Target.SEAT_ROW: N_("Row of the seat"),
    Target.SEAT_NUMBER: N_("Number of the seat"),
    Target.FEE_STATUS: N_("Fee status"),
    Target.FEE: N_("Fee"),
    Target.PAYMENT_METHOD: N_("Way of payment"),
    Target.NEEDS_HOTEL: N_("Needs a hotel room"),
    Target.HOTEL: N_("Hotel"),
    Target.ROOM_TYPE: N_("Room type"),
    Target.HOTEL_ROOM: N_("Room number"),
    Target.ROOM_MATE: N_("Shares the room with"),
    Target.HOTEL_FROM: N_("Hotel from"),
    Target.HOTEL_TO: N_("Hotel to"),
    Target.MEALS: N_("Meals at the event"),
    Target.MEAL_OPTION: N_("Meal (ticked)"),
    Target.DIET: N_("Diet"),
    Target.ARRIVAL_AT: N_("Arrival"),
    Target.ARRIVAL_BY: N_("Arrives by (flight, train)"),
    Target.ARRIVAL_PLACE: N_("Arrives at (airport, station)"),
    Target.NEEDS_PICKUP: N_("To be picked up"),
    Target.DEPARTURE_AT: N_("Departure"),
    Target.DEPARTURE_BY: N_("Leaves by (flight, train)"),
    Target.DEPARTURE_PLACE: N_("Leaves from (airport, station)"),
    Target.NEEDS_DROPOFF: N_("To be taken back"),
    Target.INVOICE_TITLE: N_("Invoice title"),
    Target.TAX_NUMBER: N_("Tax number"),
    Target.INVOICE_KIND: N_("Kind of invoice"),
    Target.INVOICE_EMAIL: N_("E-mail for the invoice"),
    Target.INVOICE_ADDRESS: N_("Address and phone for the invoice"),
    Target.INVOICE_BANK: N_("Bank and account for the invoice"),
    Target.NOTES: N_("Notes"),
    Target.DOOR_NOTE: N_("Note for the door"),
    Target.TAGS: N_("Tags"),
    Target.SOURCE: N_("Source"),
    Target.REGISTERED_AT: N_("Registered at"),
    Target.EXTERNAL_CODE: N_("Code of another system"),
    Target.CUSTOM: N_("Field of its own"),
    Target.CUSTOM_MOMENT: N_("Field of its own (date and time)"),
}

SEVERAL = frozenset(
    {
        Target.IGNORE,
        Target.FORUMS,
        Target.FORUM_OPTION,
        Target.FORUM_SEAT,
        Target.MEAL_OPTION,
        Target.EXTERNAL_CODE,
        Target.CUSTOM,
        Target.CUSTOM_MOMENT,
    }
)
NAMED = frozenset(
    {
        Target.FORUM_OPTION,
        Target.FORUM_SEAT,
        Target.MEAL_OPTION,
        Target.CUSTOM,
        Target.CUSTOM_MOMENT,
    }
)  # meanings that need a name: of a forum, of a meal, of an own field
NAMING = frozenset({Target.NAME, Target.OTHER_NAME, Target.PASSPORT_NAME, Target.FAMILY_NAME})


@dataclass(frozen=True)
class Meaning:
    """What a column is said to be; `name` is the forum, the meal or the label of an own field."""

    target: Target
    name: str = ""
