"""Statements compiled once from SQLAlchemy Core and run on the driver's own connection.

What a scan must do is four statements; SQLAlchemy's own way of running them costs more than the
write to the disk. The SQL stays portable, because Core writes it for the engine in use.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Insert, Select, String, bindparam, func, select
from sqlalchemy.engine import Dialect

Value = object
Convert = Callable[[Value], Value]


class Cursor(Protocol):
    """As much of a DB-API cursor as is needed here."""

    def execute(self, statement: str, parameters: object = ..., /) -> object: ...

    def fetchall(self) -> Sequence[Sequence[Any]]: ...


class Prepared:
    """One statement, ready to run with named parameters."""

    def __init__(self, statement: Select[tuple[Value, ...]] | Insert, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.sql = compiled.string
        self._named = compiled.positiontup is None
        self._slots = [
            (name, compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in compiled.positiontup or compiled.binds
        ]
        self._fixed = {
            name: bind.value for name, bind in compiled.binds.items() if not bind.required
        }
        selected = statement.selected_columns if isinstance(statement, Select) else ()
        self._results = _converters(selected, dialect)

    def run(self, cursor: Cursor, values: Mapping[str, Value]) -> None:
        """Execute the statement."""
        cursor.execute(self.sql, self._parameters(values))

    def rows(self, cursor: Cursor, **values: Value) -> list[list[Any]]:
        """Execute the statement and return its rows as the domain's own types."""
        cursor.execute(self.sql, self._parameters(values))
        return _converted([list(row) for row in cursor.fetchall()], self._results)

    def _parameters(self, values: Mapping[str, Value]) -> object:
        given = {**self._fixed, **values} if self._fixed else values
        bound = [
            given[name] if convert is None else convert(given[name])
            for name, convert in self._slots
        ]
        return (
            dict(zip((name for name, _ in self._slots), bound, strict=True))
            if self._named
            else bound
        )


class Gathered:
    """A select kept ready whose rows come all at once; from SQLite as one JSON text.

    Its driver lets other threads run after each row that it fetches; beside a busy one, two
    hundred rows would wait two hundred times for their turn.
    """

    def __init__(self, statement: Select[Any], dialect: Dialect) -> None:
        columns = statement.subquery().c
        self._as_text = dialect.name == "sqlite"
        as_text = select(func.json_group_array(func.json_array(*columns)))
        self._asked = Prepared(as_text if self._as_text else statement, dialect)
        self._results = _converters(columns, dialect)

    def rows(self, cursor: Cursor, **values: Value) -> list[list[Any]]:
        """Execute the statement and return its rows as the domain's own types."""
        if not self._as_text:
            return self._asked.rows(cursor, **values)
        ((told,),) = self._asked.rows(cursor, **values)
        rows: list[list[Any]] = json.loads(told)
        return _converted(rows, self._results)


class Among:
    """A select of the rows whose column holds one of several texts.

    It is kept ready for a few numbers of texts; fewer are filled up by repeating the last.
    """

    SIZES = (16, 32, 64, 500)

    def __init__(self, statement: Select[Any], column: ColumnElement[str]) -> None:
        self._statement, self._column = statement, column
        self._kept: dict[tuple[str, int], Gathered] = {}

    def rows(self, connection: Connection, texts: Sequence[str]) -> list[list[Any]]:
        """Return the rows as the domain's own types; at most 500 texts can be asked for."""
        if not texts:
            return []
        size = next(each for each in self.SIZES if each >= len(texts))
        filled = [*texts, *[texts[-1]] * (size - len(texts))]
        cursor: Any = connection.connection.cursor()
        kept = self._ready(connection.dialect, size)
        return kept.rows(cursor, **dict(zip(_names(size), filled, strict=True)))

    def _ready(self, dialect: Dialect, size: int) -> Gathered:
        known = (dialect.name, size)
        if known not in self._kept:
            asked = [bindparam(name, type_=String) for name in _names(size)]
            self._kept[known] = Gathered(self._statement.where(self._column.in_(asked)), dialect)
        return self._kept[known]


def _converters(
    columns: Iterable[ColumnElement[Any]], dialect: Dialect
) -> list[tuple[int, Convert]]:
    """Return which places of a row are made into the domain's own types, and how."""
    return [
        (place, convert)
        for place, column in enumerate(columns)
        if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None))
    ]


def _converted(rows: list[list[Any]], how: Iterable[tuple[int, Convert]]) -> list[list[Any]]:
    for place, convert in how:
        for row in rows:
            row[place] = convert(row[place])
    return rows


def _names(size: int) -> list[str]:
    return [f"text_{at}" for at in range(size)]
