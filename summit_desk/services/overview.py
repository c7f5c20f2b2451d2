"""The overview: where an event stands, in figures."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from db.queries import overview as asked
from db.queries.agenda import registered_per_forum
from db.queries.check_in import arrived_by_category
from db.store import Store
from db.unit import View
from summit_desk.domain.overview import (
    DayFigure,
    ForumLoad,
    Overview,
    chart_days,
    countdown,
)
from summit_desk.domain.records import (
    CheckPoint,
    Day,
    Event,
    Forum,
    PointKind,
    Room,
    Session,
    SessionKind,
    SessionStatus,
)
from summit_desk.domain.spoken import Both
from summit_desk.support.clock import Clock

YESTERDAY = timedelta(days=1)
OPENS = time(8, 0)
MOST_DAYS = 30  # on the chart
NOWHERE = Both("")
BEFORE_IT_BEGINS = (SessionKind.REGISTRATION, SessionKind.BREAK, SessionKind.MEAL)


class OverviewService:
    """Counts; reads no rows that grow with the number of people."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def overview(self, event_id: UUID) -> Overview:
        """Return the figures of an event as of now."""
        with self._store.view() as view:
            event = view.get(Event, event_id)
            totals = asked.totals(view, event_id, self._now() - YESTERDAY)
            ready, speakers = asked.speakers_ready(view, event_id)
            today = self._now().astimezone(ZoneInfo(event.zone)).date()
            begins = _begins(view, event)
            return Overview(
                registered=totals.registered,
                new=totals.new,
                confirmed=totals.confirmed,
                arrived=_arrived(view, event_id),
                doors_open_at=_doors_open(view, event),
                speakers=speakers,
                speakers_ready=ready,
                countdown=countdown(today, event.first_day, event.last_day, begins),
                progress=tuple(_progress(view, event, totals)),
                forums=tuple(_loads(view, event_id)),
            )


def _arrived(view: View, event_id: UUID) -> int:
    """Return how many different people came in at an entrance."""
    entrances = view.all(CheckPoint, event_id=event_id, kind=PointKind.ENTRANCE)
    return sum(
        sum(arrived_by_category(view.session, point.id, None).values()) for point in entrances
    )


def _doors_open(view: View, event: Event) -> datetime:
    day = view.find(Day, event_id=event.id, date=event.first_day)
    return datetime.combine(event.first_day, day.opens if day else OPENS)


def _begins(view: View, event: Event) -> datetime:
    """Return when the first session begins for which people sit down."""
    starts = [
        session.starts_at
        for session in view.all(Session, event_id=event.id)
        if session.starts_at is not None
        and session.kind not in BEFORE_IT_BEGINS
        and session.status is not SessionStatus.CANCELLED
    ]
    return min(starts, default=_doors_open(view, event))


def _progress(view: View, event: Event, totals: asked.Totals) -> list[DayFigure]:
    if totals.first is None or totals.last is None:
        return []
    zone = ZoneInfo(event.zone)
    first, last = (moment.astimezone(zone).date() for moment in (totals.first, totals.last))
    days = chart_days(first, last, MOST_DAYS)
    counts = asked.registered_before(view, event.id, [_end_of(day, zone) for day in days])
    return [DayFigure(day, count) for day, count in zip(days, counts, strict=True)]


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + YESTERDAY, time(), tzinfo=zone).astimezone(UTC)


def _loads(view: View, event_id: UUID) -> list[ForumLoad]:
    rooms = {room.id: room for room in view.all(Room, event_id=event_id)}
    registered = registered_per_forum(view, event_id)
    return [
        _load(forum, rooms.get(forum.room_id) if forum.room_id else None, registered)
        for forum in view.all(Forum, event_id=event_id)
    ]


def _load(forum: Forum, room: Room | None, registered: dict[UUID, int]) -> ForumLoad:
    seats = [one for one in (forum.capacity, room.capacity if room else None) if one is not None]
    return ForumLoad(
        forum_id=forum.id,
        name=Both(forum.name, forum.name_other),
        room=Both(room.name, room.name_other) if room else NOWHERE,
        floor=room.floor if room else "",
        registered=registered.get(forum.id, 0),
        seats=min(seats, default=None),
    )
