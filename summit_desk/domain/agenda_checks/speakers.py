"""Checks for people on the agenda who have not confirmed or not sent their material."""

from collections.abc import Iterator
from uuid import UUID

from summit_desk.domain.agenda_checks.telling import title, told
from summit_desk.domain.agenda_snapshot import AgendaSnapshot, by_time
from summit_desk.domain.agenda_words import MATERIALS, SPEAKER_STATUSES, SPEAKING
from summit_desk.domain.conflicts import Conflict, ConflictKind
from summit_desk.domain.places import Place, ScreenName
from summit_desk.domain.records import Session, SpeakerStatus
from summit_desk.domain.spoken import Word, Words
from summit_desk.support.i18n import N_


def not_confirmed(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find people on the agenda who declined, or have not confirmed yet."""
    for person_id, sessions in _appearances(snapshot).items():
        speaker = snapshot.speakers.get(person_id)
        if speaker is None or speaker.status is SpeakerStatus.CONFIRMED:
            continue
        declined = speaker.status is SpeakerStatus.DECLINED
        yield told(
            snapshot,
            ConflictKind.DECLINED if declined else ConflictKind.NOT_CONFIRMED,
            N_("{name} has declined, but is still in “{title}”.")
            if declined
            else N_("{name} is in “{title}”, but has not confirmed (status: {status})."),
            sessions,
            place=Place(ScreenName.SPEAKERS, speaker.id),
            name=snapshot.people.get(person_id, ""),
            title=title(sessions[0]),
            status=Word(SPEAKER_STATUSES[speaker.status]),
        )


def no_material(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find speakers from whom something that was asked has not come."""
    for person_id, sessions in _appearances(snapshot, speaking=True).items():
        speaker = snapshot.speakers.get(person_id)
        if speaker is None or not speaker.missing or speaker.status is SpeakerStatus.DECLINED:
            continue
        yield told(
            snapshot,
            ConflictKind.NO_MATERIAL,
            N_("{name} speaks in “{title}”, but this has not come: {missing}."),
            sessions,
            place=Place(ScreenName.SPEAKERS, speaker.id),
            name=snapshot.people.get(person_id, ""),
            title=title(sessions[0]),
            missing=Words(tuple(MATERIALS[kind] for kind in speaker.missing)),
        )


def _appearances(snapshot: AgendaSnapshot, *, speaking: bool = False) -> dict[UUID, list[Session]]:
    """Return the live sessions of each person, the first one first."""
    found: dict[UUID, dict[UUID, Session]] = {}
    live = {session.id: session for session in snapshot.live}
    for part in snapshot.parts:
        session = live.get(part.session_id)
        if part.person_id is None or session is None:
            continue
        if not speaking or part.role in SPEAKING:
            found.setdefault(part.person_id, {})[session.id] = session
    return {
        person_id: sorted(sessions.values(), key=by_time) for person_id, sessions in found.items()
    }
