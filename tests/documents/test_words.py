"""Days and ranges as Chinese and English papers write them; texts in one or two languages."""

from datetime import date

import pytest

from summit_desk.domain.documents.words import (
    Bilingual,
    DocumentLanguage,
    day_in_words,
    days_in_words,
    words,
)
from summit_desk.support.i18n import N_

CHINESE, ENGLISH, BOTH = DocumentLanguage


@pytest.mark.parametrize(
    ("first", "last", "chinese", "other"),
    [
        ("2024-05-22", "2024-05-22", "2024年5月22日 星期三", "Wednesday, 22 May 2024"),
        ("2024-05-22", "2024-05-23", "2024年5月22日至23日", "22–23 May 2024"),
        ("2024-05-30", "2024-06-02", "2024年5月30日至6月2日", "30 May – 2 June 2024"),
        (
            "2024-12-30",
            "2025-01-02",
            "2024年12月30日至2025年1月2日",
            "30 December 2024 – 2 January 2025",
        ),
    ],
)
def test_a_range_of_days_is_as_short_as_the_language_allows(first, last, chinese, other):
    days = days_in_words(date.fromisoformat(first), date.fromisoformat(last))

    assert days == Bilingual(chinese, other)


def test_sunday_is_written_formally():
    assert day_in_words(date(2024, 5, 26)).chinese == "2024年5月26日 星期日"


@pytest.mark.parametrize(
    ("text", "language", "first", "second"),
    [
        (Bilingual("严华", "Yan Hua"), CHINESE, "严华", ""),
        (Bilingual("严华", "Yan Hua"), ENGLISH, "Yan Hua", ""),
        (Bilingual("严华", "Yan Hua"), BOTH, "严华", "Yan Hua"),
        (Bilingual("严华"), ENGLISH, "严华", ""),
        (Bilingual("", "Ada"), CHINESE, "Ada", ""),
        (Bilingual("Ada", "Ada"), BOTH, "Ada", ""),
    ],
)
def test_a_document_says_what_its_language_has(text, language, first, second):
    assert (text.first(language), text.second(language)) == (first, second)


def test_words_of_the_program_come_in_both_languages_whatever_it_speaks():
    assert words(N_("Agenda")) == Bilingual("议程", "Agenda")
