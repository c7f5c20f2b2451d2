"""The agenda on paper: everything in order, contents to click on, page numbers, refusals."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from pypdf import PdfReader

from exports.agenda import write_agenda
from exports.fonts import fonts
from summit_desk.domain.documents.agenda import (
    AgendaDay,
    AgendaDocument,
    AgendaItem,
    AgendaPerson,
    AgendaTrack,
)
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage
from summit_desk.domain.errors.documents import CharacterNotInAnyFont
from summit_desk.domain.records import PartRole
from tests.exports.making import MADE, text_of

YAN = AgendaPerson(
    name=Bilingual("严华", "Yan Hua"),
    affiliation=Bilingual("宝武集团 总经理", "General Manager, Baowu Group"),
)


def item(hour: int, title: str, other: str = "", **changed) -> AgendaItem:
    start = datetime(2024, 5, 22, hour)
    return AgendaItem(
        starts_at=start,
        ends_at=start + timedelta(minutes=30),
        title=Bilingual(title, other),
        people=(YAN,),
        **changed,
    )


def agenda(*items: AgendaItem) -> AgendaDocument:
    track = AgendaTrack(
        name=Bilingual("主论坛", "Main forum"),
        room=Bilingual("黄浦厅", "Huangpu Hall"),
        items=items,
    )
    return AgendaDocument(
        title=Bilingual("产业互联网高峰论坛", "Industrial Internet Summit"),
        line=Bilingual("2024年5月22日 · 上海", "22 May 2024 · Shanghai"),
        organiser=Bilingual("主办：示例协会", "Hosted by Sample Association"),
        days=(AgendaDay(date=date(2024, 5, 22), tracks=(track,)),),
    )


def written(tmp_path, paper: AgendaDocument, language=DocumentLanguage.CHINESE):
    write_agenda(paper, tmp_path / "agenda.pdf", language, fonts(), MADE)
    return tmp_path / "agenda.pdf"


def test_the_chinese_agenda_speaks_only_chinese(tmp_path):
    text = text_of(written(tmp_path, agenda(item(9, "开幕式", "Opening"))))

    for shown in (
        "产业互联网高峰论坛",
        "2024年5月22日 星期三",
        "主论坛",
        "09:00–09:30",
        "开幕式",
        "严华",
    ):
        assert shown in text
    assert "Opening" not in text


def test_the_bilingual_agenda_says_everything_twice(tmp_path):
    text = text_of(written(tmp_path, agenda(item(9, "开幕式", "Opening")), DocumentLanguage.BOTH))

    for shown in ("开幕式", "Opening", "严华", "Yan Hua", "星期三", "Wednesday, 22 May 2024"):
        assert shown in text


def test_an_english_agenda_falls_back_to_chinese_where_nothing_else_is_known(tmp_path):
    text = text_of(written(tmp_path, agenda(item(9, "开幕式")), DocumentLanguage.ENGLISH))

    assert "开幕式" in text
    assert "Page 1 of 1" in text


def test_a_long_agenda_has_bookmarks_and_numbered_pages(tmp_path):
    reader = PdfReader(written(tmp_path, agenda(*(item(9, f"示例议题{n}") for n in range(60)))))

    titles = [
        entry.title if not isinstance(entry, list) else entry[0].title for entry in reader.outline
    ]
    assert titles == ["2024年5月22日 星期三", "主论坛"]
    assert len(reader.pages) == 4
    assert "主论坛" in reader.pages[3].extract_text()


def test_a_character_that_no_font_has_stops_the_agenda(tmp_path):
    with pytest.raises(CharacterNotInAnyFont):
        written(tmp_path, agenda(item(9, "开幕式\U000a0001")))

    assert list(tmp_path.iterdir()) == []


def test_the_same_agenda_gives_the_same_bytes(tmp_path):
    first = written(tmp_path, agenda(item(9, "开幕式"))).read_bytes()

    assert written(tmp_path, agenda(item(9, "开幕式"))).read_bytes() == first


def test_names_and_affiliations_line_up_from_item_to_item(tmp_path):
    host = replace(YAN, role=PartRole.CHAIR)
    long = replace(YAN, name=Bilingual("阿依古丽·吐尔逊", "Aygul Tursun"))
    items = [replace(item(9 + n, f"环节{n}"), people=(p,)) for n, p in enumerate((YAN, host, long))]

    found = lefts(written(tmp_path, agenda(*items)), {"严华", "阿依古丽·吐尔逊", "宝武集团 总经理"})

    assert {len(set(at)) for at in found.values()} == {1}
    assert len(found["宝武集团 总经理"]) == 3
    assert found["严华"][0] == found["阿依古丽·吐尔逊"][0]


def lefts(path, texts) -> dict[str, list[float]]:
    """Return where each of the texts begins, once per time that it is written."""
    found: dict[str, list[float]] = {}

    def visit(text, _cm, matrix, _font, _size) -> None:
        if text.strip() in texts:
            found.setdefault(text.strip(), []).append(round(matrix[4], 1))

    for page in PdfReader(path).pages:
        page.extract_text(visitor_text=visit)
    return found
