"""Finds people who are likely one and the same, with the reasons; never decides it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from uuid import UUID

from summit_desk.domain.name_likeness import (
    SHORTEST_TYPO,
    NameForms,
    name_forms,
    one_edit_apart,
    without_one_letter,
)
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.search_folding import fold
from summit_desk.domain.search_keys import TAIL
from summit_desk.domain.suspicions import AGAINST, Profile, Reason, Strength, Suspicion

SHARED_BY_MANY = 6  # people behind one number or mailbox: it is an office's, not a person's
COMMON = 3  # people of one name and title: both say nothing any more
LARGEST = 60  # people compared with each other under one key; in larger groups with the first
STEP = 2_000
NEW_ID = 18  # digits; the old identity card had 15


@dataclass(frozen=True, slots=True)
class _Facts:
    """A profile as it is compared."""

    forms: NameForms
    phones: frozenset[str]
    tails: frozenset[str]
    mail: str
    document: str
    units: frozenset[str]
    titles: frozenset[str]


def likely_same(
    people: Sequence[Profile],
    apart: Collection[frozenset[UUID]] = (),
    progress: Progress = SILENT,
) -> list[Suspicion]:
    """Return who is likely one person, the surest first; pairs in `apart` are left out."""
    facts = []
    for at, person in enumerate(people):
        if at % STEP == 0:
            progress.step(at, len(people))
        facts.append(_facts(person))
    found = []
    for one, other in sorted({*_by_contact(facts), *_by_name(facts), *_by_typo(facts)}):
        suspicion = _compared(people[one], people[other], facts[one], facts[other])
        if suspicion is not None and suspicion.pair not in apart:
            found.append(suspicion)
    progress.step(len(people), len(people))
    return sorted(found, key=lambda each: -each.strength)


def compared(one: Profile, other: Profile) -> Suspicion | None:
    """Return what makes these two likely one person; None when that is too little."""
    return _compared(one, other, _facts(one), _facts(other))


def _compared(one: Profile, other: Profile, facts: _Facts, others: _Facts) -> Suspicion | None:
    reasons = (*_reasons(facts, others), *_against(one, other, facts, others))
    strength = _strength(frozenset(reasons))
    if strength is None:
        return None
    first, second = sorted((one.id, other.id))
    return Suspicion(first, second, reasons, strength)


def _facts(person: Profile) -> _Facts:
    return _Facts(
        name_forms(person),
        frozenset(person.phones),
        frozenset(phone[-TAIL:] for phone in person.phones),
        person.email.casefold(),
        _document(person.document_number),
        frozenset(map(organisation_key, person.units)),
        frozenset(map(_title, person.titles)),
    )


def _document(number: str) -> str:
    """Return a document number without what a new identity card has more than the old one."""
    plain = number.upper().replace(" ", "")
    return plain[:6] + plain[8:17] if len(plain) == NEW_ID and plain[:17].isdigit() else plain


@lru_cache(maxsize=5_000)
def _title(title: str) -> str:
    return fold(title)


Pairs = Iterator[tuple[int, int]]
Index = Mapping[str, Sequence[int]]


def _by_contact(facts: Sequence[_Facts]) -> Pairs:
    """Pair those who share a document, a number or a mailbox that is not an office's."""
    for document in _shared((at, (one.document,)) for at, one in enumerate(facts)).values():
        yield from _pairs(document)
    for members in _shared((at, (*one.phones, one.mail)) for at, one in enumerate(facts)).values():
        if len(members) <= SHARED_BY_MANY:
            yield from _pairs(members)


def _by_name(facts: Sequence[_Facts]) -> Pairs:
    """Pair those whose names meet and who share something else."""
    forms = _shared((at, one.forms.written | one.forms.spoken) for at, one in enumerate(facts))
    for group in forms.values():
        for members in _shared((at, _hints(facts[at])) for at in group).values():
            yield from _pairs(members)
        titled = _shared((at, facts[at].titles) for at in group)
        for members in titled.values():
            if len(members) <= COMMON:
                yield from _pairs(members)


def _by_typo(facts: Sequence[_Facts]) -> Pairs:
    """Pair those whose names in letters are one edit apart and who share something else."""
    spelled = [at for at, one in enumerate(facts) if len(one.forms.letters) >= SHORTEST_TYPO]
    for group in _shared((at, _hints(facts[at])) for at in spelled).values():
        letters = ((at, without_one_letter(facts[at].forms.letters)) for at in group)
        for members in _shared(letters).values():
            yield from _pairs(members)


def _hints(facts: _Facts) -> Iterable[str]:
    return (*facts.units, *facts.tails, facts.mail)


def _shared(keyed: Iterable[tuple[int, Iterable[str]]]) -> Index:
    """Return who has each key, of those keys that several have."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, keys in keyed:
        for key in keys:
            if key:
                found[key].append(at)
    return {key: members for key, members in found.items() if len(members) > 1}


def _pairs(members: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(members) > LARGEST:
        return ((members[0], member) for member in members[1:])
    return combinations(members, 2)


def _reasons(one: _Facts, other: _Facts) -> Iterator[Reason]:
    if one.document and one.document == other.document:
        yield Reason.DOCUMENT
    same_phone = not one.phones.isdisjoint(other.phones)
    if same_phone:
        yield Reason.PHONE
    if one.mail and one.mail == other.mail:
        yield Reason.EMAIL
    likeness = _likeness(one.forms, other.forms)
    if likeness is None:
        return
    yield likeness
    same_unit = not one.units.isdisjoint(other.units)
    if same_unit:
        yield Reason.UNIT
    if not one.titles.isdisjoint(other.titles) and (same_unit or not (one.units and other.units)):
        yield Reason.TITLE  # in two organisations the same title tells two people apart
    if not same_phone and not one.tails.isdisjoint(other.tails):
        yield Reason.PHONE_TAIL


def _against(one: Profile, other: Profile, facts: _Facts, others: _Facts) -> Iterator[Reason]:
    if facts.document and others.document and facts.document != others.document:
        if one.document_kind == other.document_kind:
            yield Reason.OTHER_DOCUMENT
    elif one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        yield Reason.OTHER_BIRTH


def _likeness(one: NameForms, other: NameForms) -> Reason | None:
    if not one.written.isdisjoint(other.written):
        return Reason.NAME
    near = bool(one.letters and other.letters) and one_edit_apart(one.letters, other.letters)
    return Reason.LIKE_NAME if near or not one.spoken.isdisjoint(other.spoken) else None


def _strength(reasons: frozenset[Reason]) -> Strength | None:
    """Weigh the reasons; what speaks against it takes one step off."""
    named, alike = Reason.NAME in reasons, Reason.LIKE_NAME in reasons
    contact = bool(reasons & {Reason.PHONE, Reason.EMAIL})
    hints = reasons & {Reason.UNIT, Reason.TITLE, Reason.PHONE_TAIL}
    weight = 0
    if (Reason.DOCUMENT in reasons and (named or alike)) or (named and contact):
        weight = Strength.STRONG
    elif (
        Reason.DOCUMENT in reasons
        or (alike and contact)
        or (named and hints - {Reason.TITLE})
        or (alike and len(hints) > 1)
    ):
        weight = Strength.LIKELY
    elif contact or ((named or alike) and hints):
        weight = Strength.POSSIBLE
    if reasons & AGAINST:
        weight -= 1
    return Strength(weight) if weight > 0 else None
