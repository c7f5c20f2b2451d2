"""How a session looks on its card: colour by kind, who speaks, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from summit_desk.domain.agenda_view import AgendaItem, Guest
from summit_desk.domain.agenda_words import ROLES, SESSION_KINDS, SESSION_STATUSES
from summit_desk.domain.findings import Severity
from summit_desk.domain.records import PartRole, SessionKind, SessionStatus
from summit_desk.support.i18n import Language, _, current_language, in_words
from ui.kit.tones import Tone

TONES = {
    SessionKind.CEREMONY: Tone.BLUE,
    SessionKind.KEYNOTE: Tone.BLUE,
    SessionKind.TALK: Tone.BLUE,
    SessionKind.PANEL: Tone.VIOLET,
    SessionKind.DIALOGUE: Tone.VIOLET,
    SessionKind.SIGNING: Tone.AMBER,
    SessionKind.MATCHMAKING: Tone.GREEN,
    SessionKind.TRAINING: Tone.GREEN,
    SessionKind.VISIT: Tone.TEAL,
    SessionKind.BREAK: Tone.GREY,
    SessionKind.MEAL: Tone.GREY,
    SessionKind.REGISTRATION: Tone.GREY,
}
LEADING = (PartRole.HOST, PartRole.CHAIR, PartRole.MODERATOR)
SILENT = (PartRole.INTERPRETER,)
MOST_NAMES = 3


@dataclass(frozen=True)
class Look:
    """What the painter needs to know of a card."""

    title: str
    people: str
    time: str
    tone: Tone
    word: str = ""  # after the people, always to be read, e.g. "clash"
    clash: bool = False
    warning: bool = False
    draft: bool = False
    cancelled: bool = False


def look_of(item: AgendaItem) -> Look:
    """Return how a session looks on its card."""
    grave = item.severity in (Severity.BLOCK, Severity.WARN)
    return Look(
        title=item.title,
        people=people_line(item.guests),
        word=_("clash") if item.clashes else "",
        time=time_line(item),
        tone=Tone.RED if item.clashes else TONES[item.session.kind],
        clash=item.clashes,
        warning=grave and not item.clashes,
        draft=item.session.status is SessionStatus.DRAFT,
        cancelled=item.session.status is SessionStatus.CANCELLED,
    )


def people_line(guests: Sequence[Guest]) -> str:
    """Return who leads and who speaks, in few words."""
    leading = [guest for guest in guests if guest.part.role in LEADING]
    speaking = [guest for guest in guests if guest.part.role not in LEADING + SILENT]
    said = []
    if leading:
        role = _(ROLES[leading[0].part.role])
        said.append(_("{role}: {names}").format(role=role, names=names(leading)))
    if len(speaking) > MOST_NAMES:
        said.append(_("{count} speakers").format(count=len(speaking)))
    elif speaking:
        said.append(names(speaking))
    return " · ".join(said)


def names(guests: Sequence[Guest]) -> str:
    """Return the names of some people in a row."""
    comma = "、" if current_language() is Language.CHINESE else ", "
    return comma.join(guest.name for guest in guests)


def time_line(item: AgendaItem) -> str:
    """Return from when to when a session lasts."""
    if item.starts_at is None or item.ends_at is None:
        return _("{minutes} min").format(minutes=item.session.minutes)
    return f"{item.starts_at:%H:%M}–{item.ends_at:%H:%M}"


def tooltip(item: AgendaItem) -> str:
    """Return everything about a session, one thing per line."""
    kind = _(SESSION_KINDS[item.session.kind])
    lines = [item.title, " · ".join(filter(None, (time_line(item), _place(item), kind)))]
    if item.session.status is not SessionStatus.CONFIRMED:
        lines.append(_(SESSION_STATUSES[item.session.status]))
    lines += [guest_line(guest) for guest in item.guests]
    lines += [f"⚠ {conflict.finding.text()}" for conflict in item.conflicts]
    return "\n".join(lines)


def guest_line(guest: Guest) -> str:
    """Return role, name and position of somebody who takes part."""
    who = " ".join(filter(None, (guest.name, guest.line)))
    return _("{role}: {names}").format(role=_(ROLES[guest.part.role]), names=who)


def _place(item: AgendaItem) -> str:
    return in_words(item.room.name, item.room.name_other) if item.room else ""
