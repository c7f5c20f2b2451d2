"""Tables of the journal and export presets."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from db.tables import columns as c
from summit_desk.domain.records import ChangeKind


class ChangesetTable(SQLModel, table=True):
    __tablename__ = "changeset"
    __table_args__ = (UniqueConstraint("sequence"),)

    id: UUID = c.key()
    sequence: int = c.whole(required=True)
    at: dt.datetime = c.instant(required=True)
    actor: str = c.text(required=True)
    station: str = c.text(required=True)
    label: str = c.text(required=True)
    details: Mapping[str, object] = c.mapped(required=True)
    topics: tuple[str, ...] = c.strings(required=True)
    kind: ChangeKind = c.word(ChangeKind)
    target_id: UUID | None = c.link("changeset.id", c.RESTRICT, required=False)
    undone: bool = c.flag(required=True)
    dropped: bool = c.flag(required=True)


class RowImageTable(SQLModel, table=True):
    __tablename__ = "row_image"
    __table_args__ = (Index("ix_row_image_row_id", "row_id"),)

    id: UUID = c.key()
    changeset_id: UUID = c.link("changeset.id", c.RESTRICT)
    position: int = c.whole(required=True)
    table: str = c.text(required=True)
    row_id: UUID = c.plain_key(required=True)
    before: Mapping[str, object] | None = c.anything()
    after: Mapping[str, object] | None = c.anything()


class ExportPresetTable(SQLModel, table=True):
    __tablename__ = "export_preset"

    id: UUID = c.key()
    event_id: UUID | None = c.link("event.id", c.CASCADE, required=False)
    name: str = c.text(required=True)
    document: str = c.text(required=True)
    options: Mapping[str, object] = c.mapped(required=True)
