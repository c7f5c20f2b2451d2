"""The order of names by how they sound: letters, then tones, then strokes."""

import os
from collections.abc import Sequence
from functools import lru_cache

from summit_desk.domain.names import DOT, split_name
from summit_desk.domain.stroke_order import strokes_key
from summit_desk.domain.surnames import plain_reading, surname_as_toned
from summit_desk.domain.text_cleaning import is_han

_MARKS = {
    mark: str(tone)
    for tone, marks in enumerate(("āēīōūǖ", "áéíóúǘ", "ǎěǐǒǔǚ", "àèìòùǜ"), 1)
    for mark in marks
}
_NEUTRAL = "5"


def spelled_key(name: str, pinyin: str) -> str:
    """Return a text that sorts as the name does by pinyin; names in letters stand among them.

    First the surname by letters, tone and strokes, so that one family stays together, then the
    given name. The spelling is the person's own where there is one; ü sorts after u.
    """
    chars, syllables = [char for char in name if is_han(char)], pinyin.lower().split()
    if len(chars) != len(syllables) or not chars:  # in letters, or spelled in another way
        return "\t".join(((pinyin or name).casefold().replace("ü", "v"), "", strokes_key(name)))
    family = split_name(name).family
    leading = family if name.startswith(family) else name.partition(DOT)[0]
    first = sum(map(is_han, leading))  # a name that begins with the given one stands by that
    toned = (*surname_as_toned(family), *([""] * len(chars)))
    tones = [_tone(*of) for of in zip(chars, syllables, toned, strict=False)]
    parts = (slice(0, first), slice(first, None))
    return "\t".join(_part(chars[at], syllables[at], tones[at]) for at in parts)


def _part(chars: Sequence[str], syllables: Sequence[str], tones: Sequence[str]) -> str:
    letters = " ".join(syllables).replace("ü", "v")
    return "\t".join((letters, "".join(tones), strokes_key("".join(chars))))


@lru_cache(maxsize=20_000)
def _tone(char: str, syllable: str, as_surname: str) -> str:
    """Return the tone in which the character has this reading."""
    found = next(
        (one for one in (as_surname, *_toned(char)) if one and plain_reading(one) == syllable), ""
    )
    return next((_MARKS[mark] for mark in found if mark in _MARKS), _NEUTRAL)


@lru_cache(maxsize=20_000)
def _toned(char: str) -> tuple[str, ...]:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # as in `spelling`
    from pypinyin import Style
    from pypinyin import pinyin as read

    found: list[list[str]] = read(char, style=Style.TONE, heteronym=True, errors="ignore")
    return tuple(found[0]) if found else ()
