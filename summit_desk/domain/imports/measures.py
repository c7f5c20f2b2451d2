"""Amounts and seats as lists write them."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from summit_desk.domain.money import exact
from summit_desk.domain.seats import Seat, read_seat
from summit_desk.domain.text_cleaning import clean_line, fold_width

_SIGNS = re.compile(
    r"^(?:人民币|rmb|cny|cn¥|¥|￥)\s*|\s*(?:元整|元|圆|块|rmb|cny|/人)+$", re.IGNORECASE
)
_AFTER = re.compile(r"(?:排|行|座|号|位)+$")


def hundredths(text: str) -> int | None:
    """Return an amount in hundredths ("1,200.00元" is 120000), or None when it is none."""
    plain = fold_width(clean_line(text)).strip()
    amount = exact(_SIGNS.sub("", _SIGNS.sub("", plain)))
    if amount is None or amount < 0 or amount > 10**12:
        return None
    return int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))


@lru_cache(maxsize=50_000)
def canonical_seat(text: str) -> str:
    """Return a seat as it is stored; one without row and number stays as it was written."""
    seat = read_seat(text)
    return seat.stored if seat.row or seat.number else clean_line(text)


def seat_of_parts(hall: str, row: str, number: str) -> str:
    """Return a seat that a list gives in three columns."""
    bare = (_AFTER.sub("", fold_width(part).strip().removeprefix("第")) for part in (row, number))
    return Seat(clean_line(hall), *(part.upper() for part in bare)).stored


# The 56 recognised groups without the syllable 族 (GB/T 3304).
_ETHNIC_GROUPS = re.compile(
    "汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|"
    "纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|"
    "鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)


def ethnic_group(text: str) -> str:
    """Return an ethnic group by its full name: 汉 is 汉族 (spec: domain 5)."""
    return f"{text}族" if _ETHNIC_GROUPS.fullmatch(text) else text
