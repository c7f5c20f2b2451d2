"""Files that would eat the memory or the time are refused with a sentence, within seconds."""

import io
import time
import zipfile

import pytest
from openpyxl import Workbook

from summit_desk.domain.errors.imports import DamagedSheet, ProtectedSheet, SheetTooBig
from summit_desk.readers.books import read_book

SECONDS = 10


@pytest.fixture(autouse=True)
def _in_time():
    began = time.monotonic()
    yield
    assert time.monotonic() - began < SECONDS


def put(tmp_path, name: str, content: bytes):
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kept", [30, 400, 3000])
def test_a_truncated_workbook_is_refused(tmp_path, lists, kept: int) -> None:
    whole = (lists / "synthetic_报名汇总表_messy.xlsx").read_bytes()

    with pytest.raises(DamagedSheet):
        read_book(put(tmp_path, "cut.xlsx", whole[:kept]))


def test_a_zip_bomb_is_refused(tmp_path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _block in range(300):
                part.write(bytes(1 << 20))

    with pytest.raises(SheetTooBig):
        read_book(path)


def sheet_xml(tmp_path, inside: str):
    """Return a workbook whose sheet holds exactly this XML."""
    made = Workbook()
    made.active["A1"] = "x"
    whole = io.BytesIO()
    made.save(whole)
    path = tmp_path / "made.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = inside.encode()
            new.writestr(part.filename, content)
    return path


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def test_one_far_cell_does_not_fill_the_memory(tmp_path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    path = sheet_xml(tmp_path, f"<worksheet {MAIN}><sheetData>{far}</sheetData></worksheet>")

    with pytest.raises(SheetTooBig):
        read_book(path)


def test_a_million_styled_empty_rows_are_no_rows(tmp_path) -> None:
    first = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, 1_048_577))
    path = sheet_xml(
        tmp_path, f"<worksheet {MAIN}><sheetData>{first}{empty}</sheetData></worksheet>"
    )

    assert [row for row in read_book(path).tables[0].rows if any(row)] == [["姓名"]]


def test_a_thousand_empty_columns_are_no_columns(tmp_path) -> None:
    from summit_desk.domain.imports.layout import find_layout

    book = Workbook()
    sheet = book.active
    sheet.append(["姓名", "单位"])
    sheet.append(["张伟", "示例院"])
    sheet.cell(1, 1024).number_format = "@"
    book.save(tmp_path / "wide.xlsx")

    layout = find_layout(read_book(tmp_path / "wide.xlsx").tables[0])

    assert [header.title for header in layout.headers] == ["姓名", "单位"]


@pytest.mark.parametrize("name", ["bomb.xls", "bomb.xml"])
def test_entities_are_never_expanded(tmp_path, name: str) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    text = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{laughs}]>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&a8;</Workbook>'
    )

    with pytest.raises(DamagedSheet):
        read_book(put(tmp_path, name, text.encode()))


def test_a_csv_of_gigabytes_is_refused_before_it_is_read(tmp_path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write("姓名,单位\n".encode() * 2_000)
        file.truncate(2 << 30)

    with pytest.raises(SheetTooBig):
        read_book(path)


def test_a_csv_of_a_million_rows_is_refused(tmp_path) -> None:
    path = put(tmp_path, "long.csv", "姓名,单位\n".encode() + b"a,b\n" * 1_000_000)

    with pytest.raises(SheetTooBig):
        read_book(path)


def test_a_formula_is_read_as_what_it_last_said(tmp_path) -> None:
    cells = '<c r="A1" t="str"><f>HYPERLINK("http://example.org")</f><v>张伟</v></c>'
    path = sheet_xml(
        tmp_path, f'<worksheet {MAIN}><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    )

    assert list(read_book(path).tables[0].rows) == [["张伟"]]


def ods(tmp_path, rows: str):
    """Return an OpenDocument sheet whose table holds exactly these rows."""
    names = ("office", "table", "text")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="名单">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        packed.writestr("mimetype", kind, compress_type=zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


CELL = '<table:table-cell office:value-type="string"><text:p>张伟</text:p></table:table-cell>'


def test_an_opendocument_sheet_is_read_without_its_empty_rest(tmp_path) -> None:
    rest = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
    rest += 'table:number-columns-repeated="16384"/></table:table-row>'

    table = read_book(ods(tmp_path, f"<table:table-row>{CELL}</table:table-row>{rest}")).tables[0]

    assert (table.name, [row for row in table.rows if any(row)]) == ("名单", [["张伟"]])


def test_a_row_that_is_repeated_a_million_times_is_refused(tmp_path) -> None:
    rows = f'<table:table-row table:number-rows-repeated="1000000">{CELL}</table:table-row>'

    with pytest.raises(SheetTooBig):
        read_book(ods(tmp_path, rows))


def test_an_old_workbook_that_never_ends_is_refused(lists) -> None:
    with pytest.raises(DamagedSheet):
        read_book(lists.parent / "damaged_ring.xls")


def test_an_encrypted_workbook_says_so(tmp_path) -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    path = put(tmp_path, "locked.xlsx", head + "EncryptedPackage".encode("utf-16-le"))

    with pytest.raises(ProtectedSheet):
        read_book(path)


def test_an_empty_file_has_no_rows(tmp_path) -> None:
    assert read_book(put(tmp_path, "empty.csv", b"")).visible == ()
