"""What kinds of organisations, bodies and member levels are called."""

from summit_desk.domain.records import BodyKind, MemberLevel, OrganisationKind
from summit_desk.support.i18n import N_, _

ORGANISATION_KINDS = {
    OrganisationKind.COMPANY: N_("Company"),
    OrganisationKind.STATE_COMPANY: N_("State-owned company"),
    OrganisationKind.INSTITUTE: N_("Research institute"),
    OrganisationKind.UNIVERSITY: N_("University"),
    OrganisationKind.ASSOCIATION: N_("Association"),
    OrganisationKind.GOVERNMENT: N_("Government"),
    OrganisationKind.MEDIA: N_("Media"),
    OrganisationKind.OTHER: N_("Other"),
}
BODY_KINDS = {
    BodyKind.BRANCH: N_("Branch"),
    BodyKind.WORKING_GROUP: N_("Working group"),
    BodyKind.COMMITTEE: N_("Committee"),
    BodyKind.PREPARATORY: N_("Preparatory group"),
}
LEVELS = {
    MemberLevel.LEADER: N_("Leading unit"),
    MemberLevel.PRESIDENT: N_("President unit"),
    MemberLevel.VICE_PRESIDENT: N_("Vice-president unit"),
    MemberLevel.COUNCIL: N_("Council unit"),
    MemberLevel.MEMBER: N_("Member unit"),
}
LEVEL_ORDER = tuple(LEVELS)


def organisation_kind_word(kind: OrganisationKind) -> str:
    """Return the word for a kind of organisation in the current language."""
    return _(ORGANISATION_KINDS[kind])


def body_kind_word(kind: BodyKind) -> str:
    """Return the word for a kind of body in the current language."""
    return _(BODY_KINDS[kind])


def level_word(level: MemberLevel) -> str:
    """Return the word for a member level in the current language."""
    return _(LEVELS[level])
