"""Names of people: the stored form, and which part is the family name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from summit_desk.domain.surnames import compound_surname, is_double_surname
from summit_desk.domain.text_cleaning import clean_text, is_han, without_marks

DOT = "·"
WITH_DOUBLE_SURNAME = 4  # characters
_DOTS = re.compile("\\s*[\u00b7\u2022\u30fb\uff65\u2027\u22c5\u2219\u0387\uff0e.]\\s*")
_SPACE = re.compile("[\\s\u2000-\u200b\u3000]+")

# Vietnamese names put the family name first, like Chinese ones, but are written in Latin letters.
_FAMILY_FIRST = frozenset(
    {"nguyen", "tran", "pham", "hoang", "huynh", "phan", "dang", "bui", "duong", "truong"}
)


@dataclass(frozen=True)
class NameParts:
    family: str
    given: str


@lru_cache(maxsize=100_000)
def clean_name(text: str) -> str:
    """Return a name as it is stored: no space between Chinese characters, one kind of dot."""
    name = _SPACE.sub(" ", clean_text(text).replace("\n", " ")).strip()
    if name.isascii():
        return name
    return _without_inner_spaces(_DOTS.sub(_dot, name))


def has_han(text: str) -> bool:
    """Tell whether a text holds at least one Chinese character."""
    return not text.isascii() and any(map(is_han, text))


@lru_cache(maxsize=10_000)  # spelling a name asks for its parts several times
def split_name(name: str) -> NameParts:
    """Split a clean name into family and given name; the person may correct it."""
    if not name:
        return NameParts("", "")
    if has_han(name) and not any(char.isascii() and char.isalpha() for char in name):
        return _split_dotted(name) if DOT in name else _split_han(name)
    return _split_latin(name)


def _split_han(name: str) -> NameParts:
    length = len(compound_surname(name)) or 1
    if length == 1 and len(name) == WITH_DOUBLE_SURNAME and is_double_surname(name[0], name[1]):
        length = 2
    return NameParts(name[:length], name[length:])


def _split_dotted(name: str) -> NameParts:
    """Uyghur and foreign names put the given name first; 爱新觉罗·溥仪 is the exception."""
    first, _dot, rest = name.partition(DOT)
    if compound_surname(first) == first:
        return NameParts(first, rest)
    given, _dot, family = name.rpartition(DOT)
    return NameParts(family, given)


def _split_latin(name: str) -> NameParts:
    if "," in name:
        family, _comma, given = name.partition(",")
        return NameParts(family.strip(), given.strip())
    words = name.split()
    at = _family_word(words)
    return NameParts(words[at], " ".join(words[:at] + words[at + 1 :]))


def _family_word(words: list[str]) -> int:
    """Return which word is the family name: the one in capitals, else by custom."""
    capitals = [at for at, word in enumerate(words) if word.isupper() and len(word) > 1]
    if len(capitals) == 1 and len(words) > 1:
        return capitals[0]
    if without_marks(words[0]).lower() in _FAMILY_FIRST:
        return 0
    return len(words) - 1


def _dot(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()], found.string[found.end() :]
    between = bool(before) and bool(after) and is_han(before[-1]) and is_han(after[0])
    return DOT if between else found.group()


def _without_inner_spaces(name: str) -> str:
    kept = []
    for at, char in enumerate(name):
        if char == " " and is_han(name[at - 1]) and is_han(name[at + 1]):
            continue
        kept.append(char)
    return "".join(kept)
