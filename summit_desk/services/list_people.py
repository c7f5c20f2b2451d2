"""The people of a list inside a unit of work: those on file, and those it adds."""

import re
from collections import defaultdict
from collections.abc import Iterable

from db.unit import View
from summit_desk.domain.list_people import Named, OnFile, bare_name, spellings, unit_keys
from summit_desk.domain.organisation_names import organisation_key, organisation_kind
from summit_desk.domain.records import Organisation, Person, Position, Record
from summit_desk.domain.registration import clean_person
from summit_desk.domain.text_cleaning import clean_line

_IS_UNIT = re.compile(
    r"(?:公司|集团|大学|学院|研究院|研究所|协会|学会|联盟|中心|基金会|银行|委员会|GmbH|AG|Ltd\.?|"
    r"Inc\.?|LLC|e\.V\.)$|^(?:University|Universität|Institute?) ",
    re.IGNORECASE,
)


def people_on_file(view: View) -> list[OnFile]:
    """Return everybody in the file with positions and the units they work for."""
    units = {one.id: one for one in view.all(Organisation)}
    held: dict[object, list[Position]] = defaultdict(list)
    for position in view.all(Position):
        held[position.person_id].append(position)
    return [
        OnFile(
            person,
            tuple(held[person.id]),
            tuple(units[p.organisation_id] for p in held[person.id] if p.organisation_id in units),
        )
        for person in view.all(Person)
    ]


class People:
    """Makes the people, positions and units that a list adds; each unit once."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self._units: dict[str, Organisation] = {}
        self._names: dict[str, Organisation] = {}
        for one in organisations:
            self._know(one)
        self.made: list[Record] = []

    def person(self, named: Named) -> Person:
        """Return a new person with the position that the list tells."""
        bare = bare_name(named.name)
        polite = named.name.replace(bare, "", 1).strip() if bare in named.name else ""
        person = clean_person(Person(name=bare, honorific=polite))
        self.made.append(person)
        self.position(person, named)
        return person

    def position(self, person: Person, named: Named) -> None:
        """Add the position that the list tells, if it tells one."""
        unit, title = self._work(named)
        if unit or title:
            key = self.organisation(unit).id if unit else None
            self.made.append(Position(person_id=person.id, organisation_id=key, title=title))

    def organisation(self, name: str) -> Organisation:
        """Return the organisation called so; one that nobody has entered yet is made."""
        found = self._units.get(organisation_key(name))
        if found is None:
            found = Organisation(full_name=clean_line(name), kind=organisation_kind(name))
            self._know(found)
            self.made.append(found)
        return found

    def _know(self, one: Organisation) -> None:
        for key in unit_keys(one):
            self._units.setdefault(key, one)
        for name in spellings(one):
            self._names.setdefault(name, one)

    def _work(self, named: Named) -> tuple[str, str]:
        """Return unit and title; of both in one text the unit is told if it is known."""
        if named.organisation or not named.work:
            return named.organisation, named.title or named.work
        work = clean_line(named.work)
        if _IS_UNIT.search(work):
            return work, named.title
        for end in range(len(work), 1, -1):  # the longest name that the text begins with
            if work[:end] in self._names:
                rest = work[end:].strip(" ,，、;；·-—")
                return work[:end], rest or named.title
        return "", work
