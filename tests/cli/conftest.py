"""Fixtures of the command line's tests: commands run as a script runs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summit_desk.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable

HOUSE = Path(__file__).parents[2]
NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def own(demo_file: Path, tmp_path: Path) -> Path:
    """A demo summit of one's own that no desk has open."""
    path = tmp_path / "own.summit"
    shutil.copyfile(demo_file, path)
    return path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run a command inside this process, in English."""

    def call(*arguments: object) -> Answer:
        capsys.readouterr()
        code = run(["--speak", "en", *map(str, arguments)])
        out, err = capsys.readouterr()
        return Answer(int(code), out, err)

    return call


@pytest.fixture
def program() -> Callable[..., Answer]:
    """Run a command as a program of its own, on a machine without a display."""

    def call(*arguments: object, given: str | bytes = b"", **options: Any) -> Answer:
        environment = {key: word for key, word in os.environ.items() if key not in NO_DISPLAY}
        done = subprocess.run(
            [sys.executable, "-m", "summit_desk", "--speak", "en", *map(str, arguments)],
            input=given.encode() if isinstance(given, str) else given,
            stdout=options.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            env={**environment, "PYTHONPATH": str(HOUSE), **options.pop("env", {})},
            timeout=60,
            check=False,
            **options,
        )
        return Answer(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())

    return call
