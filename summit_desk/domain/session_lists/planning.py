"""Compare the sessions of a sheet with the agenda: a verdict for each, nothing written."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from summit_desk.domain.agenda_rules import session_problems
from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Session, SessionKind
from summit_desk.domain.remarks import Remark
from summit_desk.domain.session_lists.differences import differences, with_draft
from summit_desk.domain.session_lists.drafts import NO_LENGTH, NO_TITLE, OUTSIDE, SessionDraft
from summit_desk.domain.session_lists.known import KnownAgenda
from summit_desk.domain.session_lists.matching import match_sessions
from summit_desk.domain.session_lists.people import ListedPeople
from summit_desk.domain.session_lists.plan import PlannedSession, SessionPlan
from summit_desk.domain.session_lists.sheets import AgendaSheet
from summit_desk.domain.text_cleaning import fold_for_match
from summit_desk.support.i18n import N_

TWICE = N_("The session is in row {row} already.")
USUAL_MINUTES = 30
LONGEST_GAP = 90  # minutes to the next session of the room that a length is taken from


def plan_sessions(
    file: str,
    sheet: AgendaSheet,
    drafts: Sequence[SessionDraft],
    known: KnownAgenda,
    progress: Progress = SILENT,
) -> SessionPlan:
    """Return what the sessions of a sheet would change."""
    first = _first_rows(drafts)
    unique = [draft for draft in drafts if first[draft.identity] == draft.row and draft.title]
    matches = match_sessions(unique, known)
    people = ListedPeople(unique, matches, known)
    found = {draft.row: match for draft, match in zip(unique, matches, strict=True)}
    lengths = _lengths(unique)
    lines = []
    for at, draft in enumerate(drafts):
        progress.step(at, len(drafts))
        if draft.row in found:
            lines.append(_judged(draft, found[draft.row], known, people, lengths))
        else:
            lines.append(_refused(draft, first[draft.identity]))
    return SessionPlan(
        event_id=known.event.id,
        file=file,
        stamp=known.stamp,
        rows=len(sheet.rows),
        lines=tuple(lines),
        people=tuple(people.people.values()),
        keys=people.keys,
        rooms=_new_names((line.draft.room for line in lines if line.applies), known.room_keys),
        forums=_new_names((line.draft.forum for line in lines if line.applies), known.forum_keys),
        columns=tuple((use.title, use.part) for use in sheet.uses if use.part),
        left_out=sheet.left_out,
    )


def _first_rows(drafts: Sequence[SessionDraft]) -> dict[object, int]:
    first: dict[object, int] = {}
    for draft in drafts:
        first.setdefault(draft.identity, draft.row)
    return first


def _refused(draft: SessionDraft, first: int) -> PlannedSession:
    if not draft.title:
        return PlannedSession(draft, RowVerdict.ERROR, remarks=(Remark(NO_TITLE),))
    remark = Remark(TWICE, {"row": first})
    return PlannedSession(draft, RowVerdict.DUPLICATE, remarks=(remark,))


def _judged(
    draft: SessionDraft,
    session: Session | None,
    known: KnownAgenda,
    people: ListedPeople,
    lengths: Mapping[int, int],
) -> PlannedSession:
    if session is None and draft.minutes is None:
        minutes = lengths[draft.row]
        draft = replace(draft, minutes=minutes).remarked(NO_LENGTH, minutes=minutes)
    made = with_draft(session, draft) if session else new_session(known, draft)
    problems = session_problems(made, (), known.event.zone)
    remarks = [*draft.remarks, *_on_people(draft, people)]
    if problems:
        said = [Remark(problem.sentence, problem.details) for problem in problems]
        return PlannedSession(draft, RowVerdict.ERROR, session, remarks=(*said, *remarks))
    if draft.starts_at is not None and not known.is_day(draft.starts_at):
        remarks.append(Remark(OUTSIDE, {"day": draft.starts_at.date()}))
    if session is None:
        return PlannedSession(draft, RowVerdict.NEW, remarks=tuple(remarks))
    changes = tuple(differences(session, draft, known, people))
    verdict = RowVerdict.UPDATE if changes else RowVerdict.SAME
    return PlannedSession(draft, verdict, session, changes, tuple(remarks))


def new_session(known: KnownAgenda, draft: SessionDraft) -> Session:
    """Return the session that a draft tells of."""
    return Session(
        event_id=known.event.id,
        title=draft.title,
        title_other=draft.title_other,
        starts_at=draft.starts_at,
        minutes=draft.minutes or USUAL_MINUTES,
        kind=draft.kind or SessionKind.TALK,
        abstract=draft.abstract,
    )


def _on_people(draft: SessionDraft, people: ListedPeople) -> list[Remark]:
    listed = [people.of(guest.named) for guest in draft.guests if guest.named]
    return [one.remark for one in listed if one.remark]


def _lengths(drafts: Sequence[SessionDraft]) -> dict[int, int]:
    """Return the length of each session as the next start in its room tells it."""
    starts: dict[str, list[datetime]] = {}
    for draft in drafts:
        if draft.starts_at is not None:
            starts.setdefault(fold_for_match(draft.room), []).append(draft.starts_at)
    for held in starts.values():
        held.sort()
    return {draft.row: _length(draft, starts) for draft in drafts}


def _length(draft: SessionDraft, starts: Mapping[str, Sequence[datetime]]) -> int:
    if draft.starts_at is None:
        return USUAL_MINUTES
    held = starts[fold_for_match(draft.room)]
    after = bisect_right(held, draft.starts_at)
    if after == len(held):
        return USUAL_MINUTES
    gap = int((held[after] - draft.starts_at).total_seconds() // 60)
    return gap if 0 < gap <= LONGEST_GAP else USUAL_MINUTES


def _new_names(names: Iterable[str], known: Mapping[str, object]) -> tuple[str, ...]:
    wanted = {fold_for_match(name): name for name in names if name}
    return tuple(name for key, name in wanted.items() if key not in known)
