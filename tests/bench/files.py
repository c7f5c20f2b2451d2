"""The seeded files that every benchmark works on; built once per run."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ATTENDEES = 100_000
SCANS = 1_000_000


@dataclass(frozen=True)
class BenchFiles:
    """`big` has 100,000 attendees; `folder` is for whatever a benchmark writes."""

    folder: Path
    big: Path

    def copy_of_big(self, name: str) -> Path:
        """Return a copy that a benchmark may write to."""
        target = self.folder / name
        shutil.copyfile(self.big, target)
        return target


@contextmanager
def bench_files(attendees: int = ATTENDEES) -> Iterator[BenchFiles]:
    """Build the files; they are gone afterwards."""
    from summit_desk.services.opening import OpeningService

    with tempfile.TemporaryDirectory(prefix="summit-bench-") as name:
        folder = Path(name)
        big = folder / "big.summit"
        OpeningService().demo(big, attendees=attendees, seed=1).workspace.close()
        yield BenchFiles(folder, big)
