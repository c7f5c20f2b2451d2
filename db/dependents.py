"""What hangs on a row: found from the tables' own links, so that removing journals it all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel

from db.convert import Row
from db.journal import chunks
from db.tables import columns as c


@dataclass
class Removal:
    """Rows to delete (children first) and links to clear, or who forbids it."""

    deleted: list[tuple[sa.Table, Row]] = field(default_factory=list)
    cleared: list[tuple[sa.Table, Row, str]] = field(default_factory=list)
    users: dict[str, int] = field(default_factory=dict)


@cache
def _links_to(name: str) -> tuple[sa.Column[Any], ...]:
    tables = SQLModel.metadata.sorted_tables
    return tuple(
        column
        for table in tables
        for column in table.c
        if any(key.column.table.name == name for key in column.foreign_keys)
    )


def plan_removal(connection: sa.Connection, table: sa.Table, keys: Sequence[UUID]) -> Removal:
    """Return everything that removing these rows means."""
    removal = Removal()
    _collect(connection, table, keys, removal, seen=set())
    gone = {row["id"] for _, row in removal.deleted}
    removal.cleared = [item for item in removal.cleared if item[1]["id"] not in gone]
    return removal


def _collect(
    connection: sa.Connection,
    table: sa.Table,
    keys: Sequence[UUID],
    removal: Removal,
    seen: set[UUID],
) -> None:
    fresh = [key for key in keys if key not in seen]
    seen.update(fresh)
    if not fresh:
        return
    for column in _links_to(table.name):
        rows = list(_rows_where(connection, column, fresh))
        policy = column.info["policy"]
        if policy == c.CASCADE:
            _collect(connection, column.table, [row["id"] for row in rows], removal, seen)
        elif policy == c.SET_NULL:
            removal.cleared += [(column.table, row, column.name) for row in rows]
        elif rows:
            name = column.table.name
            removal.users[name] = removal.users.get(name, 0) + len(rows)
    removal.deleted += [(table, row) for row in _rows_where(connection, table.c.id, fresh)]


def _rows_where(
    connection: sa.Connection, column: sa.Column[Any], keys: Sequence[UUID]
) -> Iterator[Row]:
    for chunk in chunks(keys):
        found = connection.execute(sa.select(column.table).where(column.in_(chunk)))
        yield from (dict(row) for row in found.mappings().all())
