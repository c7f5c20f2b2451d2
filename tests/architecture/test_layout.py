"""The house stands as it is drawn."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("summit_desk", "ui", "db", "exports")
TOP = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "assets",
    "db",
    "exports",
    "pyproject.toml",
    "summit_desk",
    "tests",
    "ui",
}
# made by running the program, never part of the project
MADE = {"demo-output", "dist", "build"}
MACHINE_PATH = re.compile(r"(?:^|[\s\"'(=:])/(?:work|farm|home|root|Users|tmp)/")
MOST_LINES = 300  # 250 is what we aim at
LICENCES = {
    "HanaMinB": "LICENSE-Hanazono.txt",
    "NotoSans": "OFL-NotoSans.txt",
    "NotoSansSC": "OFL-NotoSansSC.txt",
}
VAGUE = {"utils", "helpers", "manager", "common"}


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def test_the_top_level_holds_what_was_agreed() -> None:
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there - MADE == TOP


@pytest.mark.parametrize("package", PACKAGES)
def test_the_packages_are_siblings(package) -> None:
    assert (ROOT / package / "__init__.py").is_file()


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in sources(*PACKAGES)}
    bare = {folder for folder in folders if not (folder / "__init__.py").is_file()}
    assert bare == {ROOT / "db" / "migrations", ROOT / "db" / "migrations" / "versions"} & bare


def test_every_file_opens_with_what_it_is_for() -> None:
    silent = [path for path in sources(*PACKAGES) if not _docstring(path)]
    assert silent == []


def _docstring(path: Path) -> str | None:
    text = path.read_text(encoding="utf-8")
    return ast.get_docstring(ast.parse(text)) if text.strip() else "empty package"


def test_no_file_is_too_long_to_be_read_at_a_sitting() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(*PACKAGES)
        if "migrations/versions" not in path.as_posix()
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_name_is_vague() -> None:
    assert [path for path in sources(*PACKAGES) if path.stem in VAGUE] == []


def test_no_path_of_a_machine_is_in_the_project() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources(*PACKAGES)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_the_fonts_travel_with_their_licences() -> None:
    folder = ROOT / "assets" / "fonts"
    families = {path.stem.partition("_")[0] for path in folder.glob("*.ttf")}
    assert families == set(LICENCES)
    assert [name for name in LICENCES.values() if not (folder / name).is_file()] == []


def test_what_the_program_makes_is_not_tracked() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "demo-output", ".venv", "*.summit", "*.part"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tracked.stdout == ""


def test_the_build_server_runs_what_a_developer_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.splitlines()[-1].endswith("exec make test")


def test_every_dependency_is_pinned() -> None:
    """What `make` installs is what `pyproject.toml` asks for, with a version to each."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    asked = [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    pins = (ROOT / ".ci" / "pins.txt").read_text(encoding="utf-8").splitlines()
    pinned = {_project(line) for line in pins if "==" in line}
    assert {_project(line) for line in asked} - pinned == set()


def _project(requirement: str) -> str:
    name = re.split(r"[=<>~;\[ ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()
