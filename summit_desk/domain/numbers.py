"""Document numbers and codes: how they are written, checked and masked. Checks only ever warn."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from summit_desk.domain.records.people import DocumentKind, Sex
from summit_desk.domain.text_cleaning import clean_line, fold_for_match, fold_width
from summit_desk.support.i18n import N_

OLD_ID_LENGTH, CODE_LENGTH, PASSPORT_LENGTH = 15, 18, 9
_TOO_SHORT = 5  # to show any of it
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SEPARATORS = re.compile(r"[\s\-‐‑–—_.·]+")
_CHINESE_PASSPORT = re.compile(r"[EGPSD][A-Z]?\d+$")
_OLD_OFFICIAL = re.compile(r"[PS]\d{7,8}")  # passports of officials, before the letters doubled
_EXPONENT = re.compile(r"^\d(?:\.\d+)?[eE]\+?\d+$")

_SHAPES = (
    (DocumentKind.ID_CARD, re.compile(r"\d{17}[\dA-Z]|\d{15,20}")),  # some with a slip of the pen
    (DocumentKind.PASSPORT, re.compile(r"E[A-HJ-NP-Z]?\d{7,8}|G\d{8}|1[45]\d{7}")),
    (DocumentKind.PASSPORT, re.compile(r"[PSD]E?\d{7,8}|K[A-Z]?\d{7,8}|MA\d{7}")),
    (DocumentKind.HOME_RETURN, re.compile(r"[HM]\d{8}(?:\d{2})?")),
    (DocumentKind.TAIWAN_PERMIT, re.compile(r"\d{8}")),
    (DocumentKind.OFFICER, re.compile(r".*字第?\d+号?")),
    (DocumentKind.PASSPORT, re.compile(r"[A-Z0-9]{5,20}")),
)

_KIND_WORDS = (
    ("身份证", DocumentKind.ID_CARD),
    ("idcard", DocumentKind.ID_CARD),
    ("identitycard", DocumentKind.ID_CARD),
    ("护照", DocumentKind.PASSPORT),
    ("passport", DocumentKind.PASSPORT),
    ("回乡证", DocumentKind.HOME_RETURN),
    ("港澳", DocumentKind.HOME_RETURN),
    ("台胞", DocumentKind.TAIWAN_PERMIT),
    ("台湾", DocumentKind.TAIWAN_PERMIT),
    ("军官", DocumentKind.OFFICER),
    ("警官", DocumentKind.OFFICER),
    ("其他", DocumentKind.OTHER),
    ("home-return", DocumentKind.HOME_RETURN),
    ("taiwan", DocumentKind.TAIWAN_PERMIT),
    ("officer", DocumentKind.OFFICER),
    ("other", DocumentKind.OTHER),
)

BAD_CHECK = N_("The ID number's check digit is wrong; ask for it again.")
BAD_BIRTH = N_("The ID number holds a birth date that does not exist; ask for it again.")
FIFTEEN = N_("The ID number is of the old kind with 15 digits.")
DAMAGED = N_("Excel destroyed the last digits of this number; it must be entered again.")
ODD_NUMBER = N_("This document number has an unusual form; please check it.")
WRONG_LENGTH = N_("A Chinese passport number has 9 characters; this one has more or fewer.")


@dataclass(frozen=True)
class DocumentNumber:
    """A number as stored, the kind it looks like, and what to ask the person about (msgids)."""

    number: str
    kind: DocumentKind | None = None
    warnings: tuple[str, ...] = ()


def document_kind(words: str) -> DocumentKind | None:
    """Return the kind of document that a word of a list names."""
    plain = fold_width(clean_line(words)).lower().replace(" ", "")
    return next((kind for word, kind in _KIND_WORDS if word in plain), None)


def is_rounded(text: str) -> bool:
    """Tell whether a number is written as a spreadsheet shows one it rounded: 9.1310000E+17."""
    return _EXPONENT.match(fold_width(clean_line(text))) is not None


def clean_document(text: str, kind: DocumentKind | None = None) -> DocumentNumber:
    """Return a document number as it is stored, with warnings; nothing is ever repaired."""
    line = fold_width(clean_line(text)).upper()
    if not line:
        return DocumentNumber("")
    if is_rounded(line):
        return DocumentNumber(line, kind or DocumentKind.ID_CARD, (DAMAGED,))
    plain = _SEPARATORS.sub("", line)
    looks_like = next((shape for shape, form in _SHAPES if form.fullmatch(plain)), None)
    number = plain if looks_like and looks_like is not DocumentKind.OFFICER else line
    chosen = kind or looks_like
    return DocumentNumber(number, chosen, _warnings(number, chosen))


def _warnings(number: str, kind: DocumentKind | None) -> tuple[str, ...]:
    if kind is DocumentKind.ID_CARD:
        warning = id_card_warning(number)
    elif kind is None or not re.fullmatch(r"[A-Z0-9]{5,20}|.*字.*\d+.*", number):
        warning = ODD_NUMBER
    elif (
        kind is DocumentKind.PASSPORT
        and _CHINESE_PASSPORT.match(number)
        and len(number) != PASSPORT_LENGTH
        and not _OLD_OFFICIAL.fullmatch(number)
    ):
        warning = WRONG_LENGTH
    else:
        warning = ""
    return (warning,) if warning else ()


def id_card_warning(number: str) -> str:
    """Return what is wrong with a mainland ID number, or an empty text."""
    if re.fullmatch(r"\d{15}", number):
        return FIFTEEN if _birth("19" + number[6:12]) else BAD_BIRTH
    if not re.fullmatch(r"\d{17}[\dA-Z]", number):
        return ODD_NUMBER
    if id_check_digit(number) != number[17]:
        return DAMAGED if number.endswith("000") else BAD_CHECK
    return "" if _birth(number[6:14]) else BAD_BIRTH


def id_check_digit(number: str) -> str:
    """Return the check digit that the first 17 digits ask for (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11]


def birth_date_of(number: str) -> date | None:
    """Return the birth date that a mainland ID number holds."""
    if re.fullmatch(r"\d{15}", number):
        return _birth("19" + number[6:12])
    return _birth(number[6:14]) if re.fullmatch(r"\d{17}[\dX]", number) else None


def sex_of(number: str) -> Sex | None:
    """Return the sex that a mainland ID number holds."""
    if not re.fullmatch(r"\d{15}|\d{17}[\dX]", number):
        return None
    digit = int(number[14] if len(number) == OLD_ID_LENGTH else number[16])
    return Sex.MALE if digit % 2 else Sex.FEMALE


@lru_cache(maxsize=5_000)
def is_credit_code(code: str) -> bool:
    """Tell whether a unified social credit code is whole and its check character right."""
    if len(code) != CODE_LENGTH or any(char not in _CODE_LETTERS for char in code):
        return False
    total = sum(_CODE_LETTERS.index(char) * 3**at for at, char in enumerate(code[:17]))
    return _CODE_LETTERS[(31 - total % 31) % 31] == code[17]


def clean_code(text: str) -> str:
    """Return a code (tax number, credit code) as it is stored: ASCII, upper case, no spaces."""
    return "".join(fold_width(clean_line(text)).upper().split())


def number_key(text: str) -> str:
    """Return the form in which registration numbers are equal: spreadsheets drop zeros in front."""
    plain = fold_for_match(text)
    return plain.lstrip("0") or "0" if plain.isdecimal() else plain


def masked_document(number: str) -> str:
    """Hide the middle of a document number: 110101********0014, E****0001."""
    if len(number) in {OLD_ID_LENGTH, CODE_LENGTH}:
        return number[:6] + "*" * (len(number) - 10) + number[-4:]
    if len(number) <= _TOO_SHORT:
        return "*" * len(number)
    return number[0] + "*" * (len(number) - 5) + number[-4:]


def _birth(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
