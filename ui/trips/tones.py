"""Which colour a leg, a passport or a visa wears."""

from summit_desk.domain.passports import PassportState, PassportVerdict
from summit_desk.domain.records import LegKind, TravelDocument, TravelDocumentStatus
from summit_desk.domain.trip_view import LegView, TravellerView
from summit_desk.domain.trip_words import LEG_KINDS, PAPER_STATES, PASSPORT_STATES, VISA_STATES
from summit_desk.domain.visas import VisaState
from summit_desk.support.i18n import _
from ui.kit.tones import Pill, Tone

LEG_TONES = {
    LegKind.FLIGHT: Tone.BLUE,
    LegKind.TRAIN: Tone.BLUE,
    LegKind.COACH: Tone.BLUE,
    LegKind.TRANSFER: Tone.BLUE,
    LegKind.MEETING: Tone.VIOLET,
    LegKind.VISIT: Tone.VIOLET,
    LegKind.MEAL: Tone.TEAL,
    LegKind.FREE: Tone.TEAL,
}
LEG_ICONS = {kind: kind.value for kind in LegKind} | {LegKind.STAY: "hotel"}
PASSPORT_TONES = {
    PassportState.GOOD: Tone.GREEN,
    PassportState.ENDS_SOON: Tone.AMBER,
    PassportState.UNDATED: Tone.AMBER,
    PassportState.PENDING: Tone.AMBER,
}
VISA_TONES = {
    VisaState.NOT_NEEDED: Tone.GREEN,
    VisaState.GRANTED: Tone.GREEN,
    VisaState.FREE: Tone.GREY,
    VisaState.UNDATED: Tone.AMBER,
    VisaState.PENDING: Tone.AMBER,
    VisaState.NONE: Tone.AMBER,
}
PAPER_TONES = {
    TravelDocumentStatus.PREPARING: Tone.AMBER,
    TravelDocumentStatus.SUBMITTED: Tone.AMBER,
    TravelDocumentStatus.GRANTED: Tone.GREEN,
    TravelDocumentStatus.NOT_NEEDED: Tone.GREY,
}
SHOWN_DIGITS = 4


def leg_pill(leg: LegView) -> Pill:
    """Return the flight or train number, else the word for the kind of leg."""
    kind = leg.leg.kind
    return Pill(leg.leg.number or _(LEG_KINDS[kind]), LEG_TONES.get(kind, Tone.GREY))


def passport_pill(who: TravellerView) -> Pill:
    """Return until when the passport is valid, coloured by what that means for the trip."""
    verdict = who.passport
    expires = verdict.passport.expires_on if verdict.passport else None
    text = f"{expires:%Y-%m}" if expires else _(PASSPORT_STATES[verdict.state])
    return Pill(text, PASSPORT_TONES.get(verdict.state, Tone.RED))


def passport_sentence(verdict: PassportVerdict) -> str:
    """Return what is known about a passport, for a tooltip."""
    passport, word = verdict.passport, _(PASSPORT_STATES[verdict.state])
    if passport is None or passport.expires_on is None:
        return word
    sentence = _("{state}; valid until {expires}, number {number}")
    number = masked(passport.number) or "—"
    return sentence.format(state=word, expires=passport.expires_on, number=number)


def masked(number: str) -> str:
    """Return the end of a document number: enough to tell two apart, too little to misuse."""
    return f"…{number[-SHOWN_DIGITS:]}" if number else ""


def visa_pill(who: TravellerView) -> Pill | None:
    """Return the worst state of the visas; nothing when none is asked for."""
    if who.visa is None:
        return None
    return Pill(_(VISA_STATES[who.visa]), VISA_TONES.get(who.visa, Tone.RED))


def paper_pill(paper: TravelDocument) -> Pill:
    """Return where one document stands."""
    return Pill(_(PAPER_STATES[paper.status]), PAPER_TONES.get(paper.status, Tone.RED))
