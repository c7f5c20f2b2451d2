"""How names are spelled in Latin letters: pinyin, passports, initials and the forms typed."""

import os
from functools import lru_cache
from itertools import product

from summit_desk.domain.names import DOT, WITH_DOUBLE_SURNAME, has_han, split_name
from summit_desk.domain.surnames import plain_reading, surname_readings
from summit_desk.domain.text_cleaning import is_han, without_marks

MOST_READINGS = 8  # of one name; more would only fill the index


def pinyin(name: str) -> str:
    """Return the reading of a Chinese name in lower-case syllables ("lü bu"), surname by table."""
    if not has_han(name):
        return ""
    family = _leading_family(name)
    table = surname_readings(family)
    head = table[0] if table else _spelled(family)
    return " ".join(filter(None, [head, _spelled(name[len(family) :])]))


def readings(name: str) -> tuple[str, ...]:
    """Return every reading to search by, the usual one first; Latin names without accents."""
    if not has_han(name):
        return (without_marks(name).lower().replace(",", ""),) if name else ()
    family = _leading_family(name)
    heads = dict.fromkeys([*surname_readings(family), _spelled(family)])
    tail = _spelled(name[len(family) :])
    found = [" ".join(filter(None, [head, tail])) for head in heads if head or tail]
    return tuple(dict.fromkeys(found)) or (tail,)


def initials(reading: str) -> str:
    """Return the first letters of the syllables: "zhang wei" becomes "zw"."""
    return "".join(syllable[0] for syllable in reading.split())


def typed_forms(reading: str) -> tuple[str, ...]:
    """Return a reading as people type it, with ü written u, v, yu and ü, syllables kept apart."""
    ways = [_typed(syllable) for syllable in reading.split()]
    forms = (" ".join(form) for form in product(*ways))
    return tuple(form for form, _ in zip(forms, range(MOST_READINGS * 4), strict=False))


def passport_spelling(name: str) -> tuple[str, str]:
    """Return (FAMILY, GIVEN) as a Chinese passport would print them.

    Only a first guess: a spelling that came from the person is kept whatever the rule says.
    """
    parts = split_name(name)
    if not has_han(name):
        return without_marks(parts.family).upper(), without_marks(parts.given).upper()
    table = surname_readings(parts.family)
    family = _joined(table[0] if table else _spelled(parts.family))
    if len(name) == WITH_DOUBLE_SURNAME and len(parts.family) > 1 and not table and DOT not in name:
        family = _family_of_two(parts.family)
    return family, _joined(_spelled(parts.given))


def passport_from_reading(name: str, reading: str) -> tuple[str, str] | None:
    """Return (FAMILY, GIVEN) by the person's own reading; None when it isn't one by characters."""
    syllables = reading.lower().replace("'", " ").split()
    if not has_han(name) or len(syllables) != sum(map(is_han, name)):
        return None
    first = sum(map(is_han, _leading_family(name)))
    return _joined(" ".join(syllables[:first])), _joined(" ".join(syllables[first:]))


def _family_of_two(family: str) -> str:
    """A double surname has a hyphen (GB/T 28039), a compound one has none."""
    from summit_desk.domain.surnames import compound_surname

    if compound_surname(family):
        return _joined(_spelled(family))
    heads = [surname_readings(char) or (_spelled(char),) for char in family]
    return "-".join(_joined(head[0]) for head in heads)


def _leading_family(name: str) -> str:
    """Return the family name if the name begins with it."""
    family = split_name(name).family
    return family if name.startswith(family) and DOT not in family else ""


@lru_cache(maxsize=10_000)
def _spelled(text: str) -> str:
    """Spell each character; Latin words stay words."""
    syllables: list[str] = []
    word = ""
    for char in text:
        if is_han(char):
            syllables += [word, _syllable(char)]
            word = ""
        elif char.isalnum():
            word += without_marks(char).lower()
        else:
            syllables.append(word)
            word = ""
    return " ".join(filter(None, [*syllables, word]))


@lru_cache(maxsize=20_000)
def _syllable(char: str) -> str:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # a third of the time and memory
    from pypinyin import Style
    from pypinyin import pinyin as read

    found: list[list[str]] = read(char, style=Style.TONE, errors="ignore")
    return plain_reading(found[0][0]) if found else ""


def _typed(syllable: str) -> tuple[str, ...]:
    if "ü" not in syllable:
        return (syllable,)
    return tuple(syllable.replace("ü", way) for way in ("u", "v", "yu", "ü"))


def _joined(spelled: str) -> str:
    return "".join(map(_passport_syllable, spelled.split())).upper()


def _passport_syllable(syllable: str) -> str:
    """Lü and nü become LYU and NYU, lüe and nüe LUE and NUE (the notice of 2021-09-29)."""
    if syllable.endswith("üe"):
        return syllable.replace("ü", "u")
    return syllable.replace("ü", "yu")
