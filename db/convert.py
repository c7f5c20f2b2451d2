"""Between the domain's records, the tables' rows and the journal's JSON images."""

import base64
import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel

from db import tables  # noqa: F401 -- registers every table
from db.tables import columns as c
from summit_desk.domain import records
from summit_desk.domain.records import Record

R = TypeVar("R", bound=Record)
Row = dict[str, Any]

SIMPLE: tuple[tuple[type[sa.types.TypeEngine[Any]], Callable[[Any], Any]], ...] = (
    (sa.Uuid, UUID),
    (sa.Date, dt.date.fromisoformat),
    (sa.Time, dt.time.fromisoformat),
    (sa.LargeBinary, base64.b64decode),
)


def table_of(kind: type[Record]) -> sa.Table:
    """Return the table that keeps records of `kind`."""
    return _table(kind.__name__)


@cache
def _table(name: str) -> sa.Table:
    return SQLModel.metadata.tables[re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()]


def _names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.__dataclass_fields__)


def row_of(record: Record) -> Row:
    """Return the record's values by column."""
    return {name: storable(getattr(record, name)) for name in _names(type(record))}


def storable(value: Any) -> Any:  # noqa: ANN401 -- whatever a field holds
    """Return the value as a file can hold it: half a surrogate pair is no character."""
    if type(value) is str and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def record_of(kind: type[R], row: Sequence[Any]) -> R:
    """Return the record that a whole row holds; columns in the order of the record's fields."""
    return kind(**dict(zip(_names(kind), row, strict=True)))


def columns_of(kind: type[Record]) -> tuple[sa.Column[Any], ...]:
    """Return the columns of `kind`'s table in the order of the record's fields."""
    return _columns(kind.__name__, _names(kind))


@cache
def _columns(kind: str, names: tuple[str, ...]) -> tuple[sa.Column[Any], ...]:
    table = _table(kind)
    return tuple(table.c[name] for name in names)


@cache
def defaults_of(table: str) -> Row:
    """Return what the columns of a table hold when nothing is said about them."""
    name = "".join(map(str.capitalize, table.split("_")))
    found: Row = {}
    for field in dataclasses.fields(getattr(records, name)):
        if field.default is not dataclasses.MISSING:
            found[field.name] = field.default
        elif field.default_factory is not dataclasses.MISSING and field.name != "id":
            found[field.name] = field.default_factory()
    return found


def to_image(values: Mapping[str, Any]) -> Row:
    """Return column values as JSON values, exactly."""
    return {name: plain(value) for name, value in values.items()}


def plain(value: Any) -> Any:  # noqa: ANN401 -- JSON
    """Return a column value as a JSON value, exactly."""
    if value is None or type(value) in (str, int, bool, float):
        return value
    if isinstance(value, UUID | StrEnum):
        return str(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value]


def from_image(table: sa.Table, image: Mapping[str, Any]) -> Row:
    """Return an image's JSON values as column values."""
    return {
        name: _typed(table.c[name].type, value)
        for name, value in image.items()
        if name in table.c  # a column that a later version dropped
    }


def _typed(kind: sa.types.TypeEngine[Any], value: Any) -> Any:  # noqa: ANN401, PLR0911 -- one line per type
    if value is None:
        return None
    if isinstance(kind, c.Word):
        return kind.words(value)
    if isinstance(kind, c.Strings):
        return tuple(value)
    if isinstance(kind, c.Keys):
        return tuple(UUID(key) for key in value)
    if isinstance(kind, c.Instant | sa.DateTime):
        return dt.datetime.fromisoformat(value)
    for column_type, make in SIMPLE:
        if isinstance(kind, column_type):
            return make(value)
    return value
