"""Which session of the agenda a row of a sheet means."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from summit_desk.domain.agenda_words import INTERLUDES
from summit_desk.domain.records import Session
from summit_desk.domain.session_lists.drafts import SessionDraft
from summit_desk.domain.session_lists.known import KnownAgenda
from summit_desk.domain.text_cleaning import fold_for_match


def match_sessions(drafts: Sequence[SessionDraft], known: KnownAgenda) -> list[Session | None]:
    """Return the session that each draft means, each session once.

    First by the key of the other system, then by title, start and room; then a title that stands
    once on both sides moved within its day, or was waiting without a time.
    """
    found: list[Session | None] = [None] * len(drafts)
    taken: set[UUID] = set()
    for rule in (_by_key, _in_place, _in_another_room, _moved):
        open_titles = Counter(d.folded for d, m in zip(drafts, found, strict=True) if m is None)
        for at, draft in enumerate(drafts):
            if found[at] is not None or (rule is _moved and open_titles[draft.folded] > 1):
                continue
            match = rule(draft, known, taken)
            if match is not None:
                found[at] = match
                taken.add(match.id)
    return found


def _by_key(draft: SessionDraft, known: KnownAgenda, taken: set[UUID]) -> Session | None:
    session = known.session_of.get(known.keys[draft.key]) if draft.key in known.keys else None
    return session if session and session.id not in taken else None


def _titled(draft: SessionDraft, known: KnownAgenda, taken: set[UUID]) -> list[Session]:
    return [one for one in known.by_title.get(draft.folded, ()) if one.id not in taken]


def _in_place(draft: SessionDraft, known: KnownAgenda, taken: set[UUID]) -> Session | None:
    for session in _titled(draft, known, taken):
        room = known.room_used(session)
        names = {fold_for_match(room.name), fold_for_match(room.name_other)} if room else {""}
        if session.starts_at == draft.starts_at and fold_for_match(draft.room) in names:
            return session
    return None


def _in_another_room(draft: SessionDraft, known: KnownAgenda, taken: set[UUID]) -> Session | None:
    """Return the only session of this title and start, if one of both sides names no room."""
    held = _titled(draft, known, taken)
    same = [session for session in held if session.starts_at == draft.starts_at]
    if len(same) != 1 or (draft.room and known.room_used(same[0])):
        return None
    return same[0]


def _moved(draft: SessionDraft, known: KnownAgenda, taken: set[UUID]) -> Session | None:
    """Return the session that has moved; of breaks an agenda has many with one title."""
    held = _titled(draft, known, taken)
    if len(held) != 1 or draft.kind in INTERLUDES or draft.starts_at is None:
        return None
    start = held[0].starts_at
    return held[0] if start is None or start.date() == draft.starts_at.date() else None
