"""How an outcome looks on the station: words, pills and colours, ready to paint."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from PySide6.QtGui import QColor

from summit_desk.domain.check_in.arrivals import masked_name
from summit_desk.domain.check_in.outcome import Outcome
from summit_desk.domain.check_in.rules import is_urgent
from summit_desk.domain.check_in.sentences import details, footnote, subtitle, title
from summit_desk.domain.check_in.shown import Shown, shown_at
from summit_desk.domain.verdicts import AMBER, ENTRIES, FACES, FORCIBLE, PASSAGES, Verdict
from summit_desk.support.i18n import _
from ui.check_in.painting import SHADE, colour
from ui.kit.tokens import contrast, mixed

WAITING = "#22304a"  # the ground while nobody is there
WHITE = "#ffffff"
PILL = 24  # characters of a note; a longer one is written in full below the pills
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
    note: str = ""  # one that is too long for a pill
    photo: bool = False  # room is kept for one
    raw: bool = False  # the title is a code, not a name
    stern: bool = False  # nobody passes: the word is the largest, what follows next
    alarming: bool = False  # flashes a few times

    def spoken(self) -> str:
        """Return everything as one text, for people who can't see it."""
        tags = " ".join(tag.text for tag in self.tags)
        said = (self.word, self.title, self.subtitle, tags, self.note, *self.lines)
        return "\n".join(filter(None, said))


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
    plain = replace(look, subtitle="", tags=look.tags[:1], note="", photo=False, keys="")
    return replace(plain, title=name)


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
        note=_long_note(outcome),
        photo=_has_photo(outcome),
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
        note=_long_note(outcome),
        photo=_has_photo(outcome),
        footnote=_("Nothing is stored yet"),
        keys=" · ".join([*keys, _("F3 search")]),
    )


def _tags(outcome: Outcome) -> Sequence[Tag]:
    guest = outcome.guest
    if guest is None:
        return ()
    tags, shown = [], shown_at(outcome.point)
    if guest.category:
        tags.append(Tag(guest.category_words(), readable(guest.colour), WHITE))
    if guest.seat and Shown.SEAT in shown:
        tags.append(Tag(guest.seat, WHITE, SHADE))
    note = _note(outcome)
    if note and len(note) <= PILL:
        tags.append(Tag(note, BROWN, CREAM))
    if Shown.TAGS in shown:
        tags += [Tag(tag, WHITE, SHADE) for tag in sorted(guest.tags)]
    return tags


def _note(outcome: Outcome) -> str:
    """Return the note that stands beside a verdict; ATTENTION itself says its own in full."""
    guest = outcome.guest
    if guest is None or outcome.verdict is Verdict.ATTENTION:
        return ""
    wanted = Shown.NOTES in shown_at(outcome.point) or is_urgent(guest.note)
    return guest.note if wanted else ""


def _long_note(outcome: Outcome) -> str:
    note = _note(outcome)
    return note if len(note) > PILL else ""


def _has_photo(outcome: Outcome) -> bool:
    guest = outcome.guest
    has = guest is not None and guest.portrait_id is not None
    return has and Shown.PHOTO in shown_at(outcome.point)


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
