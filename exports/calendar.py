"""A trip as an iCalendar file: local times with their zones, stable identities, short lines."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vText,
)

from exports.files import whole_file
from summit_desk.domain.documents.trip_book import bilingual, clock
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage, words
from summit_desk.domain.records import Leg, LegKind
from summit_desk.domain.trip_view import LegView
from summit_desk.domain.trip_words import LEG_KINDS
from summit_desk.domain.wall_time import clock_change, hours_text
from summit_desk.support.i18n import N_, Language, speaking

PRODUCT = "-//Summit Desk//Trips//EN"
DEPARTURE = N_("Departure {time} {place}")
ARRIVAL = N_("Arrival {time} {place}")
DURATION = N_("Duration {length}")


def write_trip_calendar(
    title: Bilingual,
    legs: Iterable[LegView],
    path: Path,
    language: DocumentLanguage,
    made_at: datetime,
) -> None:
    """Write one file for one trip."""
    content = trip_calendar(title, list(legs), language, made_at)
    with whole_file(path) as part:
        part.write_bytes(content)


def trip_calendar(
    title: Bilingual, legs: list[LegView], language: DocumentLanguage, made_at: datetime
) -> bytes:
    """Return the calendar; lines end with CRLF and are folded at 75 octets."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title.first(language))
    for zone in sorted({z for leg in legs for z in (leg.leg.from_zone, leg.leg.to_zone)}):
        calendar.add_component(_zone(zone, legs))
    for leg in legs:
        calendar.add_component(_event(leg, language, made_at))
    return bytes(calendar.to_ical(sorted=False))


def uid(leg_id: UUID) -> str:
    """Return the identity of a leg: the same in every file, whatever else changes."""
    return f"{leg_id}@summit-desk"


def _zone(name: str, legs: list[LegView]) -> Timezone:
    """Return the rules of a zone for the years of the trip: the first day and every change."""
    first = min(leg.starts_at for leg in _records(legs)).year
    last = max(leg.ends_at for leg in _records(legs)).year
    zone, begin = Timezone(), datetime(first, 1, 1)
    zone.add("tzid", name)
    zone.add_component(_rule(name, begin, begin, ZoneInfo(name)))
    day = begin.date()
    while day.year <= last:
        change = clock_change(name, day)
        if change is not None:
            before = datetime.combine(day, change.at)
            zone.add_component(_rule(name, before, before + change.by, ZoneInfo(name)))
        day += timedelta(days=1)
    return zone


def _rule(
    name: str, onset: datetime, after: datetime, zone: ZoneInfo
) -> TimezoneStandard | TimezoneDaylight:
    """Return what begins at `onset`, a time as the clocks showed it before the change."""
    starts = after.replace(tzinfo=zone, fold=1)
    rule = TimezoneDaylight() if starts.dst() else TimezoneStandard()
    now = starts.utcoffset() or timedelta()
    rule.add("dtstart", onset)
    rule.add("tzoffsetfrom", now - (after - onset))
    rule.add("tzoffsetto", now)
    rule.add("tzname", starts.tzname() or name)
    return rule


def _records(legs: list[LegView]) -> list[Leg]:
    return [leg.leg for leg in legs]


def _event(leg: LegView, language: DocumentLanguage, made_at: datetime) -> Event:
    record, event = leg.leg, Event()
    event.add("uid", uid(record.id))
    event.add("sequence", record.sequence)
    event.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", record.starts_at.replace(tzinfo=ZoneInfo(record.from_zone)))
    event.add("dtend", record.ends_at.replace(tzinfo=ZoneInfo(record.to_zone)))
    event.add("summary", bilingual(leg.name).first(language))
    event.add("location", _place(leg, language))
    event.add("description", "\n".join(_description(leg, language)))
    event.add("categories", [words(LEG_KINDS[record.kind]).first(language)])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT" if record.kind is LegKind.STAY else "OPAQUE")
    return event


def _place(leg: LegView, language: DocumentLanguage) -> vText:
    place = bilingual(leg.origin).first(language)
    code = leg.leg.from_code
    parts = (place, "" if code in place else code, leg.leg.terminal_from, leg.leg.address)
    return vText(" ".join(filter(None, parts)))


def _description(leg: LegView, language: DocumentLanguage) -> list[str]:
    """Return both local times in words, because some programs show only their own zone."""
    record = leg.leg
    start = clock(record.starts_at, leg.from_offset)
    end = clock(record.ends_at, leg.to_offset, leg.shift)
    with speaking(language.main):
        length = hours_text(leg.length)
    here, there = (bilingual(b).first(language) for b in (leg.origin, leg.destination))
    lines = [
        words(DEPARTURE, time=f"{record.starts_at:%Y-%m-%d} {start}", place=here),
        words(ARRIVAL, time=f"{record.ends_at:%Y-%m-%d} {end}", place=there),
        words(DURATION, length=length),
    ]
    if not leg.is_move:
        lines = [words(N_("{start} to {end}"), start=start, end=end)]
    shown = [line.chinese if language.main is Language.CHINESE else line.other for line in lines]
    return [*shown, *filter(None, (record.contact, record.phone, record.booking, record.notes))]
