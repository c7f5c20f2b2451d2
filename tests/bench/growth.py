"""How much slower a scan gets while the file grows, each scan beside one in a small file."""

from __future__ import annotations

import random
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.files import SCANS
from tests.bench.rows import Row, timed
from tests.bench.scans import at_the_door, scanned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summit_desk.services.station import Station
    from tests.bench.files import BenchFiles

FEW = 10_000
MEASURED = 4_000
GROWTH = 1.05
SEED = 17


def measure(files: BenchFiles, scans: int = SCANS, measured: int = MEASURED) -> list[Row]:
    """Scan the same people in both files, in turn, so that both share the machine's moods."""
    small = scanned(files, "few.summit", FEW)
    large = scanned(files, "many.summit", scans)
    after, before = in_turn(large, small, measured)
    what = f"growth of the scan from {FEW:,} to {scans:,} scans, p50"
    return [Row(what, after * 1000, "ms", before * 1000, f"{FEW:,} scans", GROWTH)]


def in_turn(large: Path, small: Path, measured: int) -> tuple[float, float]:
    """Return the median seconds of a scan in each file."""
    with at_the_door(large) as (many, codes), at_the_door(small) as (few, others):
        assert codes == others
        chosen = random.Random(SEED).sample(codes, min(measured, len(codes)))
        times: tuple[list[float], list[float]] = [], []
        for number, code in enumerate(chosen):
            turns: Sequence[tuple[int, Station]] = ((0, many), (1, few))
            for place, station in turns if number % 2 else reversed(turns):
                times[place].append(timed(lambda door=station, code=code: door.scan(code)))
    return median(times[0]), median(times[1])
