"""What stands on the clipboard is a table, whoever put it there."""

import pytest

from summit_desk.domain.errors.imports import NothingPasted
from summit_desk.domain.imports.tables import Container, Span
from summit_desk.readers.pasted import read_pasted

MERGED = (
    "<html><body><!--StartFragment--><table><tr><td>姓名</td><td>单位</td></tr>"
    "<tr><td>张伟</td><td rowspan='2'>示例院</td></tr><tr><td>李强</td></tr></table></body></html>"
)


def test_cells_of_a_spreadsheet_are_a_table() -> None:
    book = read_pasted("clipboard", '姓名\t备注\r\n张伟\t"两行\n备注"\r\n')

    assert (book.container, book.delimiter) == (Container.TEXT, "\t")
    assert list(book.tables[0].rows) == [["姓名", "备注"], ["张伟", "两行\n备注"]]


def test_merged_cells_are_told_by_the_html_beside_the_text() -> None:
    book = read_pasted("clipboard", "姓名\t单位\n张伟\t示例院\n李强\t\n", MERGED)

    assert book.container is Container.HTML
    assert book.tables[0].merged == (Span(1, 1, 2, 1),)


def test_without_merged_cells_the_text_is_taken() -> None:
    html = (
        "<table><tr><td>姓名</td><td>手机</td></tr><tr><td>张伟</td><td>1.38E+10</td></tr></table>"
    )

    book = read_pasted("clipboard", "姓名\t手机\n张伟\t13800000001\n", html)

    assert book.tables[0].rows[1] == ["张伟", "13800000001"]


def test_a_page_without_text_is_read_from_its_html() -> None:
    assert read_pasted("clipboard", "", MERGED).tables[0].rows[1] == ["张伟", "示例院"]


def test_a_list_in_a_message_has_chinese_commas() -> None:
    rows = (
        read_pasted("clipboard", "姓名，手机\n张伟，13800000001\n李强，13800000002").tables[0].rows
    )

    assert list(rows[1]) == ["张伟", "13800000001"]


def test_business_cards_can_be_pasted() -> None:
    book = read_pasted("clipboard", "BEGIN:VCARD\nVERSION:3.0\nFN:张伟\nEND:VCARD\n")

    assert list(book.tables[0].rows) == [["Name"], ["张伟"]]


@pytest.mark.parametrize("text", ["", " \n", "张伟", "https://example.org/"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(NothingPasted):
        read_pasted("clipboard", text)
