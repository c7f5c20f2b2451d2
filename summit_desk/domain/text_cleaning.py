"""Clean text that was typed, pasted or copied from a sheet, without changing what it says."""

import html
import re
import unicodedata
from functools import lru_cache

# Radicals that PDF copies bring in and that NFKC does not map to the character they look like.
_RADICALS = str.maketrans(
    "⺁⺅⺈⺉⺌⺍⺕⺘⺝⺟⺠⺡⺣⺩⺪⺬⺭⺮⺰⺳⺶⺷⺹⺼⺾⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻳",
    "厂亻⺈刂小⺍彐扌月母民氵灬王疋示礻竹纟罒羊羊耂月艹虎衤覀西见角角讠贝足车辶辶辶長镸长门阝青韦页风飞食食食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龙龟",
)
CJK_RADICALS = frozenset(map(chr, _RADICALS))
_HAN = (
    range(0x4E00, 0xA000),
    range(0x3400, 0x4DC0),
    range(0x20000, 0x33480),
    range(0xF900, 0xFB00),
    range(0x3007, 0x3008),
)
_COMMON_HAN, _FIRST_HAN = _HAN[0], min(block.start for block in _HAN)
_KANGXI = range(0x2F00, 0x2FE0)

# GB18030 of 2005 put these characters into the private use area; Python still decodes them so.
_PRIVATE_USE = str.maketrans(
    {
        0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE832: 0x9FB8,
        0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE864: 0x9FBB, 0xE78D: 0xFE10, 0xE78E: 0xFE12,
        0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14, 0xE792: 0xFE15, 0xE793: 0xFE16,
        0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19, 0xE816: 0x20087, 0xE817: 0x20089,
        0xE818: 0x200CC, 0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE,
    }
)  # fmt: skip

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK = re.compile(r"<\s*(?:br\s*/?|/p|/div|/li|/tr)\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|a|font|t[drh]|table|ul|ol|li|h[1-6])(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INVISIBLE = re.compile("[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LONE_JOINER = re.compile("(?<![\u2600-\u27bf\U0001f000-\U0001faff\ufe0f])\u200d")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
_MARGIN = " \t\u00a0\u3000\u2002\u2003\u2009\u202f"
_SPACES = re.compile("[\t\u00a0\u202f]")

# One look tells most texts to be clean already; lists have millions of cells.
_SUSPICIOUS = re.compile(
    "[&<\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2069\u2e80-\u2fdf\ufeff]"
)


def is_han(char: str) -> bool:
    """Tell whether `char` is a Chinese character (all blocks, not only the common one)."""
    code = ord(char)
    return code in _COMMON_HAN or (code >= _FIRST_HAN and any(code in block for block in _HAN))


def restore_private_use(text: str) -> str:
    """Give characters that an old GB18030 table put into the private use area their real code."""
    return text.translate(_PRIVATE_USE) if not text.isascii() else text


def clean_text(text: str) -> str:
    """Clean a text of several lines: entities, tags, invisible marks, radicals, margins."""
    if not _SUSPICIOUS.search(text):
        return text.strip(_MARGIN)
    text = _LINE_ENDS.sub("\n", _without_markup(text))
    text = _LONE_JOINER.sub("", _INVISIBLE.sub("", _CONTROL.sub("", text)))
    text = _SPACES.sub(" ", restore_radicals(text))
    return "\n".join(line.strip(_MARGIN) for line in text.split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """Clean a text of one line; lines inside it are joined with a semicolon."""
    cleaned = clean_text(text)
    if "\n" not in cleaned:
        return cleaned
    parts = [line for line in cleaned.split("\n") if line]
    joint = "；" if any(map(is_han, cleaned)) else "; "
    return joint.join(parts)


def restore_radicals(text: str) -> str:
    """Replace Kangxi and CJK radicals (which PDF copies bring) by the characters meant."""
    if text.isascii():
        return text
    return "".join(map(_restored, text)).translate(_RADICALS)


def fold_width(text: str) -> str:
    """Turn full-width digits, letters and signs into their ASCII forms."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


@lru_cache(maxsize=100_000)
def fold_for_match(text: str) -> str:
    """Return the form in which two spellings of one thing are equal: width, case and spaces."""
    return "".join(fold_width(clean_line(text)).casefold().split())


def without_marks(text: str) -> str:
    """Return Latin text without its accents: "Çağlar" becomes "Caglar"."""
    replaced = text.translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", replaced)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _without_markup(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return text


def _restored(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if ord(char) in _KANGXI else char


_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss",
        "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH", "ð": "d", "Ð": "D",
        "’": "'", "‘": "'", "ʼ": "'",
    }
)  # fmt: skip
