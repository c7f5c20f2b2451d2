"""The badge code: the 27 digits in a badge's QR code, signed with the event's secret key.

| digits | what | why |
|---|---|---|
| 1 | format, always 7 | another layout may come one day |
| 4 | tag of the event | tells another event's badge from a forged one |
| 10 | token of the attendee, random | no personal data: renaming a person changes nothing |
| 2 | serial of the badge | a reprint can revoke the one before it |
| 8 | message authentication code | HMAC-SHA256 over the 17 digits before it, modulo 10^8 |
| 2 | check digits, ISO 7064 MOD 97-10 | catch a misread or mistyped digit without any key |

27 digits fit a version 1 QR code at level Q. Against guessing: somebody who knows a person's token
is right once in 10^8 tries; somebody who knows no token must meet one of n tokens among 10^10 as
well. The check digits add nothing against forging, because anybody can compute them; they let a
station that lacks the other event's key still tell a well-formed code from a damaged one.
"""

import hmac
import re
import unicodedata
from dataclasses import dataclass

FORMAT = "7"
LENGTH = 27
SERIALS = 99
_SIGNED = 17
_CHECKED = 25
_MAC_SPAN = 10**8
_MODULUS = 97

# A scanner may put the symbology in front (]Q1) and the character set (\000026). An input method
# turns the bracket and the backslash into its own punctuation.
_PREFIX = re.compile(r"^\s*(?:[\]】」][A-Za-z][0-9])?(?:[\\、][0-9]{6})?")
_DIGITS = re.compile(r"(?<![0-9])[0-9]{27}(?![0-9])")


@dataclass(frozen=True, slots=True)
class BadgeCode:
    """A text in our format; `intact` when its check digits are right."""

    digits: str
    intact: bool

    @property
    def tag(self) -> str:
        return self.digits[1:5]

    @property
    def token(self) -> str:
        return self.digits[5:15]

    @property
    def serial(self) -> int:
        return int(self.digits[15:17])


def clean(text: str) -> str:
    """Return what a person would read: half-width, without control marks or scanner prefixes."""
    plain = unicodedata.normalize("NFKC", text)
    spaced = "".join(_seen(character) for character in plain)
    return " ".join(spaced[_prefix_length(spaced) :].split())


def parse(text: str) -> BadgeCode | None:
    """Find a code of ours in what was scanned or typed, or None if it is something else."""
    bare = text.strip()
    if len(bare) == LENGTH and bare.isascii() and bare.isdigit():  # as nearly every scan is
        return _code(bare)
    plain = clean(text)
    found = _DIGITS.findall(plain) or _DIGITS.findall(re.sub(r"[\s-]", "", plain))
    if len(found) != 1:
        return None
    return _code(found[0])


def sign(tag: str, key: str, token: str, serial: int) -> str:
    """Return the 27 digits for the badge `serial` of the attendee with `token`; `key` is hex."""
    if not (len(tag), len(token)) == (4, 10) or not 0 <= serial <= SERIALS:
        raise ValueError((len(tag), len(token), serial))
    body = f"{FORMAT}{tag}{token}{serial:02d}"
    signed = body + _mac(key, body)
    return signed + _check(signed)


def is_genuine(code: BadgeCode, key: str) -> bool:
    """Say whether the event with this secret key signed the code."""
    mac = code.digits[_SIGNED:_CHECKED]
    return code.intact and hmac.compare_digest(mac, _mac(key, code.digits[:_SIGNED]))


def _code(digits: str) -> BadgeCode:
    return BadgeCode(digits, digits[0] == FORMAT and digits[_CHECKED:] == _check(digits[:_CHECKED]))


def _mac(key: str, body: str) -> str:
    digest = hmac.digest(bytes.fromhex(key), body.encode("ascii"), "sha256")
    return f"{int.from_bytes(digest[:16], 'big') % _MAC_SPAN:08d}"


def _check(digits: str) -> str:
    return f"{_MODULUS + 1 - int(digits + '00') % _MODULUS:02d}"


def _seen(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    return " " if kind in ("Cc", "Zs", "Zl", "Zp") else character


def _prefix_length(text: str) -> int:
    found = _PREFIX.match(text)
    return found.end() if found else 0
