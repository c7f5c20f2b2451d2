"""The nineteen verdicts of a scan, each with its word, symbol, colour and sound."""

from dataclasses import dataclass
from enum import StrEnum

from summit_desk.support.i18n import N_, _


class Verdict(StrEnum):
    OK_IN = "OK_IN"
    OK_OUT = "OK_OUT"
    OK_AGAIN = "OK_AGAIN"
    ATTENTION = "ATTENTION"
    DUPLICATE = "DUPLICATE"
    NOT_ELIGIBLE_HERE = "NOT_ELIGIBLE_HERE"
    TOO_EARLY = "TOO_EARLY"
    TOO_LATE = "TOO_LATE"
    FULL = "FULL"
    UNPAID = "UNPAID"
    PENDING = "PENDING"
    CANCELLED = "CANCELLED"
    BLOCKED = "BLOCKED"
    REVOKED_BADGE = "REVOKED_BADGE"
    OTHER_EVENT = "OTHER_EVENT"
    FORGED = "FORGED"
    UNKNOWN = "UNKNOWN"
    AMBIGUOUS = "AMBIGUOUS"
    ERROR = "ERROR"


class Sound(StrEnum):
    """The wave file that is played; it lies in assets/sounds."""

    HIGH = "high"
    LOW = "low"
    TWO = "two"
    TWO_LOW = "two_low"
    LONG = "long"
    ALARM = "alarm"
    BUZZ = "buzz"


@dataclass(frozen=True)
class Face:
    """How a verdict looks and sounds. `word` is read from four metres, `label` stands in lists.

    The colours are the same in the light and the dark theme; white text on each of them has a
    contrast of at least 4.5 to 1. Every symbol is a glyph of the fonts that the program ships.
    """

    word: str
    label: str
    symbol: str
    colour: str
    sound: Sound

    def spoken(self) -> str:
        """Return the big word in the current language."""
        return _(self.word)

    def listed(self) -> str:
        """Return the short text for lists in the current language."""
        return _(self.label)


GREEN, BLUE, AMBER, ORANGE = "#157a4a", "#1f5fbf", "#8a5a00", "#b3470e"
RED, GREY, VIOLET = "#b3261e", "#4b5563", "#6b3fa0"

FACES: dict[Verdict, Face] = {
    Verdict.OK_IN: Face(N_("Welcome"), N_("Checked in"), "✓", GREEN, Sound.HIGH),
    Verdict.OK_OUT: Face(N_("Goodbye"), N_("Checked out"), "→", BLUE, Sound.LOW),
    Verdict.OK_AGAIN: Face(N_("Welcome back"), N_("Came in again"), "◎", GREEN, Sound.HIGH),
    Verdict.ATTENTION: Face(
        N_("Please note"), N_("Checked in, with a note"), "!", AMBER, Sound.TWO
    ),
    Verdict.DUPLICATE: Face(
        N_("Already checked in"), N_("Already checked in"), "≡", ORANGE, Sound.TWO_LOW
    ),
    Verdict.NOT_ELIGIBLE_HERE: Face(
        N_("Not for this entrance"), N_("May not enter here"), "⊗", RED, Sound.LONG
    ),
    Verdict.TOO_EARLY: Face(N_("Not open yet"), N_("Too early"), "○", RED, Sound.LONG),
    Verdict.TOO_LATE: Face(N_("Closed"), N_("Too late"), "●", RED, Sound.LONG),
    Verdict.FULL: Face(N_("Full"), N_("Full"), "■", RED, Sound.LONG),
    Verdict.UNPAID: Face(N_("Not paid"), N_("Not paid"), "¥", RED, Sound.LONG),
    Verdict.PENDING: Face(N_("Not approved yet"), N_("Not approved yet"), "…", RED, Sound.LONG),
    Verdict.CANCELLED: Face(
        N_("Registration cancelled"), N_("Registration cancelled"), "×", RED, Sound.LONG
    ),
    Verdict.BLOCKED: Face(N_("No admission"), N_("Blocked"), "⊘", RED, Sound.LONG),
    Verdict.REVOKED_BADGE: Face(N_("Old badge"), N_("Badge was replaced"), "≠", RED, Sound.LONG),
    Verdict.OTHER_EVENT: Face(
        N_("Badge of another event"), N_("Badge of another event"), "⇄", RED, Sound.LONG
    ),
    Verdict.FORGED: Face(N_("Forged code"), N_("Forged code"), "⚠", RED, Sound.ALARM),
    Verdict.UNKNOWN: Face(N_("Not a badge code"), N_("Not a badge code"), "?", GREY, Sound.BUZZ),
    Verdict.AMBIGUOUS: Face(N_("Who is it?"), N_("Several people fit"), "①", AMBER, Sound.TWO),
    Verdict.ERROR: Face(N_("Not stored"), N_("Not stored"), "◆", VIOLET, Sound.BUZZ),
}

ENTRIES = frozenset({Verdict.OK_IN, Verdict.OK_AGAIN, Verdict.ATTENTION})
"""The verdicts that let somebody in."""

PASSAGES = ENTRIES | {Verdict.OK_OUT}
"""The verdicts that move somebody: `never`, `in` and `out` are computed from these alone."""

FORCIBLE = frozenset(
    {
        Verdict.DUPLICATE,
        Verdict.NOT_ELIGIBLE_HERE,
        Verdict.TOO_EARLY,
        Verdict.TOO_LATE,
        Verdict.FULL,
        Verdict.UNPAID,
        Verdict.PENDING,
        Verdict.CANCELLED,
        Verdict.BLOCKED,
        Verdict.REVOKED_BADGE,
    }
)
"""The refusals of a known person that an operator may overrule with a reason."""
