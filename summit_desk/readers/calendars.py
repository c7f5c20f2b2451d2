"""Read iCalendar files: lines unfolded before they are decoded, zones kept as they are named."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from summit_desk.domain.errors.imports import UnreadableFile
from summit_desk.domain.errors.session_lists import CalendarTooBig, EmptyCalendar, NotACalendar
from summit_desk.domain.text_cleaning import clean_line, clean_text
from summit_desk.domain.trip_calendar.events import CalendarEvent, CalendarMoment, TripCalendar
from summit_desk.domain.wall_time import zone_exists
from summit_desk.readers.separated import decoded, possible_encodings
from summit_desk.support.i18n import _

MOST_BYTES = 8_000_000
MOST_EVENTS = 2_000
Properties = Mapping[str, object]
_FOLD = re.compile(rb"\r?\n[ \t]")
_START = re.compile(r"^BEGIN:VCALENDAR\s*$", re.MULTILINE | re.IGNORECASE)
_EVENT = re.compile(r"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)


def read_calendar(path: Path) -> TripCalendar:
    """Return the events of a file; raises the errors of `domain.errors.session_lists`."""
    text = _text(path)
    if not _START.search(text):
        raise NotACalendar(name=path.name)
    if len(_EVENT.findall(text)) > MOST_EVENTS:
        limit = _("it may hold {count} events").format(count=MOST_EVENTS)
        raise CalendarTooBig(name=path.name, limit=limit)
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(text)
        events = [_event(at, one) for at, one in enumerate(calendar.walk("VEVENT"), start=1)]
    except (ValueError, KeyError, AttributeError, TypeError, IndexError) as broken:
        raise NotACalendar(name=path.name) from broken
    told = tuple(event for event in events if event is not None)
    if not told:
        raise EmptyCalendar(name=path.name)
    return TripCalendar(clean_line(str(calendar.get("X-WR-CALNAME", ""))), told)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CalendarTooBig(name=path.name, limit=_("it may have 8 MB"))
        content = _FOLD.sub(b"", path.read_bytes())
    except OSError as closed:
        reason = closed.strerror or str(closed)
        raise UnreadableFile(name=path.name, reason=reason) from closed
    encoding = next(iter(possible_encodings(content)), "")
    try:
        return decoded(content, encoding) if encoding else ""
    except UnicodeDecodeError as wrong:
        raise NotACalendar(name=path.name) from wrong


def _event(position: int, event: Properties) -> CalendarEvent | None:
    starts = _moment(event, "DTSTART")
    if starts is None:
        return None
    all_day = not isinstance(getattr(event["DTSTART"], "dt", None), datetime)
    ends = _moment(event, "DTEND") or _after(event, starts)
    if all_day and (ends is None or ends.local <= starts.local):
        ends = CalendarMoment(starts.local + timedelta(days=1), starts.zone)
    again = event.get("RECURRENCE-ID")
    suffix = f"#{getattr(again, 'dt', again)}" if again is not None else ""
    return CalendarEvent(
        position=position,
        uid=f"{event.get('UID', '')}{suffix}",
        summary=clean_line(str(event.get("SUMMARY", ""))),
        location=clean_line(str(event.get("LOCATION", ""))),
        description=clean_text(str(event.get("DESCRIPTION", ""))),
        starts=starts,
        ends=ends,
        all_day=all_day,
    )


def _after(event: Properties, starts: CalendarMoment) -> CalendarMoment | None:
    length = getattr(event.get("DURATION"), "dt", None)
    if not isinstance(length, timedelta):
        return None
    return CalendarMoment(starts.local + length, starts.zone, starts.strange_zone)


def _moment(event: Properties, name: str) -> CalendarMoment | None:
    value = event.get(name)
    moment = getattr(value, "dt", None)
    if not isinstance(moment, date):
        return None
    if not isinstance(moment, datetime):
        return CalendarMoment(datetime(moment.year, moment.month, moment.day))
    local, params = moment.replace(tzinfo=None), getattr(value, "params", {})
    if moment.tzinfo is None and "TZID" not in params:
        return CalendarMoment(local)
    named = str(params.get("TZID", "UTC")).strip('"')
    for zone in (named, str(getattr(moment.tzinfo, "key", ""))):
        if zone and zone_exists(zone):
            return CalendarMoment(local, zone)
    return CalendarMoment(local, "", named)
