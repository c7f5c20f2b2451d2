"""Business cards of any version are a list with the usual headers."""

import quopri

import pytest

from summit_desk.domain.errors.imports import DamagedSheet
from summit_desk.domain.imports.tables import Container
from summit_desk.readers.books import read_book
from summit_desk.support.i18n import Language, speaking


def put(tmp_path, *cards: str, encoding: str = "utf-8"):
    path = tmp_path / "cards.vcf"
    text = "".join(f"BEGIN:VCARD\n{card}\nEND:VCARD\n" for card in cards)
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


def people(path) -> list[dict[str, object]]:
    header, *rows = read_book(path).tables[0].rows
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_a_card_of_version_3_is_read(tmp_path) -> None:
    card = (
        "VERSION:3.0\nN:张;伟;;;\nFN:张伟\nORG:示例云科技有限公司;市场部\nTITLE:总监\n"
        "TEL;TYPE=WORK,VOICE:010-60000000\nTEL;TYPE=CELL:138 0000 0001\n"
        "TEL;TYPE=FAX:010-60000001\nEMAIL;TYPE=INTERNET:zhang@example.org\n"
        "NOTE:不吃辣\\n花生过敏\nBDAY:1980-05-22\nCATEGORIES:嘉宾,闭门会\n"
        "PHOTO;ENCODING=b;TYPE=JPEG:AAAA\n AAAA\n BBBB"
    )
    path = put(tmp_path, card)

    assert read_book(path).container is Container.CARDS
    assert people(path) == [
        {
            "Name": "张伟",
            "Date of birth": "1980-05-22",
            "Organisation": "示例云科技有限公司",
            "Department": "市场部",
            "Title": "总监",
            "Mobile": "138 0000 0001",
            "Other phone": "010-60000000",
            "E-mail": "zhang@example.org",
            "Notes": "不吃辣\n花生过敏",
            "Tags": "嘉宾; 闭门会",
        }
    ]


@pytest.mark.parametrize("charset", ["GBK", "UTF-8"])
def test_a_chinese_phone_writes_quoted_printable(tmp_path, charset: str) -> None:
    def quoted(text: str) -> str:
        return quopri.encodestring(text.encode(charset)).decode().strip()

    sign = f";CHARSET={charset};ENCODING=QUOTED-PRINTABLE:"
    unit = "示例云科技股份有限公司信息化与数字经济研究院"  # long enough for a soft line break
    card = (
        f"VERSION:2.1\nN{sign}{quoted('欧阳;晓琳')};;;\nORG{sign}{quoted(unit)}\n"
        "TEL;CELL;VOICE:13800000002\nPHOTO;ENCODING=BASE64;JPEG:\n"
        + "A" * 76
        + "\n"
        + "B" * 76
        + "\n"
    )

    assert people(put(tmp_path, card)) == [
        {"Name": "欧阳晓琳", "Organisation": unit, "Mobile": "13800000002"}
    ]


def test_a_card_of_version_4_is_read(tmp_path) -> None:
    card = (
        "VERSION:4.0\nFN:Hans Müller\nN:Müller;Hans;;Dr.;\nGENDER:M\n"
        "TEL;VALUE=uri;TYPE=cell:tel:+49-170-0000000\nORG:Beispiel GmbH\\; Co. KG"
    )

    assert people(put(tmp_path, card)) == [
        {
            "Name": "Hans Müller",
            "Honorific": "Dr.",
            "Sex": "男",
            "Organisation": "Beispiel GmbH; Co. KG",
            "Mobile": "+49-170-0000000",
        }
    ]


def test_several_cards_in_gb18030_are_rows(tmp_path) -> None:
    cards = [f"VERSION:3.0\nFN:{name}\nTEL:{n}" for n, name in ((1, "赵孟𫖯"), (2, "李强"))]

    assert people(put(tmp_path, *cards, encoding="gb18030")) == [
        {"Name": "赵孟𫖯", "Mobile": "1"},
        {"Name": "李强", "Mobile": "2"},
    ]


def test_a_card_without_a_name_is_a_row_too(tmp_path) -> None:
    path = put(tmp_path, "VERSION:3.0\nFN:张伟", "VERSION:3.0\nEMAIL:x@example.org")

    assert [row["Name"] for row in people(path)] == ["张伟", ""]


def test_cards_that_are_cut_off_are_refused(tmp_path) -> None:
    path = put(tmp_path, "VERSION:3.0\nFN:张伟", "VERSION:3.0\nFN:李强")
    path.write_bytes(path.read_bytes()[:-8])

    with pytest.raises(DamagedSheet):
        read_book(path)


@pytest.mark.parametrize("language", list(Language))
def test_cards_become_attendees(tmp_path, imports, event_id, language: Language) -> None:
    card = "VERSION:3.0\nFN:张伟\nORG:示例院\nTEL;TYPE=CELL:13800000001\nEMAIL:z@example.org"
    path = put(tmp_path, card)

    with speaking(language):
        first = imports.plan(event_id, path)
        imports.apply(first)
        again = imports.plan(event_id, path)

    assert [row.verdict.value for row in first.rows] == ["new"]
    assert [row.verdict.value for row in again.rows] == ["same"]
    assert again.additions.fields == ()
