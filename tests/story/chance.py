"""A random step on a summit: which record it takes, and what it writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from summit_desk.domain.errors import Missing
from summit_desk.domain.records import Event, Record

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from summit_desk.services.bundle import Services

Kind = TypeVar("Kind", bound=Record)


@dataclass
class Chance:
    """One random step: `number` chooses among what is there, `text` is what is written."""

    services: Services
    event: Event
    folder: Path
    number: int
    text: str

    def any(self, kind: type[Kind]) -> Kind:
        """Return one of the records of a kind; raise Missing when there are none."""
        with self.services.store.view() as view:
            found = view.all(kind, order=("id",))
        if not found:
            raise Missing(thing=kind.__name__)
        return found[self.number % len(found)]

    def key(self, kind: type[Record]) -> UUID:
        """Return the key of one of the records of a kind."""
        return self.any(kind).id

    @property
    def word(self) -> str:
        """What a required field is filled with."""
        return self.text.strip() or f"示例{self.number}"
