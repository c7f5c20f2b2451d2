"""Workbooks that somebody made to do harm, or that a broken program left behind."""

import io
import struct
import zipfile
from pathlib import Path

from openpyxl import Workbook

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
ENTITIES = f'<!DOCTYPE w [<!ENTITY a0 "ha">{LAUGHS}]>'


def workbook(path: Path, parts: dict[str, str | None] | None = None, *, fast: bool = False) -> None:
    """Write a small list as xlsx in which some parts are replaced, or left out (None)."""
    made, whole = Workbook(), io.BytesIO()
    for row in (["姓名", "手机"], ["张伟", "13800000001"]):
        made.active.append(row)
    made.save(whole)
    changed = dict(parts or {})
    level = 1 if fast else None
    with (
        zipfile.ZipFile(whole) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as new,
    ):
        for part in old.infolist():
            content = changed.pop(part.filename, old.read(part).decode())
            if content is not None:
                new.writestr(part.filename, content)
        for name, content in changed.items():
            if content is not None:
                new.writestr(name, content)


def sheet(inside: str) -> dict[str, str | None]:
    """Return the parts of a workbook whose first sheet holds exactly this."""
    return {SHEET: f"<worksheet {MAIN}><sheetData>{inside}</sheetData></worksheet>"}


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open(SHEET, "w", force_zip64=True) as part:
            for _block in range(260):
                part.write(bytes(1 << 20))


def lying_sizes(path: Path) -> None:
    """A zip bomb whose directory says that it unpacks to a kilobyte."""
    whole = path.with_name("zip_bomb.xlsx")
    if not whole.exists():
        zip_bomb(whole)
    content = bytearray(whole.read_bytes())
    at = content.rfind(b"PK\x01\x02")  # the directory's entry of the sheet
    struct.pack_into("<I", content, at + 24, 1024)
    extra = content.find(struct.pack("<HH", 1, 8), at)
    if extra > 0:
        struct.pack_into("<Q", content, extra + 4, 1024)
    path.write_bytes(bytes(content))


def wide(path: Path, columns: int) -> None:
    made = Workbook(write_only=True)
    page = made.create_sheet()
    page.append(["姓名", "手机", *(f"列{n}" for n in range(3, columns + 1))])
    page.append(["张伟", "13800000001", *("x" for _n in range(3, columns + 1))])
    made.save(path)


def styled_rows(path: Path) -> None:
    first = f'<row r="1">{text_cell("A1", "姓名")}</row>'
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, 1_048_577))
    workbook(path, sheet(first + empty), fast=True)


def external_links(path: Path) -> None:
    cell = '<c r="A1" t="str"><f>[1]Sheet1!A1</f><v>姓名</v></c>'
    evil = '<c r="A2" t="str"><f>WEBSERVICE("http://example.org/")</f><v>张伟</v></c>'
    link = '<externalLink xmlns:r="r"><externalBook r:id="rId1"/></externalLink>'
    rows = f'<row r="1">{cell}</row><row r="2">{evil}</row>'
    workbook(path, {**sheet(rows), "xl/externalLinks/externalLink1.xml": link})


def entities_in_xlsx(path: Path) -> None:
    row = f'<row r="1">{text_cell("A1", "&a8;")}</row>'
    inside = f"<worksheet {MAIN}><sheetData>{row}</sheetData></worksheet>"
    workbook(path, {SHEET: f'<?xml version="1.0"?>{ENTITIES}{inside}'})


def entities_in_strings(path: Path) -> None:
    strings = f"<sst {MAIN}><si><t>&a8;</t></si></sst>"
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    parts = {**sheet(row), "xl/sharedStrings.xml": f'<?xml version="1.0"?>{ENTITIES}{strings}'}
    workbook(path, parts)


def opendocument(path: Path, rows: str, head: str = "") -> None:
    names = ("office", "table", "text")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )
    content = (
        f'<?xml version="1.0"?>{head}<office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="名单">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        packed.writestr("mimetype", kind, compress_type=zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", "<manifest/>")


def ods_cell(text: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def entities_in_ods(path: Path) -> None:
    opendocument(path, f"<table:table-row>{ods_cell('&a8;')}</table:table-row>", ENTITIES)


def ods_of_rows(path: Path) -> None:
    repeated = f'<table:table-row table:number-rows-repeated="1000000">{ods_cell("张伟")}'
    opendocument(path, f"{repeated}</table:table-row>")


def ods_of_columns(path: Path) -> None:
    cell = ods_cell("x").replace(
        "<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"', 1
    )
    rows = "".join(f"<table:table-row>{cell}</table:table-row>" for _row in range(3_000))
    opendocument(path, rows)


def long_cell(path: Path) -> None:
    cells = text_cell("A2", "张" * 40_000)
    workbook(path, sheet(f'<row r="1">{text_cell("A1", "姓名")}</row><row r="2">{cells}</row>'))


def far_cell(path: Path) -> None:
    workbook(path, sheet(f'<row r="1048576">{text_cell("XFD1048576", "x")}</row>'))


def prefixed_far_cell(path: Path) -> None:
    row = '<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'
    near = '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    space = MAIN.replace("xmlns=", "xmlns:x=")
    inside = f"<x:sheetData>{near}{row}</x:sheetData>"
    workbook(path, {SHEET: f"<x:worksheet {space}>{inside}</x:worksheet>"})


def hiding_far_cell(path: Path) -> None:
    """The place of the far cell stands in the row and in a cell before it."""
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    workbook(path, sheet(f'{near}<row r="1048576"><c r="XFC1048576"/><c><v>1</v></c></row>'))


def bomb_of_strings(path: Path) -> None:
    """The strings unpack to ten times what the directory says."""
    strings = f"<sst {MAIN}><si><t>{'x' * (60 << 20)}</t></si></sst>"
    workbook(path, {"xl/sharedStrings.xml": strings}, fast=True)
    content = bytearray(path.read_bytes())
    at = content.find(b"xl/sharedStrings.xml", content.find(b"PK\x01\x02")) - 46
    struct.pack_into("<I", content, at + 24, 1024)
    path.write_bytes(bytes(content))


def unnumbered_rows(path: Path) -> None:
    """Rows and cells that do not say where they are, in a row of their own each."""
    row = "<row><c><v>1</v></c></row>"
    workbook(path, sheet(row * 1_048_576), fast=True)


def unnumbered_cells(path: Path) -> None:
    row = f"<row>{'<c><v>1</v></c>' * 16_384}</row>"
    workbook(path, sheet(row * 300), fast=True)


def encrypted(path: Path) -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    path.write_bytes(head + "EncryptedPackage".encode("utf-16-le"))


def locked_zip(path: Path) -> None:
    workbook(path)
    content = bytearray(path.read_bytes())
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flag] |= 1
            at = content.find(mark, at + 4)
    path.write_bytes(bytes(content))


def no_strings(path: Path) -> None:
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    workbook(path, {**sheet(row), "xl/sharedStrings.xml": None})


def wrong_string(path: Path) -> None:
    workbook(path, sheet('<row r="1"><c r="A1" t="s"><v>999999999</v></c></row>'))


def macros(path: Path) -> None:
    workbook(path, {"xl/vbaProject.bin": "Sub Auto_Open()"})


def many_merges(path: Path) -> None:
    merges = "".join(f'<mergeCell ref="A{n}:XFD{n + 900000}"/>' for n in range(1, 20_000))
    first = f'<row r="1">{text_cell("A1", "姓名")}</row><row r="2">{text_cell("A2", "张伟")}</row>'
    inside = f"<sheetData>{first}</sheetData><mergeCells>{merges}</mergeCells>"
    workbook(path, {SHEET: f"<worksheet {MAIN}>{inside}</worksheet>"})


def hidden_million(path: Path) -> None:
    columns = '<cols><col min="1" max="99999999" hidden="1"/></cols>' * 1_000
    row = f'<row r="1" hidden="1">{text_cell("A1", "姓名")}</row>'
    workbook(path, {SHEET: f"<worksheet {MAIN}>{columns}<sheetData>{row}</sheetData></worksheet>"})
