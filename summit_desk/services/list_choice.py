"""Who is on a list, in its order, and who is not and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from db.queries.attendees import attendee_counts, attendee_keys
from db.unit import View
from summit_desk.domain.attendee_lists import BEST_FIRST, EVERYBODY, AttendeeFilter, Order
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.errors.lists import NoSuchFilter
from summit_desk.domain.findings import Finding
from summit_desk.domain.lists.findings import BY_FILTER, counted, of_statuses
from summit_desk.domain.lists.spec import ListSpec, Whom
from summit_desk.domain.records import Attendee, AttendeeStatus, Category, SavedFilter
from summit_desk.domain.saved_filters import filter_from_json
from summit_desk.services.badge_runs import COMING


@dataclass(frozen=True)
class Choice:
    """The people of a list in its order."""

    keys: Sequence[UUID]
    findings: Sequence[Finding] = ()


def choose(view: View, event_id: UUID, spec: ListSpec, chosen: Chosen) -> Choice:
    """Return who is on the list, of those chosen for once; raises NoSuchFilter."""
    whole = filter_of(view, event_id, spec)
    wanted = whole
    if spec.whom is Whom.COMING and not wanted.statuses and chosen.keys is None:
        wanted = replace(wanted, statuses=COMING)
    order = Order(spec.order, spec.descending)
    keys: Sequence[UUID] = attendee_keys(view.session, event_id, wanted, order)
    findings = _of_statuses(view, event_id, whole, wanted)
    if selected := _selected(view, event_id, chosen):
        keys = [key for key in keys if all(key in some for some in selected)]
    if chosen.keys is None and (whole != EVERYBODY or selected):
        everybody = view.count(Attendee, event_id=event_id)
        of_status = sum(count for _status, count in findings)
        findings_of = counted(BY_FILTER, everybody - of_status - len(keys))
        return Choice(keys, [*of_statuses(dict(findings)), *findings_of])
    return Choice(keys, of_statuses(dict(findings)) if chosen.keys is None else ())


def filter_of(view: View, event_id: UUID, spec: ListSpec) -> AttendeeFilter:
    """Return whom a list asks for; raises NoSuchFilter."""
    if not spec.filter_name:
        return _of_categories(view, event_id, spec)
    saved = view.find(SavedFilter, event_id=event_id, name=spec.filter_name)
    if saved is None:
        raise NoSuchFilter(name=spec.filter_name)
    return filter_from_json(saved.wanted)


def _of_categories(view: View, event_id: UUID, spec: ListSpec) -> AttendeeFilter:
    """Return the list's filter with the categories that it names and the event has."""
    if not spec.categories:
        return spec.wanted
    named = frozenset(
        one.id
        for one in view.all(Category, event_id=event_id)
        if {one.name, one.name_other} & set(spec.categories)
    )
    return replace(spec.wanted, categories=named or spec.wanted.categories)


def _selected(view: View, event_id: UUID, chosen: Chosen) -> list[frozenset[UUID]]:
    """Return the sets that everybody on the list must be in."""
    found: list[frozenset[UUID]] = []
    if chosen.keys is not None:
        found.append(frozenset(chosen.keys))
    if chosen.wanted != EVERYBODY:
        found.append(frozenset(attendee_keys(view.session, event_id, chosen.wanted, BEST_FIRST)))
    return found


def _of_statuses(
    view: View, event_id: UUID, whole: AttendeeFilter, wanted: AttendeeFilter
) -> list[tuple[AttendeeStatus, int]]:
    """Return how many of which status the list is without."""
    if whole.statuses or not wanted.statuses:
        return []
    counts = attendee_counts(view.session, event_id, whole).statuses
    return [(s, count) for s, count in counts.items() if s not in wanted.statuses]
