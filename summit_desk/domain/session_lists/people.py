"""The people that a sheet names: everybody once, and whom on file each one is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from summit_desk.domain.list_people import (
    Found,
    Named,
    Who,
    by_name_key,
    find_person,
    name_key,
    same_work,
)
from summit_desk.domain.records import PartRole, Session, SessionPart
from summit_desk.domain.remarks import Remark
from summit_desk.domain.session_lists.drafts import SessionDraft
from summit_desk.domain.session_lists.known import KnownAgenda
from summit_desk.support.i18n import N_

SEVERAL_WORKS = N_(
    "The sheet names {name} with different units; they are taken for different people."
)
WORKS_ELSEWHERE = N_("{name} is known as “{known}”; the sheet says “{said}”.")
UNSURE_NAMED = N_("Several people may be {name}; only the name is kept until you choose.")
UNSURE_WORKS = N_(
    "Somebody called {name} is on file with another unit; only the name is kept until you choose."
)

SPEAKING = frozenset({PartRole.SPEAKER, PartRole.PANELLIST, PartRole.PRESENTER})
PersonKey = tuple[str, str]  # the name and the work as they are compared


@dataclass(frozen=True)
class ListedPerson:
    """Somebody whom the sheet names, in all rows where that happens."""

    key: PersonKey
    found: Found
    rows: tuple[int, ...]
    remark: Remark | None = None


class ListedPeople:
    """Everybody whom the drafts name; two spellings of one name are one person."""

    def __init__(
        self,
        drafts: Sequence[SessionDraft],
        matches: Sequence[Session | None],
        known: KnownAgenda,
    ) -> None:
        self._works: dict[str, set[str]] = defaultdict(set)
        for named in _named(drafts):
            if named.works:
                self._works[named.key].add(named.work_key)
        self._works |= {name: _without_titles(works) for name, works in self._works.items()}
        self._known = known
        self._by_name = by_name_key(known.people)
        self._seen = self._on_sessions(drafts, matches)
        namings: dict[PersonKey, list[tuple[Named, int]]] = defaultdict(list)
        for draft in drafts:
            for named in _named([draft]):
                namings[self.key_of(named)].append((named, draft.row))
        self.keys = {
            (named.key, named.work_key): key
            for key, said in namings.items()
            for named, _row in said
        }
        self.people = {key: self._listed(key, said) for key, said in namings.items()}

    def key_of(self, named: Named) -> PersonKey:
        """Return the key of a naming; a name without a unit joins the only one that has one."""
        works = self._works[named.key]
        if not named.works:
            return named.key, next(iter(works)) if len(works) == 1 else ""
        short = [work for work in works if named.work_key.startswith(work)]  # unit, unit and title
        return named.key, min(short, key=len, default=named.work_key)

    def of(self, named: Named) -> ListedPerson:
        """Return the person whom a naming means."""
        return self.people[self.key_of(named)]

    def _on_sessions(
        self, drafts: Sequence[SessionDraft], matches: Sequence[Session | None]
    ) -> dict[PersonKey, set[UUID]]:
        """Return who of the same name has the same part already in the sessions that name one."""
        seen: dict[PersonKey, set[UUID]] = defaultdict(set)
        for draft, session in zip(drafts, matches, strict=True):
            parts = self._known.parts.get(session.id, ()) if session else ()
            for hosts in (True, False):
                names = self._names(held_parts(parts, hosts=hosts))
                said = {self.key_of(one.named) for one in draft.of_role(hosts=hosts) if one.named}
                twice = Counter(name for name, _work in said)
                for name, work in said:
                    if twice[name] == 1:  # of two namesakes it can't be told which one is there
                        seen[name, work] |= names[name]
        return seen

    def _names(self, parts: Sequence[SessionPart]) -> dict[str, set[UUID]]:
        """Return who has one of these parts, by name."""
        names: dict[str, set[UUID]] = defaultdict(set)
        people = (self._known.person_of.get(part.person_id or part.id) for part in parts)
        for one in filter(None, people):
            names[name_key(one.person.name)].add(one.person.id)
        return names

    def _listed(self, key: PersonKey, namings: Sequence[tuple[Named, int]]) -> ListedPerson:
        best = max((named for named, _row in namings), key=lambda named: len(named.work_text))
        rows = tuple(dict.fromkeys(row for _named_one, row in namings))
        there = self._seen[key]
        if len(there) == 1:
            return self._held(key, best, next(iter(there)), rows)
        found = find_person(best, self._by_name)
        several = len(self._works[key[0]]) > 1
        if several and not key[1] and found.who is Who.NEW:
            found = replace(found, who=Who.UNSURE)
        return ListedPerson(key, found, rows, _remark(found, several=several))

    def _held(
        self, key: PersonKey, named: Named, person_id: UUID, rows: tuple[int, ...]
    ) -> ListedPerson:
        one = self._known.person_of[person_id]
        differs = named.works and one.works and not same_work(named, one)
        details = {"name": named.name, "known": one.work_text, "said": named.work_text}
        remark = Remark(WORKS_ELSEWHERE, details) if differs else None
        return ListedPerson(key, Found(named, Who.KNOWN, person_id), rows, remark)


def _without_titles(works: set[str]) -> set[str]:
    """Return the works of one name; a unit and the same unit with a title are one."""
    return {
        work for work in works if not any(work != one and work.startswith(one) for one in works)
    }


def _named(drafts: Iterable[SessionDraft]) -> list[Named]:
    return [guest.named for draft in drafts for guest in draft.guests if guest.named]


def _remark(found: Found, *, several: bool) -> Remark | None:
    details = {"name": found.named.name}
    if found.who is Who.UNSURE:
        return Remark(UNSURE_WORKS if found.named.works else UNSURE_NAMED, details)
    return Remark(SEVERAL_WORKS, details) if several and found.who is Who.NEW else None


def held_parts(parts: Sequence[SessionPart], *, hosts: bool) -> list[SessionPart]:
    """Return the parts that a sheet's hosts, or its speakers, take the place of."""
    if hosts:
        return [part for part in parts if part.role is PartRole.HOST]
    return [part for part in parts if part.role in SPEAKING]
