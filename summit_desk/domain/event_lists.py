"""The event's own lists of words: hotels, kinds of room, diets, meals, ways to pay and so on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from summit_desk.domain.records import Event
from summit_desk.domain.text_cleaning import clean_line
from summit_desk.support.i18n import N_

SETTING = "list:"  # begins the key of the setting that keeps a list
LONGEST_WORD = 60


class WordList(StrEnum):
    """What an event keeps a list of."""

    HOTEL = "hotel"
    ROOM_TYPE = "room_type"
    DIET = "diet"
    MEAL = "meal"
    PAYMENT = "payment_method"
    INVOICE = "invoice_kind"
    STATION = "station"

    @property
    def setting(self) -> str:
        """Return the key of the setting that keeps it."""
        return SETTING + self.value


TITLES = {
    WordList.HOTEL: N_("Hotels"),
    WordList.ROOM_TYPE: N_("Kinds of room"),
    WordList.DIET: N_("Diets"),
    WordList.MEAL: N_("Meals at the event"),
    WordList.PAYMENT: N_("Ways to pay"),
    WordList.INVOICE: N_("Kinds of invoice"),
    WordList.STATION: N_("Stations and airports"),
}

# The columns of a registration that hold words of a list.
COLUMNS: Mapping[WordList, Sequence[str]] = {
    WordList.HOTEL: ("hotel",),
    WordList.ROOM_TYPE: ("room_type",),
    WordList.DIET: ("diet",),
    WordList.MEAL: ("meals",),
    WordList.PAYMENT: ("payment_method",),
    WordList.INVOICE: ("invoice_kind",),
    WordList.STATION: ("arrival_place", "departure_place"),
}

# What people in a secretariat write (spec: domain 5.1); words of the event, not of the program.
_USUAL: Mapping[WordList, Sequence[str]] = {
    WordList.ROOM_TYPE: ("标准间", "大床房", "套房", "合住"),
    WordList.DIET: ("清真", "素食", "不吃辣", "不吃牛肉"),
    WordList.PAYMENT: ("微信", "转账", "公务卡", "支付宝"),
    WordList.INVOICE: ("普票", "专票"),
}
_MEALS = ("早餐", "午餐", "晚餐")


@dataclass(frozen=True)
class EventLists:
    """The words of each list in their order, and how often registrations use which word.

    `counts` also names words that stand in no list: somebody typed them.
    """

    words: Mapping[WordList, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[WordList, Mapping[str, int]] = field(default_factory=dict)

    def offered(self, kind: WordList) -> tuple[str, ...]:
        """Return what a form offers: the list, then the other words that are in use."""
        listed = self.words.get(kind, ())
        return tuple(dict.fromkeys((*listed, *sorted(self.counts.get(kind, ())))))

    def count(self, kind: WordList, word: str) -> int:
        """Return how many registrations use a word."""
        return self.counts.get(kind, {}).get(word, 0)


def usual_words(kind: WordList, event: Event) -> tuple[str, ...]:
    """Return what a list holds before anybody has changed it."""
    if kind is not WordList.MEAL:
        return tuple(_USUAL.get(kind, ()))
    days = (event.last_day - event.first_day).days + 1
    dates = [event.first_day + timedelta(days=number) for number in range(days)]
    return tuple(f"{day_label(day)}{meal}" for day in dates for meal in _MEALS)


def day_label(day: date) -> str:
    """Return a day as it begins the name of a meal: 5月22日."""
    return f"{day.month}月{day.day}日"


def clean_words(words: Iterable[object]) -> tuple[str, ...]:
    """Return the words as they are stored: cleaned, each once, none empty."""
    cleaned = (clean_line(str(word))[:LONGEST_WORD].strip() for word in words)
    return tuple(dict.fromkeys(word for word in cleaned if word))
