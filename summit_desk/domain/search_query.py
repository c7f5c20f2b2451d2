"""What a person typed into a search box, taken apart into the terms that answer it.

The answers come in three ranks: things that are met exactly, things that begin so, and things
that hold it somewhere inside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from summit_desk.domain.search_folding import fold, is_spaced, runs

_SHORTEST_PHONE = 3  # digits; fewer would find every telephone
_AFTER_JQXY = re.compile("([jqxy])v")


class Rank(IntEnum):
    EXACT = 0
    PREFIX = 1
    INSIDE = 2


@dataclass(frozen=True)
class Term:
    """One term of the index; with `prefix` only its beginning."""

    text: str
    prefix: bool = False


Clause = tuple[tuple[Term, ...], ...]  # all of these, each by one of those


@dataclass(frozen=True)
class Query:
    """`parts` are the words typed, folded; `typed` is what stands in the box."""

    typed: str
    parts: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Return the words without the spaces between them."""
        return "".join(self.parts)

    @property
    def number(self) -> str:
        """Return the digits typed, if nothing else was."""
        return self.whole if self.whole.isascii() and self.whole.isdigit() else ""

    def __bool__(self) -> bool:
        return bool(self.parts)

    def split(self) -> Iterator["Query"]:
        """Return each word as a query of its own."""
        return (Query(part, (part,)) for part in self.parts)

    def clause(self, rank: Rank) -> Clause:
        """Return which terms a thing of this rank must have; none when nothing can."""
        if rank is Rank.EXACT:
            return (tuple(Term(f"e{way}") for way in _ways(self)),)
        if rank is Rank.PREFIX:
            ways = [Term(f"w{way}", prefix=True) for way in _ways(self)]
            if len(self.number) >= _SHORTEST_PHONE:
                ways.append(Term(f"t{self.number}", prefix=True))
            return (tuple(ways),)
        if len(self.whole) == 1 and is_spaced(self.whole):
            return ()  # one letter is inside of nearly everything
        return tuple(either for part in self.parts for either in _inside(part))


def read_query(typed: str) -> Query:
    """Take apart what was typed."""
    return Query(typed.strip(), tuple(fold(typed).split()))


def _ways(query: Query) -> list[str]:
    """Return the ways in which the whole may be spelled in the index: ü is typed ü, v, u, yu."""
    whole = _typed_v(query.whole)
    if "ü" not in query.typed.lower():
        return [whole]
    return [whole, "".join(fold(query.typed.lower().replace("ü", "v")).split())]


def _inside(part: str) -> Iterator[tuple[Term, ...]]:
    for run in runs(part):
        if is_spaced(run):
            word = _typed_v(run)
            yield Term(f"w{word}", prefix=True), Term(f"s{word}", prefix=True)
        else:
            yield from ((Term(f"g{gram}"),) for gram in _longest_grams(run))


def _typed_v(letters: str) -> str:
    """Return xv, jv, qv and yv, which input methods accept, as pinyin writes them."""
    return _AFTER_JQXY.sub(r"\1u", letters)


def _longest_grams(run: str) -> Iterator[str]:
    size = min(3, len(run))
    return (run[at : at + size] for at in range(len(run) - size + 1))
