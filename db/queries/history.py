"""Questions to the journal."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel

from db.convert import columns_of, record_of, table_of
from db.journal import chunks
from db.tables.columns import Word
from db.unit import View
from summit_desk.domain.records import ChangeKind, Changeset, RowImage

_CHANGESETS, _IMAGES = table_of(Changeset).c, table_of(RowImage).c
MERGED = ("person", "attendee", "organisation")  # what can be merged
NAMING = ("name", "full_name", "title", "label", "number")  # what a row is called by
FieldRow = tuple[str, str, object, object]  # table, field, before, after


def latest_standing(view: View) -> Changeset | None:
    """Return the latest change that stands: the one to undo."""
    done = _CHANGESETS.kind == ChangeKind.DO
    return _first(view, _CHANGESETS.sequence.desc(), done, sa.not_(_CHANGESETS.undone))


def next_to_redo(view: View) -> Changeset | None:
    """Return the change that was taken back last and may be done again."""
    undoing = table_of(Changeset).alias("undoing")
    query = (
        sa.select(*columns_of(Changeset))
        .join(undoing, undoing.c.target_id == _CHANGESETS.id)
        .where(undoing.c.kind == ChangeKind.UNDO, _CHANGESETS.undone, sa.not_(_CHANGESETS.dropped))
        .order_by(undoing.c.sequence.desc())
        .limit(1)
    )
    row = view.connection.execute(query).first()
    return None if row is None else record_of(Changeset, tuple(row))


def _first(
    view: View, order: sa.ColumnElement[Any], *where: sa.ColumnElement[bool]
) -> Changeset | None:
    query = sa.select(*columns_of(Changeset)).where(*where).order_by(order).limit(1)
    row = view.connection.execute(query).first()
    return None if row is None else record_of(Changeset, tuple(row))


def latest(view: View, limit: int) -> list[Changeset]:
    """Return the latest changes, the latest first."""
    query = sa.select(*columns_of(Changeset)).order_by(_CHANGESETS.sequence.desc()).limit(limit)
    return [record_of(Changeset, tuple(row)) for row in view.connection.execute(query)]


def changes_of(
    view: View, records: Sequence[UUID], limit: int
) -> Iterator[tuple[Changeset, list[FieldRow]]]:
    """Return what happened to these rows, by change, the latest first, field by field."""
    images = (_IMAGES.table, _IMAGES.before, _IMAGES.after)
    query = (
        sa.select(*columns_of(Changeset), *images)
        .join(table_of(RowImage), _IMAGES.changeset_id == _CHANGESETS.id)
        .where(_IMAGES.row_id.in_(records))
        .order_by(_CHANGESETS.sequence.desc(), _IMAGES.position)
        .limit(limit)
    )
    width = len(columns_of(Changeset))
    rows = view.connection.execute(query).all()
    for _key, group in groupby(rows, lambda row: row[:width][0]):
        found = list(group)
        changeset = record_of(Changeset, tuple(found[0][:width]))
        yield changeset, [field for row in found for field in _fields(*row[width:])]


def merged_into(view: View, records: Sequence[UUID], merges: Collection[str]) -> list[UUID]:
    """Return the rows that were merged into these (by changes called `merges`), and those in them.

    A row that was merged is gone in a change that touched the row that stayed.
    """
    known, fresh = set(records), list(records)
    while fresh:
        changes = (
            sa.select(_IMAGES.changeset_id)
            .join(table_of(Changeset), _CHANGESETS.id == _IMAGES.changeset_id)
            .where(_IMAGES.row_id.in_(fresh), _CHANGESETS.label.in_(merges))
            .where(_CHANGESETS.kind == ChangeKind.DO, sa.not_(_CHANGESETS.undone))
        )
        gone = sa.select(_IMAGES.row_id, _IMAGES.after).where(
            _IMAGES.changeset_id.in_(changes), _IMAGES.table.in_(MERGED)
        )
        rows = view.connection.execute(gone).all()
        fresh = [key for key, after in rows if after is None and key not in known]
        known.update(fresh)
    return [key for key in known if key not in records]


def former_names(view: View, records: Collection[UUID]) -> Iterator[tuple[UUID, Mapping[str, Any]]]:
    """Return what these rows held before changes that stand and gave them another name.

    Each row's key with the fields that the change replaced, the latest change first.
    """
    query = (
        sa.select(_IMAGES.row_id, _IMAGES.before)
        .join(table_of(Changeset), _CHANGESETS.id == _IMAGES.changeset_id)
        .where(_CHANGESETS.kind == ChangeKind.DO, sa.not_(_CHANGESETS.undone))
        .order_by(_CHANGESETS.sequence.desc())
    )
    for some in chunks(list(records)):
        for key, before in view.connection.execute(query.where(_IMAGES.row_id.in_(some))):
            if before and "name" in before:
                yield key, before


def names_behind(view: View, changes: Iterable[FieldRow]) -> dict[str, str]:
    """Return the names of the rows that changed links point to, by key; gone rows are left out."""
    wanted: dict[sa.Table, set[UUID]] = {}
    for table, field, before, after in changes:
        for key in SQLModel.metadata.tables[table].c[field].foreign_keys:
            ids = {UUID(str(value)) for value in (before, after) if value}
            wanted.setdefault(key.column.table, set()).update(ids)
    found: dict[str, str] = {}
    for target, ids in wanted.items():
        name = next((target.c[word] for word in NAMING if word in target.c), None)
        if name is not None:
            query = sa.select(target.c.id, name).where(target.c.id.in_(ids))
            found |= {str(key): str(text) for key, text in view.connection.execute(query)}
    return found


def choices_of(table: str, field: str) -> type[StrEnum] | None:
    """Return what the field is a choice of, if it is one."""
    kind = SQLModel.metadata.tables[table].c[field].type
    return kind.words if isinstance(kind, Word) else None


def _fields(
    table: str, before: Mapping[str, object] | None, after: Mapping[str, object] | None
) -> Iterator[FieldRow]:
    for name in {**(before or {}), **(after or {})}:
        old, new = (before or {}).get(name), (after or {}).get(name)
        if old != new and not (name == "id" or (old in ("", None) and new in ("", None, [], {}))):
            yield table, name, old, new
