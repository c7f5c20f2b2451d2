"""The forms under which two spellings of one person's name meet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from summit_desk.domain.names import has_han
from summit_desk.domain.search_folding import fold
from summit_desk.domain.search_keys import surname_heads
from summit_desk.domain.text_cleaning import is_han, without_marks

SHORTEST_TYPO = 5  # letters; a typing mistake in a shorter name makes another name
# Surnames that people write in two ways and that folding keeps apart, by their first character.
_SURNAMES = str.maketrans("肖闫付代丘兰晁", "萧阎傅戴邱蓝鼂")


@dataclass(frozen=True, slots=True)
class NameForms:
    """What a name is compared by.

    Names that share one of `written` are the same name written otherwise; those that share one
    of `spoken` only sound alike; `letters` are compared for a typing mistake.
    """

    written: frozenset[str]
    spoken: frozenset[str]
    letters: str = ""


class Named(Protocol):
    """Whoever has a name."""

    @property
    def name(self) -> str: ...
    @property
    def family_name(self) -> str: ...
    @property
    def other_name(self) -> str: ...
    @property
    def reading(self) -> str: ...
    @property
    def passport(self) -> tuple[str, str]: ...


def name_forms(person: Named) -> NameForms:
    """Return the forms of a person's name."""
    written, spoken = list(_written(person.name)), list(_spoken(person))
    if person.other_name:
        written += _written(person.other_name)
        if not has_han(person.other_name):
            spoken += _in_order(fold(person.other_name).split())
    letters = fold(person.name).replace(" ", "") if not _unspaced(person.name) else ""
    return NameForms(frozenset(written), frozenset(spoken), letters)


def one_edit_apart(one: str, other: str) -> bool:
    """Tell whether one letter was left out, added, mistyped or swapped with its neighbour."""
    if min(len(one), len(other)) < SHORTEST_TYPO or abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    rest, rest_other = one[head:], other[head:]
    swapped = rest[1::-1] + rest[2:] == rest_other if len(rest) > 1 else False
    return swapped or rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]


def without_one_letter(letters: str) -> Iterator[str]:
    """Return a name and every form of it that lacks a letter: names one edit apart share one."""
    if len(letters) >= SHORTEST_TYPO:
        yield letters
        for at in range(len(letters)):
            yield letters[:at] + letters[at + 1 :]


@lru_cache(maxsize=50_000)
def _written(name: str) -> tuple[str, ...]:
    """Return the folded name, and for letters its words in any order."""
    folded = fold(name)
    if not folded:
        return ()
    if not name.isascii() and is_han(folded[0]):
        return (folded[0].translate(_SURNAMES) + folded[1:].replace(" ", ""),)
    return (" ".join(sorted(folded.split())), *_in_order(folded.split()))


def _spoken(person: Named) -> Iterator[str]:
    family, given = person.passport
    if family or given:
        yield _both(*(_plain(part).replace(" ", "") for part in (family, given)))
    syllables = _plain(person.reading).split()
    surname = person.family_name
    if syllables:
        length = len(surname) if person.name.startswith(surname) else 1
        given = "".join(syllables[length:])
        for head in {" ".join(syllables[:length]), *map(_plain, surname_heads(surname))}:
            yield _both(head.replace(" ", ""), given)
    elif not _unspaced(person.name):
        yield from _in_order(fold(person.name).split())


def _unspaced(name: str) -> bool:
    """Tell whether a name is written in characters."""
    return not name.isascii() and has_han(name)


def _in_order(words: Sequence[str]) -> Iterable[str]:
    """Return the name with either its first or its last word as the family name."""
    if len(words) < 2:  # noqa: PLR2004 -- a single word has no order
        return tuple(words)
    return {_both(words[0], "".join(words[1:])), _both(words[-1], "".join(words[:-1]))}


def _both(one: str, other: str) -> str:
    return "|".join(sorted((one, other)))


@lru_cache(maxsize=20_000)
def _plain(reading: str) -> str:
    """Return a reading as passports and keyboards write it, with lu for lü."""
    lower = reading.lower().replace("ü", "u").replace("'", " ").replace("-", " ")
    return lower if lower.isascii() else without_marks(lower)
