"""Finds organisations that are likely one under two spellings, with the reasons."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from summit_desk.domain.name_likeness import one_edit_apart, without_one_letter
from summit_desk.domain.organisation_names import organisation_key
from summit_desk.domain.progress import SILENT, Progress
from summit_desk.domain.records import Organisation
from summit_desk.domain.search_folding import fold
from summit_desk.domain.suspicions import Strength, Suspicion
from summit_desk.support.i18n import N_

SHORTEST_INITIALS = 3
SHORTEST_NEAR = 4  # characters; a difference of one in a shorter name makes another name
LARGEST = 40  # organisations compared with each other under one key
STEP = 500
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "de"})


class UnitReason(StrEnum):
    """Why two organisations may be one; the later ones are weaker."""

    CREDIT_CODE = "credit_code"
    SAME_NAME = "same_name"
    ALIAS = "alias"
    NEAR_NAME = "near_name"
    INITIALS = "initials"
    OTHER_CODE = "other_code"  # speaks against it


UNIT_REASONS = {
    UnitReason.CREDIT_CODE: N_("same unified social credit code"),
    UnitReason.SAME_NAME: N_("same name without the legal form"),
    UnitReason.ALIAS: N_("one is known by the name of the other"),
    UnitReason.NEAR_NAME: N_("names differ by one character"),
    UnitReason.INITIALS: N_("one is the initials of the other"),
    UnitReason.OTHER_CODE: N_("but different credit codes"),
}
WEIGHTS = {
    UnitReason.CREDIT_CODE: Strength.STRONG,
    UnitReason.SAME_NAME: Strength.STRONG,
    UnitReason.ALIAS: Strength.LIKELY,
    UnitReason.NEAR_NAME: Strength.POSSIBLE,
    UnitReason.INITIALS: Strength.POSSIBLE,
}
Found = tuple[Suspicion, tuple[UnitReason, ...]]


@dataclass(frozen=True, slots=True)
class _Names:
    """The forms of an organisation's names."""

    code: str
    full: str
    known_as: frozenset[str]
    letters: frozenset[str]  # the initials of a name in Latin words


def likely_units(
    units: Sequence[Organisation],
    apart: Collection[frozenset[UUID]] = (),
    progress: Progress = SILENT,
) -> list[Found]:
    """Return which organisations are likely one, the surest first; `apart` are left out."""
    names = []
    for at, unit in enumerate(units):
        if at % STEP == 0:
            progress.step(at, len(units))
        names.append(_names(unit))
    found = []
    for one, other in sorted(_candidates(names)):
        if units[other].id == units[one].parent_id or units[one].id == units[other].parent_id:
            continue  # a branch bears the name of its parent
        told = _told(units[one], units[other], names[one], names[other])
        if told is not None and told[0].pair not in apart:
            found.append(told)
    return sorted(found, key=lambda each: -each[0].strength)


def near_units(text: str, units: Iterable[tuple[UUID, str]]) -> list[tuple[UUID, str]]:
    """Return the organisations whose name is the text but for legal form or one character."""
    key = _key(text)
    return [(unit_id, name) for unit_id, name in units if _is_near(key, _key(name))]


def _told(one: Organisation, other: Organisation, mine: _Names, theirs: _Names) -> Found | None:
    reasons = tuple(_reasons(mine, theirs))
    weights = [WEIGHTS[reason] for reason in reasons if reason in WEIGHTS]
    weight = max(weights, default=0) - (UnitReason.OTHER_CODE in reasons)
    if weight <= 0:
        return None
    first, second = sorted((one.id, other.id))
    return Suspicion(first, second, (), Strength(weight)), reasons


def _names(unit: Organisation) -> _Names:
    others = (unit.short_name, unit.name_other, *unit.aliases)
    known_as = {_key(name) for name in (unit.full_name, *others) if name}
    initials = {_initials(name) for name in (unit.full_name, unit.name_other)} - {""}
    code = unit.credit_code.upper()
    return _Names(code, _key(unit.full_name), frozenset(known_as), frozenset(initials))


def _key(name: str) -> str:
    return organisation_key(fold(name).replace(" ", ""))


def _initials(name: str) -> str:
    words = [word for word in fold(name).split() if word not in _SMALL_WORDS]
    letters = "".join(word[0] for word in words)
    return letters if len(letters) >= SHORTEST_INITIALS and letters.isascii() else ""


def _candidates(names: Sequence[_Names]) -> set[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(names):
        for key in {one.code, *one.known_as, *one.letters, *_holes(one.full)} - {""}:
            blocks[key].append(at)
    return {
        pair
        for members in blocks.values()
        if 1 < len(members) <= LARGEST
        for pair in combinations(members, 2)
    }


def _holes(name: str) -> Iterator[str]:
    """Return the name with each character left out: names one edit apart share one."""
    yield from without_one_letter(name)
    if len(name) >= SHORTEST_NEAR:
        yield from (name[:at] + name[at + 1 :] for at in range(len(name)))


def _reasons(one: _Names, other: _Names) -> Iterator[UnitReason]:
    if one.code and one.code == other.code:
        yield UnitReason.CREDIT_CODE
    if one.full == other.full:
        yield UnitReason.SAME_NAME
    elif not one.known_as.isdisjoint(other.known_as):
        yield UnitReason.ALIAS
    elif _is_near(one.full, other.full):
        yield UnitReason.NEAR_NAME
    elif not (one.letters.isdisjoint(other.known_as) and other.letters.isdisjoint(one.known_as)):
        yield UnitReason.INITIALS
    if one.code and other.code and one.code != other.code:
        yield UnitReason.OTHER_CODE


def _is_near(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_NEAR or _numbered(one) != _numbered(other):
        return False
    return one_edit_apart(one.ljust(5, "\0"), other.ljust(5, "\0"))


def _numbered(name: str) -> str:
    """Return the figures of a name: the first and the second institute are not one."""
    return "".join(
        char for char in name if char.isdigit() or char in "一二三四五六七八九十东西南北"
    )
