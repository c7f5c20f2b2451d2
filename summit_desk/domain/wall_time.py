"""Wall-clock times in named zones: instants, true durations, day shifts, gaps and overlaps."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from summit_desk.domain.geography import zone_city
from summit_desk.support.i18n import _

MINUS = "\N{MINUS SIGN}"
MIDNIGHT = time(0, 0)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


class LocalTime(StrEnum):
    """What a wall-clock time is in its zone."""

    PLAIN = "plain"
    SKIPPED = "skipped"  # the clocks jump over it in spring
    TWICE = "twice"  # the clocks show it again in autumn


@dataclass(frozen=True, kw_only=True)
class ClockChange:
    """The clocks of `zone` change on `day` by `by`, at the local time `at` (as shown before)."""

    zone: str
    day: date
    at: time
    by: timedelta


@cache
def zone_exists(name: str) -> bool:
    """Tell whether `name` is an IANA zone that this program knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def instant(local: datetime, zone: str) -> datetime:
    """Return the aware UTC instant of a wall-clock time.

    Of a time that comes twice the first one counts; a skipped time is read with the offset
    before the change, so 02:30 becomes the instant that the clocks call 03:30.
    """
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def local_time(moment: datetime, zone: str) -> datetime:
    """Return what the clocks of `zone` show at an instant (naive)."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def kind_of(local: datetime, zone: str) -> LocalTime:
    """Tell whether the clocks of `zone` show this time once, twice or never."""
    first = local.replace(tzinfo=ZoneInfo(zone), fold=0)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return LocalTime.PLAIN
    returned = first.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    same = returned.replace(fold=0) == local.replace(fold=0)
    return LocalTime.TWICE if same else LocalTime.SKIPPED


def duration(start: datetime, start_zone: str, end: datetime, end_zone: str) -> timedelta:
    """Return how long it truly takes from one wall-clock time to another."""
    return instant(end, end_zone) - instant(start, start_zone)


def day_shift(start: datetime, end: datetime) -> int:
    """Return by how many local dates the end is later (+1) or earlier (-1) than the start."""
    return (end.date() - start.date()).days


def offset(local: datetime, zone: str) -> timedelta:
    """Return how far ahead of UTC the clocks of `zone` are at this wall-clock time."""
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).utcoffset() or timedelta()


def offset_text(local: datetime, zone: str) -> str:
    """Return the offset as people write it: UTC+8, UTC+5:30, UTC−4, UTC."""
    return "UTC" + signed_hours(offset(local, zone))


def signed_hours(ahead: timedelta) -> str:
    """Return +2, +5:30, −4, or nothing for zero."""
    minutes = round(ahead.total_seconds() / 60)
    if not minutes:
        return ""
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else MINUS
    return f"{sign}{hours}:{rest:02}" if rest else f"{sign}{hours}"


def ahead_of(local: datetime, zone: str, home_zone: str) -> timedelta:
    """Return how far the clocks of `zone` are ahead of those at home at that moment."""
    moment = instant(local, zone)
    return offset_at(moment, zone) - offset_at(moment, home_zone)


def difference_text(local: datetime, zone: str, home_zone: str) -> str:
    """Return the time difference in words, as it is on that date."""
    ahead, home = ahead_of(local, zone, home_zone), str(zone_city(home_zone))
    if not ahead:
        return _("Same time as {city}").format(city=home)
    hours = hours_text(abs(ahead))
    if ahead > timedelta():
        return _("{hours} ahead of {city} time").format(hours=hours, city=home)
    return _("{hours} behind {city} time").format(hours=hours, city=home)


def hours_text(length: timedelta) -> str:
    """Return a length of time in words: 11 h 50 min."""
    minutes = round(length.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def offset_at(moment: datetime, zone: str) -> timedelta:
    """Return how far ahead of UTC the clocks of `zone` are at an instant."""
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def changes_between(zone: str, first: datetime, last: datetime) -> datetime:
    """Return the instant between two others at which the clocks of `zone` change."""
    before = offset_at(first, zone)
    while last - first > SECOND:
        middle = first + (last - first) / 2
        first, last = (middle, last) if offset_at(middle, zone) == before else (first, middle)
    return last.replace(microsecond=0)


def clock_change(zone: str, day: date) -> ClockChange | None:
    """Return how the clocks of `zone` change on `day`, or None when they don't."""
    start = datetime.combine(day, MIDNIGHT)
    before, after = offset(start, zone), offset(start + DAY, zone)
    if before == after:
        return None
    change = changes_between(zone, instant(start, zone), instant(start + DAY, zone))
    at = (change.replace(tzinfo=None) + before).replace(second=0).time()
    return ClockChange(zone=zone, day=day, at=at, by=after - before)
