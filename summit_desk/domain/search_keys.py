"""The terms under which people, organisations and titles can be found, as pure functions.

A term is one letter for the way of matching, then folded text:

- `e` the whole thing, to be met exactly: a name, its pinyin, its initials, the tail of a phone
- `w` the beginning of the thing, to be met by its first letters
- `s` the beginning of a later word or syllable
- `g` one to three neighbouring characters from anywhere in it
- `t` the beginning of a telephone number
"""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product

from summit_desk.domain.search_folding import fold, grams, is_spaced, runs
from summit_desk.domain.surnames import plain_reading, simplified, surname_readings
from summit_desk.support.paths import assets

TAIL = 4  # digits of a telephone number by which people ask for it
_MOST_SYLLABLES = 4  # names longer than this are found by fewer mixtures of syllables and initials
_MOST_FORMS = 48
_UMLAUT = {"lü": ("lv", "lu", "lyu"), "nü": ("nv", "nu", "nyu")}
_UMLAUT |= {"lüe": ("lve", "lue", "lyue"), "nüe": ("nve", "nue", "nyue")}
_NUMBER = re.compile(r"\+?\d[\d\s().\-]{5,}\d")


def person_terms(
    *,
    name: str,
    family_name: str,
    pinyin: str,
    other_name: str,
    passport: str,
    phones: Sequence[str],
) -> set[str]:
    """Return what a person is found by."""
    terms = name_terms(name)
    for reading in _readings(family_name, pinyin):
        terms |= reading_terms(reading)
    for spelled in {other_name, passport} - {"", name}:
        terms |= name_terms(spelled)
    for phone in phones:
        if phone:
            terms |= phone_terms(phone)
    return terms


def name_terms(name: str) -> set[str]:
    """Return the terms of a name as it is written, in characters or in letters."""
    folded = fold(name)
    words = runs(folded)
    unspaced = "".join(word for word in words if not is_spaced(word))
    terms = {f"g{gram}" for gram in grams(unspaced)}
    spaced = [word for word in words if is_spaced(word)]
    for at, word in enumerate(spaced):
        turned = "".join(spaced[at:] + spaced[:at])
        terms |= {f"e{turned}", f"w{turned}", f"s{word}"}
    if unspaced:
        whole = "".join(words)
        terms |= {f"e{whole}", f"w{whole}"}
    return terms


def title_terms(title: str, reading: str = "") -> set[str]:
    """Return the terms of the name of an organisation, a session, a trip."""
    words = runs(fold(title))
    whole = "".join(words)
    if not whole:
        return set()
    terms = {f"e{whole}", f"w{whole}"}
    terms |= {f"s{word}" for word in words if is_spaced(word)}
    terms |= {f"g{gram}" for word in words if not is_spaced(word) for gram in grams(word)}
    syllables = reading.lower().split()
    letters = "".join(syllable[0] for syllable in syllables).replace("ü", "v")
    plain = [syllable.replace("ü", "v") for syllable in syllables]
    if len(letters) > 1:
        terms |= {f"e{letters}", f"w{letters}", f"w{''.join(plain[:8])}"}
        terms |= {f"s{letters[at : at + 8]}" for at in range(1, len(letters) - 1)}
        terms |= {f"s{''.join(plain[at : at + 4])}" for at in range(1, len(plain))}
    return terms


def phone_terms(phone: str) -> set[str]:
    """Return the terms of telephone numbers: from their beginning, and by their last digits."""
    if len(phone) == TAIL and phone.isdecimal():  # all of a number that a station file holds
        return {f"e{phone}"}
    terms = set()
    for found in _NUMBER.findall(fold_digits(phone)):
        digits = re.sub(r"\D", "", found)
        local = digits[2:] if digits.startswith("86") and len(digits) == 13 else digits  # noqa: PLR2004 -- 86 and eleven digits
        terms |= {f"e{local}", f"t{local}", f"e{local[-TAIL:]}", f"e{digits}"}
    return terms


def fold_digits(text: str) -> str:
    """Return full-width digits and signs as ASCII."""
    return text.translate(_WIDTH)


@lru_cache(maxsize=50_000)
def reading_terms(reading: str) -> frozenset[str]:
    """Return the terms of a reading in syllables: "wang lei" by wanglei, wlei, wl and lei."""
    ways = [_ways(syllable) for syllable in reading.split()]
    initials = "".join(way[0][0] for way in ways)
    terms = {f"w{form}" for form in _forms(ways)} | {f"e{initials}", f"w{initials}"}
    terms |= {f"e{''.join(full)}" for full in _bounded(product(*ways))}
    for at in range(1, len(ways)):
        terms |= {f"s{form}" for form in _forms(ways[at:])}
    return frozenset(terms)


def _forms(ways: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """Return a reading with each syllable but the last in full or by its first letters."""
    *leading, last = ways
    if len(leading) >= _MOST_SYLLABLES:
        full, short = [way[0] for way in leading], [way[0][0] for way in leading]
        return {"".join([*full, last[0]]), "".join([*short, last[0]])}
    choices = [(*way, *_shortened(way[0])) for way in leading]
    return ["".join(form) for form in _bounded(product(*choices, last))]


def _bounded(forms: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    return (form for form, _ in zip(forms, range(_MOST_FORMS), strict=False))


def _shortened(syllable: str) -> tuple[str, ...]:
    """Return the first letter, and zh, ch and sh as input methods take them, too."""
    if len(syllable) == 1:
        return ()
    return (syllable[0], syllable[:2]) if syllable[:2] in ("zh", "ch", "sh") else (syllable[0],)


def _ways(syllable: str) -> tuple[str, ...]:
    return _UMLAUT.get(syllable) or (syllable.replace("ü", "u"),)


def _readings(family_name: str, pinyin: str) -> Iterable[str]:
    """Return the stored reading, and those with another reading of the surname."""
    if not pinyin:
        return ()
    folded = pinyin.lower().replace("'", " ").replace("·", " ").replace("-", " ")
    syllables = folded.split()
    heads = surname_heads(family_name)
    if not heads:
        return (" ".join(syllables),)
    given = syllables[len(heads[0].split()) :]
    return {" ".join(syllables), *(" ".join([head, *given]) for head in heads)}


@lru_cache(maxsize=5_000)
def surname_heads(surname: str) -> tuple[str, ...]:
    """Return all readings of a surname that the table knows: as a surname and as a word."""
    found = surname_readings(surname)
    everyday = _everyday().get(simplified(surname))
    return tuple(dict.fromkeys([*found, everyday])) if found and everyday else found


@cache
def _everyday() -> dict[str, str]:
    """Return how the surnames of the table are read when they are ordinary words."""
    path = assets() / "names" / "surname_readings.tsv"
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {
            row["surname"]: plain_reading(row["pypinyin_default_first_reading"]) for row in rows
        }


_WIDTH = str.maketrans("０１２３４５６７８９＋（）－　", "0123456789+()- ")
