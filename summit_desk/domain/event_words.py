"""The words for the choices about an event's doors and fields (msgids)."""

from summit_desk.domain.check_in.shown import Shown
from summit_desk.domain.records import FieldKind, PointKind, Policy
from summit_desk.support.i18n import N_

POINT_KINDS = {
    PointKind.ENTRANCE: N_("Entrance"),
    PointKind.FORUM: N_("Forum door"),
    PointKind.SESSION: N_("Agenda item"),
    PointKind.MEAL: N_("Meal"),
    PointKind.GIFT: N_("Gift"),
    PointKind.COACH: N_("Coach"),
    PointKind.LEG: N_("Leg of a trip"),
}

SHOWN = {
    Shown.PHOTO: N_("Photo"),
    Shown.SEAT: N_("Seat"),
    Shown.NOTES: N_("Note for the door"),
    Shown.TAGS: N_("Tags"),
}

POLICIES = {
    Policy.ONCE: N_("Once"),
    Policy.ONCE_PER_DAY: N_("Once a day"),
    Policy.REENTRY_AFTER_EXIT: N_("Again after going out"),
    Policy.UNLIMITED: N_("As often as they like"),
}

FIELD_KINDS = {
    FieldKind.TEXT: N_("Text"),
    FieldKind.NUMBER: N_("Number"),
    FieldKind.DATE: N_("Date"),
    FieldKind.CHOICE: N_("One of several"),
    FieldKind.CHOICES: N_("Several of several"),
    FieldKind.YES_NO: N_("Yes or no"),
}
