"""Files that somebody made to do harm, or that a broken program left behind."""

from collections.abc import Callable
from pathlib import Path

from tests.imports.hostile_books import (
    ENTITIES,
    bomb_of_strings,
    encrypted,
    entities_in_ods,
    entities_in_strings,
    entities_in_xlsx,
    external_links,
    far_cell,
    hidden_million,
    hiding_far_cell,
    locked_zip,
    long_cell,
    lying_sizes,
    macros,
    many_merges,
    no_strings,
    ods_of_columns,
    ods_of_rows,
    prefixed_far_cell,
    styled_rows,
    unnumbered_cells,
    unnumbered_rows,
    wide,
    wrong_string,
    zip_bomb,
)

Maker = Callable[[Path], None]


def entities_in_xml(path: Path) -> None:
    book = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    path.write_text(f'<?xml version="1.0"?>{ENTITIES}<Workbook {book}>&a8;</Workbook>')


def sparse_csv(path: Path) -> None:
    with path.open("wb") as file:
        file.write("姓名,单位\n".encode() * 2_000)
        file.truncate(2 << 30)


def deep_html(path: Path) -> None:
    deep = "<div><table><tr><td>" * 50_000
    path.write_text(f"<html><body><table><tr><td>姓名</td></tr></table>{deep}", encoding="utf-8")


def html_of_spans(path: Path) -> None:
    cell = '<td rowspan="100000" colspan="1000">x</td>'
    path.write_text(f"<table>{f'<tr>{cell * 20}</tr>' * 2_000}</table>", encoding="utf-8")


def html_of_cells(path: Path) -> None:
    path.write_text(f"<table><tr><td>姓名</td></tr><tr>{'<td>' * 300_000}", encoding="utf-8")


def huge_cell_csv(path: Path) -> None:
    path.write_bytes("姓名,手机\n".encode() + b'"' + b"x" * (50 << 20) + b'",1\n')


def xml_of_index(path: Path) -> None:
    book = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    row = '<Row ss:Index="199999" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    cell = '<Cell ss:Index="1000000"><Data ss:Type="String">x</Data></Cell>'
    path.write_text(
        f'<?xml version="1.0"?><Workbook {book}><Worksheet><Table>{row}{cell}</Row>'
        "</Table></Worksheet></Workbook>"
    )


def xml_of_merges(path: Path) -> None:
    space = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    space += ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    merged = '<Cell ss:MergeDown="99999999" ss:MergeAcross="2">'
    rows = f'<Row>{merged}<Data ss:Type="String">x</Data></Cell></Row>' * 5_000
    inside = f"<Worksheet><Table>{rows}</Table></Worksheet>"
    path.write_text(f'<?xml version="1.0"?><Workbook {space}>{inside}</Workbook>')


def deep_xml(path: Path) -> None:
    space = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    path.write_text(f'<?xml version="1.0"?><Workbook {space}>{"<Row>" * 500_000}')


def endless_card(path: Path) -> None:
    folded = "NOTE:x\n" + " y\n" * 300_000
    path.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:张伟\n{folded}END:VCARD\n", encoding="utf-8")


def many_cards(path: Path) -> None:
    path.write_text("BEGIN:VCARD\nFN:x\nEND:VCARD\n" * 30_000, encoding="utf-8")


def quotes(path: Path) -> None:
    path.write_text('姓名,手机\n"' + '""' * 2_000_000, encoding="utf-8")


def wide_csv(path: Path) -> None:
    path.write_text("姓名,手机\n" + "," * 4_000_000, encoding="utf-8")


def zeros(path: Path) -> None:
    path.write_bytes(bytes(5 << 20))


# Each with how it ends: the error that is told, or how many rows were harmless.
FILES: dict[str, tuple[Maker, str | int]] = {
    "zip_bomb.xlsx": (zip_bomb, "SheetTooBig"),
    "lying.xlsx": (lying_sizes, "DamagedSheet"),
    "strings.xlsx": (bomb_of_strings, "DamagedSheet"),
    "wide.xlsx": (lambda path: wide(path, 1_024), 1),
    "wider.xlsx": (lambda path: wide(path, 16_384), "SheetTooBig"),
    "styled.xlsx": (styled_rows, "EmptySheet"),
    "links.xlsx": (external_links, 1),
    "entities.xlsx": (entities_in_xlsx, "DamagedSheet"),
    "entities_strings.xlsx": (entities_in_strings, "DamagedSheet"),
    "entities.xml": (entities_in_xml, "DamagedSheet"),
    "entities.ods": (entities_in_ods, "DamagedSheet"),
    "rows.ods": (ods_of_rows, "SheetTooBig"),
    "columns.ods": (ods_of_columns, "SheetTooBig"),
    "sparse.csv": (sparse_csv, "SheetTooBig"),
    "deep.html": (deep_html, "DamagedSheet"),
    "spans.html": (html_of_spans, "SheetTooBig"),
    "cells.html": (html_of_cells, "SheetTooBig"),
    "huge_cell.csv": (huge_cell_csv, "SheetTooBig"),
    "long_cell.xlsx": (long_cell, 1),
    "far.xlsx": (far_cell, "SheetTooBig"),
    "prefixed.xlsx": (prefixed_far_cell, "DamagedSheet"),
    "hiding.xlsx": (hiding_far_cell, "SheetTooBig"),
    "unnumbered_rows.xlsx": (unnumbered_rows, "SheetTooBig"),
    "unnumbered_cells.xlsx": (unnumbered_cells, "SheetTooBig"),
    "index.xml": (xml_of_index, "SheetTooBig"),
    "merges.xml": (xml_of_merges, "SheetTooBig"),
    "deep.xml": (deep_xml, "DamagedSheet"),
    "merges.xlsx": (many_merges, 1),
    "hidden.xlsx": (hidden_million, "EmptySheet"),
    "encrypted.xlsx": (encrypted, "ProtectedSheet"),
    "locked.xlsx": (locked_zip, "DamagedSheet"),
    "no_strings.xlsx": (no_strings, "DamagedSheet"),
    "wrong_string.xlsx": (wrong_string, "DamagedSheet"),
    "macros.xlsm": (macros, 1),
    "endless.vcf": (endless_card, "SheetTooBig"),
    "many.vcf": (many_cards, "SheetTooBig"),
    "quotes.csv": (quotes, "SheetTooBig"),
    "wide.csv": (wide_csv, "SheetTooBig"),
    "zeros.csv": (zeros, "NotATable"),
}
