"""What a column of a list can be: the fields of a person and of a registration."""

from enum import StrEnum

from summit_desk.support.i18n import N_


class Target(StrEnum):
    """The meaning of a column. The words are kept in remembered mappings: never rename one."""

    __hash__ = str.__hash__  # the one of Enum is a Python call for each of millions of look-ups

    IGNORE = "ignore"
    RECORD = "record"  # our own hidden key, makes a round trip exact
    NUMBER = "number"
    NAME = "name"
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
    DOCUMENT_KIND = "document_kind"
    DOCUMENT = "document"
    CATEGORY = "category"
    STATUS = "status"
    FORUMS = "forums"
    FORUM_OPTION = "forum_option"  # one column for one forum, ticked or not
    SEAT = "seat"
    NEEDS_HOTEL = "needs_hotel"
    ROOM_TYPE = "room_type"
    HOTEL_FROM = "hotel_from"
    HOTEL_TO = "hotel_to"
    DIET = "diet"
    INVOICE_TITLE = "invoice_title"
    TAX_NUMBER = "tax_number"
    NOTES = "notes"
    DOOR_NOTE = "door_note"
    TAGS = "tags"
    SOURCE = "source"
    REGISTERED_AT = "registered_at"
    CUSTOM = "custom"  # a field of the event's own
    CUSTOM_MOMENT = "custom_moment"  # the same, holding a date and time


LABELS = {
    Target.IGNORE: N_("(leave out)"),
    Target.RECORD: N_("Key of the record"),
    Target.NUMBER: N_("Registration number"),
    Target.NAME: N_("Name"),
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
    Target.DOCUMENT_KIND: N_("Kind of document"),
    Target.DOCUMENT: N_("Document number"),
    Target.CATEGORY: N_("Category"),
    Target.STATUS: N_("Status"),
    Target.FORUMS: N_("Forums"),
    Target.FORUM_OPTION: N_("Forum (ticked)"),
    Target.SEAT: N_("Seat"),
    Target.NEEDS_HOTEL: N_("Needs a hotel room"),
    Target.ROOM_TYPE: N_("Room type"),
    Target.HOTEL_FROM: N_("Hotel from"),
    Target.HOTEL_TO: N_("Hotel to"),
    Target.DIET: N_("Diet"),
    Target.INVOICE_TITLE: N_("Invoice title"),
    Target.TAX_NUMBER: N_("Tax number"),
    Target.NOTES: N_("Notes"),
    Target.DOOR_NOTE: N_("Note for the door"),
    Target.TAGS: N_("Tags"),
    Target.SOURCE: N_("Source"),
    Target.REGISTERED_AT: N_("Registered at"),
    Target.CUSTOM: N_("Field of its own"),
    Target.CUSTOM_MOMENT: N_("Field of its own (date and time)"),
}

SEVERAL = frozenset(
    {Target.IGNORE, Target.FORUMS, Target.FORUM_OPTION, Target.CUSTOM, Target.CUSTOM_MOMENT}
)
NAMING = frozenset({Target.NAME, Target.OTHER_NAME, Target.PASSPORT_NAME})
