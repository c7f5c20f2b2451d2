"""Pasted text loses what copying added, and nothing else."""

import json
from pathlib import Path

import pytest

from summit_desk.domain.names import clean_name
from summit_desk.domain.phones import clean_mobile
from summit_desk.domain.text_cleaning import clean_text, restore_private_use, restore_radicals

QUIRKS = json.loads(
    (Path(__file__).parents[1] / "data" / "paste_quirks.json").read_text(encoding="utf-8")
)
IN_NAMES = {"name-inner-u3000", "name-inner-space", "name-foreign-space"}
IN_NUMBERS = {"fullwidth-digits", "bidi"}


def cases(mode: str) -> list[object]:
    return [pytest.param(case, id=case["id"]) for case in QUIRKS if case["mode"] == mode]


@pytest.mark.parametrize("case", cases("auto"))
def test_what_is_always_cleaned(case) -> None:
    if case["id"] in IN_NAMES:
        assert clean_name(case["input"]) == case["expected"]
    elif case["id"] in IN_NUMBERS:
        assert clean_mobile(case["input"]) == case["expected"]
    elif case["id"] == "name-dot-variants":
        names = case["input"].split(" / ")
        assert [clean_name(name) for name in names] == case["expected"].split(" / ")
    else:
        assert clean_text(case["input"]) == case["expected"]


@pytest.mark.parametrize("case", cases("keep"))
def test_what_is_left_alone(case) -> None:
    assert clean_text(case["input"]) == case["expected"]


@pytest.mark.parametrize("case", cases("flag"))
def test_what_can_only_be_flagged_is_never_changed(case) -> None:
    assert clean_text(case["input"]) == case["input"]


def test_radicals_become_the_characters_meant() -> None:
    assert restore_radicals("擅⻓ ⼯作") == "擅长 工作"


def test_private_use_of_the_old_gb18030_table_gets_its_real_character() -> None:
    assert restore_private_use(b"\xfe\x59".decode("gb18030")) == "\u9fb4"


def test_a_joiner_stays_inside_emoji() -> None:
    assert clean_text("👩\u200d💻 张\u200d伟") == "👩\u200d💻 张伟"
