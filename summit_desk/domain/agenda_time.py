"""Wall-clock times of an agenda: which day they belong to and which instants they are."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from summit_desk.domain.errors.agenda import TimeDoubled, TimeSkipped
from summit_desk.domain.spoken import When
from summit_desk.domain.wall_time import LocalTime, instant, kind_of, local_time

DAY_TURNS = time(3)  # what happens before three in the morning belongs to the evening before
_NIGHT = timedelta(hours=DAY_TURNS.hour)


def agenda_day(wall: datetime) -> date:
    """Return the day of the agenda that a wall-clock time belongs to."""
    return (wall - _NIGHT).date()


def turn_of(day: date) -> datetime:
    """Return when the agenda's day ends: three in the morning of the next."""
    return datetime.combine(day + timedelta(days=1), DAY_TURNS)


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield each day from `first` to `last`, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def only_instant(wall: datetime, zone: str) -> datetime:
    """Return the one instant (UTC) that a wall-clock time names; raise where it names none or two.

    A guess would put a session an hour off without anybody noticing.
    """
    kind = kind_of(wall, zone)
    if kind is LocalTime.SKIPPED:
        raise TimeSkipped(time=When(wall), zone=zone)
    if kind is LocalTime.TWICE:
        raise TimeDoubled(time=When(wall), zone=zone)
    return instant(wall, zone)


def end_of(wall: datetime, minutes: int, zone: str) -> datetime:
    """Return what the clocks show `minutes` later, also across a change of the clocks."""
    return local_time(instant(wall, zone) + timedelta(minutes=minutes), zone)
