"""A record with what was entered into the fields of its form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from summit_desk.domain.records import Record

if TYPE_CHECKING:
    from typing import Any

R = TypeVar("R", bound=Record)


def entered_in(values: Mapping[str, object], record: R, *without: str) -> R:
    """Return the record with the values of the same names, some of them left out."""
    known = {key: values[key] for key in vars(record) if key in values and key not in without}
    return replace(record, **cast("dict[str, Any]", known))
