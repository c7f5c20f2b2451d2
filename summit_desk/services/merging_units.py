"""Putting two spellings of one organisation together inside a unit of work."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from uuid import UUID

from db.unit import Unit
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors.attendees import AlreadyOne
from summit_desk.domain.merging import MERGE_ORGANISATIONS, joined, united
from summit_desk.domain.organisation_rules import clean_organisation
from summit_desk.domain.records import (
    AttendeeGroup,
    Body,
    Forum,
    Membership,
    Organisation,
    OrganisationKind,
    Position,
)
from summit_desk.services.merging_roles import united_membership

OWN = ("full_name", "short_name", "name_other", "parent_id", "credit_code", "address", "website")


def merge_units(unit: Unit, kept_id: UUID, other_id: UUID, taken: Collection[str]) -> Change:
    """Let everything of one organisation belong to another; raises AlreadyOne or Missing."""
    if kept_id == other_id:
        raise AlreadyOne
    kept, other = unit.get(Organisation, kept_id), unit.get(Organisation, other_id)
    _move(unit, kept.id, other.id)
    _move_memberships(unit, kept.id, other.id)
    unit.put(_united(kept, other, taken))
    unit.remove(Organisation, other.id)
    topics = (Topic.PEOPLE, Topic.ATTENDEES, Topic.SPEAKERS, Topic.AGENDA)
    return unit.commit(
        MERGE_ORGANISATIONS, *topics, subject=kept.id, name=kept.full_name, other=other.full_name
    )


def _united(kept: Organisation, other: Organisation, taken: Collection[str]) -> Organisation:
    """Return the organisation that both become; every name of the other one stays findable."""
    both, lost = united(kept, other, OWN, taken)
    names = [str(lost[name]) for name in ("full_name", "short_name", "name_other") if name in lost]
    aliases = dict.fromkeys((*kept.aliases, *names, *other.aliases))
    aliases.pop(both.full_name, None)
    unsaid = [str(lost[name]) for name in ("credit_code", "address", "website") if name in lost]
    untold = kept.kind is OrganisationKind.COMPANY or "kind" in taken
    parent = both.parent_id if both.parent_id not in (kept.id, other.id) else None
    return clean_organisation(
        replace(
            both,
            aliases=tuple(aliases),
            kind=other.kind if untold else kept.kind,
            parent_id=parent,
            notes=joined(kept.notes, other.notes, *unsaid),
        )
    )


def _move(unit: Unit, kept: UUID, other: UUID) -> None:
    """Let everything that points to one organisation point to the other."""
    links: tuple[tuple[type[Any], str], ...] = (
        (Position, "organisation_id"),
        (Organisation, "parent_id"),
        (Body, "chair_organisation_id"),
        (Body, "organisation_id"),
        (Forum, "host_organisation_id"),
        (AttendeeGroup, "organisation_id"),
    )
    for kind, link in links:
        pointing = unit.all(kind, order=("id",), **{link: other})
        unit.put_all(replace(one, **{link: kept}) for one in pointing if one.id != kept)


def _move_memberships(unit: Unit, kept: UUID, other: UUID) -> None:
    """Move memberships; where both are members of a body the two become one."""
    mine = {one.body_id: one for one in unit.all(Membership, organisation_id=kept)}
    for membership in unit.all(Membership, organisation_id=other):
        held = mine.get(membership.body_id)
        if held is None:
            unit.put(replace(membership, organisation_id=kept))
        else:
            unit.put(united_membership(held, membership))
            unit.remove(Membership, membership.id)
