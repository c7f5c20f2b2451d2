"""Names are stored one way, split by known surnames, spelled by their own rules."""

import csv
from pathlib import Path

import pytest

from summit_desk.domain.names import NameParts, clean_name, split_name
from summit_desk.domain.spelling import initials, passport_spelling, pinyin, readings, typed_forms
from summit_desk.domain.surnames import plain_reading

NAMES = Path(__file__).parents[1] / "data" / "rare_and_awkward_names.tsv"


def awkward_names() -> list[dict[str, str]]:
    with NAMES.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize("row", awkward_names(), ids=lambda row: row["name"])
def test_every_awkward_name_is_read_as_it_should_be(row) -> None:
    expected = plain_reading(row["pinyin"]).replace("·", " ")

    assert pinyin(clean_name(row["name"])) == expected


@pytest.mark.parametrize("row", awkward_names(), ids=lambda row: row["name"])
def test_cleaning_a_name_twice_changes_nothing_more(row) -> None:
    once = clean_name(row["name"])

    assert clean_name(once) == once


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("张　三", "张三"),
        ("王  芳", "王芳"),
        ("李\u00a0四", "李四"),
        ("张\u200b伟\ufeff", "张伟"),
        ("迪丽努尔•买买提", "迪丽努尔·买买提"),
        ("迪丽努尔.买买提", "迪丽努尔·买买提"),
        ("Müller, Hans", "Müller, Hans"),
        ("J. R. R. Tolkien", "J. R. R. Tolkien"),
        ("⼯⽂", "工文"),
        ("⻓孙明", "长孙明"),
        ("赵孟𫖯", "赵孟𫖯"),
        ("欧阳\n晓琳", "欧阳晓琳"),
    ],
)
def test_a_name_is_stored_without_what_a_list_adds(typed: str, stored: str) -> None:
    assert clean_name(typed) == stored


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("张伟", "张", "伟"),
        ("欧阳晓琳", "欧阳", "晓琳"),
        ("歐陽鋒", "歐陽", "鋒"),
        ("陈李玉华", "陈李", "玉华"),
        ("迪丽努尔·买买提", "买买提", "迪丽努尔"),
        ("爱新觉罗·溥仪", "爱新觉罗", "溥仪"),
        ("Müller, Hans", "Müller", "Hans"),
        ("Hans Müller", "Müller", "Hans"),
        ("SMITH John", "SMITH", "John"),
        ("Nguyễn Văn A", "Nguyễn", "Văn A"),
        ("王", "王", ""),
        ("", "", ""),
    ],
)
def test_the_family_name_is_found(name: str, family: str, given: str) -> None:
    assert split_name(name) == NameParts(family, given)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("吕略", ("LYU", "LUE")),
        ("女虐", ("NYU", "NUE")),
        ("徐余", ("XU", "YU")),
        ("欧阳晓琳", ("OUYANG", "XIAOLIN")),
        ("单雄信", ("SHAN", "XIONGXIN")),
        ("万俟", ("MOQI", "")),
        ("陈李玉华", ("CHEN-LI", "YUHUA")),
        ("迪丽努尔·买买提", ("MAIMAITI", "DILINUER")),
        ("Šimon Çağlar", ("CAGLAR", "SIMON")),
    ],
)
def test_a_passport_prints_the_name_by_the_rule(name: str, printed: tuple[str, str]) -> None:
    assert passport_spelling(name) == printed


def test_a_disputed_surname_is_found_by_every_reading() -> None:
    assert readings("翟明") == ("zhai ming", "di ming")
    assert readings("单雄信") == ("shan xiong xin", "dan xiong xin")


def test_a_u_with_dots_is_found_however_it_is_typed() -> None:
    assert typed_forms(pinyin("吕布")) == ("lu bu", "lv bu", "lyu bu", "lü bu")


def test_initials_are_the_first_letters_of_the_syllables() -> None:
    assert initials("shan xiong xin") == "sxx"


def test_a_latin_name_is_found_without_its_accents() -> None:
    assert readings("O’Brien, Seán") == ("o'brien sean",)
