"""An attendee sheet of 100,000 × 20, against openpyxl's write-only mode with the same cells."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from time import process_time
from typing import TYPE_CHECKING

from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.files import BenchFiles

PEOPLE = 100_000
KILO = 1024  # kilobytes in a megabyte, as Linux counts
DAY = date(2024, 5, 21)
NOW = datetime(2024, 5, 19, 1, 30, tzinfo=UTC)
TITLES = (
    *("编号", "姓名", "拼音", "性别", "单位", "部门", "职务", "类别", "状态", "手机"),
    *("邮箱", "分论坛", "座位", "入住", "离店", "忌口", "发票抬头", "税号", "年龄", "备注"),
)
DATES, NUMBERS = {"入住", "离店"}, {"年龄"}


def measure(files: BenchFiles) -> list[Row]:
    """Write the same cells twice, and once more in a process of its own for the memory."""
    ours = _cpu(lambda: _ours(files.folder / "ours.xlsx"))
    titled = _cpu(lambda: _titled(files.folder / "titled.xlsx"))
    floor = _cpu(lambda: _write_only(files.folder / "floor.xlsx"))
    return [
        Row(
            "attendee xlsx, 100,000 × 20, typed and styled",
            ours,
            "s",
            floor=floor,
            floor_is="bare openpyxl write-only",
            bar=0.25,
        ),
        Row(
            "the same with titles, frames, bands and totals",
            titled,
            "s",
            floor=floor,
            floor_is="bare openpyxl write-only",
            bar=0.25,
        ),
        Row(
            "memory of writing that xlsx, over idle",
            _memory(files.folder / "memory.xlsx"),
            "MB",
            limit=60.0,
        ),
    ]


def _memory(path: Path) -> float:
    """Return by how many megabytes a fresh process grows at most while it writes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.sheets", str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def _grown(path: Path) -> float:
    _ours(path.with_suffix(".warm.xlsx"), people=1)  # what is loaded is not what writing takes
    idle = _peak()
    _ours(path)
    return _peak() - idle


def _peak() -> float:
    """Return the most memory that this process has had, in megabytes.

    Linux tells it in a file; what it tells through `getrusage` begins with the parent's.
    """
    from pathlib import Path

    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except OSError:
        from resource import RUSAGE_SELF, getrusage

        return getrusage(RUSAGE_SELF).ru_maxrss / KILO / KILO  # macOS counts bytes
    (found,) = [line for line in lines if line.startswith("VmHWM")]
    return int(found.split()[1]) / KILO


def _cpu(work: object) -> float:
    start = process_time()
    work()
    return process_time() - start


def _rows(people: int = PEOPLE) -> Iterator[tuple[object, ...]]:
    for number in range(people):
        yield (
            *(f"{number:06}", f"张伟{number % 997}", "zhang wei", "女", f"示例单位{number % 800}"),
            *("数字化部", "副总经理", "代表", "已确认", f"199{number:08}"),
            *(f"guest{number}@example.com", "主论坛 · 数据要素", f"B 区 {number % 40} 排"),
            *(DAY, DAY, "清真" if number % 50 == 0 else "", f"示例单位{number % 800}"),
            *("91110000802100433B", 20 + number % 50, ""),
        )


def _ours(path: Path, people: int = PEOPLE) -> None:
    from exports.sheets import write_sheet
    from summit_desk.domain.documents.sheets import SheetSpec

    spec = SheetSpec(title="名单", columns=_columns(), rows=_rows(people), count=people)
    write_sheet(spec, path, NOW)


def _titled(path: Path) -> None:
    from exports.sheets import write_sheet
    from summit_desk.domain.documents.sheets import Band, SheetSpec, Title, Total

    def lines() -> Iterator[object]:
        for number, row in enumerate(_rows()):
            if number % 200 == 0:
                yield Band(f"示例单位{number // 200}（200人）")
            yield row
        yield Total(["合计：100000 人", *[None] * (len(TITLES) - 1)])

    titles = [Title("示例论坛", 13.0, centred=True), Title("参会名单", 18.0, centred=True)]
    spec = SheetSpec(title="名单", columns=_columns(), rows=lines(), count=PEOPLE, titles=titles)
    write_sheet(spec, path, NOW)


def _columns() -> list[object]:
    from summit_desk.domain.documents.sheets import CellKind, SheetColumn

    def kind(title: str) -> CellKind:
        if title in DATES:
            return CellKind.DATE
        return CellKind.NUMBER if title in NUMBERS else CellKind.TEXT

    return [SheetColumn(title, kind(title)) for title in TITLES]


def _write_only(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("名单")
    sheet.append(TITLES)
    for row in _rows():
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    from pathlib import Path

    print(_grown(Path(sys.argv[1])))  # noqa: T201 -- read by `_memory`
