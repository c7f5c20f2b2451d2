"""How a check tells what it found."""

from collections.abc import Sequence

from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.conflicts import FIXES, LEVELS, Conflict, ConflictKind
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import Forum, Room, Session
from summit_desk.domain.spoken import Both, When, Word
from summit_desk.support.i18n import N_


def told(
    snapshot: AgendaSnapshot,
    kind: ConflictKind,
    sentence: str,
    sessions: Sequence[Session],
    *,
    place: Place | None = None,
    **details: object,
) -> Conflict:
    """Return a conflict about `sessions`; `details` fill the blanks of the sentence.

    Its subject is the person or forum that is named, else the first session; its place is that
    session, unless it is better mended elsewhere.
    """
    finding = Finding(
        severity=severity(snapshot, kind),
        kind=kind.value,
        subject=str(details.get("name") or details.get("title") or ""),
        sentence=sentence,
        details=details,
        place=place or Place(ScreenName.AGENDA, sessions[0].id if sessions else None),
        fix=FIXES[kind],
    )
    return Conflict(kind, finding, tuple(session.id for session in sessions))


def severity(snapshot: AgendaSnapshot, kind: ConflictKind) -> Severity:
    """Return how grave a kind is here (one that is switched off is dropped later)."""
    return snapshot.levels.get(kind) or LEVELS[kind]


def title(session: Session) -> Both:
    return Both(session.title, session.title_other)


def named(thing: Forum | Room) -> Both:
    return Both(thing.name, thing.name_other)


def when(session: Session) -> When | Word:
    """Return the time of a session, or that it has none."""
    return When(session.starts_at) if session.starts_at else Word(N_("not scheduled"))
