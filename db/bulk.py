"""Many rows at once, column by column: each different value takes its other form only once."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID, SafeUUID

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from db.convert import plain, storable, table_of
from db.tables import columns as c
from summit_desk.domain.records import Record

R = TypeVar("R", bound=Record)
Values = Sequence[Any]
Convert = Callable[[Any], Any]

encode = json.JSONEncoder(ensure_ascii=False).encode
_CHUNK = 500  # keys per IN list
_SAMPLE = 2_000  # of these half are different where looking up is no quicker than converting


@dataclass(frozen=True)
class Column:
    """How the values of one column are kept, read and written into an image."""

    name: str
    keep: Convert | None
    make: Convert | None
    to_json: Convert
    is_text: bool
    repeats: bool  # values may be looked up instead of converted again
    make_all: Callable[[Values], Values] | None = None  # where all at once is far quicker
    json_all: Callable[[Values], Values] | None = None

    def kept(self, values: Values) -> Values:
        """Return the values as the file holds them."""
        return values if self.keep is None else self._each(values, self.keep)

    def made(self, values: Values) -> Values:
        """Return the values as records hold them."""
        if self.make_all is not None:
            return self.make_all(values)
        return values if self.make is None else self._each(values, self.make)

    def in_json(self, values: Values) -> Values:
        """Return the values as JSON texts."""
        if self.json_all is not None:
            return self.json_all(values)
        return self._each(values, self.to_json)

    def _each(self, values: Values, convert: Convert) -> Values:
        sample = values[:_SAMPLE] if self.repeats else ()
        if len(set(sample)) * 2 >= len(sample):
            return [convert(value) for value in values]
        known = {value: convert(value) for value in set(values)}
        return [known[value] for value in values]


class Shape:
    """The columns of a table in the order of its record's fields, and its statements."""

    def __init__(self, kind: type[Record], dialect: Dialect) -> None:
        table = table_of(kind)
        names = tuple(kind.__dataclass_fields__)
        self.name = table.name
        self.columns = tuple(_column(table.c[name], dialect) for name in names)
        self.place = {name: at for at, name in enumerate(names)}
        self._values = attrgetter(*names)
        self._image = "{" + ", ".join(f'"{name}": %s' for name in names) + "}"
        quote = dialect.identifier_preparer.quote
        quoted = [quote(name) for name in names]
        self._named = quote(table.name)
        self._select = f"SELECT {', '.join(quoted)} FROM {self._named} WHERE "  # noqa: S608 -- names of the schema
        marks = ", ".join("?" * len(names))
        self._insert = f"INSERT INTO {self._named} ({', '.join(quoted)}) VALUES ({marks})"  # noqa: S608 -- as above
        self._quoted = dict(zip(names, quoted, strict=True))

    def values(self, records: Sequence[Record]) -> list[Values]:
        """Return the values of records by column; texts as a file can hold them."""
        columns: list[Values] = list(zip(*map(self._values, records), strict=True))
        return [
            _sound(values) if column.is_text else values
            for column, values in zip(self.columns, columns, strict=True)
        ]

    def kept(self, columns: Sequence[Values]) -> list[tuple[Any, ...]]:
        """Return values by column as rows of the file."""
        kept = (one.kept(values) for one, values in zip(self.columns, columns, strict=True))
        return list(zip(*kept, strict=True))

    def images(self, columns: Sequence[Values]) -> list[str]:
        """Return whole rows as JSON."""
        texts = (one.in_json(values) for one, values in zip(self.columns, columns, strict=True))
        return list(map(self._image.__mod__, zip(*texts, strict=True)))

    def insert(self, connection: sa.Connection, rows: list[tuple[Any, ...]]) -> None:
        """Write new rows."""
        connection.exec_driver_sql(self._insert, rows)

    def update(
        self, connection: sa.Connection, names: Sequence[str], rows: list[tuple[Any, ...]]
    ) -> None:
        """Change some columns; each row gives their values and then its key."""
        sets = ", ".join(f"{self._quoted[name]} = ?" for name in names)
        connection.exec_driver_sql(f"UPDATE {self._named} SET {sets} WHERE id = ?", rows)  # noqa: S608 -- as above

    def rows(self, connection: sa.Connection, keys: Sequence[str]) -> dict[str, tuple[Any, ...]]:
        """Return the rows that exist among `keys`, as the file holds them."""
        return {row[0]: tuple(row) for row in self.rows_by("id", connection, keys)}

    def rows_by(
        self, name: str, connection: sa.Connection, keys: Sequence[str]
    ) -> list[sa.Row[Any]]:
        """Return the rows whose column `name` is among `keys`, as the file holds them."""
        found: list[sa.Row[Any]] = []
        for start in range(0, len(keys), _CHUNK):
            chunk = tuple(keys[start : start + _CHUNK])
            marks = ", ".join("?" * len(chunk))
            asked = f"{self._select}{self._quoted[name]} IN ({marks})"
            found += connection.exec_driver_sql(asked, chunk).all()
        return found


def shape_of(kind: type[Record], dialect: Dialect) -> Shape:
    """Return the shape of the table that keeps records of `kind`."""
    found = _shapes.get((kind, type(dialect)))
    if found is None:
        found = _shapes[kind, type(dialect)] = Shape(kind, dialect)
    return found


_shapes: dict[tuple[type[Record], type[Dialect]], Shape] = {}
_raw: dict[type[Record], tuple[sa.ColumnElement[Any], ...]] = {}


def as_kept(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """Return the column to be selected as the file holds it."""
    return sa.type_coerce(column, sa.types.NullType())


def raw_columns(kind: type[Record]) -> tuple[sa.ColumnElement[Any], ...]:
    """Return the columns of `kind`'s table, to be selected as the file holds them."""
    if kind not in _raw:
        table = table_of(kind)
        _raw[kind] = tuple(as_kept(table.c[name]) for name in kind.__dataclass_fields__)
    return _raw[kind]


def records_of(kind: type[R], shape: Shape, rows: Iterable[Sequence[Any]]) -> list[R]:
    """Return the records that rows of the file hold."""
    columns = list(zip(*rows, strict=True))
    if not columns:
        return []
    made = (one.made(values) for one, values in zip(shape.columns, columns, strict=True))
    return _records(kind, tuple(shape.place), zip(*made, strict=True))


def _records(kind: type[R], names: Sequence[str], rows: Iterable[Values]) -> list[R]:
    """A frozen record sets its fields one by one; a file of 100,000 sets them at once."""
    empty: dict[str, Any] = dict.fromkeys(names)  # a copy has the room for all
    new, put, records = object.__new__, object.__setattr__, []
    for row in rows:
        fields = empty.copy()
        fields.update(zip(names, row, strict=True))
        record = new(kind)
        put(record, "__dict__", fields)
        records.append(record)
    return records


def _do(calls: Iterable[None]) -> None:
    """Run through calls that return nothing, without a step of Python for each."""
    deque(calls, maxlen=0)


def _column(column: sa.Column[Any], dialect: Dialect) -> Column:
    kind = column.type.dialect_impl(dialect)
    is_text = isinstance(column.type, sa.Text | sa.String)
    if isinstance(column.type, sa.Uuid):
        return Column(
            column.name,
            _hex,
            None,
            _quoted_key,
            is_text=False,
            repeats=False,
            make_all=keys_of,
            json_all=_quoted_keys,
        )
    is_json = isinstance(kind, sa.JSON) or "JSON" in str(column.type)
    in_texts = dialect.name == "sqlite"
    return Column(
        column.name,
        None if is_text else kind.bind_processor(dialect),
        None if is_text else _made_by(column, kind, dialect),
        _json if is_json else _scalar,
        is_text,
        not is_json or isinstance(column.type, c.Strings | c.Keys),
        _mappings if in_texts and isinstance(column.type, c.Mapped) else None,
    )


def _made_by(
    column: sa.Column[Any], kind: sa.types.TypeEngine[Any], dialect: Dialect
) -> Convert | None:
    if dialect.name == "sqlite" and isinstance(column.type, c.Instant):
        return _instant
    return kind.result_processor(dialect, None)


def _instant(text: str | None) -> datetime | None:
    """Return the moment that the file holds as a text in UTC without a zone."""
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


def _mappings(texts: Sequence[str | None]) -> Values:
    """Return what JSON texts hold, each of its own: the parser is called once for all."""
    return [value or {} for value in json.loads(f"[{','.join(text or '{}' for text in texts)}]")]


def _hex(key: UUID | None) -> str | None:
    return None if key is None else key.hex


# The slots of a UUID refuse to be set in the plain way.
_set_number, _set_safety = (vars(UUID)[slot].__set__ for slot in ("int", "is_safe"))


def keys_of(texts: Sequence[str | None]) -> Values:
    """Return the keys that texts of the file are; what many rows have in common is made once."""
    different = set(texts)
    if None not in different and len(different) * 2 > len(texts):
        return _fresh_keys(texts)
    held = [text for text in different if text is not None]
    known: dict[str | None, UUID | None] = dict(zip(held, _fresh_keys(held), strict=True))
    known[None] = None
    return list(map(known.__getitem__, texts))


def _fresh_keys(texts: Sequence[Any]) -> list[UUID]:
    """Return keys without the questions that UUID asks of what may not be one."""
    keys = list(map(object.__new__, repeat(UUID, len(texts))))
    _do(map(_set_number, keys, map(int, texts, repeat(16))))
    _do(map(_set_safety, keys, repeat(SafeUUID.unknown)))
    return keys


def _quoted_key(key: UUID | None) -> str:
    return "null" if key is None else f'"{key}"'


def _quoted_keys(keys: Sequence[UUID | None]) -> Values:
    """A key that many rows have is written once; it is found by its number far quicker."""
    numbers = [None if key is None else key.int for key in keys]
    different = dict(zip(numbers, keys, strict=True))
    written = {number: _quoted_key(key) for number, key in different.items()}
    return list(map(written.__getitem__, numbers))


def _scalar(value: object) -> str:
    return "null" if value is None else encode(plain(value))


def _json(value: object) -> str:
    """In ASCII: a nested text may hold what no file can."""
    return "{}" if value == {} else json.dumps(plain(value))


def _sound(texts: Values) -> Values:
    try:
        "".join(filter(None, texts)).encode()
    except UnicodeEncodeError:
        return [storable(text) for text in texts]
    return texts
