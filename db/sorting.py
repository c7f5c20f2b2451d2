"""By which texts people sort in SQL: derived from their names, changed with them.

A row per person: the spelling with its tones, and the strokes by both rules. Like the search
index it is no part of the schema; files without it, or with an older one, get it when opened.
On other engines than SQLite there is none yet, and names sort by their letters alone.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from db.journal import chunks
from summit_desk.domain.name_order import spelled_key
from summit_desk.domain.stroke_order import StrokeRule, strokes_key

VERSION = 3  # raise it when the texts change, or when files were written without them
_PERSON = "person"

sort_keys = sa.Table(
    "sort_key",
    sa.MetaData(),
    sa.Column("person", sa.Uuid, primary_key=True),
    sa.Column("spelled", sa.Text, nullable=False),
    sa.Column("strokes_surname", sa.Text, nullable=False),
    sa.Column("strokes_name", sa.Text, nullable=False),
)

_TABLE = """
CREATE TABLE sort_key (
    person CHAR(32) PRIMARY KEY, spelled TEXT NOT NULL,
    strokes_surname TEXT NOT NULL, strokes_name TEXT NOT NULL
) WITHOUT ROWID
"""
_STAMP = f"CREATE TABLE sort_key_version AS SELECT {VERSION} AS version"


def ensure(connection: sa.Connection) -> None:
    """Make the texts if they are missing or of another version; the caller commits."""
    if connection.dialect.name != "sqlite" or version(connection) == VERSION:
        return
    for name in ("sort_key", "sort_key_version"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in (_TABLE, _STAMP):
        connection.exec_driver_sql(statement)
    _add(connection, None)


def refresh(session: Session, touched: Iterable[tuple[str, UUID]]) -> None:
    """Bring the texts up to date with people who were born, changed or removed."""
    connection = session.connection()
    found = (key for table, key in touched if table == _PERSON)
    people = sorted(found, key=attrgetter("int"))
    if connection.dialect.name != "sqlite" or not people:
        return
    for chunk in chunks(people):
        connection.execute(sa.delete(sort_keys).where(sort_keys.c.person.in_(chunk)))
        _add(connection, chunk)


def version(connection: sa.Connection) -> int | None:
    """Return of which version the texts are; None when there are none."""
    exists = "SELECT 1 FROM sqlite_master WHERE name = 'sort_key_version'"
    if connection.exec_driver_sql(exists).first() is None:
        return None
    return int(connection.exec_driver_sql("SELECT version FROM sort_key_version").scalar() or 0)


def _add(connection: sa.Connection, keys: Sequence[UUID] | None) -> None:
    people = SQLModel.metadata.tables[_PERSON].c
    query = sa.select(sa.type_coerce(people.id, sa.String), people.name, people.pinyin)
    asked = query.order_by(people.id) if keys is None else query.where(people.id.in_(keys))
    rows = [_row(*row) for row in connection.execute(asked).all()]
    if rows:
        connection.exec_driver_sql("INSERT INTO sort_key VALUES (?, ?, ?, ?)", rows)


def _row(key: Any, name: str, pinyin: str) -> tuple[Any, str, str, str]:  # noqa: ANN401 -- as the driver gives it
    return (
        key,
        spelled_key(name, pinyin),
        strokes_key(name, StrokeRule.SURNAME),
        strokes_key(name, StrokeRule.NAME),
    )
