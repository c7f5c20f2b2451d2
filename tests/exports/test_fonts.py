"""The font service: which font draws what, what none can draw, and text that is found again."""

import csv
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from exports.coverage import Coverage
from exports.fonts import BOLD, LATIN, LATIN_BOLD, RARE, REGULAR, FontService, drawn
from exports.rescue import SystemFonts
from exports.typeface import load_typeface
from summit_desk.domain.names import clean_name
from summit_desk.support.paths import assets
from tests.exports.making import card, text_of, written

NAMES = Path(__file__).parents[1] / "data" / "rare_and_awkward_names.tsv"
UNKNOWN = "\U000a0001"


def rare_names() -> list[str]:
    with NAMES.open(encoding="utf-8", newline="") as stream:
        return [clean_name(row["name"]) for row in csv.DictReader(stream, delimiter="\t")]


@cache
def without_system() -> FontService:
    return FontService(assets() / "fonts", SystemFonts([]))


@pytest.mark.parametrize("name", rare_names())
def test_every_rare_name_is_drawn_by_our_own_fonts(name):
    assert without_system().missing(name) == ""


def test_the_rare_font_is_loaded_only_when_needed():
    service = FontService(assets() / "fonts", SystemFonts([]))

    assert service.missing("严华 Nguyễn Σ Ж") == ""
    assert "rare" not in vars(service)
    assert service.missing("𠀋") == ""
    assert "rare" not in vars(service)
    assert service.runs("𠀋")[0].face is service.rare


def test_what_no_font_has_is_named_once_each_in_order():
    assert without_system().missing(f"한{UNKNOWN}国{UNKNOWN}") == f"한{UNKNOWN}"


def test_runs_divide_a_text_by_font():
    runs = without_system().runs("王𠀋A", bold=True)

    assert [run.text for run in runs] == ["王", "𠀋", "A"]
    assert runs[0].face is runs[2].face is not runs[1].face


def test_a_word_is_never_set_in_two_fonts():
    runs = without_system().runs("Šimon Çağlar 王")

    assert [run.text for run in runs] == ["Šimon", " ", "Çağlar", " 王"]


def test_scripts_that_need_shaping_are_refused_not_garbled():
    assert without_system().missing("محمد") == "محد"
    assert without_system().missing("नम") == "नम"


def test_a_glyph_of_a_system_font_is_borrowed(tmp_path):
    (tmp_path / "Other.ttf").write_bytes((assets() / "fonts" / RARE).read_bytes())
    service = FontService(tmp_path / "ours", SystemFonts([tmp_path]))
    (tmp_path / "ours").mkdir()
    for name in (REGULAR, BOLD, LATIN, LATIN_BOLD):
        (tmp_path / "ours" / name).symlink_to(assets() / "fonts" / name)
    (tmp_path / "ours" / RARE).symlink_to(assets() / "fonts" / REGULAR)

    assert service.missing("𠀋") == ""
    assert service.width("𠀋") == pytest.approx(1.0, abs=0.01)


def test_a_font_that_forbids_embedding_is_not_borrowed(tmp_path):
    font = TTFont(assets() / "fonts" / REGULAR)
    font["OS/2"].fsType = 0x0002
    font.save(tmp_path / "Forbidden.ttf")

    assert list(SystemFonts([tmp_path]).small_fonts(["严"])) == []


def test_a_broken_font_file_is_passed_over(tmp_path):
    (tmp_path / "Broken.ttf").write_bytes(b"not a font")

    assert list(SystemFonts([tmp_path]).small_fonts(["严"])) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("严华", "严华"),
        ("张\n三\t李", "张 三 李"),
        ("a\u200bb\ufeff", "ab"),
        ("葛\U000e0100", "葛"),
        (unicodedata.normalize("NFD", "Hạnh"), "Hạnh"),
        (UNKNOWN, UNKNOWN),
    ],
)
def test_what_is_drawn_is_the_text_without_what_can_not_be_seen(text, shown):
    assert drawn(text) == shown


def test_every_rare_name_is_found_in_the_pdf_again(tmp_path):
    path = written(tmp_path / "b.pdf", *(card(name) for name in rare_names()))
    found = text_of(path).replace("\n", "")

    assert [name for name in rare_names() if name not in found] == []


@pytest.mark.parametrize("file", [REGULAR, LATIN, RARE])
def test_coverage_knows_what_the_loaded_face_draws(file):
    path = assets() / "fonts" / file
    asked = [*"Aß严𠀋한नЖ", UNKNOWN]

    assert Coverage(path).lacks(asked) == [
        each for each in asked if not load_typeface("asked", path).has(each)
    ]
