"""A calendar file as it was read: its events, with every zone kept as it was written."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class CalendarMoment:
    """A wall-clock time; `zone` is an IANA name, or empty where the file names none."""

    local: datetime
    zone: str = ""
    strange_zone: str = ""  # a name in the file that no table knows


@dataclass(frozen=True)
class CalendarEvent:
    """One event. All-day events begin and end at midnight, the end being the day after."""

    position: int  # counted from 1
    uid: str
    summary: str = ""
    location: str = ""
    description: str = ""
    starts: CalendarMoment = CalendarMoment(datetime.min)
    ends: CalendarMoment | None = None
    all_day: bool = False

    @property
    def days(self) -> tuple[date, date]:
        """First and last day of the event."""
        last = (self.ends or self.starts).local
        return self.starts.local.date(), last.date()


@dataclass(frozen=True)
class TripCalendar:
    """The events of a file and the name that it gives itself."""

    name: str
    events: tuple[CalendarEvent, ...]
