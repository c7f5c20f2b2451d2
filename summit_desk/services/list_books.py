"""A list as the sheets of a workbook: who is on each, under which titles, and what is left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from db.unit import View
from summit_desk.domain.documents.attendee_columns import RECORD
from summit_desk.domain.documents.attendee_entries import AttendeeEntry
from summit_desk.domain.documents.choices import Chosen
from summit_desk.domain.documents.sheets import SheetSpec
from summit_desk.domain.findings import Finding
from summit_desk.domain.lists.columns import (
    Listed,
    left_out,
    listed_columns,
    record_column,
)
from summit_desk.domain.lists.findings import of_private
from summit_desk.domain.lists.groups import Known, memberships
from summit_desk.domain.lists.lines import Group, Lines
from summit_desk.domain.lists.spec import Grouping, ListSpec
from summit_desk.domain.lists.titles import EventFacts, event_facts, title_lines
from summit_desk.domain.records import (
    AttendeeGroup,
    Category,
    CustomField,
    Event,
    Forum,
    Venue,
)
from summit_desk.services.list_choice import Choice, choose
from summit_desk.services.list_entries import Entries


@dataclass
class ListBook:
    """The sheets of a list; `keys` are the people of its rows, in their order.

    `figures` tells how many rows of figures stand before them, which are about nobody.
    """

    sheets: list[SheetSpec]
    keys: Sequence[UUID]
    columns: Sequence[Listed] = ()
    findings: list[Finding] = field(default_factory=list)
    figures: int = 0

    @property
    def people(self) -> list[UUID]:
        """Return whoever is on one of the sheets, nobody twice."""
        return list(dict.fromkeys(self.keys))


@dataclass(frozen=True)
class Maker:
    """Makes sheets of people out of the file; rows are read while they are written."""

    view: View
    event: Event
    spec: ListSpec
    choice: Choice
    fields: Sequence[CustomField]
    facts: EventFacts
    with_key: bool = True

    @classmethod
    def of(
        cls, view: View, event_id: UUID, spec: ListSpec, chosen: Chosen, *, with_key: bool = True
    ) -> "Maker":
        """Return what makes the sheets of a list; raises NoSuchFilter."""
        event = view.get(Event, event_id)
        fields = view.all(CustomField, event_id=event_id)
        facts = event_facts(event, view.all(Venue, event_id=event_id))
        choice = choose(view, event_id, spec, chosen)
        return cls(view, event, spec, choice, fields, facts, with_key and spec.record_key)

    def columns(self) -> list[Listed]:
        """Return the columns of the list, the hidden one at the end."""
        found = listed_columns(self.spec, self.fields)
        return [*found, record_column()] if self.with_key else found

    def entries(
        self, keys: Sequence[UUID], columns: Iterable[Listed] = ()
    ) -> Iterator[AttendeeEntry]:
        """Yield these people with what the columns need."""
        wanted = {column.key for column in columns}
        return Entries.of(self.view, self.event, wanted).read(keys)

    def known(self) -> Known:
        """Return the order of the event's forums, categories and groups."""
        key = self.event.id
        return Known(
            forums={one.id: at for at, one in enumerate(self.view.all(Forum, event_id=key))},
            categories={
                one.name: at for at, one in enumerate(self.view.all(Category, event_id=key))
            },
            groups={
                one.name: at for at, one in enumerate(self.view.all(AttendeeGroup, event_id=key))
            },
        )

    def groups(self, keys: Sequence[UUID]) -> list[Group]:
        """Return these people by the groups of the list, and those of no group nowhere."""
        known = self.known()
        found: dict[str, Group] = {}
        for entry in self.entries(keys):
            for one in memberships(self.spec, entry, known):
                group = found.setdefault(one.label, Group(one.label, one.order))
                group.keys.append(entry.attendee.id)
                if one.forum is not None:
                    group.forums[entry.attendee.id] = one.forum
        for group in found.values():
            group.settle()
        return sorted(found.values(), key=lambda group: group.order)

    def sheets(self, keys: Sequence[UUID], title: str = "") -> list[SheetSpec]:
        """Return the sheets of these people as the list groups them."""
        grouping = self.spec.grouping
        if grouping is Grouping.NONE:
            return [self.sheet([Group(keys=list(keys))], title)]
        groups = self.groups(keys)
        if grouping is Grouping.BANDS or not groups:
            return [self.sheet(groups, title, banded=bool(groups))]
        return [self.sheet([group], title, group.label) for group in groups]

    def sheet(
        self, groups: Sequence[Group], title: str = "", label: str = "", *, banded: bool = False
    ) -> SheetSpec:
        """Return one sheet of these groups."""
        columns = self.columns()
        lines = Lines(columns, self.spec.sequence, self.spec.totals)
        count = sum(map(len, groups))
        spec = (
            replace(self.spec, titles=replace(self.spec.titles, heading=title))
            if title
            else (self.spec)
        )
        read = [(group, self._of_group(group, columns)) for group in groups]
        return SheetSpec(
            title=label or title or self.spec.words,
            heading=f"{self.facts.name} {self.spec.words}".strip(),
            columns=lines.sheet_columns,
            rows=lines.of(read, banded=banded),
            count=count,
            author=self.facts.organiser,
            titles=title_lines(spec, self.facts, count, label),
            page=self.spec.page,
            banded=banded,
        )

    def _of_group(self, group: Group, columns: Sequence[Listed]) -> Iterator[AttendeeEntry]:
        for entry in self.entries(group.keys, columns):
            mark = group.forums.get(entry.attendee.id)
            yield replace(entry, forum=mark) if mark is not None else entry

    def private_findings(self) -> list[Finding]:
        """Say which private columns are missing or hidden in part."""
        return of_private(self.columns(), left_out(self.spec, self.fields))


def column_keys(columns: Sequence[Listed]) -> list[str]:
    """Return the keys of the columns that are seen."""
    return [column.key for column in columns if column.key != RECORD]
