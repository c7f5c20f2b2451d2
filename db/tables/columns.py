"""The column types of a summit file, the same on SQLite and PostgreSQL."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlmodel import Field

CASCADE, SET_NULL, RESTRICT = "CASCADE", "SET NULL", "RESTRICT"


class Instant(sa.TypeDecorator[datetime]):
    """An aware UTC moment; a naive one is refused, because it would be a guess."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"an instant needs a zone: {value!r}"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(sa.TypeDecorator[StrEnum]):
    """One of an enum's words, stored as the word itself."""

    impl = sa.String(32)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


class Strings(sa.TypeDecorator[tuple[str, ...]]):
    """A short list of texts, kept as JSON."""

    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> Any:  # noqa: ANN401 -- JSON
        return list(value or ())

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:  # noqa: ANN401 -- JSON
        return tuple(value or ())


class Keys(sa.TypeDecorator[tuple[UUID, ...]]):
    """A short list of keys, kept as JSON."""

    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[UUID, ...] | None, dialect: Dialect) -> Any:  # noqa: ANN401 -- JSON
        return [str(key) for key in value or ()]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[UUID, ...]:  # noqa: ANN401 -- JSON
        return tuple(UUID(key) for key in value or ())


class Mapped(sa.TypeDecorator[Mapping[str, Any]]):
    """Free-form named values, kept as JSON; absent is an empty mapping."""

    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Any] | None, dialect: Dialect) -> Any:  # noqa: ANN401 -- JSON
        return dict(sorted((value or {}).items()))

    def process_result_value(self, value: Any, dialect: Dialect) -> Mapping[str, Any]:  # noqa: ANN401 -- JSON
        return dict(value or {})


def _field(kind: Any, *, required: bool, index: bool, default: Any) -> Any:  # noqa: ANN401 -- SQLModel's Field is untyped
    extra: dict[str, Any] = {} if required else {"default": default}
    return Field(sa_column=sa.Column(kind, nullable=not required, index=index), **extra)


def _maker(kind: Callable[[], Any]) -> Callable[..., Any]:
    def make(*, required: bool = False, index: bool = False, default: Any = None) -> Any:  # noqa: ANN401 -- as above
        return _field(kind(), required=required, index=index, default=default)

    return make


text = _maker(sa.Text)
whole = _maker(sa.Integer)
flag = _maker(sa.Boolean)
day = _maker(sa.Date)
clock_time = _maker(sa.Time)
wall = _maker(sa.DateTime)
instant = _maker(Instant)
strings = _maker(Strings)
keys = _maker(Keys)
mapped = _maker(Mapped)
anything = _maker(sa.JSON)
bytes_ = _maker(sa.LargeBinary)
plain_key = _maker(sa.Uuid)  # a key of a row that may be gone


def word(words: type[StrEnum], *, required: bool = True, index: bool = False) -> Any:  # noqa: ANN401 -- as above
    """Return a column for one of an enum's words."""
    return _field(Word(words), required=required, index=index, default=None)


def key() -> Any:  # noqa: ANN401 -- as above
    """Return the primary key column: a UUIDv7 made by the desk, never by the database."""
    return Field(sa_column=sa.Column(sa.Uuid, primary_key=True))


def link(target: str, policy: str, *, required: bool = True, index: bool = True) -> Any:  # noqa: ANN401 -- as above
    """Return a foreign key to `target` ("person.id").

    What happens when the target is removed is decided by the unit of work, which journals it;
    the database only checks, at commit, so that images can be replayed in any order.
    """
    reference = sa.ForeignKey(target, deferrable=True, initially="DEFERRED")
    column = sa.Column(
        sa.Uuid, reference, nullable=not required, index=index, info={"policy": policy}
    )
    return Field(sa_column=column) if required else Field(sa_column=column, default=None)
