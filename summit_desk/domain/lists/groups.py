"""By what the people of a list are put together, and what each group is called."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from summit_desk.domain.attendee_lists import ForumMark
from summit_desk.domain.documents.attendee_entries import AttendeeEntry
from summit_desk.domain.lists.spec import GroupBy, ListSpec
from summit_desk.support.i18n import N_, _, in_words

NO_GROUP = {
    GroupBy.ORGANISATION: N_("Without an organisation"),
    GroupBy.FORUM: N_("Without a forum"),
    GroupBy.HOTEL: N_("Without a hotel yet"),
    GroupBy.CATEGORY: N_("Without a category"),
    GroupBy.GROUP: N_("In no group"),
    GroupBy.ARRIVAL: N_("Time of arrival not known"),
    GroupBy.DEPARTURE: N_("Time of departure not known"),
    GroupBy.FIELD: N_("Not filled in"),
}


@dataclass(frozen=True, slots=True)
class Membership:
    """That somebody belongs to a group.

    `order` sorts groups; groups of equal order keep the order in which they first come.
    """

    label: str
    order: tuple[object, ...] = ()
    forum: ForumMark | None = None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of an event's groups: their places in its own order."""

    forums: Mapping[UUID, int]
    categories: Mapping[str, int]
    groups: Mapping[str, int]


NOBODY_KNOWN = Known(forums={}, categories={}, groups={})


def memberships(spec: ListSpec, entry: AttendeeEntry, known: Known) -> Iterator[Membership]:
    """Yield the groups of somebody: as many as there are forums, else one."""
    if spec.group_by is GroupBy.FORUM:
        yield from _forums(entry, known)
        return
    found = _MAKERS[spec.group_by](entry, known, spec)
    yield found if found.label else Membership(_(NO_GROUP[spec.group_by]), (1,))


def _forums(entry: AttendeeEntry, known: Known) -> Iterator[Membership]:
    for mark in entry.row.forums:
        place = known.forums.get(mark.forum_id, len(known.forums))
        yield Membership(in_words(mark.name, mark.name_other), (0, place), mark)


def batch(at: datetime | None, place: str) -> Membership:
    """Return the batch of a time and place: the same place in the same hour."""
    if at is None:
        return Membership("")
    hour = at.replace(minute=0, second=0, microsecond=0)
    sentence = _("{day} from {hour}, {place}") if place else _("{day} from {hour}")
    label = sentence.format(day=f"{at:%Y-%m-%d}", hour=f"{hour:%H:%M}", place=place)
    return Membership(label, (0, hour, place))


Maker = Callable[[AttendeeEntry, Known, ListSpec], Membership]


def _organisation(entry: AttendeeEntry, _known: Known, _spec: ListSpec) -> Membership:
    return Membership(entry.row.organisation, (0,))


def _hotel(entry: AttendeeEntry, _known: Known, _spec: ListSpec) -> Membership:
    return Membership(entry.attendee.hotel, (0, entry.attendee.hotel))


def _category(entry: AttendeeEntry, known: Known, _spec: ListSpec) -> Membership:
    mark = entry.row.category
    if mark is None:
        return Membership("")
    return Membership(str(mark), (0, known.categories.get(mark.name, len(known.categories))))


def _group(entry: AttendeeEntry, known: Known, _spec: ListSpec) -> Membership:
    return Membership(entry.group, (0, known.groups.get(entry.group, len(known.groups))))


def _arrival(entry: AttendeeEntry, _known: Known, _spec: ListSpec) -> Membership:
    return batch(entry.attendee.arrival_at, entry.attendee.arrival_place)


def _departure(entry: AttendeeEntry, _known: Known, _spec: ListSpec) -> Membership:
    return batch(entry.attendee.departure_at, entry.attendee.departure_place)


def _field(entry: AttendeeEntry, _known: Known, spec: ListSpec) -> Membership:
    found = entry.attendee.custom.get(spec.group_field)
    if isinstance(found, bool):
        return Membership(_("yes") if found else _("no"), (0,))
    if isinstance(found, list | tuple):
        return Membership(_("; ").join(map(str, found)), (0,))
    return Membership("" if found is None else str(found), (0,))


_MAKERS: Mapping[GroupBy, Maker] = {
    GroupBy.ORGANISATION: _organisation,
    GroupBy.HOTEL: _hotel,
    GroupBy.CATEGORY: _category,
    GroupBy.GROUP: _group,
    GroupBy.ARRIVAL: _arrival,
    GroupBy.DEPARTURE: _departure,
    GroupBy.FIELD: _field,
}
