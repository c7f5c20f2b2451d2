"""Checks for when a session is: the event's days, midnight, the clocks, no time at all."""

from collections.abc import Iterator

from summit_desk.domain.agenda_checks.telling import title, told, when
from summit_desk.domain.agenda_snapshot import AgendaSnapshot
from summit_desk.domain.agenda_time import agenda_day, turn_of
from summit_desk.domain.conflicts import Conflict, ConflictKind
from summit_desk.domain.spoken import When
from summit_desk.domain.wall_time import local_time
from summit_desk.support.i18n import N_


def outside_days(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find sessions that are not on a day of the event."""
    event = snapshot.event
    for session in snapshot.live:
        if session.starts_at is None:
            continue
        if event.first_day <= agenda_day(session.starts_at) <= event.last_day:
            continue
        yield told(
            snapshot,
            ConflictKind.OUTSIDE_DAYS,
            N_("“{title}” ({at}) is outside the days of {event}, {first} to {last}."),
            (session,),
            title=title(session),
            at=when(session),
            event=event.short_name or event.name,
            first=event.first_day,
            last=event.last_day,
        )


def no_such_time(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find sessions whose time does not exist, or exists twice, where the clocks change."""
    for session in snapshot.live:
        if session.starts_at is None or session.minutes <= 0 or session.id in snapshot.spans:
            continue
        yield told(
            snapshot,
            ConflictKind.NO_SUCH_TIME,
            N_("“{title}” is at {at}, a time that {zone} skips or has twice."),
            (session,),
            title=title(session),
            at=when(session),
            zone=snapshot.event.zone,
        )


def over_midnight(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find sessions that begin on one date and end on the next, or past the turn of the day."""
    for session_id, span in snapshot.spans.items():
        session = snapshot.session_of[session_id]
        assert session.starts_at is not None
        end = local_time(span.end, snapshot.event.zone)
        midnight = end.replace(hour=0, minute=0, second=0, microsecond=0)
        crosses = session.starts_at < midnight < end
        if crosses or end > turn_of(agenda_day(session.starts_at)):
            yield told(
                snapshot,
                ConflictKind.OVER_MIDNIGHT,
                N_("“{title}” goes over midnight: from {at} to {end}."),
                (session,),
                title=title(session),
                at=when(session),
                end=When(end),
            )


def not_scheduled(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find sessions without a time."""
    for session in snapshot.live:
        if session.starts_at is None:
            yield told(
                snapshot,
                ConflictKind.NOT_SCHEDULED,
                N_("“{title}” has no time yet."),
                (session,),
                title=title(session),
            )


def no_room(snapshot: AgendaSnapshot) -> Iterator[Conflict]:
    """Find sessions that have a time, but neither a room nor a forum with one."""
    for session in snapshot.live:
        if session.starts_at is not None and snapshot.room_used(session) is None:
            yield told(
                snapshot,
                ConflictKind.NO_ROOM,
                N_("“{title}” ({at}) has no room yet."),
                (session,),
                title=title(session),
                at=when(session),
            )
