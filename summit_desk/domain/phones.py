"""Telephone numbers and e-mail addresses: how they are written, compared and masked."""

import re
from dataclasses import dataclass

from summit_desk.domain.text_cleaning import clean_text, fold_width
from summit_desk.support.i18n import N_

TWO_NUMBERS = N_("Two numbers were in one cell; the second was kept as the other phone.")
DIGITS_LOST = N_("The spreadsheet rounded this phone number; digits are lost.")
ABROAD = N_("This number is not from the mainland; please check it.")
ODD_PHONE = N_("This phone number has an unusual form; please check it.")
ODD_EMAIL = N_("This does not look like an e-mail address; please check it.")

_MASKABLE = 7  # digits; of shorter ones nothing is shown
_APART = re.compile(r"[/、;,，；\n]|\s或\s|\sor\s")
_EXPONENT = re.compile(r"^\+?\d(?:\.\d+)?[eE]\+?\d+$")
_PLAIN = re.compile(r"1[3-9][0-9]{9}")  # as most lists write it
_MAINLAND = re.compile(r"(?:\+?0*86)?(1[3-9]\d{9}|14\d{11})")
_REGIONS = (
    (re.compile(r"\+?(852)([4-9]\d{7})"), "+852"),
    (re.compile(r"\+?(853)([68]\d{7})"), "+853"),
    (re.compile(r"\+?(886)0?(9\d{8})"), "+886"),
    (re.compile(r"(0)(9\d{8})"), "+886"),
)
_LANDLINE = re.compile(r"(?:\+?86)?(0(?:10|2\d|[3-9]\d\d))(\d{7,8})|400\d{7}|800\d{7}")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s.,;<>]{2,}")


@dataclass(frozen=True)
class Phones:
    """A mobile and another number as stored, and what to check (msgids)."""

    mobile: str = ""
    phone: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Number:
    text: str
    landline: bool = False
    warning: str = ""


def clean_phones(text: str) -> Phones:
    """Read a cell of one or two numbers: the first mobile, then any other."""
    if _PLAIN.fullmatch(text):
        return Phones(text)
    line = fold_width(clean_text(text))
    numbers = [_number(part) for part in _APART.split(line) if part.strip()]
    numbers = list({number.text: number for number in numbers}.values())
    if not numbers:
        return Phones()
    mobile = next((number for number in numbers if not number.landline), None)
    others = [number for number in numbers if number is not mobile]
    warnings = [number.warning for number in numbers if number.warning]
    if len(numbers) > 1:
        warnings.append(TWO_NUMBERS)
    return Phones(
        mobile.text if mobile else "",
        "; ".join(number.text for number in others),
        tuple(dict.fromkeys(warnings)),
    )


def clean_mobile(text: str) -> str:
    """Return one number as stored: 11 digits of the mainland, else +country and digits."""
    found = clean_phones(text)
    return found.mobile or found.phone


def clean_email(text: str) -> tuple[str, str]:
    """Return an address with its domain in lower case, and a warning (msgid or empty)."""
    if text.isascii() and text.islower() and _EMAIL.fullmatch(text):
        return text, ""
    address = "".join(fold_width(clean_text(text)).split()).removeprefix("mailto:")
    name, at, domain = address.rpartition("@")
    clean = f"{name}{at}{domain.lower()}" if at else address
    if not clean or _EMAIL.fullmatch(clean):
        return clean, ""
    return clean, ODD_EMAIL


def masked_phone(number: str) -> str:
    """Hide the middle of a phone number: 138****0001."""
    if len(number) < _MASKABLE:
        return "*" * len(number)
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def masked_email(address: str) -> str:
    """Hide all but the first letter of the name: z***@example.com."""
    name, at, domain = address.partition("@")
    return f"{name[:1]}***{at}{domain}" if at else "***"


def _number(part: str) -> _Number:
    text = part.strip().strip("'").removesuffix(".0")
    if _EXPONENT.match(text):
        return _rounded(text)
    digits = ("+" if text.startswith(("+", "(+")) else "") + re.sub(r"\D", "", text)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    if found := _MAINLAND.fullmatch(digits):
        return _Number(found[1])
    for region, code in _REGIONS:
        if found := region.fullmatch(digits):
            return _Number(code + found[2], warning=ABROAD)
    return _other(text, digits)


def _other(text: str, digits: str) -> _Number:
    if found := _LANDLINE.fullmatch(digits):
        return _Number(f"{found[1]}-{found[2]}" if found[1] else digits, landline=True)
    if re.fullmatch(r"\+[1-9]\d{6,14}", digits):
        return _Number(digits, warning=ABROAD)
    if re.fullmatch(r"\d{7,8}", digits):
        return _Number(digits, landline=True, warning=ODD_PHONE)
    return _Number(text, warning=ODD_PHONE)


def _rounded(text: str) -> _Number:
    """A number shown as 1.38E+10: whole only if every digit was still written."""
    value = float(text)
    written = len(re.sub(r"\D", "", text.lower().partition("e")[0]))
    whole = str(int(value))
    if written == len(whole):
        return _number(whole)
    return _Number(text, warning=DIGITS_LOST)
