"""What the overview shows: the figures of an event at one moment, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.spoken import Both


class Phase(StrEnum):
    """Where an event stands in time."""

    AHEAD = "ahead"
    UNDER_WAY = "under_way"
    OVER = "over"


@dataclass(frozen=True)
class Countdown:
    """How far away the event is; `number` counts the days to it, or the days it has lasted."""

    phase: Phase
    number: int
    days: int  # that the event lasts
    opens_at: datetime  # wall-clock: the first session people sit in


@dataclass(frozen=True)
class DayFigure:
    """How many people were registered at the end of a day."""

    day: date
    registered: int


@dataclass(frozen=True)
class ForumLoad:
    """How full a forum is; `seats` None: nobody said how many there are."""

    forum_id: UUID
    name: Both
    room: Both
    floor: str
    registered: int
    seats: int | None


@dataclass(frozen=True)
class Overview:
    """The figures of an event."""

    registered: int
    new: int  # since this time yesterday
    confirmed: int
    arrived: int
    doors_open_at: datetime  # wall-clock
    speakers: int
    speakers_ready: int  # nothing is missing from them
    countdown: Countdown
    progress: Sequence[DayFigure] = ()
    forums: Sequence[ForumLoad] = ()


def countdown(today: date, first: date, last: date, opens_at: datetime) -> Countdown:
    """Return how far away an event is on a day of its own zone."""
    days = (last - first).days + 1
    if today < first:
        return Countdown(Phase.AHEAD, (first - today).days, days, opens_at)
    if today <= last:
        return Countdown(Phase.UNDER_WAY, (today - first).days + 1, days, opens_at)
    return Countdown(Phase.OVER, days, days, opens_at)


def chart_days(first: date, last: date, most: int) -> list[date]:
    """Return at most `most` days from the first to the last, evenly apart, the last among them."""
    span = (last - first).days
    step = max(1, -(-span // (most - 1)))
    days = [date.fromordinal(last.toordinal() - back) for back in range(0, span + 1, step)]
    return sorted(days)
