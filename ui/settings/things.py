"""What the settings list: the things of an event, and how one kind of them is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from summit_desk.domain.records import (
    Category,
    CheckPoint,
    CustomField,
    Day,
    Forum,
    Record,
    Room,
    Session,
    Venue,
)
from ui.kit.form import Field, Group
from ui.kit.rows import Column


@dataclass(frozen=True)
class Things:
    """Everything of an event that the sections list or choose from."""

    days: Sequence[Day] = ()
    venues: Sequence[Venue] = ()
    rooms: Sequence[Room] = ()
    categories: Sequence[Category] = ()
    points: Sequence[CheckPoint] = ()
    fields: Sequence[CustomField] = ()
    forums: Sequence[Forum] = ()
    sessions: Sequence[Session] = ()
    names: Mapping[object, str] = field(default_factory=dict)  # of everything, by key
    zone: str = "UTC"


@dataclass(frozen=True)
class Section:
    """One list of the settings. `kind` is made with the form's values."""

    key: str  # also the name of the list in Things
    icon: str
    title: Callable[[], str]
    note: Callable[[], str]
    kind: type[Record]
    columns: Callable[[Callable[[], Things]], Sequence[Column[Any]]]
    form: Callable[[Things], Sequence[Field | Group]]
    add: Callable[[], str] | None = None
    ordered: bool = False
