"""Chinese surnames: which are compound, and how each is read when it is a surname."""

import csv
import re
from functools import cache

from summit_desk.support.paths import assets

_TONED = re.compile("[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*")
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ", "aaaaeeeeiiiioooouuuuüüüünnn")

# The traditional forms of the surnames in the table: only for looking them up, never for writing.
_SIMPLIFIED = str.maketrans(
    "單於車馮賈紀闞藍陸繆萬鳥難齊瀋湯無尋許樂葉尉遲煙蓋華過區貟惲應歐陽呂閭澹臺孫種馬諸東門軒轅淳於鮮陳趙吳孔張劉",
    "单於车冯贾纪阚蓝陆缪万鸟难齐沈汤无寻许乐叶尉迟烟盖华过区员恽应欧阳吕闾澹台孙种马诸东门轩辕淳于鲜陈赵吴孔张刘",
)

# The commonest: two of them at the head of four characters are a double surname (陈李玉华).
_COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


def simplified(surname: str) -> str:
    """Return the simplified form under which the tables know a surname."""
    return surname.translate(_SIMPLIFIED)


def compound_surname(name: str) -> str:
    """Return the compound surname that `name` begins with, or an empty text."""
    plain = simplified(name)
    for length in (4, 2):
        if len(plain) >= length and plain[:length] in _compound():
            return name[:length]
    return ""


def is_double_surname(first: str, second: str) -> bool:
    """Tell whether two characters at the head of a name are two surnames joined."""
    return simplified(first) in _COMMON and simplified(second) in _COMMON


@cache
def has_known_surname(name: str) -> bool:
    """Tell whether a name begins with a compound surname or one of the commonest."""
    return simplified(name[:1]) in _COMMON or bool(compound_surname(name))


def surname_as_toned(surname: str) -> tuple[str, ...]:
    """Return the usual reading of a surname in syllables with tones; none when it isn't listed."""
    return _toned().get(simplified(surname), ())


@cache
def surname_readings(surname: str) -> tuple[str, ...]:
    """Return the readings of a surname, the usual one first; empty when the table has none."""
    return _readings().get(simplified(surname), ())


def plain_reading(toned: str) -> str:
    """Take the tones off a reading and keep the ü: "lǚ" becomes "lü"."""
    return toned.translate(_TONES)


@cache
def _compound() -> frozenset[str]:
    path = assets() / "names" / "compound_surnames.tsv"
    with path.open(encoding="utf-8") as lines:
        return frozenset(row["surname"] for row in csv.DictReader(lines, delimiter="\t"))


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    path = assets() / "names" / "surname_readings.tsv"
    with path.open(encoding="utf-8") as lines:
        return {row["surname"]: _of(row) for row in csv.DictReader(lines, delimiter="\t")}


@cache
def _toned() -> dict[str, tuple[str, ...]]:
    path = assets() / "names" / "surname_readings.tsv"
    with path.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {row["surname"]: tuple(row["reading"].split()) for row in rows}


def _of(row: dict[str, str]) -> tuple[str, ...]:
    contested = row["contested"] or ""
    disputed = [plain_reading(found) for found in _TONED.findall(contested)]
    if " " in row["ascii"]:
        disputed = []
    return tuple(dict.fromkeys([row["ascii"], *disputed]))
