"""Who was let in twice and whose clock is off: computed from all the rows of a summit."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from db.queries import stations as questions
from db.unit import View
from summit_desk.domain.badge_codes import parse
from summit_desk.domain.check_in.merging import Conflict, conflicts, origin_of
from summit_desk.domain.check_in.skew import Origin, Sighting, Skew, skews
from summit_desk.domain.check_in.stations import StationMark, number_prefix
from summit_desk.domain.records import CheckPoint, Event
from summit_desk.services.stations import marks_of

if TYPE_CHECKING:
    from datetime import datetime

WALK_IN = "walk-in"


def conflicts_of(
    view: View, event_id: UUID, known: Mapping[UUID, Skew] | None = None
) -> list[Conflict]:
    """Return the conflicts of an event, those that happened first at the top.

    `known` are the skews of its stations, if they were computed before.
    """
    marks = marks_of(view, event_id)
    if not marks:
        return []
    entries = [
        replace(entry, origin=origin_of(entry.station, marks))
        for entry in questions.unknowing_entries(view.session, event_id)
    ]
    points = {point.id: point for point in view.all(CheckPoint, event_id=event_id)}
    zone = ZoneInfo(view.get(Event, event_id).zone)
    skews_known = known or skews_of(view, event_id)
    copied = {mark.id for mark in marks if mark.copied}
    found = conflicts(entries, points, skews_known, zone, copied)
    names = questions.names_of(view.session, {one.attendee_id for one in found})
    return [_named(one, *names[one.attendee_id]) for one in found]


def skews_of(view: View, event_id: UUID) -> dict[UUID, Skew]:
    """Return how far the clock of each station file is off."""
    marks = marks_of(view, event_id)
    firsts: dict[UUID, list[datetime]] = {}
    for station, (first, _last) in questions.first_and_last(view.session, event_id).items():
        origin = origin_of(station, marks)
        if origin is not None:
            firsts.setdefault(origin, []).append(first)
    earliest = {origin: min(times) for origin, times in firsts.items()}
    return skews(marks, earliest, _sightings(view, event_id, marks))


def _sightings(view: View, event_id: UUID, marks: list[StationMark]) -> list[Sighting]:
    """Return where badges of walk-ins were seen by desks that did not know them yet."""
    registered = {
        token: (_registrar(number, marks), at)
        for number, token, at in questions.registered_at_doors(view.session, event_id, WALK_IN)
    }
    found = []
    for at, station, text in questions.strange_codes(view.session, event_id):
        code = parse(text)
        if code is not None and code.token in registered:
            who, registered_at = registered[code.token]
            found.append(Sighting(who, registered_at, origin_of(station, marks), at))
    return found


def _registrar(number: str, marks: list[StationMark]) -> Origin:
    fits = (mark.id for mark in marks if number.startswith(number_prefix(mark.number)))
    return next(fits, None)


def _named(conflict: Conflict, number: str, name: str) -> Conflict:
    return replace(conflict, number=number, name=name)
