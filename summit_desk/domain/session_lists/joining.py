"""Put together the rows of a sheet that tell of one session."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from summit_desk.domain.session_lists.drafts import SessionDraft, joined


def without_weak_keys(drafts: list[SessionDraft]) -> list[SessionDraft]:
    """Return the drafts without their keys, if one key stands for several sessions."""
    titles: dict[str, str] = {}
    weak = any(titles.setdefault(one.key, one.title) != one.title for one in drafts if one.key)
    return [replace(draft, key="") for draft in drafts] if weak else drafts


def has_row_per_speaker(drafts: Sequence[SessionDraft]) -> bool:
    """Tell whether the sheet has a row for each speaker, so that a cell is one name."""
    seen: dict[object, str] = {}
    for draft in drafts:
        said = " ".join(guest.text for guest in draft.guests)
        if draft.title and draft.starts_at and said:
            first = seen.setdefault(draft.place, said)
            if first != said:
                return True
    return False


def put_together(drafts: Sequence[SessionDraft]) -> list[SessionDraft]:
    """Return one draft for each session, with everybody whom its rows name."""
    found: list[SessionDraft] = []
    at: dict[object, int] = {}
    for draft in drafts:
        if not draft.title and draft.guests and found and draft.starts_at in _goes_on(found[-1]):
            found[-1] = joined(found[-1], replace(draft, remarks=()))
            continue
        place = draft.identity
        if draft.title and place in at and _adds(found[at[place]], draft):
            found[at[place]] = joined(found[at[place]], draft)
            continue
        at.setdefault(place, len(found))
        found.append(draft)
    return found


def _goes_on(before: SessionDraft) -> tuple[datetime | None, ...]:
    return (None, before.starts_at)


def _adds(first: SessionDraft, later: SessionDraft) -> bool:
    """Tell whether a second row of a session names somebody whom the first did not."""
    known = {guest.text for guest in first.guests}
    return any(guest.text not in known for guest in later.guests)
