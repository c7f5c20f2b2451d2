"""What an import is compared with, and which meanings of columns were chosen before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from db.queries.history import former_names
from db.queries.imports import codes_of, entries_of, last_change
from db.unit import Unit, View
from summit_desk.domain.imports.columns import memory_of
from summit_desk.domain.imports.former import FormerName, FormerNames, respelled, without_former
from summit_desk.domain.imports.plan import ImportPlan
from summit_desk.domain.imports.registered import Entry, Snapshot
from summit_desk.domain.records import (
    AttendeeGroup,
    Category,
    CustomField,
    Event,
    Forum,
    Organisation,
    Setting,
)

MAPPINGS = "import.mappings"
_MOST_REMEMBERED = 100


def snapshot_of(view: View, event_id: UUID, *, people: bool = True) -> Snapshot:
    event = view.get(Event, event_id)
    remembered = view.find(Setting, event_id=None, key=MAPPINGS)
    known: Sequence[Entry] = entries_of(view, event_id) if people else ()
    return Snapshot(
        stamp=last_change(view),
        first_day=event.first_day,
        zone=event.zone,
        people=known,
        organisations=view.all(Organisation),
        forums=view.all(Forum, event_id=event_id),
        categories=view.all(Category, event_id=event_id),
        fields=view.all(CustomField, event_id=event_id),
        groups=view.all(AttendeeGroup, event_id=event_id),
        codes=codes_of(view, event_id) if people else {},
        remembered=_mappings(remembered),
    )


def without_former_spellings(view: View, plan: ImportPlan) -> ImportPlan:
    """Return the plan without what it would spell as a name that was changed since the list."""
    people = respelled(plan.rows)
    if not people:
        return plan
    return replace(plan, rows=without_former(plan.rows, _former(view, people)))


def _former(view: View, people: Collection[UUID]) -> FormerNames:
    found: dict[UUID, tuple[FormerName, ...]] = {}
    for person, held in former_names(view, people):
        spellings = {field: text for field, text in held.items() if isinstance(text, str)}
        found[person] = (*found.get(person, ()), FormerName(str(held["name"]), spellings))
    return found


def remember(unit: Unit, plan: ImportPlan) -> None:
    """Keep the mapping under the headers, so that the next list of the same form finds it."""
    held = unit.find(Setting, event_id=None, key=MAPPINGS)
    known = _mappings(held)
    known.pop(plan.layout.signature, None)
    latest = dict(list(known.items())[-_MOST_REMEMBERED:])
    value = {**latest, plan.layout.signature: memory_of(plan.columns)}
    if held is None or held.value != value:
        unit.put(replace(held or Setting(key=MAPPINGS), value=value))


def _mappings(setting: Setting | None) -> dict[str, dict[str, str]]:
    value = setting.value if setting else None
    if not isinstance(value, Mapping):
        return {}
    return {
        str(signature): {str(column): str(target) for column, target in chosen.items()}
        for signature, chosen in value.items()
        if isinstance(chosen, Mapping)
    }
