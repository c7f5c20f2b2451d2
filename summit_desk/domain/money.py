"""Money in minor units: exact amounts, conversion rounded half up per line, amounts as text."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from summit_desk.support.i18n import N_, Language, current_language

NO_MINOR_UNITS = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV"}
    | {"XAF", "XOF", "XPF"}
)
THREE_MINOR_DIGITS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
SYMBOLS = {"CNY": "¥", "USD": "US$", "EUR": "€", "GBP": "£", "HKD": "HK$", "JPY": "JP¥"}
CURRENCIES = {
    "CNY": N_("Chinese yuan"),
    "EUR": N_("Euro"),
    "USD": N_("US dollar"),
    "GBP": N_("Pound sterling"),
    "CHF": N_("Swiss franc"),
    "JPY": N_("Japanese yen"),
    "KRW": N_("South Korean won"),
    "HKD": N_("Hong Kong dollar"),
    "MOP": N_("Macanese pataca"),
    "TWD": N_("New Taiwan dollar"),
    "SGD": N_("Singapore dollar"),
    "MYR": N_("Malaysian ringgit"),
    "THB": N_("Thai baht"),
    "VND": N_("Vietnamese dong"),
    "IDR": N_("Indonesian rupiah"),
    "INR": N_("Indian rupee"),
    "AED": N_("UAE dirham"),
    "SAR": N_("Saudi riyal"),
    "KWD": N_("Kuwaiti dinar"),
    "KZT": N_("Kazakhstani tenge"),
    "RUB": N_("Russian rouble"),
    "TRY": N_("Turkish lira"),
    "EGP": N_("Egyptian pound"),
    "ZAR": N_("South African rand"),
    "AUD": N_("Australian dollar"),
    "NZD": N_("New Zealand dollar"),
    "CAD": N_("Canadian dollar"),
    "MXN": N_("Mexican peso"),
    "BRL": N_("Brazilian real"),
}
_CODE = re.compile(r"[A-Z]{3}")
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_ZERO = Decimal(0)


def is_currency(code: str) -> bool:
    """Tell whether this looks like an ISO 4217 code."""
    return _CODE.fullmatch(code) is not None


def minor_digits(currency: str) -> int:
    """Return how many digits stand behind the point: 2 for most, 0 for JPY, 3 for KWD."""
    if currency in NO_MINOR_UNITS:
        return 0
    return 3 if currency in THREE_MINOR_DIGITS else 2


def exact(text: str) -> Decimal | None:
    """Read a number that a person typed, or None: "1,280.50", "１２８０"."""
    plain = text.translate(_WIDE).replace(",", "").replace(" ", "").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def to_minor(amount: Decimal, currency: str) -> int:
    """Return an amount in minor units, rounded half up."""
    return _half_up(amount.scaleb(minor_digits(currency)))


def from_minor(minor: int, currency: str) -> Decimal:
    """Return minor units as an exact amount."""
    return Decimal(minor).scaleb(-minor_digits(currency))


def converted(minor: int, currency: str, rate: str, into: str) -> int:
    """Return one line in minor units of `into`; `rate` is what one unit of `currency` costs."""
    if currency == into:
        return minor
    return to_minor(from_minor(minor, currency) * (exact(rate) or _ZERO), into)


def total(lines: Iterable[tuple[int, str, str]], into: str) -> int:
    """Return the sum of the rounded lines (amount, currency, rate), as a ledger is added up."""
    return sum(converted(minor, currency, rate, into) for minor, currency, rate in lines)


def plain_amount(minor: int, currency: str) -> str:
    """Return an amount without a symbol, as a form shows it: 1280.50."""
    return f"{from_minor(minor, currency):.{minor_digits(currency)}f}"


def amount_text(minor: int, currency: str) -> str:
    """Return an amount for people: ¥ 486,200.00, JP¥ 10,000, VND 250,000."""
    number = f"{abs(from_minor(minor, currency)):,.{minor_digits(currency)}f}"
    sign = "-" if minor < 0 else ""
    return f"{sign}{symbol(currency)} {number}"


def round_amount_text(minor: int, currency: str) -> str:
    """Return an amount without its fraction, for figures in big type."""
    whole = _half_up(from_minor(minor, currency))
    return f"{'-' if whole < 0 else ''}{symbol(currency)} {abs(whole):,}"


def symbol(currency: str) -> str:
    """Return the sign of a currency, or its code; ¥ is the yuan to a Chinese reader only."""
    if currency == "CNY" and current_language() is not Language.CHINESE:
        return "CN¥"
    return SYMBOLS.get(currency, currency)


def _half_up(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))
