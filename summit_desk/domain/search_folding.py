"""One plain form for texts that a person would call the same when searching.

Half and full width, upper and lower case, accents, radicals copied from PDF files, and simplified
and traditional characters all fold together; whatever separates words becomes one space. Folded
texts are only compared, never shown or stored as names.
"""

import re
import unicodedata

from summit_desk.domain.scripts import converter
from summit_desk.domain.text_cleaning import restore_private_use, restore_radicals

LONGEST = 200  # characters of one text that can be searched; longer ones are pasted by accident
_FIRST_UNSPACED = 0x0530  # scripts before this one are Latin, Greek and Cyrillic
_JOINED = frozenset("'’‘ʼ`´·•・-‐‑–")  # inside a name: O’Brien, 迪丽热巴·迪力木拉提, Jean-Luc
_LETTERS = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
)
_RUN = re.compile("[0-9a-z\u00aa-\u052f]+|[^ 0-9a-z\u00aa-\u052f]+")


class _Folding(dict[int, str]):
    """How each character folds, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


_folding = _Folding()


def fold(text: str) -> str:
    """Return the folded words of `text`, one space between them."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", restore_private_use(text[: 4 * LONGEST]))
    return " ".join(text[: 4 * LONGEST].translate(_folding).split())[:LONGEST]


def runs(folded: str) -> list[str]:
    """Cut a folded text into words of letters and digits, and runs of unspaced characters."""
    return _RUN.findall(folded)


def is_spaced(run: str) -> bool:
    """Tell whether a run is a word of letters or digits (and not Chinese, Thai, …)."""
    return ord(run[0]) < _FIRST_UNSPACED


def grams(run: str) -> set[str]:
    """Return every one, two and three neighbours of a run, so that any part can be found."""
    return {run[at : at + size] for size in (1, 2, 3) for at in range(len(run) - size + 1)}


def _folded(char: str) -> str:
    if char in _JOINED:
        return ""
    plain = restore_radicals(unicodedata.normalize("NFKC", char)).casefold()
    return "".join(map(_folded_plain, plain.translate(_LETTERS)))


def _folded_plain(char: str) -> str:
    if unicodedata.combining(char) and ord(char) < _FIRST_UNSPACED:
        return ""
    base = unicodedata.normalize("NFD", char)[0]
    if ord(base) < _FIRST_UNSPACED:
        return base if base.isalnum() else " "
    if unicodedata.category(char)[0] in "ZP" or unicodedata.category(char) in ("Cc", "Cf", "Cs"):
        return " "
    return converter()(char)
