"""Statements compiled once from SQLAlchemy Core and run on the driver's own connection.

What a scan must do is four statements; SQLAlchemy's own way of running them costs more than the
write to the disk. The SQL stays portable, because Core writes it for the engine in use.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Insert, Select
from sqlalchemy.engine import Dialect

Value = object
Convert = Callable[[Value], Value]


class Cursor(Protocol):
    """As much of a DB-API cursor as is needed here."""

    def execute(self, statement: str, parameters: object = ..., /) -> object: ...

    def fetchall(self) -> Sequence[Sequence[Any]]: ...

    def fetchmany(self, size: int, /) -> Sequence[Sequence[Any]]: ...


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
        self._results = [
            (place, convert)
            for place, column in enumerate(selected)
            if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None))
        ]

    def run(self, cursor: Cursor, values: Mapping[str, Value]) -> None:
        """Execute the statement."""
        cursor.execute(self.sql, self._parameters(values))

    def rows(self, cursor: Cursor, **values: Value) -> list[list[Any]]:
        """Execute the statement and return its rows as the domain's own types."""
        cursor.execute(self.sql, self._parameters(values))
        return self._converted(cursor.fetchall())

    def parts(self, cursor: Cursor, size: int, **values: Value) -> Iterator[list[list[Any]]]:
        """Execute the statement and yield its rows, `size` at a time, as they are found."""
        cursor.execute(self.sql, self._parameters(values))
        while part := cursor.fetchmany(size):
            yield self._converted(part)

    def _converted(self, found: Sequence[Sequence[Any]]) -> list[list[Any]]:
        rows = [list(row) for row in found]
        for place, convert in self._results:
            for row in rows:
                row[place] = convert(row[place])
        return rows

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
