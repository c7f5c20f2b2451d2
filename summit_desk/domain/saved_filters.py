"""A filter of attendees as a summit file or a preset keeps it, and back again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from summit_desk.domain.attendee_lists import EVERYBODY, AttendeeFilter, FieldCondition, Missing
from summit_desk.domain.records import AttendeeStatus, FeeStatus

T = TypeVar("T")
Read = Callable[[Any], object]

LONGEST_NAME = 40
_NO_CATEGORY = UUID(int=0)


@dataclass(frozen=True)
class NamedFilter:
    """A saved filter, ready to be offered; `count` is how many it finds, None if not counted."""

    id: UUID
    name: str
    wanted: AttendeeFilter
    count: int | None = None


def narrowed_by(wanted: AttendeeFilter, text: str, categories: frozenset[UUID]) -> AttendeeFilter:
    """Return a saved filter with what a screen asks for besides: both must hold."""
    both = wanted.categories | categories
    if wanted.categories and categories:
        both = wanted.categories & categories or frozenset({_NO_CATEGORY})
    return replace(wanted, text=f"{wanted.text} {text}".strip(), categories=both)


def filter_to_json(wanted: AttendeeFilter) -> dict[str, object]:
    """Return the parts of a filter that ask something, as JSON values in a fixed order."""
    found: dict[str, object] = {}
    for part in fields(wanted):
        value = getattr(wanted, part.name)
        if value != getattr(EVERYBODY, part.name):
            found[part.name] = _plain(value)
    return found


def filter_from_json(kept: Mapping[str, object]) -> AttendeeFilter:
    """Return the filter; parts that this version doesn't know or can't read ask nothing."""
    values: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name not in kept:
            continue
        try:
            values[name] = read(kept[name])
        except (TypeError, ValueError, KeyError, AttributeError):
            continue  # written by a later version, or by hand
    return AttendeeFilter(**values)


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, tuple):
        return [
            {"key": one.key, "value": one.value, "holds": one.holds}
            for one in value
            if isinstance(one, FieldCondition)
        ]
    return str(value) if isinstance(value, UUID | StrEnum) else value


def _set_of(kind: Callable[[str], T]) -> Callable[[Iterable[str]], frozenset[T]]:
    return lambda words: frozenset(map(kind, words))


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _conditions(kept: Iterable[Mapping[str, Any]]) -> tuple[FieldCondition, ...]:
    return tuple(
        FieldCondition(str(one["key"]), str(one.get("value", "")), _flag(one.get("holds", True)))
        for one in kept
    )


_READERS: Mapping[str, Read] = {
    "text": str,
    "categories": _set_of(UUID),
    "statuses": _set_of(AttendeeStatus),
    "forum": UUID,
    "organisation": UUID,
    "tag": str,
    "missing": Missing,
    "checked_in": _flag,
    "waiting": _flag,
    "group": UUID,
    "fees": _set_of(FeeStatus),
    "needs_hotel": _flag,
    "own": _conditions,
}
