"""Badges as they come out of the printer: texts, codes, sizes, and what is refused."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.badges import readable_on
from exports.checks import badge_findings, refuse_blocked
from exports.fonts import fonts
from summit_desk.domain.documents.badge_templates import BADGE_TEMPLATES
from summit_desk.domain.documents.badges import BadgeField, QrBox, TextBox
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage
from summit_desk.domain.errors.documents import (
    CharacterNotInAnyFont,
    DocumentRefused,
    TooLongForPaper,
)
from summit_desk.domain.progress import Cancelled
from tests.exports.making import (
    MADE,
    card,
    codes_in,
    printer,
    read_by_zbar,
    read_codes,
    text_of,
    written,
)
from tests.impatience import Impatient

SIZES = list(BADGE_TEMPLATES)
UNKNOWN = "\U000a0001"  # a character of no font


@pytest.mark.parametrize("size", SIZES)
def test_a_badge_says_who_the_person_is(tmp_path, size):
    words = text_of(written(tmp_path / "b.pdf", card(), size=size))

    for text in ("严华", "Yan Hua", "示例产业互联网研究院", "副院长", "0018", "嘉宾"):
        assert text in words


@pytest.mark.parametrize("size", SIZES)
def test_every_code_is_read_back_from_a_raster(tmp_path, qapp, size):
    cards = [card(f"示例{n}", code=f"7{n:026d}") for n in range(12)]

    assert codes_in(written(tmp_path / "b.pdf", *cards, size=size)) == [c.code for c in cards]


@pytest.mark.parametrize("dpi", [300, 150])
@pytest.mark.parametrize("size", SIZES)
def test_a_second_decoder_reads_every_code_too(tmp_path, qapp, size, dpi):
    cards = [card(f"示例{n}", code=f"7{n * 7919:026d}") for n in range(16)]
    path = written(tmp_path / "b.pdf", *cards, size=size)
    codes = [one.code for one in cards]

    assert codes_in(path, dpi) == codes
    missed = [code for code, seen in zip(codes, read_by_zbar(path, dpi), strict=True)
              if seen != code]  # fmt: skip
    assert missed == []


@pytest.mark.parametrize("size", SIZES)
def test_the_paper_has_the_size_of_the_template(tmp_path, size):
    box = PdfReader(written(tmp_path / "b.pdf", card(), size=size)).pages[0].mediabox

    template = BADGE_TEMPLATES[size]
    assert float(box.width) / 72 * 25.4 == pytest.approx(template.width, abs=0.01)
    assert float(box.height) / 72 * 25.4 == pytest.approx(template.height, abs=0.01)


@pytest.mark.parametrize("size", SIZES)
def test_the_code_is_at_least_two_centimetres_wide_without_its_quiet_zone(size):
    boxes = [e for e in BADGE_TEMPLATES[size].elements if isinstance(e, QrBox)]

    assert [box.width * 21 / 29 >= 20 for box in boxes] == [True]


@pytest.mark.parametrize("size", SIZES)
def test_no_element_reaches_beyond_the_paper(size):
    template = BADGE_TEMPLATES[size]

    for element in template.elements:
        assert element.x + element.width <= template.width
        assert element.y + element.height <= template.height


@pytest.mark.parametrize("size", SIZES)
def test_the_code_lies_where_the_template_says(tmp_path, qapp, size):
    (code,) = read_codes(written(tmp_path / "b.pdf", card(), size=size), dpi=600)
    (box,) = [e for e in BADGE_TEMPLATES[size].elements if isinstance(e, QrBox)]
    quiet = box.width * 4 / 29

    corner, mm = code.position.top_left, 25.4 / 600
    assert corner.x * mm == pytest.approx(box.x + quiet, abs=0.2)
    assert corner.y * mm == pytest.approx(box.y + quiet, abs=0.2)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_printed_into_the_quiet_zone_of_the_code(size):
    elements = BADGE_TEMPLATES[size].elements
    (code,) = [e for e in elements if isinstance(e, QrBox)]

    assert [e for e in elements if e is not code and _overlap(e, code)] == []


def test_the_language_decides_what_stands_largest(tmp_path):
    chinese = written(tmp_path / "zh.pdf", card())
    english = written(tmp_path / "en.pdf", card(), language=DocumentLanguage.ENGLISH)
    both = written(tmp_path / "both.pdf", card(), language=DocumentLanguage.BOTH)

    assert "Sample Institute" not in text_of(chinese)
    assert "示例产业互联网研究院" not in text_of(english)
    assert "示例产业互联网研究院\nSample Institute" in text_of(both)


def test_the_file_names_its_title_language_and_author(tmp_path):
    reader = PdfReader(written(tmp_path / "b.pdf", card()))

    assert reader.metadata.title == "2024年中国产业互联网高峰论坛"
    assert reader.metadata.author == "中国信息协会"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.metadata.creation_date == MADE


def test_the_same_badges_give_the_same_bytes(tmp_path):
    first = written(tmp_path / "1.pdf", card("王𠀋"), card()).read_bytes()

    assert written(tmp_path / "2.pdf", card("王𠀋"), card()).read_bytes() == first


def test_whoever_has_no_category_is_pointed_out():
    (finding,) = badge_findings(printer(), [card(category=Bilingual())], fonts())

    assert (finding.kind, finding.subject) == ("document_no_category", "严华")


def test_two_thousand_badges_take_less_than_two_kilobytes_each(tmp_path):
    cards = [card(f"示例{n:04d}", code=f"7{n:026d}") for n in range(2000)]

    assert written(tmp_path / "b.pdf", *cards).stat().st_size < 2000 * 2000


def test_a_two_character_name_is_spread_to_the_width_of_three():
    two, three = (_name_width(card(name)) for name in ("严华", "欧阳修"))

    assert two == pytest.approx(three, rel=0.01)


def test_a_long_name_breaks_at_its_separator():
    (printed,) = _printed(card("迪丽热巴·迪力木拉提"), BadgeField.NAME)

    assert [line.text for line in printed.fitted.lines] == ["迪丽热巴·", "迪力木拉提"]


def test_every_text_stays_inside_its_box():
    long = card("爱新觉罗·溥仪", organisation=Bilingual("示例" + "产业互联网" * 12 + "有限公司"))

    for printed in printer().own_texts(long):
        for line in printed.fitted.lines:
            assert line.x >= -0.01
            assert line.baseline <= printed.box.height * 72 / 25.4


def test_a_missing_character_stops_the_print_with_the_name(tmp_path):
    cards = [card(), card("李" + UNKNOWN)]

    with pytest.raises(CharacterNotInAnyFont) as refused:
        refuse_blocked(badge_findings(printer(), cards, fonts()))

    assert refused.value.details == {
        "name": "李" + UNKNOWN,
        "character": UNKNOWN,
        "code": "U+A0001",
    }


def test_several_problems_are_told_at_once():
    cards = [card("李" + UNKNOWN), card("王" + UNKNOWN)]

    with pytest.raises(DocumentRefused) as refused:
        refuse_blocked(badge_findings(printer(), cards, fonts()))

    assert [finding.subject for finding in refused.value.findings] == [
        "李" + UNKNOWN,
        "王" + UNKNOWN,
    ]


def test_all_that_is_missing_of_one_person_is_one_problem():
    wrong = card("李" + UNKNOWN, title=Bilingual("\U000a0002"))

    (finding,) = badge_findings(printer(), [wrong], fonts())
    assert finding.details["code"] == "U+A0001 U+A0002"


def test_an_illegible_category_is_told_once():
    cards = [card(f"示例{n}", category=Bilingual("很长的类别" * 50)) for n in range(3)]

    kinds = [finding.kind for finding in badge_findings(printer(), cards, fonts())]
    assert kinds == ["document_too_long"]


def test_a_badge_without_anything_but_a_code_is_still_a_badge(tmp_path, qapp):
    nothing = Bilingual()
    bare = replace(card(), name=nothing, organisation=nothing, title=nothing, category=nothing)

    assert codes_in(written(tmp_path / "b.pdf", bare)) == [bare.code]


def test_a_text_that_would_be_illegible_is_refused():
    cards = [card(organisation=Bilingual("很长" * 5000))]

    with pytest.raises(TooLongForPaper):
        refuse_blocked(badge_findings(printer(), cards, fonts()))


def test_a_rare_name_is_pointed_out_as_set_in_another_font():
    findings = badge_findings(printer(), [card("王𠀋"), card()], fonts())

    assert [(f.kind, f.subject) for f in findings] == [("document_other_font", "王𠀋")]


def test_giving_up_leaves_no_file(tmp_path):
    with pytest.raises(Cancelled):
        printer().write([card()], tmp_path / "b.pdf", MADE, Impatient())

    assert list(tmp_path.iterdir()) == []


def test_words_on_a_light_category_are_dark():
    assert readable_on("#f5c542") == "#111827"
    assert readable_on("#1f5fbf") == "#ffffff"


def _overlap(one, other) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    apart = one.y + one.height <= other.y or other.y + other.height <= one.y
    return not (beside or apart)


def _printed(one, field):
    return [p for p in printer().own_texts(one) if p.box.field is field]


def _name_width(one) -> float:
    (printed,) = _printed(one, BadgeField.NAME)
    box: TextBox = printed.box
    return box.width * 72 / 25.4 - 2 * printed.fitted.lines[0].x


@pytest.mark.parametrize("language", list(DocumentLanguage))
def test_a_german_guest_is_called_by_the_german_name_in_large_letters(language):
    guest = replace(card(), name=Bilingual("Jörg Müller", "约尔格·穆勒"))
    said = {
        text.box.field: text.fitted.lines[0].text for text in printer("a6", language).texts(guest)
    }

    assert said[BadgeField.NAME] == "Jörg Müller"
    assert said[BadgeField.NAME_OTHER] == "约尔格·穆勒"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", list(DocumentLanguage))
def test_own_fields_are_printed_under_the_title_and_checked(tmp_path, size, language):
    made = card(extra=Bilingual("供应链金融 · 参加晚宴", "供应链金融 · Dinner"))
    paper = written(tmp_path / "b.pdf", made, size=size, language=language)

    shown = {text.box.field: text for text in printer(size, language).own_texts(made)}
    title, extra = shown[BadgeField.TITLE], shown[BadgeField.EXTRA]

    assert "供应链金融" in text_of(paper)
    assert extra.box.y >= title.box.y + title.box.height
    assert badge_findings(printer(size, language), [made], fonts()) == []


def test_own_fields_take_the_place_of_a_title_that_is_not_there():
    made = card(title=Bilingual(), extra=Bilingual("晚宴"))

    (extra,) = [one for one in printer("a6").own_texts(made) if one.box.field is BadgeField.EXTRA]

    (title,) = [e for e in BADGE_TEMPLATES["a6"].elements if getattr(e, "field", "") == "title"]
    assert replace(extra.box, field=BadgeField.TITLE) == title


def test_own_fields_too_long_to_read_and_characters_of_no_font_stop_the_print():
    long, odd = card(extra=Bilingual("很长的内容" * 40)), card(extra=Bilingual(UNKNOWN))

    kinds = [one.kind for one in badge_findings(printer("card"), [long, odd], fonts())]

    assert kinds[0] == "document_too_long"
    assert "document_missing_character" in kinds
