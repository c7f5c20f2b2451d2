"""Which points an attendance list is about, and how its forums fared."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from db.queries.attendance import coming_to, entered_any, entry_times
from db.unit import View
from summit_desk.domain.attendance.figures import ForumFigures, PointDay
from summit_desk.domain.check_in.doors import Door
from summit_desk.domain.check_in.stays import counted_until
from summit_desk.domain.errors import Missing
from summit_desk.domain.records import (
    CheckPoint,
    Event,
    Forum,
    ForumKind,
    PointKind,
    Policy,
    Session,
)
from summit_desk.domain.thing_words import thing_word
from summit_desk.services.doors import Doors

DAY = timedelta(days=1)
ATTENDED = frozenset({PointKind.ENTRANCE, PointKind.FORUM, PointKind.SESSION})
"""Points at which one comes to a forum; its lunch or its gifts are no attendance."""


def chosen_doors(doors: Doors, point_id: UUID | None) -> list[Door]:
    """Return the door that is asked for, or all of them; raises Missing."""
    if point_id is None:
        return list(doors.doors)
    door = doors.by_point.get(point_id)
    if door is None:
        raise Missing(thing=thing_word("check_point"))
    return [door]


def point_days(view: View, doors: Doors, door: Door, now: datetime) -> Iterator[PointDay]:
    """Yield a point, or every day of it on which somebody came where each day begins anew."""
    end = counted_until(door.point, now, event_end(doors.event))
    if door.point.policy is not Policy.ONCE_PER_DAY:
        yield PointDay(door, now, end=end)
        return
    zone = doors.zone
    days = {at.astimezone(zone).date() for at in entry_times(view.session, door.point.id)}
    for day in sorted(days or {now.astimezone(zone).date()}):
        since = _midnight(day, zone)
        yield PointDay(door, since, day, since, _midnight(day + DAY, zone), end)


def event_end(event: Event) -> datetime:
    """Return the midnight after the last day of an event."""
    return _midnight(event.last_day + DAY, ZoneInfo(event.zone))


def points_of_forums(
    view: View, event: Event, points: Sequence[CheckPoint]
) -> list[tuple[Forum, list[CheckPoint]]]:
    """Return every forum with the points at which one comes to it or to its agenda items."""
    sessions = {one.id: one.forum_id for one in view.all(Session, event_id=event.id)}
    found: dict[UUID | None, list[CheckPoint]] = {}
    for point in points:
        if point.kind in ATTENDED:
            key = sessions.get(point.session_id) if point.session_id else None
            found.setdefault(point.forum_id or key, []).append(point)
    return [(one, found.get(one.id, [])) for one in view.all(Forum, event_id=event.id)]


def forum_figures(
    view: View, forum: Forum, points: Sequence[CheckPoint], only: frozenset[str] | None
) -> ForumFigures:
    """Return the heads of a forum; `only` are the keys of a choice, None for everybody."""
    is_open = forum.kind is ForumKind.MAIN  # as its door is
    registered = coming_to(view.session, forum.event_id, None if is_open else forum.id)
    came = entered_any(view.session, [point.id for point in points])
    if only is not None:
        registered, came = registered & only, came & only
    return ForumFigures(
        forum=forum,
        points=tuple(points),
        registered=len(registered),
        came=len(came & registered) if points else None,
        unregistered=len(came - registered) if points else None,
        is_open=is_open,
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
