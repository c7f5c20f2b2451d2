"""What is done with text that is pasted: cleaned by itself, cleaned when agreed, or only marked."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from summit_desk.domain.dates import DateContext, parse_range
from summit_desk.domain.names import clean_name
from summit_desk.domain.scripts import simplified
from summit_desk.domain.text_cleaning import (
    CJK_RADICALS,
    clean_line,
    clean_text,
    fold_width,
    is_han,
    restore_radicals,
)
from summit_desk.domain.text_kinds import TextKind
from summit_desk.support.i18n import N_


@dataclass(frozen=True)
class Offer:
    """One clean-up that a person may agree to; `sentence` is a msgid."""

    sentence: str
    text: str


LOST = N_("Some characters were lost before this was copied; please compare with the original.")
DAMAGED = N_("Some characters here are damaged; please compare with the original.")
VAGUE = N_("“日前” and the like are no date; please write the day if it matters.")
GLUED = N_("A caption seems to run into the text without a break; please look.")

_LOST = re.compile("\ufffd|锟斤拷|烫烫烫|屯屯屯")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_SLIPPED = re.compile(rf"\?(?:[a-zü]*[{_TONED}][a-z]*\)|(?:[lr][sd]quo|amp|nbsp);)|\?谴龠")
_VAGUE = re.compile(r"^(?:日前|近日|近期|不久前|前不久)[,，、]")
_GLUED = re.compile(r"(?:讲话|致辞|致词|发言|演讲|主持|揭牌|签约|合影|留念)(?=\d{1,2}月\d{1,2})")
_READING = re.compile(rf"(.)\(([a-zü]{{0,5}}[{_TONED}][a-zü]{{0,5}})\)")
_HALF = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_SIGN = re.compile("[,;:?!]")
_BRACKETS = re.compile(r"\(([^()\n]{1,80})\)")
_NUMBERED = re.compile(
    r"(?<=[^\s\d(（])(?=\d{1,2}[)）]\S)|(?<=[^\s])(?=第[一二三四五六七八九十]个?(?:方面)?[,，])"
)
_CHROME = re.compile(
    r"(?:请先)?\s*登录后(?:发表|查看)?(?:评论)?\s*~?|点击(?:查看)?(?:更多|全文)|阅读全文|返回顶部"
    r"|(?:上|下)一篇[:：]?.*|责任编辑[:：].*|分享到[:：]?.*"
)
_DAYS = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日?\s*[-—–~～至到]+\s*(?:\d{1,2}月)?\d{1,2}日")
_INTERESTING = re.compile(r"[^\x00-\x7f]|\n")


def clean_pasted(text: str, kind: TextKind) -> str:
    """Return what is stored of a pasted text without asking; radicals that look alike stay."""
    if _repaired(text):
        return text  # cleaning would take the bytes away that tell what was meant
    kept = {char: mark for mark, char in enumerate(sorted(set(text) & CJK_RADICALS), _SPARE)}
    plain = clean_text("".join(chr(kept[char]) if char in kept else char for char in text))
    if kind is TextKind.NAME:
        plain = clean_name(plain)
    elif kind is TextKind.NUMBER:
        plain = fold_width(plain)
    return "".join(_back(char, kept) for char in plain)


_SPARE = 0xF0000  # private characters that stand for the radicals meanwhile


def _back(char: str, kept: Mapping[str, int]) -> str:
    return next((own for own, mark in kept.items() if chr(mark) == char), char)


@lru_cache(maxsize=1_000)
def offers(text: str, kind: TextKind, near: date) -> tuple[Offer, ...]:
    """Return the clean-ups that can be offered for a text, the most urgent first."""
    if not _INTERESTING.search(text):
        return ()
    found = []
    for sentence, rule in _rules(kind, near):
        result = rule(text)
        if result is not None and result != text:
            found.append(Offer(sentence, result))
    return tuple(found)


@lru_cache(maxsize=10_000)
def doubts(text: str) -> tuple[str, ...]:
    """Return what is to be marked in a text (msgids): what no rule can put right."""
    if text.isascii():
        return ()
    marks = ((_LOST, LOST), (_SLIPPED, DAMAGED), (_VAGUE, VAGUE), (_GLUED, GLUED))
    return tuple(sentence for pattern, sentence in marks if pattern.search(text))


Rule = Callable[[str], str | None]


def _rules(kind: TextKind, near: date) -> list[tuple[str, Rule]]:
    rules: list[tuple[str, Rule]] = [
        (N_("This was read in a wrong encoding."), _repaired),
        (N_("Words of the web page came along."), _without_chrome),
        (N_("Lines that hold only a dot came along."), _without_dots),
        (N_("Readings in brackets were inserted after characters."), _without_readings),
        (N_("Radicals stand where characters are meant."), restore_radicals),
    ]
    if kind in {TextKind.NAME, TextKind.NUMBER}:
        return rules
    if kind is TextKind.LINE:
        rules.append((N_("There are line breaks; this field has one line."), clean_line))
    else:
        rules.append((N_("Numbered points run on without a break."), _broken))
    return [
        *rules,
        (N_("Days without a year."), lambda text: _days(text, near)),
        (N_("Half-width signs stand between Chinese characters."), _full_width),
        (N_("This is in traditional characters."), _simplified),
    ]


def _repaired(text: str) -> str | None:
    """Return a text that was written as UTF-8 and read as Latin-1 or Windows-1252."""
    if text.isascii():
        return None
    for guess in (text, text.replace(" ", "\u00a0")):
        try:
            meant = b"".join(map(_byte, guess)).decode()
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if any(map(is_han, meant)) and meant.isprintable():
            return meant
    return None


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _without_readings(text: str) -> str:
    return _READING.sub(_without_reading, text)


def _without_reading(found: re.Match[str]) -> str:
    char, syllable = found.groups()
    return char if unicodedata.normalize("NFC", syllable) in _readings(char) else found[0]


@cache
def _readings(char: str) -> frozenset[str]:
    if not is_han(char):
        return frozenset()
    from pypinyin import Style, pinyin

    return frozenset(pinyin(char, style=Style.TONE, heteronym=True)[0])


def _without_chrome(text: str) -> str:
    lines = text.split("\n")
    while lines and _CHROME.fullmatch(lines[0].strip()):
        lines.pop(0)
    while lines and _CHROME.fullmatch(lines[-1].strip()):
        lines.pop()
    return "\n".join(lines)


def _without_dots(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip() != "·")


def _broken(text: str) -> str:
    return _NUMBERED.sub("\n", text)


def _days(text: str, near: date) -> str | None:
    if not _DAYS.fullmatch(text.strip()):
        return None
    found = parse_range(text, DateContext(near))
    return f"{found.first}..{found.last}" if found else None


def _full_width(text: str) -> str:
    if _SLIPPED.search(text):
        return text
    return _BRACKETS.sub(_full_brackets, _SIGN.sub(_full_sign, text))


def _full_sign(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if not any(is_han(char) for char in before + after):
        return found[0]
    return found[0] if after.isascii() and after.isalpha() else _HALF[found[0]]


def _full_brackets(found: re.Match[str]) -> str:
    """Brackets around a Latin gloss were written so by a person."""
    return f"（{found[1]}）" if any(map(is_han, found[1])) else found[0]


def _simplified(text: str) -> str | None:
    return None if _SLIPPED.search(text) else simplified(text)
