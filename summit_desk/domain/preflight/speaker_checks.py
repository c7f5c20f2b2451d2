"""Checks on speakers beyond the agenda's own: who arrives too late, who speaks nowhere."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from summit_desk.domain.agenda_checks.telling import title, when
from summit_desk.domain.dates import DateContext, parse_moment
from summit_desk.domain.findings import Finding, Severity
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.preflight.snapshot import PreflightSnapshot
from summit_desk.domain.records import Session, Speaker, SpeakerStatus
from summit_desk.domain.spoken import When
from summit_desk.support.i18n import N_


def arrives_late(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find speakers whose arrival, as noted, is after their first session begins."""
    first = _first_sessions(snapshot)
    for speaker in snapshot.speakers:
        found = first.get(speaker.person_id)
        arrival = _moment(speaker.arrival, snapshot)
        if found is None or arrival is None or speaker.status is SpeakerStatus.DECLINED:
            continue
        begins, session = found
        if arrival > begins:
            yield _late(snapshot, speaker, session, arrival)


def _late(
    snapshot: PreflightSnapshot, speaker: Speaker, session: Session, arrival: datetime
) -> Finding:
    name = snapshot.agenda.people.get(speaker.person_id, "")
    return Finding(
        Severity.BLOCK,
        "arrives_late",
        str(name),
        N_("{name} arrives at {arrival}, after “{title}” begins ({at})."),
        {"name": name, "arrival": When(arrival), "title": title(session), "at": when(session)},
        Place(ScreenName.SPEAKERS, speaker.id),
        N_("Move the session, or ask for an earlier arrival."),
    )


def without_session(snapshot: PreflightSnapshot) -> Iterator[Finding]:
    """Find people who are engaged as speakers but stand nowhere on the agenda."""
    on_agenda = {part.person_id for part in snapshot.agenda.parts}
    for speaker in snapshot.speakers:
        if speaker.person_id in on_agenda or speaker.status is SpeakerStatus.DECLINED:
            continue
        name = snapshot.agenda.people.get(speaker.person_id, "")
        yield Finding(
            Severity.HINT,
            "no_session",
            str(name),
            N_("{name} is invited as a speaker, but stands in no session."),
            {"name": name},
            Place(ScreenName.SPEAKERS, speaker.id),
            N_("Add the speaker to a session on the Agenda screen."),
        )


def _first_sessions(snapshot: PreflightSnapshot) -> dict[UUID, tuple[datetime, Session]]:
    """Return the first session of each person on the agenda, and when it begins."""
    held = {session.id: session for session in snapshot.agenda.live}
    first: dict[UUID, tuple[datetime, Session]] = {}
    for part in snapshot.agenda.parts:
        session = held.get(part.session_id)
        if part.person_id is None or session is None or session.starts_at is None:
            continue
        known = first.get(part.person_id)
        if known is None or session.starts_at < known[0]:
            first[part.person_id] = session.starts_at, session
    return first


def _moment(text: str, snapshot: PreflightSnapshot) -> datetime | None:
    """Return the arrival that a note begins with, if it names a day and a time."""
    found = parse_moment(text, DateContext(snapshot.agenda.event.first_day)) if text else None
    return found if found and (found.hour or found.minute) else None


SPEAKER_CHECKS: tuple[Callable[[PreflightSnapshot], Iterator[Finding]], ...] = (
    arrives_late,
    without_session,
)
