"""How an outcome looks on the station: words, pills and colours, ready to paint."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from PySide6.QtGui import QColor

from summit_desk.domain.check_in.arrivals import masked_name
from summit_desk.domain.check_in.outcome import Outcome
from summit_desk.domain.check_in.sentences import details, footnote, subtitle, title
from summit_desk.domain.verdicts import AMBER, ENTRIES, FACES, FORCIBLE, PASSAGES, Verdict
from summit_desk.support.i18n import _
from ui.check_in.painting import colour
from ui.kit.tokens import contrast, mixed

WAITING = "#22304a"  # the ground while nobody is there
WHITE = "#ffffff"
SHADE = "#47000000"  # black, a little see-through: darkens whatever verdict lies below
READABLE = 4.5  # contrast, WCAG AA
CREAM, BROWN = "#fff1dd", "#8a4b00"


@dataclass(frozen=True)
class Tag:
    """A pill on the verdict."""

    text: str
    ink: str
    ground: str


@dataclass(frozen=True)
class Look:
    """What the verdict panel paints."""

    colour: str
    symbol: str
    word: str
    title: str = ""
    subtitle: str = ""
    tags: tuple[Tag, ...] = ()
    lines: tuple[str, ...] = ()
    footnote: str = ""
    keys: str = ""
    raw: bool = False  # the title is a code, not a name
    stern: bool = False  # nobody passes: the word is the largest, what follows next
    alarming: bool = False  # flashes a few times

    def spoken(self) -> str:
        """Return everything as one text, for people who can't see it."""
        tags = " ".join(tag.text for tag in self.tags)
        return "\n".join(filter(None, (self.word, self.title, self.subtitle, tags, *self.lines)))


def waiting_look(*, problem: str = "", kiosk: bool = False, locked: bool = False) -> Look:
    """Return what is shown between two guests; a kiosk speaks to the guests themselves."""
    lines = (problem,) if problem else (_("Hold the badge in front of the scanner."),)
    keys = _("F3 search · F4 walk-in · F7 camera · Esc leave")
    word = _("Ready")
    if kiosk:
        lines = (problem,) if problem else (_("Hold your badge or the code on your phone here."),)
        word, keys = _("Please scan your code"), ""
    elif locked:
        keys = _("F3 search · F4 walk-in · F7 camera · Esc leave (locked)")
    return Look(WAITING, "▣", word, lines=lines, keys=keys)


def private(look: Look) -> Look:
    """Return how a kiosk shows an outcome: nobody reads who stands there but the guest."""
    name = look.title if look.raw else masked_name(look.title)
    return replace(look, title=name, subtitle="", tags=look.tags[:1], keys="")


def look_of(outcome: Outcome, zone: ZoneInfo) -> Look:
    """Return how the outcome is shown."""
    if outcome.unconfirmed:
        return _unconfirmed(outcome, zone)
    face = FACES[outcome.verdict]
    lines = details(outcome, zone)
    return Look(
        colour=face.colour,
        symbol=face.symbol,
        word=face.spoken(),
        title=title(outcome),
        subtitle=subtitle(outcome),
        tags=tuple(_tags(outcome)),
        lines=tuple(lines),
        footnote=footnote(outcome),
        keys=_keys(outcome),
        alarming=outcome.verdict is Verdict.FORGED,
        raw=outcome.guest is None and outcome.verdict is not Verdict.OTHER_EVENT,
        stern=outcome.verdict not in PASSAGES or outcome.verdict is Verdict.ATTENTION,
    )


def _unconfirmed(outcome: Outcome, zone: ZoneInfo) -> Look:
    """Return how somebody is shown who is not in yet: never green, and with what to press."""
    keys = [_("Enter answer") if outcome.questions else _("Enter let in"), _("Esc refuse")]
    return Look(
        colour=AMBER,
        symbol="?",
        word=_("Let in?"),
        title=title(outcome),
        subtitle=subtitle(outcome),
        tags=tuple(_tags(outcome)),
        lines=tuple(details(outcome, zone)),
        footnote=_("Nothing is stored yet"),
        keys=" · ".join([*keys, _("F3 search")]),
    )


def _tags(outcome: Outcome) -> Sequence[Tag]:
    guest = outcome.guest
    if guest is None:
        return ()
    tags = []
    if guest.category:
        tags.append(Tag(guest.category_words(), readable(guest.colour), WHITE))
    if guest.seat:
        tags.append(Tag(guest.seat, WHITE, SHADE))
    if guest.note and outcome.verdict is not Verdict.ATTENTION:
        tags.append(Tag(guest.note, BROWN, CREAM))
    return tags


def readable(name: str) -> str:
    """Return a category's colour, darkened until it can be read on white."""
    ink, white, black = colour(name), QColor(WHITE), QColor("#000000")
    while contrast(ink, white) < READABLE:
        ink = mixed(ink, black, 0.1)
    return ink.name()


def _keys(outcome: Outcome) -> str:
    keys = [_("Enter continue")] if outcome.verdict is Verdict.ATTENTION else []
    if outcome.verdict in PASSAGES:
        keys.append(_("F2 undo"))
    if outcome.verdict in ENTRIES and outcome.guest is not None:
        keys.append(_("F5 badge"))
    if outcome.candidates:
        keys.append(_("1–9 choose"))
    keys += [_("F3 search"), _("F4 walk-in")]
    if outcome.verdict in FORCIBLE and outcome.guest is not None:
        keys.append(_("F6 let in"))
    return " · ".join(keys)
