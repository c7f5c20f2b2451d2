"""Where things are in the grid: minutes and rooms to pixels and back, lanes for what overlaps."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import QRectF

from summit_desk.domain.agenda_moves import minute_of
from summit_desk.domain.agenda_view import AgendaDay, AgendaItem
from summit_desk.domain.records import Room

HOUR = 60
AXIS = 62.0  # width of the times at the left
HEADER = 52.0  # height of the rooms at the top
NARROWEST = 156.0  # a room's column
SLIM = 40.0  # the column of a room that nothing is planned in that day
GAP = 10.0  # between columns
SPACE = 3.0  # between a card and what touches it
MARGIN = 14.0  # above the first hour and below the last
ZOOMS = (0.7, 1.0, 1.36, 1.57, 2.2, 3.2, 4.6, 6.4)  # pixels per minute


@dataclass(frozen=True)
class Hours:
    """The stretch of a day that the grid shows, in minutes after its midnight."""

    first: int
    last: int


def hours_of(day: AgendaDay, items: Sequence[AgendaItem]) -> Hours:
    """Return whole hours that hold the day's opening times and everything planned."""
    opens = day.record.opens if day.record else time(8)
    closes = day.record.closes if day.record else time(18)
    starts = [_minutes(opens)] + [_start(day.date, item) for item in items]
    ends = [_minutes(closes)] + [_end(day.date, item) for item in items]
    last = max([*ends, min(starts) + HOUR])
    return Hours(min(starts) // HOUR * HOUR, -(-last // HOUR) * HOUR)


@dataclass(frozen=True)
class Grid:
    """The grid of one day at one zoom and width."""

    day: date
    hours: Hours
    rooms: Sequence[Room]
    zoom: float  # pixels per minute
    edges: Sequence[float]  # where each room's column begins, and where the last one ends

    @classmethod
    def fitted(
        cls, day: AgendaDay, items: Sequence[AgendaItem], rooms: Sequence[Room], zoom: float,
        width: float,
    ) -> "Grid":  # fmt: skip
        """Return a grid whose columns share the width, as long as they don't get too narrow.

        Where space is short, rooms in which nothing is planned that day stay slim.
        """
        every = {room.id for room in rooms}
        tight = AXIS + len(every) * (NARROWEST + GAP) + GAP > width
        used = ({item.room.id for item in items if item.room} if tight else every) or every
        slim = sum(room.id not in used for room in rooms) * SLIM
        share = (width - AXIS - GAP - slim) / max(len(used), 1)
        wide = max(NARROWEST + GAP, share)
        widths = [wide if room.id in used else SLIM for room in rooms]
        edges = tuple(accumulate(widths, initial=AXIS))
        return cls(day.date, hours_of(day, items), rooms, zoom, edges)

    @property
    def width(self) -> float:
        return self.edges[-1] + GAP

    @property
    def height(self) -> float:
        return HEADER + 2 * MARGIN + (self.hours.last - self.hours.first) * self.zoom

    def y(self, minute: float) -> float:
        return HEADER + MARGIN + (minute - self.hours.first) * self.zoom

    def minute(self, y: float) -> float:
        return self.hours.first + (y - HEADER - MARGIN) / self.zoom

    def x(self, column: int) -> float:
        return self.edges[column]

    def width_of(self, column: int) -> float:
        """Return how wide the cards of a room may be."""
        return self.edges[column + 1] - self.edges[column] - GAP

    def is_slim(self, column: int) -> bool:
        """Tell whether nothing is planned in a room that day."""
        return self.width_of(column) < NARROWEST

    def column_at(self, x: float) -> int | None:
        at = bisect_right(self.edges, x) - 1
        return at if 0 <= at < len(self.rooms) else None

    def room_at(self, x: float) -> Room | None:
        at = self.column_at(x)
        return None if at is None else self.rooms[at]

    def column_of(self, room_id: UUID) -> int | None:
        return next((at for at, room in enumerate(self.rooms) if room.id == room_id), None)

    def box(self, column: int, start: float, end: float, lane: tuple[int, int]) -> QRectF:
        """Return the rectangle of a card: `lane` is which of how many side by side."""
        at, of = lane
        width = self.width_of(column) / of
        top = self.y(start)
        return QRectF(
            self.x(column) + at * width,
            top + SPACE / 2,
            width - (SPACE if at < of - 1 else 0),
            max((end - start) * self.zoom - SPACE, 9.0),
        )

    def boxes(self, items: Sequence[AgendaItem]) -> list[tuple[AgendaItem, QRectF]]:
        """Return every card that has a place, room by room from top to bottom."""
        placed = []
        here: dict[UUID, list[AgendaItem]] = {room.id: [] for room in self.rooms}
        for item in items:
            if item.room is not None and item.room.id in here:
                here[item.room.id].append(item)
        for column, room in enumerate(self.rooms):
            for item, lane in lanes(here[room.id]):
                start, end = _start(self.day, item), _end(self.day, item)
                placed.append((item, self.box(column, start, end, lane)))
        return placed


def lanes(items: Sequence[AgendaItem]) -> list[tuple[AgendaItem, tuple[int, int]]]:
    """Put what overlaps side by side: each item with its lane and how many there are."""
    placed: list[tuple[AgendaItem, tuple[int, int]]] = []
    cluster: list[tuple[AgendaItem, int]] = []
    ends: list[datetime] = []  # of each lane
    for item in sorted(items, key=lambda item: (item.starts_at, item.ends_at, item.id)):
        assert item.starts_at is not None
        assert item.ends_at is not None
        if ends and item.starts_at >= max(ends):
            placed += [(one, (lane, len(ends))) for one, lane in cluster]
            cluster, ends = [], []
        free = next((at for at, end in enumerate(ends) if end <= item.starts_at), len(ends))
        ends[free : free + 1] = [item.ends_at]
        cluster.append((item, free))
    return placed + [(one, (lane, len(ends))) for one, lane in cluster]


def _minutes(at: time) -> int:
    return at.hour * HOUR + at.minute


def _start(day: date, item: AgendaItem) -> int:
    assert item.starts_at is not None
    return minute_of(day, item.starts_at)


def _end(day: date, item: AgendaItem) -> int:
    assert item.starts_at is not None
    return minute_of(day, item.starts_at) + item.session.minutes
