"""Whom a list means by a name: somebody on file, somebody new, or it can't be told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from summit_desk.domain.names import clean_name, has_han
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.records import Organisation, Person, Position
from summit_desk.domain.text_cleaning import fold_for_match

_TITLES = re.compile(r"^(?:(?:Prof|Dr|Mr|Mrs|Ms|Herr|Frau|PhD)\b\.?\s*)+(?=\S)", re.IGNORECASE)
_POLITE = re.compile(r"(?<=[^\s]{2})\s*(?:先生|女士|教授|博士|院士|老师)$")


class Who(StrEnum):
    """How sure it is whom a name means."""

    KNOWN = "known"
    NEW = "new"
    UNSURE = "unsure"  # a person has to choose


class Choice(StrEnum):
    """What is done with a name that may mean several people, instead of one of them."""

    NEW = "new"
    NAME_ONLY = "name"  # the name stands on the agenda, joined to nobody


Answer = UUID | Choice


@dataclass(frozen=True)
class Named:
    """A person as a list names one; `work` is unit and title in one text."""

    name: str
    organisation: str = ""
    title: str = ""
    work: str = ""

    @property
    def key(self) -> str:
        """The name without spaces, case and polite forms."""
        return name_key(self.name)

    @property
    def works(self) -> bool:
        """Whether the list says where or as what the person works."""
        return bool(self.organisation or self.title or self.work)

    @property
    def work_key(self) -> str:
        """Unit and title in the form in which two spellings are equal."""
        if self.organisation:
            return organisation_key(self.organisation)
        return fold_for_match(self.work or self.title)

    @property
    def work_text(self) -> str:
        """Unit and title as a person reads them."""
        said = (self.organisation, self.title, self.work)
        return " ".join(filter(None, said))


@dataclass(frozen=True)
class OnFile:
    """A person of the file with the positions held."""

    person: Person
    positions: Sequence[Position] = ()
    organisations: Sequence[Organisation] = ()

    @property
    def works(self) -> bool:
        """Whether the file knows where or as what the person works."""
        return bool(self.positions)

    @cached_property
    def units(self) -> frozenset[str]:
        """Every spelling of the units worked for."""
        return frozenset(key for one in self.organisations for key in unit_keys(one))

    @cached_property
    def titles(self) -> frozenset[str]:
        """Every title held, alone and with the unit before it."""
        alone = {fold_for_match(one.title) for one in self.positions if one.title}
        names = [fold_for_match(name) for one in self.organisations for name in spellings(one)]
        return frozenset(alone | {name + title for name in names for title in alone})

    @property
    def work_text(self) -> str:
        """Unit and title as a person reads them."""
        first = self.positions[0] if self.positions else None
        unit = next(
            (one for one in self.organisations if first and one.id == first.organisation_id), None
        )
        said = (unit.short_name or unit.full_name if unit else "", first.title if first else "")
        return " ".join(filter(None, said))


@dataclass(frozen=True)
class Found:
    """Whom a name means; `candidates` are those it may mean."""

    named: Named
    who: Who
    person_id: UUID | None = None
    candidates: tuple[OnFile, ...] = ()

    @property
    def default(self) -> Answer:
        """What is done unless a person chooses otherwise."""
        if self.person_id is not None:
            return self.person_id
        return Choice.NEW if self.who is Who.NEW else Choice.NAME_ONLY


def name_key(name: str) -> str:
    """Return a name in the form in which two spellings are equal."""
    return fold_for_match(bare_name(name))


def bare_name(name: str) -> str:
    """Return a name without "Dr." before it and "先生" behind it."""
    bare = _TITLES.sub("", clean_name(name))
    return (_POLITE.sub("", bare) if has_han(bare) else bare) or name


def spellings(unit: Organisation) -> list[str]:
    """Return every name of an organisation."""
    return [n for n in (unit.full_name, unit.short_name, unit.name_other, *unit.aliases) if n]


def unit_keys(unit: Organisation) -> list[str]:
    """Return every name of an organisation in the form in which spellings are equal."""
    return [organisation_key(name) for name in spellings(unit)]


def find_person(named: Named, by_name: Mapping[str, Sequence[OnFile]]) -> Found:
    """Return whom a name means among those on file; never by the name alone if units differ."""
    held = tuple(by_name.get(named.key, ()))
    if not held:
        return Found(named, Who.NEW)
    same = [one for one in held if same_work(named, one)]
    if len(same) > 1:  # of those that fit, the one that fits word for word
        said = fold_for_match(named.work_text)
        same = [one for one in same if fold_for_match(one.work_text) == said] or same
    if len(same) == 1:
        return Found(named, Who.KNOWN, same[0].person.id)
    unstated = not named.works or not held[0].works
    if len(held) == 1 and unstated:
        return Found(named, Who.KNOWN, held[0].person.id)
    return Found(named, Who.UNSURE, candidates=held)


def by_name_key(people: Sequence[OnFile]) -> dict[str, list[OnFile]]:
    """Return people under each spelling of their names."""
    found: dict[str, list[OnFile]] = {}
    for one in people:
        for key in {name_key(name) for name in (one.person.name, one.person.other_name) if name}:
            found.setdefault(key, []).append(one)
    return found


def same_work(named: Named, one: OnFile) -> bool:
    """Tell whether a list names the unit or title that the file knows."""
    if not (named.works and one.works):
        return False
    if named.organisation and one.units:
        return organisation_key(named.organisation) in one.units
    said = fold_for_match(named.work or named.title)
    if said and said in one.titles:
        return True
    return any(key and fold_for_match(named.work).startswith(key) for key in one.units)
