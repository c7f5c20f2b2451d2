"""Run every benchmark and print the table of the README; never fails a build."""

import importlib
import sys
from collections.abc import Iterable
from time import perf_counter

from tests.bench.files import bench_files
from tests.bench.rows import Row

MODULES = (
    "window",
    "opening",
    "search",
    "scans",
    "growth",
    "door",
    "badges",
    "sheets",
    "camera",
    "imports",
    "keystroke",
    "duplicates",
)


def main(names: Iterable[str]) -> None:
    chosen = [name for name in MODULES if name in set(names)] or list(MODULES)
    start = perf_counter()
    rows: list[Row] = []
    with bench_files() as files:
        say(f"files ready after {perf_counter() - start:.0f} s")
        for name in chosen:
            rows += importlib.import_module(f"tests.bench.{name}").measure(files)
            say(f"{name} done after {perf_counter() - start:.0f} s")
    print(table(rows))  # noqa: T201 -- what the command is for


def table(rows: Iterable[Row]) -> str:
    lines = ["| what | ours | floor | ratio | bar | |", "|---|---|---|---|---|---|"]
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:.3g} {row.unit} ({row.floor_is})"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(
            f"| {row.what} | {row.ours:.3g} {row.unit} | {floor} | {ratio} | {bar(row)} |"
            f" {'✓' if row.met else '✗'} |"
        )
    return "\n".join(lines)


def bar(row: Row) -> str:
    parts = [] if row.bar is None else [f"≤ {row.bar:g} ×"]
    parts += [] if row.least is None else [f"≥ {row.least:g} ×"]
    parts += [] if row.limit is None else [f"≤ {row.limit:g} {row.unit}"]
    return ", ".join(parts)


def say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
