"""Texts in two languages, and how a document that speaks one or both of them words things."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summit_desk.support.i18n import Language, _, speaking

WEEKDAYS_ZH = "一二三四五六日"
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class DocumentLanguage(StrEnum):
    """The language of a document, chosen apart from the language of the program."""

    CHINESE = "zh"
    ENGLISH = "en"
    BOTH = "both"

    @property
    def main(self) -> Language:
        """The language of what is written once only: page numbers, file properties."""
        return Language.ENGLISH if self is DocumentLanguage.ENGLISH else Language.CHINESE


@dataclass(frozen=True)
class Bilingual:
    """One text in Chinese and in the other language; either may be empty."""

    chinese: str = ""
    other: str = ""

    def __bool__(self) -> bool:
        return bool(self.chinese or self.other)

    def first(self, language: DocumentLanguage) -> str:
        """Return what stands first (and largest)."""
        if language is DocumentLanguage.ENGLISH:
            return self.other or self.chinese
        return self.chinese or self.other

    def beside(self, language: DocumentLanguage, between: str = "  ") -> str:
        """Return both languages on one line, in documents that speak both."""
        second = self.second(language)
        return self.first(language) + (between + second if second else "")

    def second(self, language: DocumentLanguage) -> str:
        """Return what stands below it: the other language, in documents that speak both."""
        if language is not DocumentLanguage.BOTH or self.other == self.chinese:
            return ""
        return self.other if self.chinese else ""


NO_TEXT = Bilingual()


def words(msgid: str, **blanks: object) -> Bilingual:
    """Return a text of the program in both languages."""
    with speaking(Language.CHINESE):
        chinese = _(msgid).format(**blanks)
    with speaking(Language.ENGLISH):
        return Bilingual(chinese, _(msgid).format(**blanks))


def label(msgid: str, language: DocumentLanguage, *, between: str = " ") -> str:
    """Return a short text of the program; both languages side by side where both are spoken."""
    return words(msgid).beside(language, between)


def day_in_words(day: date) -> Bilingual:
    """Return "2024年5月22日 星期三" and "Wednesday, 22 May 2024"."""
    return Bilingual(
        f"{day.year}年{day.month}月{day.day}日 星期{WEEKDAYS_ZH[day.weekday()]}",
        f"{WEEKDAYS_EN[day.weekday()]}, {day.day} {MONTHS_EN[day.month - 1]} {day.year}",
    )


def short_day(day: date) -> Bilingual:
    """Return "5月22日 周三" and "Wed 22 May"."""
    return Bilingual(
        f"{day.month}月{day.day}日 周{WEEKDAYS_ZH[day.weekday()]}",
        f"{WEEKDAYS_EN[day.weekday()][:3]} {day.day} {MONTHS_EN[day.month - 1][:3]}",
    )


def days_in_words(first: date, last: date) -> Bilingual:
    """Return a range of days, as short as each language allows."""
    if first == last:
        return day_in_words(first)
    return Bilingual(_range_zh(first, last), _range_en(first, last))


def _range_zh(first: date, last: date) -> str:
    start = f"{first.year}年{first.month}月{first.day}日"
    if first.year != last.year:
        return f"{start}至{last.year}年{last.month}月{last.day}日"
    if first.month != last.month:
        return f"{start}至{last.month}月{last.day}日"
    return f"{start}至{last.day}日"


def _range_en(first: date, last: date) -> str:
    end = f"{last.day} {MONTHS_EN[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{first.day} {MONTHS_EN[first.month - 1]} {first.year} – {end}"
    if first.month != last.month:
        return f"{first.day} {MONTHS_EN[first.month - 1]} – {end}"
    return f"{first.day}–{end}"
