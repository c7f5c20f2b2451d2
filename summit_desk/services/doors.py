"""The check-in points of one event with all that a verdict needs, read once and kept in memory."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from db.queries import check_in as questions
from db.queries.check_in import Heads
from db.queries.scan_log import Span
from db.store import Store
from db.unit import View
from summit_desk.domain.check_in.doors import Door
from summit_desk.domain.check_in.stations import SET_BY
from summit_desk.domain.check_in.tally import Tally
from summit_desk.domain.records import (
    Category,
    CheckPoint,
    CustomField,
    Event,
    EventKey,
    Forum,
    ForumKind,
    Policy,
    Session,
    Setting,
)


class Doors:
    """One event's doors. Heads are counted when they are first asked for."""

    def __init__(
        self,
        store: Store,
        event: Event,
        keys: Mapping[str, EventKey],
        doors: Sequence[Door],
        categories: Sequence[Category],
        fields: Sequence[CustomField] = (),
    ) -> None:
        self._store, self.event, self.zone = store, event, ZoneInfo(event.zone)
        self.keys, self.doors = keys, doors
        self.by_point = {door.point.id: door for door in doors}
        self.fields = {field.key: field for field in fields}
        self.categories = {category.id: category for category in categories}
        self._tallies: dict[UUID, tuple[Span | None, Tally]] = {}
        self.refusers: Setting | None = None  # what a station file knows of them
        self._everybody: Heads | None = None

    def tally(self, door: Door, now: datetime) -> Tally:
        """Return the heads at a door; where each day begins anew, today's."""
        day = self.day(door.point, now)
        kept = self._tallies.get(door.point.id)
        if kept is None or kept[0] != day:
            kept = day, self._count(door, day)
            self._tallies[door.point.id] = kept
        return kept[1]

    def counted(self, door: Door) -> Tally | None:
        """Return the heads at a door if they were counted already."""
        kept = self._tallies.get(door.point.id)
        return kept[1] if kept else None

    @property
    def is_counted(self) -> bool:
        """Say whether the heads at every door are known."""
        return len(self._tallies) == len(self.doors)

    def count_all(self, now: datetime) -> None:
        """Count the heads at every door."""
        for door in self.doors:
            self.tally(door, now)

    def day(self, point: CheckPoint, now: datetime) -> Span | None:
        """Return the day of a point that counts each day anew; None for the others.

        A clock that was set back may have left scans of tomorrow, which must not count today.
        """
        if point.policy is not Policy.ONCE_PER_DAY:
            return None
        today = now.astimezone(self.zone).date()
        ends = (datetime.combine(day, time(), self.zone) for day in (today, today + timedelta(1)))
        begin, end = (instant.astimezone(UTC) for instant in ends)
        return begin, end

    def _count(self, door: Door, day: Span | None) -> Tally:
        with self._store.view() as view:
            expected = self._expected(view, door)
            arrived = questions.arrived_by_category(view.session, door.point.id, day)
            inside = sum(arrived.values())
            if door.point.policy is Policy.REENTRY_AFTER_EXIT:
                inside = questions.heads_inside(view.session, door.point.id)
        return Tally(tuple(self.categories.values()), dict(expected), arrived, inside)

    def _expected(self, view: View, door: Door) -> Heads:
        """Count who may come; those of all the open doors only once."""
        if not door.is_open:
            return questions.expected_by_category(view.session, door)
        if self._everybody is None:
            self._everybody = questions.expected_by_category(view.session, door)
        return self._everybody


def load_doors(store: Store, event_id: UUID) -> Doors:
    """Read the doors of an event."""
    with store.view() as view:
        points = view.all(CheckPoint, event_id=event_id)
        doors = Doors(
            store,
            view.get(Event, event_id),
            {key.tag: key for key in view.all(EventKey)},
            [_door(view, point) for point in points],
            view.all(Category, event_id=event_id),
            view.all(CustomField, event_id=event_id),
        )
        doors.refusers = view.find(Setting, event_id=event_id, key=SET_BY)
        return doors


def _door(view: View, point: CheckPoint) -> Door:
    named = (
        questions.attendees_of_leg(view.session, point.event_id, point.leg_id)
        if point.leg_id
        else None
    )
    return Door(point, _closed_forum(view, point), named)


def _closed_forum(view: View, point: CheckPoint) -> UUID | None:
    """Return the forum that one must be registered for: not the main one, it is for all."""
    forum_id = point.forum_id
    if forum_id is None and point.session_id is not None:
        session = view.find(Session, id=point.session_id)
        forum_id = session.forum_id if session else None
    forum = view.find(Forum, id=forum_id) if forum_id else None
    return forum.id if forum and forum.kind is not ForumKind.MAIN else None
