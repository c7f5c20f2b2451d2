"""Sharing rooms: always a pair, and each knows the other."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from summit_desk.domain.records.trips import Traveller


def paired(travellers: Iterable[Traveller], changed: Traveller) -> list[Traveller]:
    """Return `changed` and everybody whose room sharing changes with it."""
    others = [one for one in travellers if one.id != changed.id]
    mate = changed.room_with_id
    return [changed, *(new for one in others if (new := _answer(one, changed.id, mate)) != one)]


def _answer(other: Traveller, who: UUID, mate: UUID | None) -> Traveller:
    """Return `other` as it is when `who` shares with `mate` and with nobody else."""
    if other.id == mate:
        return replace(other, room_with_id=who)
    if other.room_with_id in {who, mate} - {None}:
        return replace(other, room_with_id=None)
    return other
