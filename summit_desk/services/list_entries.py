"""The people of a list, streamed from the file with what its columns ask for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from db.journal import chunks
from db.queries.documents import list_entries
from db.queries.list_facts import first_scans, numbers_of
from db.unit import View
from summit_desk.domain.attendee_lists import Work
from summit_desk.domain.documents.attendee_entries import AttendeeEntry
from summit_desk.domain.records import Attendee, AttendeeGroup, Event, Organisation, Position

POSITIONS, FIRST_SCAN, HOST = "positions", "checked_in_at", "companion_of"


@dataclass(frozen=True)
class Entries:
    """Reads the people of an event; `wanted` names the columns, some of which need more."""

    view: View
    event: Event
    groups: Mapping[UUID, str]
    wanted: frozenset[str]

    @classmethod
    def of(cls, view: View, event: Event, wanted: Iterable[str]) -> "Entries":
        """Return a reader for lists with these columns."""
        groups = {one.id: one.name for one in view.all(AttendeeGroup, event_id=event.id)}
        return cls(view, event, groups, frozenset(wanted))

    def read(self, keys: Sequence[UUID]) -> Iterator[AttendeeEntry]:
        """Yield these people in the order of their keys, a few hundred at a time."""
        zone = ZoneInfo(self.event.zone)
        for chunk in chunks(keys):
            page = list(list_entries(self.view, chunk))
            attendees = [attendee for _row, attendee, _person in page]
            hosts, scans, work = self._hosts(attendees), self._scans(chunk), self._work(attendees)
            for row, attendee, person in page:
                yield AttendeeEntry(
                    row,
                    attendee,
                    person,
                    zone,
                    group=self.groups.get(attendee.group_id, "") if attendee.group_id else "",
                    host=hosts.get(attendee.companion_of_id, "")
                    if attendee.companion_of_id
                    else "",
                    work=work.get(person.id, ()),
                    first_scan=scans.get(attendee.id),
                )

    def _hosts(self, attendees: Sequence[Attendee]) -> Mapping[UUID, str]:
        hosts = {one.companion_of_id for one in attendees if one.companion_of_id}
        return numbers_of(self.view.session, hosts) if HOST in self.wanted and hosts else {}

    def _scans(self, keys: Sequence[UUID]) -> Mapping[UUID, datetime]:
        return first_scans(self.view.session, keys) if FIRST_SCAN in self.wanted else {}

    def _work(self, attendees: Sequence[Attendee]) -> Mapping[UUID, Sequence[Work]]:
        if POSITIONS not in self.wanted:
            return {}
        held = self.view.all(Position, person_id=[one.person_id for one in attendees])
        units = {one.organisation_id for one in held if one.organisation_id}
        known = {one.id: one for one in self.view.all(Organisation, id=units)}
        found: dict[UUID, list[Work]] = {}
        for one in sorted(held, key=lambda position: position.position):
            unit = known.get(one.organisation_id) if one.organisation_id else None
            found.setdefault(one.person_id, []).append(Work(one, unit))
        return found
