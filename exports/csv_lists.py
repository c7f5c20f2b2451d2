"""Lists as csv: in an encoding that Excel reads, and no text that a program takes for a formula."""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from exports.files import whole_file
from exports.sheet_cells import clean
from summit_desk.domain.documents.sheets import (
    Band,
    CellKind,
    CellValue,
    Row,
    SheetColumn,
    SheetSpec,
    Total,
)
from summit_desk.domain.progress import SILENT, Progress

BATCH = 500
OLD = "gbk"  # what programs show that know GB18030 by its oldest part only


class Encoding(StrEnum):
    """The encodings that a list is written in."""

    UTF8 = "utf-8"
    GB18030 = "gb18030"


CODECS = {Encoding.UTF8: "utf-8-sig", Encoding.GB18030: "gb18030"}


def write_csv(
    spec: SheetSpec,
    path: Path,
    progress: Progress = SILENT,
    *,
    encoding: Encoding = Encoding.UTF8,
    strange: dict[int, str] | None = None,
) -> int:
    """Write a list as csv; UTF-8 has a mark, so that Excel reads the Chinese.

    GB18030 holds every character, but old programs know only its older part: the others are
    put into `strange` by the row (from 0) that has them.
    """
    return write_csv_tables([spec], path, progress, encoding=encoding, strange=strange)


def write_csv_tables(
    specs: Sequence[SheetSpec],
    path: Path,
    progress: Progress = SILENT,
    *,
    encoding: Encoding = Encoding.UTF8,
    strange: dict[int, str] | None = None,
) -> int:
    """Write tables one below the other; several have their titles and a blank line between."""
    count = 0
    noted = strange if encoding is Encoding.GB18030 else None
    codec = CODECS[encoding]
    with whole_file(path) as part, part.open("w", encoding=codec, newline="") as stream:
        writer = csv.writer(stream)
        for number, spec in enumerate(specs):
            if len(specs) > 1:
                writer.writerows([[]] * bool(number) + [[harmless(clean(spec.title))]])
            shown = _shown(spec)
            writer.writerow([harmless(clean(column.title)) for column in shown])
            is_money = [column.kind is CellKind.MONEY for column in shown]
            for values in plain_rows(spec):
                cells = list(map(_csv_cell, values, is_money))
                writer.writerow(cells)
                if noted is not None:
                    _note_strange(count, cells, noted)
                count += 1
                if count % BATCH == 0:
                    progress.step(count, max(spec.count, count))
    return count


def plain_rows(spec: SheetSpec) -> Iterator[Row]:
    """Yield the rows without bands, totals and hidden columns."""
    seen = [at for at, column in enumerate(spec.columns) if not column.hidden]
    whole = len(seen) == len(spec.columns)
    for line in spec.rows:
        if not isinstance(line, Band | Total):
            yield line if whole else [line[at] for at in seen]


def _shown(spec: SheetSpec) -> list[SheetColumn]:
    return [column for column in spec.columns if not column.hidden]


def _note_strange(row: int, cells: list[str], strange: dict[int, str]) -> None:
    try:
        "".join(cells).encode(OLD)
    except UnicodeEncodeError:
        found = dict.fromkeys(c for c in "".join(cells) if not _is_old(c))
        strange[row] = "".join(found)


def _is_old(character: str) -> bool:
    try:
        character.encode(OLD)
    except UnicodeEncodeError:
        return False
    return True


def _csv_cell(value: CellValue, is_money: bool) -> str:  # noqa: FBT001 -- called by map
    if is_money and isinstance(value, int | float):
        return f"{value:.2f}"
    if isinstance(value, str):
        return harmless(clean(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value)


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; "+86 138…" and "-5" stay."""
    if text[:1] in {"=", "@", "\t"} or (text[:1] in {"+", "-"} and not _is_like_number(text[1:])):
        return "'" + text
    return text


def _is_like_number(text: str) -> bool:
    return bool(text) and all(c.isdigit() or c in " ()-." for c in text)
