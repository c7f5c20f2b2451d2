"""Lists as csv: UTF-8 with a mark for Excel, and no text that a program takes for a formula."""

import csv
from datetime import datetime
from pathlib import Path

from exports.files import whole_file
from exports.sheet_cells import clean
from summit_desk.domain.documents.sheets import CellValue, SheetSpec
from summit_desk.domain.progress import SILENT, Progress

BATCH = 500


def write_csv(spec: SheetSpec, path: Path, progress: Progress = SILENT) -> int:
    """Write a list as csv: UTF-8 with a mark, so that Excel reads the Chinese."""
    count = 0
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([harmless(clean(column.title)) for column in spec.columns])
        for values in spec.rows:
            writer.writerow([_csv_cell(value) for value in values])
            count += 1
            if count % BATCH == 0:
                progress.step(count, max(spec.count, count))
    return count


def _csv_cell(value: CellValue) -> str:
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
