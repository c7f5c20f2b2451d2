"""What makes an event and its basic data valid, and what a new event starts with."""

from datetime import timedelta
from uuid import UUID
from zoneinfo import available_timezones

from summit_desk.domain.errors import Problem
from summit_desk.domain.records import (
    Category,
    CheckPoint,
    CustomField,
    Day,
    Event,
    PointKind,
    Record,
    Room,
    Venue,
)
from summit_desk.support.i18n import N_

LONGEST = timedelta(days=60)
LONGEST_NAME = 200

# The usual kinds of badge with a palette that survives a black printer because the word is
# printed too (spec: domain 2).
DEFAULT_CATEGORIES = (
    ("嘉宾", "Guest", "#c0392b"),
    ("代表", "Delegate", "#1f5fbf"),
    ("媒体", "Media", "#177a4a"),
    ("工作人员", "Staff", "#b45f06"),
    ("志愿者", "Volunteer", "#6b3fc4"),
    ("参展商", "Exhibitor", "#5b6475"),
    ("列席", "Observer", "#0e7c86"),
)


def new_event_defaults(event_id: UUID) -> list[Record]:
    """Return the categories and the entrance that every new event starts with."""
    categories: list[Record] = [
        Category(event_id=event_id, name=name, name_other=other, colour=colour, position=position)
        for position, (name, other, colour) in enumerate(DEFAULT_CATEGORIES)
    ]
    entrance = CheckPoint(
        event_id=event_id, kind=PointKind.ENTRANCE, name="入口", name_other="Entrance"
    )
    return [*categories, entrance]


def problems_of(record: Record) -> list[Problem]:
    """Return everything wrong with an event or a part of it, all at once."""
    problems = []
    if isinstance(record, Event):
        problems += _event_problems(record)
    if isinstance(record, Event | Venue | Room | Category | CheckPoint):
        problems += _name_problems("name", record.name)
    if isinstance(record, CustomField):
        problems += _name_problems("label", record.label)
    if isinstance(record, Day) and record.closes == record.opens:
        problems.append(Problem("closes", N_("The day must close at another time than it opens.")))
    if isinstance(record, Room | CheckPoint) and record.capacity is not None:
        problems += _capacity_problems(record.capacity)
    return problems


def _event_problems(event: Event) -> list[Problem]:
    problems = []
    if event.zone not in available_timezones():
        sentence = N_("There is no time zone “{zone}”; use an IANA name such as Asia/Shanghai.")
        problems.append(Problem("zone", sentence, {"zone": event.zone}))
    if event.last_day < event.first_day:
        problems.append(Problem("last_day", N_("The last day is before the first day.")))
    elif event.last_day - event.first_day > LONGEST:
        problems.append(Problem("last_day", N_("An event can last at most 61 days.")))
    return problems


def _name_problems(field: str, name: str) -> list[Problem]:
    if not name.strip():
        return [Problem(field, N_("A name is needed."))]
    if len(name) > LONGEST_NAME:
        return [Problem(field, N_("A name can have at most 200 characters."))]
    return []


def _capacity_problems(capacity: int) -> list[Problem]:
    if capacity < 0:
        return [Problem("capacity", N_("The number of seats can't be negative."))]
    return []
