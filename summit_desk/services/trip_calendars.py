"""Bring calendar files into trips: look, plan, apply as one undoable step."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from db.queries.imports import last_change
from db.store import Store
from db.unit import Unit, View
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.dates import DateRange
from summit_desk.domain.errors.imports import PlanMovedOn
from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Event, Leg, Setting, Trip
from summit_desk.domain.trip_calendar.events import TripCalendar
from summit_desk.domain.trip_calendar.plan import CalendarPlan, KnownLegs, plan_calendar
from summit_desk.readers.calendars import read_calendar
from summit_desk.services.traveller_lists import find_trip, new_trip
from summit_desk.support.i18n import N_

CALENDAR_IN = N_("Import calendar {file} into {trip}: {created} new, {updated} updated")
UIDS = "import.leg_uids"
_MOST_REMEMBERED = 5_000


class TripCalendars:
    """Reads calendar files, shows what they would change in a trip, and changes it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(
        self, event_id: UUID, trip: UUID | str, path: Path, progress: Progress = SILENT
    ) -> CalendarPlan:
        """Return what a calendar would change in a trip, which is made if no trip has the name.

        An empty name is the calendar's own. Raises the errors of `domain.errors.session_lists`.
        """
        calendar = read_calendar(path)
        name = trip or calendar.name or path.stem
        with self._store.view() as view:
            held = find_trip(view, event_id, name)
            made = held or new_trip(view.get(Event, event_id), str(name), _days(calendar))
            known = _known(view, made, is_new=held is None)
        return plan_calendar(path.name, calendar, known, progress)

    def apply(self, plan: CalendarPlan, progress: Progress = SILENT) -> Change:
        """Carry out a plan; raises PlanMovedOn when the file was changed since."""
        chosen = [line for line in plan.lines if line.applies]
        with self._store.unit() as unit:
            if last_change(unit) != plan.stamp:
                raise PlanMovedOn
            progress.step(0, len(chosen))
            if plan.is_new:
                unit.put(plan.trip)
            unit.put_all(line.leg for line in chosen)
            _remember(unit, {line.uid: line.leg.id for line in chosen if line.uid})
            return unit.commit(
                CALENDAR_IN,
                Topic.TRIPS,
                subject=plan.trip.id,
                trip=plan.trip.name,
                file=plan.file,
                created=str(plan.counts[RowVerdict.NEW]),
                updated=str(plan.counts[RowVerdict.UPDATE]),
            )


def _days(calendar: TripCalendar) -> DateRange:
    """Return the days that a calendar covers; an all-day event ends the day before its end."""
    first = min(event.days[0] for event in calendar.events)
    last = max(event.days[1] - timedelta(days=event.all_day) for event in calendar.events)
    return DateRange(first, max(first, last))


def _known(view: View, trip: Trip, *, is_new: bool) -> KnownLegs:
    uids = _uids(view.find(Setting, event_id=None, key=UIDS))
    legs = view.all(Leg, trip_id=trip.id)
    return KnownLegs(last_change(view), trip, is_new, legs, uids)


def _remember(unit: Unit, uids: dict[str, UUID]) -> None:
    """Keep which leg the UIDs of calendars mean, so that the next version finds them."""
    held = unit.find(Setting, event_id=None, key=UIDS)
    known = {uid: str(leg) for uid, leg in {**_uids(held), **uids}.items()}
    latest = dict(list(known.items())[-_MOST_REMEMBERED:])
    if uids and (held is None or held.value != latest):
        unit.put(replace(held or Setting(key=UIDS), value=latest))


def _uids(setting: Setting | None) -> dict[str, UUID]:
    value = setting.value if setting else None
    if not isinstance(value, dict):
        return {}
    return {str(uid): UUID(str(leg)) for uid, leg in value.items()}
