"""Every text a person can see exists in Chinese, and the catalogue is in step with the code."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "assets" / "translations" / "zh_CN" / "LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None}


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    with (CATALOGUE / "summit_desk.po").open("rb") as file:
        return read_po(file, locale="zh_CN")


def extracted() -> set[str]:
    return {
        message
        for package in ("summit_desk", "ui", "db", "exports")
        for _file, _line, message, _comments, _context in extract_from_dir(
            str(ROOT / package), keywords=KEYWORDS
        )
        if isinstance(message, str)
    }


def test_the_catalogue_holds_the_texts_of_the_code(chinese) -> None:
    known = {message.id for message in chinese if message.id}
    assert sorted(known ^ extracted()) == []


def test_every_text_has_its_chinese(chinese) -> None:
    assert [message.id for message in chinese if message.id and not message.string] == []


def test_no_translation_is_a_guess(chinese) -> None:
    assert [message.id for message in chinese if message.id and message.fuzzy] == []


def test_every_blank_is_kept(chinese) -> None:
    from string import Formatter

    def blanks(text: str) -> set[str]:
        return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}

    lost = [m.id for m in chinese if m.id and m.string and blanks(m.id) != blanks(m.string)]
    assert lost == []


def test_the_compiled_catalogue_is_the_written_one(chinese) -> None:
    compiled = BytesIO()
    write_mo(compiled, chinese)
    compiled.seek(0)
    with (CATALOGUE / "summit_desk.mo").open("rb") as file:
        shipped = {message.id: message.string for message in read_mo(file) if message.id}
    assert shipped == {m.id: m.string for m in read_mo(compiled) if m.id}
