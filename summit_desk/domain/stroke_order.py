"""The order of names by strokes (笔画): how many a character has, then which, one by one."""

from enum import Enum
from functools import cache, lru_cache

from summit_desk.support.paths import assets

_NOTHING = "000000"  # stands before every character
_TWO = 2


class StrokeRule(Enum):
    """Whether two characters have an empty place between them: 田　富 stands before 田大利."""

    SURNAME = "surname"  # 姓氏笔画: with the empty place
    NAME = "name"  # 姓名笔画: without


def strokes_key(name: str, rule: StrokeRule = StrokeRule.NAME) -> str:
    """Return a text that sorts as the name does by strokes, six signs for each character.

    A compound surname counts by its first character, as every other name does. Characters without
    data, and names in letters, come after all others.
    """
    places = [_place(char) for char in name.casefold() if char.isalnum()]
    if rule is StrokeRule.SURNAME and len(places) == _TWO:
        places.insert(1, _NOTHING)
    return "".join(places)


@lru_cache(maxsize=20_000)
def _place(char: str) -> str:
    at = _in_order().find(char)
    return f"{at + 1 if at >= 0 else len(_in_order()) + 1 + ord(char):06x}"


@cache
def _in_order() -> str:
    """Return all characters there are data for, those with fewer strokes first."""
    path = assets() / "names" / "strokes.tsv"
    with path.open(encoding="utf-8") as lines:
        return "".join(line.rstrip("\n").split("\t")[2] for line in list(lines)[1:])
