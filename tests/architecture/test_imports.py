"""The import contracts hold, and each of them can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# contract, file, the line that breaks it
PLANTED = (
    ("layers", "summit_desk/domain/ids.py", "import summit_desk.services"),
    ("layers", "summit_desk/support/clock.py", "import summit_desk.domain.ids"),
    ("qt", "summit_desk/domain/ids.py", "import PySide6.QtCore"),
    ("storage", "ui/kit/__init__.py", "import db.store"),
    ("sql", "summit_desk/domain/ids.py", "import sqlalchemy"),
    ("formats", "summit_desk/domain/ids.py", "import reportlab"),
    ("screens", "ui/overview/__init__.py", "import ui.preflight.screen"),
    ("screens", "ui/kit/__init__.py", "import ui.preflight.screen"),
    ("circles", "summit_desk/domain/ids.py", "import summit_desk.domain.records.base"),
)


@pytest.fixture
def copy(tmp_path) -> Path:
    for folder in ("summit_desk", "ui", "db", "exports"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    call = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    return subprocess.run(
        [*call, "--no-cache", *chosen], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_contracts_are_kept() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(copy, contract, file, line) -> None:
    planted = copy / file
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = lint(copy, contract)
    assert (result.returncode, "1 broken" in result.stdout) == (1, True), result.stdout


def test_an_unnamed_screen_breaks_the_contract(copy) -> None:
    (copy / "ui" / "stranger").mkdir()
    (copy / "ui" / "stranger" / "__init__.py").write_text('"""Nobody knows it."""\n')
    assert lint(copy, "screens").returncode != 0
