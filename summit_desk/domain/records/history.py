"""The journal: every commit with the before and after image of each row it touched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from summit_desk.domain.records.base import Record


class ChangeKind(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    NOTE = "note"  # something that happened and changed no row: an export, for example


@dataclass(frozen=True, kw_only=True)
class Changeset(Record):
    """One commit. `undone` is True while it is taken back (and may be done again)."""

    sequence: int
    at: datetime  # aware UTC
    actor: str
    station: str
    label: str
    details: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    kind: ChangeKind = ChangeKind.DO
    target_id: UUID | None = None  # what an undo or redo took back or repeated
    undone: bool = False
    dropped: bool = False  # undone, and then something else was done: redo can't reach it


@dataclass(frozen=True, kw_only=True)
class RowImage(Record):
    """A row before and after: all columns when it was born or died, else those that changed."""

    changeset_id: UUID
    position: int
    table: str
    row_id: UUID
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True, kw_only=True)
class ExportPreset(Record):
    event_id: UUID | None = None
    name: str
    document: str
    options: Mapping[str, object] = field(default_factory=dict)
