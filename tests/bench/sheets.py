"""An attendee sheet of 100,000 × 20, against openpyxl's write-only mode with the same cells."""

from __future__ import annotations

from datetime import UTC, date, datetime
from time import process_time
from typing import TYPE_CHECKING

from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.files import BenchFiles

PEOPLE = 100_000
DAY = date(2024, 5, 21)
NOW = datetime(2024, 5, 19, 1, 30, tzinfo=UTC)
TITLES = (
    *("编号", "姓名", "拼音", "性别", "单位", "部门", "职务", "类别", "状态", "手机"),
    *("邮箱", "分论坛", "座位", "入住", "离店", "忌口", "发票抬头", "税号", "年龄", "备注"),
)
DATES, NUMBERS = {"入住", "离店"}, {"年龄"}


def measure(files: BenchFiles) -> list[Row]:
    """Write the same cells twice."""
    ours = _cpu(lambda: _ours(files.folder / "ours.xlsx"))
    floor = _cpu(lambda: _write_only(files.folder / "floor.xlsx"))
    return [
        Row(
            "attendee xlsx, 100,000 × 20, typed and styled",
            ours,
            "s",
            floor=floor,
            floor_is="bare openpyxl write-only",
            bar=1.25,
        )
    ]


def _cpu(work: object) -> float:
    start = process_time()
    work()
    return process_time() - start


def _rows() -> Iterator[tuple[object, ...]]:
    for number in range(PEOPLE):
        yield (
            *(f"{number:06}", f"张伟{number % 997}", "zhang wei", "女", f"示例单位{number % 800}"),
            *("数字化部", "副总经理", "代表", "已确认", f"199{number:08}"),
            *(f"guest{number}@example.com", "主论坛 · 数据要素", f"B 区 {number % 40} 排"),
            *(DAY, DAY, "清真" if number % 50 == 0 else "", f"示例单位{number % 800}"),
            *("91110000802100433B", 20 + number % 50, ""),
        )


def _ours(path: Path) -> None:
    from exports.sheets import write_sheet
    from summit_desk.domain.documents.sheets import CellKind, SheetColumn, SheetSpec

    def kind(title: str) -> CellKind:
        if title in DATES:
            return CellKind.DATE
        return CellKind.NUMBER if title in NUMBERS else CellKind.TEXT

    columns = [SheetColumn(title, kind(title)) for title in TITLES]
    write_sheet(SheetSpec(title="名单", columns=columns, rows=_rows(), count=PEOPLE), path, NOW)


def _write_only(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("名单")
    sheet.append(TITLES)
    for row in _rows():
        sheet.append(row)
    book.save(path)
