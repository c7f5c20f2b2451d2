"""Organisations with their relatives, and the bodies they are members of."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from db.queries import organisations as asked
from db.store import Store
from db.unit import Unit
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid, Problem
from summit_desk.domain.organisation_lists import (
    BodyDetail,
    BodyRow,
    OrganisationDetail,
    OrganisationRow,
)
from summit_desk.domain.organisation_rules import (
    body_problems,
    clean_body,
    clean_organisation,
    membership_problems,
    organisation_problems,
)
from summit_desk.domain.records import (
    Body,
    MemberLevel,
    Membership,
    Organisation,
    Person,
)
from summit_desk.services.member_lists import MemberLists
from summit_desk.services.merging_units import merge_units
from summit_desk.services.organisation_views import answering, as_tree, by_level, organisation_rows
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_

_TOPICS = (Topic.PEOPLE, Topic.ATTENDEES, Topic.SPEAKERS)


class OrganisationService:
    """Keeps organisations, bodies and memberships."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now
        self.member_lists = MemberLists(store)

    def rows(self, event_id: UUID | None = None, text: str = "") -> tuple[OrganisationRow, ...]:
        """Return the organisations that answer to a text (best first), or all by name."""
        with self._store.view() as view:
            return tuple(organisation_rows(view, event_id, answering(view, text)))

    def detail(self, organisation_id: UUID) -> OrganisationDetail:
        """Return an organisation with everything around it; raises Missing."""
        with self._store.view() as view:
            one = view.get(Organisation, organisation_id)
            parent = view.find(Organisation, id=one.parent_id) if one.parent_id else None
            return OrganisationDetail(
                one,
                parent,
                view.all(Organisation, order=("full_name",), parent_id=one.id),
                asked.colleagues(view, one.id),
                asked.member_rows(view, organisation_id=one.id),
            )

    def names(self) -> list[tuple[UUID, str]]:
        """Return the key and full name of every organisation, by name."""
        with self._store.view() as view:
            found = answering(view, "")
        return [(one.id, one.full_name) for one in found]

    def save(self, organisation: Organisation) -> Change:
        """Write an organisation, new or changed; raises Invalid."""
        organisation = clean_organisation(organisation)
        with self._store.unit() as unit:
            known = unit.all(Organisation)
            _refuse(organisation_problems(organisation, known))
            new = all(one.id != organisation.id for one in known)
            unit.put(organisation)
            label = N_("Add organisation {name}") if new else N_("Edit organisation {name}")
            name = organisation.full_name
            return unit.commit(label, *_TOPICS, subject=organisation.id, name=name)

    def remove(self, organisation_id: UUID) -> Change:
        """Delete an organisation; raises InUse while something that must stay needs it."""
        with self._store.unit() as unit:
            name = unit.get(Organisation, organisation_id).full_name
            unit.remove(Organisation, organisation_id)
            return unit.commit(
                N_("Delete organisation {name}"), *_TOPICS, subject=organisation_id, name=name
            )

    def merge(self, kept_id: UUID, other_id: UUID, taken: Collection[str] = ()) -> Change:
        """Put two spellings of one organisation together; the other name becomes an alias.

        `taken` are the fields whose value comes from the other one. Raises AlreadyOne.
        """
        with self._store.unit() as unit:
            return merge_units(unit, kept_id, other_id, taken)

    def bodies(self) -> tuple[BodyRow, ...]:
        """Return all bodies, each under the one it belongs to."""
        with self._store.view() as view:
            found = view.all(Body, order=("name",))
            chairs, members = asked.chair_names(view, found), asked.members_by_body(view)
        return tuple(
            BodyRow(
                one.id,
                one.name,
                one.name_other,
                one.kind,
                depth,
                chairs[one.id],
                *members.get(one.id, (0, 0)),
                one.founded_on,
            )
            for one, depth in as_tree(found)
        )

    def body(self, body_id: UUID) -> BodyDetail:
        """Return a body with its members in the order of their levels; raises Missing."""
        with self._store.view() as view:
            one = view.get(Body, body_id)
            members = asked.member_rows(view, body_id=body_id)
            return BodyDetail(
                one,
                view.find(Body, id=one.parent_id) if one.parent_id else None,
                view.find(Organisation, id=one.organisation_id) if one.organisation_id else None,
                asked.chair_names(view, [one])[one.id],
                sorted(members, key=by_level),
            )

    def save_body(self, body: Body) -> Change:
        """Write a body, new or changed; raises Invalid."""
        body = clean_body(body)
        with self._store.unit() as unit:
            known = unit.all(Body)
            _refuse(body_problems(body, known))
            new = all(one.id != body.id for one in known)
            unit.put(body)
            label = N_("Add body {name}") if new else N_("Edit body {name}")
            return unit.commit(label, Topic.PEOPLE, subject=body.id, name=body.name)

    def remove_body(self, body_id: UUID) -> Change:
        """Delete a body with its memberships."""
        with self._store.unit() as unit:
            name = unit.get(Body, body_id).name
            unit.remove(Body, body_id)
            return unit.commit(N_("Delete body {name}"), Topic.PEOPLE, subject=body_id, name=name)

    def save_membership(self, membership: Membership) -> Change:
        """Write a membership, new or changed; raises Invalid."""
        with self._store.unit() as unit:
            others = unit.all(Membership, body_id=membership.body_id)
            _refuse(membership_problems(membership, others))
            new = all(one.id != membership.id for one in others)
            unit.put(membership)
            label = (
                N_("Add {name} to {body}") if new else N_("Edit the membership of {name} in {body}")
            )
            return _commit_membership(unit, label, membership)

    def remove_membership(self, membership_id: UUID) -> Change:
        """End a membership."""
        with self._store.unit() as unit:
            membership = unit.get(Membership, membership_id)
            unit.remove(Membership, membership_id)
            return _commit_membership(unit, N_("Take {name} out of {body}"), membership)

    def add_members(
        self,
        body_id: UUID,
        organisations: Iterable[UUID],
        level: MemberLevel,
        *,
        founding: bool = False,
    ) -> Change:
        """Make several organisations members at once; those that are members already stay."""
        with self._store.unit() as unit:
            held = {one.organisation_id for one in unit.all(Membership, body_id=body_id)}
            new = [key for key in dict.fromkeys(organisations) if key not in held]
            unit.put_all(
                Membership(body_id=body_id, organisation_id=key, level=level, founding=founding)
                for key in new
            )
            return unit.commit(
                N_("Add {count} members to {body}"),
                Topic.PEOPLE,
                subject=body_id,
                count=str(len(new)),
                body=unit.get(Body, body_id).name,
            )


def _commit_membership(unit: Unit, label: str, membership: Membership) -> Change:
    if membership.organisation_id:
        name = unit.get(Organisation, membership.organisation_id).full_name
    else:
        name = unit.get(Person, membership.person_id).name if membership.person_id else ""
    body = unit.get(Body, membership.body_id).name
    return unit.commit(label, Topic.PEOPLE, subject=membership.id, name=name, body=body)


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Invalid(problems)
