"""Which field of which record a column fills, and what an empty one holds."""

from dataclasses import MISSING

from summit_desk.domain.imports.drafts import Value
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records import Attendee, Person, Position

PERSON_FIELDS = {
    **{
        target: target.value
        for target in (
            Target.NAME,
            Target.FAMILY_NAME,
            Target.GIVEN_NAME,
            Target.PINYIN,
            Target.PASSPORT_FAMILY,
            Target.PASSPORT_GIVEN,
            Target.OTHER_NAME,
            Target.HONORIFIC,
            Target.SEX,
            Target.BIRTH_DATE,
            Target.MOBILE,
            Target.PHONE,
            Target.EMAIL,
            Target.RANK,
            Target.DOCUMENT_KIND,
        )
    },
    Target.DOCUMENT: "document_number",
}
POSITION_FIELDS = {Target.DEPARTMENT: "department", Target.TITLE: "title"}
ATTENDEE_FIELDS = {
    target: target.value
    for target in (
        Target.NUMBER,
        Target.STATUS,
        Target.SEAT,
        Target.FEE_STATUS,
        Target.FEE,
        Target.PAYMENT_METHOD,
        Target.NEEDS_HOTEL,
        Target.HOTEL,
        Target.ROOM_TYPE,
        Target.HOTEL_ROOM,
        Target.ROOM_MATE,
        Target.HOTEL_FROM,
        Target.HOTEL_TO,
        Target.MEALS,
        Target.DIET,
        Target.ARRIVAL_AT,
        Target.ARRIVAL_BY,
        Target.ARRIVAL_PLACE,
        Target.NEEDS_PICKUP,
        Target.DEPARTURE_AT,
        Target.DEPARTURE_BY,
        Target.DEPARTURE_PLACE,
        Target.NEEDS_DROPOFF,
        Target.INVOICE_TITLE,
        Target.TAX_NUMBER,
        Target.INVOICE_KIND,
        Target.INVOICE_EMAIL,
        Target.INVOICE_ADDRESS,
        Target.INVOICE_BANK,
        Target.SHARES_PHONE,
        Target.NOTES,
        Target.DOOR_NOTE,
        Target.TAGS,
        Target.SOURCE,
    )
}
SEAT_PARTS = (Target.SEAT_HALL, Target.SEAT_ROW, Target.SEAT_NUMBER)
# What people read their names by is worked out again, never emptied; a number is never taken away.
SPELLED = frozenset(
    {
        Target.FAMILY_NAME,
        Target.GIVEN_NAME,
        Target.PINYIN,
        Target.PASSPORT_FAMILY,
        Target.PASSPORT_GIVEN,
    }
)
_KEPT = SPELLED | {Target.NAME, Target.NUMBER, Target.STATUS, Target.RANK}
_LINKED = {Target.ORGANISATION, Target.CATEGORY, Target.GROUP, Target.COMPANION}
_FORUMS = {Target.FORUMS, Target.FORUM_OPTION, Target.FORUM_SEAT}
_PLAIN = (PERSON_FIELDS.keys() | POSITION_FIELDS.keys() | ATTENDEE_FIELDS.keys()) - _KEPT
_NAMED = {Target.MEAL_OPTION, Target.CUSTOM, Target.CUSTOM_MOMENT}
ERASABLE = frozenset({*_PLAIN, *_LINKED, *_FORUMS, *_NAMED})


def blank_of(target: Target) -> Value:
    """Return what the field of a column holds when nothing is said about it."""
    for kind, fields in (
        (Person, PERSON_FIELDS),
        (Position, POSITION_FIELDS),
        (Attendee, ATTENDEE_FIELDS),
    ):
        if target in fields:
            default = kind.__dataclass_fields__[fields[target]].default
            return None if default is MISSING else default
    return ""
