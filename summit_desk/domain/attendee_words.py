"""The words for the states of a registration and for what it may lack (msgids)."""

from summit_desk.domain.attendee_lists import Missing
from summit_desk.domain.records import (
    AttendeeStatus,
    FeeStatus,
    ForumPlace,
    Sex,
    WaitingReason,
)
from summit_desk.support.i18n import N_

STATUSES = {
    AttendeeStatus.PENDING: N_("To be reviewed"),
    AttendeeStatus.UNCONFIRMED: N_("Unconfirmed"),
    AttendeeStatus.CONFIRMED: N_("Confirmed"),
    AttendeeStatus.DECLINED: N_("Can't come"),
    AttendeeStatus.CANCELLED: N_("Cancelled"),
    AttendeeStatus.BLOCKED: N_("Barred"),
    AttendeeStatus.EXCUSED: N_("Excused"),
    AttendeeStatus.DUPLICATE: N_("Duplicate registration"),
}

PLACES = {
    ForumPlace.REGISTERED: N_("has a seat"),
    ForumPlace.WAITING: N_("on the waiting list"),
}

REASONS = {
    WaitingReason.FULL: N_("no seat was free"),
    WaitingReason.NOT_COMING: N_("the registration takes no seat"),
    WaitingReason.BY_HAND: N_("put there by hand"),
}

FEES = {
    FeeStatus.UNPAID: N_("Unpaid"),
    FeeStatus.PAID: N_("Paid"),
    FeeStatus.WAIVED: N_("Waived"),
    FeeStatus.REFUNDED: N_("Refunded"),
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
