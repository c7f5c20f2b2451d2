"""Join those who come along to whom they accompany, when all of a list are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summit_desk.domain.imports.companions import names_of, spoken
from summit_desk.domain.imports.targets import Target
from summit_desk.domain.records.base import with_values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from summit_desk.domain.imports.drafts import Draft
    from summit_desk.domain.imports.registered import Snapshot
    from summit_desk.domain.records import Attendee, Person


class Companionship:
    """Remembers who said to accompany whom, and under which words people are known."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._said: dict[UUID, str] = {}
        self._written: list[tuple[str, str, UUID]] = []  # name, number and key

    def note(self, draft: Draft, person: Person, attendee: Attendee) -> None:
        """Remember a row that was written."""
        if Target.COMPANION in draft.values:
            self._said[attendee.id] = spoken(draft.text(Target.COMPANION))
        self._written.append((person.name, attendee.number, attendee.id))

    def joined(self, attendees: Sequence[Attendee]) -> list[Attendee]:
        """Return the attendees with their companions; an empty word takes one away."""
        if not self._said:
            return list(attendees)
        known = {
            word: one.attendee_id
            for one in reversed(self._snapshot.people)
            if one.attendee_id
            for word in names_of(one.name, one.number)
        }
        known |= {
            word: key
            for name, number, key in reversed(self._written)
            for word in names_of(name, number)
        }
        return [
            with_values(one, {"companion_of_id": known.get(self._said[one.id])})
            if one.id in self._said
            else one
            for one in attendees
        ]
