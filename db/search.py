"""The search index: an FTS5 table derived from the names of things, changed with them.

One row per thing. The table keeps no texts and no positions (`content=''`, `detail=none`), so a
term says by its first letter what it belongs to: `p` person, `o` organisation, `s` session,
`f` forum, `t` trip, `a` attendee (by tag), `g` group; the rest of the term is made in
`summit_desk.domain.search_keys`.
`search_owner` says whose row it is. On other engines than SQLite there is no index yet.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from summit_desk.domain.search_keys import name_terms, person_terms, title_terms

VERSION = 2  # raise it when terms change; files with an older index get a new one when opened
_CHUNK = 500

owners = sa.Table(
    "search_owner",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("owner", sa.Uuid, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
)
terms = sa.table("search_terms", sa.column("rowid", sa.Integer), sa.column("terms", sa.Text))

_OWNERS = """
CREATE TABLE search_owner (
    id INTEGER PRIMARY KEY, owner CHAR(32) NOT NULL UNIQUE, kind TEXT NOT NULL
)
"""
# a prefix counts the two letters that begin every term
_TERMS = """
CREATE VIRTUAL TABLE search_terms USING fts5(
    terms, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='3 4 5'
)
"""
_STAMP = f"CREATE TABLE search_version AS SELECT {VERSION} AS version"

Make = Callable[..., set[str]]


@dataclass(frozen=True)
class _Kind:
    """Which columns of a table are searched, and the terms they make."""

    letter: str
    columns: tuple[str, ...]
    make: Make


def _of_person(  # noqa: PLR0913, PLR0917 -- one argument per column
    name: str,
    family: str,
    pinyin: str,
    other: str,
    passport_family: str,
    passport_given: str,
    mobile: str,
    phone: str,
) -> set[str]:
    passport = f"{passport_family} {passport_given}".strip()
    return person_terms(
        name=name,
        family_name=family,
        pinyin=pinyin,
        other_name=other,
        passport=passport,
        phones=(mobile, phone),
    )


def _of_organisation(full: str, short: str, other: str, aliases: Sequence[str]) -> set[str]:
    found = _of_title(full, short, *aliases)
    return found | name_terms(other)


def _of_title(*titles: str) -> set[str]:
    found: set[str] = set()
    for title in titles:
        if title:
            found |= _title(title)
    return found


def _of_tags(tags: Sequence[str]) -> set[str]:
    return _of_title(*tags)


@lru_cache(maxsize=2_000)
def _title(title: str) -> frozenset[str]:
    """Return the terms of one title; tags and aliases are many times the same."""
    from summit_desk.domain.spelling import pinyin

    return frozenset(title_terms(title, pinyin(title[:60])))


_PERSON = ("name", "family_name", "pinyin", "other_name", "passport_family", "passport_given")
KINDS = {
    "person": _Kind("p", (*_PERSON, "mobile", "phone"), _of_person),
    "organisation": _Kind(
        "o", ("full_name", "short_name", "name_other", "aliases"), _of_organisation
    ),
    "session": _Kind("s", ("title", "title_other"), _of_title),
    "forum": _Kind("f", ("name", "name_other"), _of_title),
    "trip": _Kind("t", ("name", "name_other"), _of_title),
    "attendee": _Kind("a", ("tags",), _of_tags),
    "attendee_group": _Kind("g", ("name",), _of_title),
}


def ensure(connection: sa.Connection) -> None:
    """Make the index if it is missing or of another version; the caller commits."""
    if connection.dialect.name == "sqlite" and _version(connection) != VERSION:
        rebuild(connection)


def rebuild(connection: sa.Connection) -> None:
    """Make the index anew from all rows; the caller commits."""
    for name in ("search_terms", "search_owner", "search_version"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in (_OWNERS, _TERMS, _STAMP):
        connection.exec_driver_sql(statement)
    for table in KINDS:
        _add(connection, table, _rows(connection, table, None))
    connection.exec_driver_sql("INSERT INTO search_terms(search_terms) VALUES ('optimize')")


def concerns(table: str, columns: Collection[str] | None) -> bool:
    """Tell whether a change of these columns (None: of any) changes what a row is found by."""
    kind = KINDS.get(table)
    return kind is not None and (columns is None or any(one in columns for one in kind.columns))


def refresh(session: Session, touched: Iterable[tuple[str, UUID]]) -> None:
    """Bring the index up to date with rows (table, key) that were born, changed or removed."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    keys: dict[str, set[UUID]] = defaultdict(set)
    for table, key in touched:
        if table in KINDS:
            keys[table].add(key)
    for table, found in keys.items():
        ordered = sorted(found, key=attrgetter("int"))
        for start in range(0, len(ordered), _CHUNK):
            chunk = ordered[start : start + _CHUNK]
            _forget(connection, chunk)
            _add(connection, table, _rows(connection, table, chunk))


def _version(connection: sa.Connection) -> int | None:
    exists = "SELECT 1 FROM sqlite_master WHERE name = 'search_version'"
    if connection.exec_driver_sql(exists).first() is None:
        return None
    return int(connection.exec_driver_sql("SELECT version FROM search_version").scalar() or 0)


def _rows(
    connection: sa.Connection, table: str, keys: Sequence[UUID] | None
) -> Iterator[sa.Row[Any]]:
    columns = SQLModel.metadata.tables[table].c
    query = sa.select(sa.type_coerce(columns.id, sa.String), *_columns(table)).order_by(columns.id)
    rows = connection.execute(query if keys is None else query.where(columns.id.in_(keys)))
    return chain.from_iterable(rows.partitions(_CHUNK))  # row by row takes far longer


def _columns(table: str) -> list[sa.Column[Any]]:
    return [SQLModel.metadata.tables[table].c[name] for name in KINDS[table].columns]


def _forget(connection: sa.Connection, keys: Sequence[UUID]) -> None:
    mine = sa.select(owners.c.id).where(owners.c.owner.in_(keys))
    rowids = [(row.id,) for row in connection.execute(mine).all()]
    if rowids:
        connection.exec_driver_sql("DELETE FROM search_terms WHERE rowid = ?", rowids)
        connection.exec_driver_sql("DELETE FROM search_owner WHERE id = ?", rowids)


def _add(connection: sa.Connection, table: str, rows: Iterable[sa.Row[Any]]) -> None:
    kind = KINDS[table]
    latest = connection.exec_driver_sql("SELECT max(id) FROM search_owner").scalar()
    first = int(latest or 0) + 1
    keyed: list[tuple[int, Any, str]] = []
    documents: list[tuple[int, str]] = []
    for key, *values in map(tuple, rows):
        found = kind.make(*values)
        if found:  # hardly an attendee has a tag
            at = first + len(keyed)
            keyed.append((at, key, table))
            documents.append((at, " ".join(kind.letter + term for term in sorted(found))))
    if keyed:
        connection.exec_driver_sql("INSERT INTO search_owner VALUES (?, ?, ?)", keyed)
        connection.exec_driver_sql(
            "INSERT INTO search_terms(rowid, terms) VALUES (?, ?)", documents
        )
