"""What every stored thing has: an identity of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from summit_desk.domain.ids import new_id


@dataclass(frozen=True, kw_only=True)
class Record:
    """A stored thing. A new one gets its key at birth, so saving is one verb: put."""

    id: UUID = field(default_factory=new_id)


R = TypeVar("R", bound=Record)


def with_values(record: R, values: Mapping[str, object]) -> R:
    """Return the record with other values in some fields, for work on thousands of records.

    As `dataclasses.replace`, which sets every field one by one; the caller answers for the types.
    """
    if not values:
        return record
    changed = object.__new__(type(record))
    changed.__dict__.update(record.__dict__)
    changed.__dict__.update(values)
    return changed
