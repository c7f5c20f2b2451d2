"""LibreOffice without a window: turns sheets into other kinds of sheet."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
LONGEST = 180


def converted(paths: Iterable[Path], kind: str, folder: Path) -> list[Path]:
    """Open the files in LibreOffice and save them as another kind."""
    given = list(paths)
    out = folder / f"as-{kind}"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={profile}",
            *("--headless", "--convert-to", kind, "--outdir", str(out)),
            *map(str, given),
        ],
        check=True,
        capture_output=True,
        timeout=LONGEST,
    )
    return [out / f"{path.stem}.{kind}" for path in given]
