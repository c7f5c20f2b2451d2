"""The words for the choices of the agenda and of speakers (msgids)."""

from summit_desk.domain.records import (
    ForumKind,
    MaterialKind,
    PartRole,
    SessionKind,
    SessionStatus,
    SpeakerStatus,
)
from summit_desk.support.i18n import N_

SESSION_KINDS = {
    SessionKind.CEREMONY: N_("Ceremony"),
    SessionKind.KEYNOTE: N_("Keynote"),
    SessionKind.TALK: N_("Talk"),
    SessionKind.PANEL: N_("Panel"),
    SessionKind.DIALOGUE: N_("Dialogue"),
    SessionKind.SIGNING: N_("Signing"),
    SessionKind.MATCHMAKING: N_("Matchmaking"),
    SessionKind.TRAINING: N_("Training"),
    SessionKind.BREAK: N_("Break"),
    SessionKind.MEAL: N_("Meal"),
    SessionKind.REGISTRATION: N_("Registration desk"),
    SessionKind.VISIT: N_("Visit"),
}

# What may happen several times under one name, and needs nobody to speak.
INTERLUDES = frozenset({SessionKind.BREAK, SessionKind.MEAL, SessionKind.REGISTRATION})

SESSION_STATUSES = {
    SessionStatus.DRAFT: N_("Draft"),
    SessionStatus.CONFIRMED: N_("Confirmed"),
    SessionStatus.CANCELLED: N_("Cancelled"),
}

FORUM_KINDS = {
    ForumKind.MAIN: N_("Main forum"),
    ForumKind.PARALLEL: N_("Parallel forum"),
}

ROLES = {
    PartRole.HOST: N_("Host"),
    PartRole.CHAIR: N_("Chair"),
    PartRole.SPEAKER: N_("Speaker"),
    PartRole.PANELLIST: N_("Panellist"),
    PartRole.MODERATOR: N_("Moderator"),
    PartRole.INTERPRETER: N_("Interpreter"),
    PartRole.PRESENTER: N_("Award presenter"),
}

# Roles that need a talk of one's own, and so an engagement as a speaker.
SPEAKING = frozenset({PartRole.SPEAKER, PartRole.PANELLIST})

SPEAKER_STATUSES = {
    SpeakerStatus.INVITED: N_("Invited"),
    SpeakerStatus.ACCEPTED: N_("Accepted"),
    SpeakerStatus.CONFIRMED: N_("Confirmed"),
    SpeakerStatus.DECLINED: N_("Declined"),
}

MATERIALS = {
    MaterialKind.SLIDES: N_("Slides"),
    MaterialKind.BIOGRAPHY: N_("Biography"),
    MaterialKind.PORTRAIT: N_("Portrait"),
    MaterialKind.CONSENT: N_("Consent to publish"),
}
