"""The words for the states of a registration and for what it may lack (msgids)."""

from summit_desk.domain.attendee_lists import Missing
from summit_desk.domain.records import AttendeeStatus, ForumPlace, Sex
from summit_desk.support.i18n import N_

STATUSES = {
    AttendeeStatus.PENDING: N_("To be reviewed"),
    AttendeeStatus.UNCONFIRMED: N_("Unconfirmed"),
    AttendeeStatus.CONFIRMED: N_("Confirmed"),
    AttendeeStatus.DECLINED: N_("Can't come"),
    AttendeeStatus.CANCELLED: N_("Cancelled"),
    AttendeeStatus.BLOCKED: N_("Barred"),
}

PLACES = {
    ForumPlace.REGISTERED: N_("has a seat"),
    ForumPlace.WAITING: N_("on the waiting list"),
}

LACKS = {
    Missing.MOBILE: N_("No mobile number"),
    Missing.EMAIL: N_("No e-mail address"),
    Missing.ORGANISATION: N_("No organisation"),
    Missing.CATEGORY: N_("No category"),
    Missing.FORUM: N_("No forum chosen"),
    Missing.PORTRAIT: N_("No portrait"),
    Missing.DOCUMENT: N_("No identity document"),
}

SEXES = {
    Sex.MALE: N_("male"),
    Sex.FEMALE: N_("female"),
}
