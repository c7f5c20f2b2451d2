"""The plan of importing a calendar into a trip: a verdict for every event."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from summit_desk.domain.imports.plan import RowVerdict
from summit_desk.domain.list_plans import ListPlan, PlannedLine
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Leg, Trip
from summit_desk.domain.remarks import Changed, Remark
from summit_desk.domain.trip_calendar.events import TripCalendar
from summit_desk.domain.trip_calendar.legs import OUTSIDE, EventLeg, legs_of
from summit_desk.domain.trip_cleaning import cleaned
from summit_desk.domain.trip_rules import leg_problems
from summit_desk.support.i18n import N_

TWICE = N_("The event is in the file already.")
OWN = "@summit-desk"
_LABELS = {
    "title": N_("Title (Chinese)"),
    "number": N_("Flight or train number"),
    "from_place": N_("Place of departure"),
    "from_code": N_("Airport of departure"),
    "from_zone": N_("Time zone of departure"),
    "starts_at": N_("Begins"),
    "to_place": N_("Place of arrival"),
    "to_code": N_("Airport of arrival"),
    "to_zone": N_("Time zone of arrival"),
    "ends_at": N_("Ends"),
    "terminal_from": N_("Terminal"),
    "address": N_("Address"),
    "notes": N_("Notes"),
}
_KEPT_IF_EMPTY = frozenset(
    {"title", "number", "from_place", "from_code", "to_place", "to_code", "terminal_from",
     "address", "notes"}
)  # fmt: skip


@dataclass(frozen=True)
class KnownLegs:
    """A trip as it is: what a calendar is compared with, after changeset `stamp`."""

    stamp: int
    trip: Trip
    is_new: bool = False
    legs: Sequence[Leg] = ()
    uids: Mapping[str, UUID] = field(default_factory=dict)  # legs by the UIDs of calendars


@dataclass(frozen=True)
class PlannedLeg(PlannedLine):
    """An event, the leg it makes, and what differs from the leg that is there."""

    event: EventLeg
    leg: Leg  # as it will be
    uid: str
    verdict: RowVerdict
    changes: tuple[Changed, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def at(self) -> int:
        return self.event.event.position


@dataclass(frozen=True)
class CalendarPlan(ListPlan):
    """What the import of a calendar would change in a trip."""

    trip: Trip
    is_new: bool
    file: str
    stamp: int
    lines: tuple[PlannedLeg, ...]

    place = "event"

    def to_json(self) -> dict[str, object]:
        """Return the counts for programs."""
        return {
            "trip": self.trip.name,
            "trip_is_new": self.is_new,
            "events": len(self.lines),
            **self.figures(),
            "remarks": self.told_remarks(),
        }


def plan_calendar(
    file: str, calendar: TripCalendar, known: KnownLegs, progress: Progress = SILENT
) -> CalendarPlan:
    """Return what the events of a calendar would change in a trip."""
    made = legs_of(calendar, known.trip)
    uids: Counter[str] = Counter()
    seen: set[object] = set()
    lines = []
    for at, event in enumerate(made):
        progress.step(at, len(made))
        uid = event.event.uid
        uids[uid] += 1
        own = uid if uids[uid] == 1 else f"{uid}#{uids[uid]}"
        same = (uid, event.leg.title, event.leg.starts_at)
        if same in seen:
            remark = Remark(TWICE)
            lines.append(PlannedLeg(event, event.leg, own, RowVerdict.DUPLICATE, (), (remark,)))
            continue
        seen.add(same)
        lines.append(_judged(event, own, known))
    return CalendarPlan(known.trip, known.is_new, file, known.stamp, tuple(lines))


def _judged(event: EventLeg, uid: str, known: KnownLegs) -> PlannedLeg:
    held = _held(event, uid, known)
    leg = cleaned(_after(held, event.leg) if held else event.leg)
    remarks = event.remarks
    trip = known.trip
    if not trip.starts_on <= leg.starts_at.date() <= trip.ends_on:
        remarks = (*remarks, Remark(OUTSIDE))
    if problems := leg_problems(leg):
        said = tuple(Remark(problem.sentence, problem.details) for problem in problems)
        return PlannedLeg(event, leg, uid, RowVerdict.ERROR, (), (*said, *remarks))
    if held is None:
        return PlannedLeg(event, leg, uid, RowVerdict.NEW, (), remarks)
    changes = tuple(_changes(held, leg))
    verdict = RowVerdict.UPDATE if changes else RowVerdict.SAME
    raised = replace(leg, sequence=held.sequence + bool(changes))
    return PlannedLeg(event, raised, uid, verdict, changes, remarks)


def _held(event: EventLeg, uid: str, known: KnownLegs) -> Leg | None:
    """Return the leg that an event means: by its UID, else by its title and start."""
    key = str(known.uids.get(uid, uid.removesuffix(OWN)))
    named = next((leg for leg in known.legs if str(leg.id) == key), None)
    if named is not None:
        return named
    return next(
        (
            leg
            for leg in known.legs
            if (leg.title, leg.starts_at) == (event.leg.title, event.leg.starts_at)
        ),
        None,
    )


def _after(held: Leg, said: Leg) -> Leg:
    """Return a leg as the calendar has it; its kind, which was only guessed, stays."""
    new = {
        name: value for name in _LABELS if (value := vars(said)[name]) or name not in _KEPT_IF_EMPTY
    }
    return Leg(**{**vars(held), **new})


def _changes(held: Leg, leg: Leg) -> list[Changed]:
    return [
        Changed(label, _said(vars(held)[name]), _said(vars(leg)[name]))
        for name, label in _LABELS.items()
        if vars(held)[name] != vars(leg)[name]
    ]


def _said(value: object) -> str:
    return str(value).removesuffix(":00") if not isinstance(value, str) else value
