"""Groups of attendees: delegations of one organisation with a contact."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from db.queries.registrations import group_sizes
from db.store import Store
from db.unit import Unit
from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.domain.change import Change, Topic
from summit_desk.domain.errors import Invalid, Problem
from summit_desk.domain.groups import GroupLine
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Attendee, AttendeeGroup, Organisation, Person
from summit_desk.domain.text_cleaning import clean_line, clean_text
from summit_desk.services.batches import attendees_among
from summit_desk.support.clock import Clock
from summit_desk.support.i18n import N_

LONGEST_NAME = 200
NO_NAME = N_("A name is needed.")
TAKEN = N_("There is a group of this name already.")


class GroupService:
    """Keeps the groups of an event and who belongs to them."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def groups(self, event_id: UUID) -> tuple[GroupLine, ...]:
        """Return the groups in order, each with its organisation, contact and size."""
        with self._store.view() as view:
            groups = view.all(AttendeeGroup, event_id=event_id)
            units = {one.organisation_id for one in groups if one.organisation_id}
            contacts = {one.contact_person_id for one in groups if one.contact_person_id}
            organisations = {one.id: one for one in view.all(Organisation, id=units)}
            people = {one.id: one for one in view.all(Person, id=contacts)}
            sizes = group_sizes(view.session, event_id)
            return tuple(
                GroupLine(
                    one,
                    organisations.get(one.organisation_id or one.id),
                    people.get(one.contact_person_id or one.id),
                    sizes.get(one.id, 0),
                )
                for one in groups
            )

    def save(self, group: AttendeeGroup) -> Change:
        """Write a group, new or changed; raises Invalid."""
        group = replace(group, name=clean_line(group.name), notes=clean_text(group.notes))
        with self._store.unit() as unit:
            _refuse(unit, group)
            new = unit.find(AttendeeGroup, id=group.id) is None
            if new:
                group = replace(group, position=unit.count(AttendeeGroup, event_id=group.event_id))
            unit.put(group)
            label = N_("Add group {name}") if new else N_("Edit group {name}")
            return unit.commit(label, Topic.ATTENDEES, subject=group.id, name=group.name)

    def remove(self, group_id: UUID) -> Change:
        """Delete a group; the registrations stay, without a group."""
        with self._store.unit() as unit:
            name = unit.get(AttendeeGroup, group_id).name
            unit.remove(AttendeeGroup, group_id)
            return unit.commit(N_("Delete group {name}"), Topic.ATTENDEES, name=name)

    def gather(
        self, keys: Collection[UUID], group_id: UUID | None, progress: Progress = SILENT
    ) -> Change:
        """Put attendees into a group (each is in one at most), or into none."""
        with self._store.unit() as unit:
            unit.watched_by(progress)
            chosen = attendees_among(unit, keys)
            name = unit.get(AttendeeGroup, group_id).name if group_id else ""
            unit.put_all(replace(one, group_id=group_id) for one in chosen)
            return unit.commit(
                N_("Put {count} attendees into group {name}")
                if group_id
                else N_("Take {count} attendees out of their group"),
                Topic.ATTENDEES,
                count=f"{len(chosen):,}",
                name=name,
            )

    def members(self, group_id: UUID) -> tuple[UUID, ...]:
        """Return the registrations of a group by their numbers."""
        with self._store.view() as view:
            found = view.all(Attendee, group_id=group_id, order=("number",))
            return tuple(one.id for one in found)

    def filter_for(self, group_id: UUID) -> AttendeeFilter:
        """Return the filter that lists a group, for the list, an export or a print."""
        return AttendeeFilter(group=group_id)


def group_called(unit: Unit, event_id: UUID, name: str) -> UUID:
    """Return the group of this name; one that nobody has entered yet is added."""
    found = unit.find(AttendeeGroup, event_id=event_id, name=name)
    if found is None:
        position = unit.count(AttendeeGroup, event_id=event_id)
        found = AttendeeGroup(event_id=event_id, name=name, position=position)
        unit.put(found)
    return found.id


def _refuse(unit: Unit, group: AttendeeGroup) -> None:
    if not group.name:
        raise Invalid([Problem("name", NO_NAME)])
    if len(group.name) > LONGEST_NAME:
        raise Invalid([Problem("name", N_("A name can have at most 200 characters."))])
    held = unit.all(AttendeeGroup, event_id=group.event_id, name=group.name)
    if any(one.id != group.id for one in held):
        raise Invalid([Problem("name", TAKEN)])
