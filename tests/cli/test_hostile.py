"""What a hostile script or an unlucky desk does to the command line: a sentence, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Answer

    Command = Callable[..., Answer]

READING = (
    ("info", "{file}", "--json"),
    ("verify", "{file}"),
    ("find", "{file}", "张", "--json"),
    ("codes", "{file}", "--json"),
    ("preflight", "{file}", "--json"),
    ("export", "attendees", "{file}", "{folder}/o.csv"),
    ("export", "agenda", "{file}", "{folder}/o.pdf"),
    ("backup", "{file}", "{folder}/o.summit"),
)
WRITING = (
    ("undo", "{file}"),
    ("check-in", "{file}"),
    ("import", "attendees", "{file}", "{folder}/list.csv"),
    ("export", "badges", "{file}", "{folder}/n.pdf", "--note-printed"),
)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and X11's rules")


def filled(words: tuple[str, ...], file: Path) -> list[str]:
    return [word.format(file=file, folder=file.parent) for word in words]


def broken(own: Path, how: str) -> None:
    """Spoil the file in one of the ways that happen."""
    whole = bytearray(own.read_bytes())
    if how == "foreign":
        own.unlink()
        with sqlite3.connect(own) as other:
            other.execute("CREATE TABLE a (b)")
        other.close()
        return
    if how == "newer":
        whole[60:64] = (99).to_bytes(4, "big")
    if how == "unknown":
        whole[60:64] = bytes(4)
    if how == "overwritten":
        whole[4096 : 60 * 4096] = b"\xde" * (59 * 4096)
    lengths = {"empty": 0, "head": 50, "cut": len(whole) // 2}
    own.write_bytes(whole[: lengths.get(how)])


@pytest.mark.parametrize(
    "how", ["foreign", "newer", "unknown", "overwritten", "empty", "head", "cut"]
)
def test_a_broken_file_is_told_and_not_touched(command: Command, own: Path, how: str) -> None:
    broken(own, how)
    before = own.read_bytes()

    for words in (*READING, *WRITING):
        refused = command(*filled(words, own))
        assert (refused.code, refused.out) == (3, ""), words
        assert refused.err.count("\n") == 1, "one sentence, without SQL or addresses"
    assert own.read_bytes() == before
    assert not (own.parent / "o.pdf").exists()


def test_damage_that_is_met_later_is_told_as_well(command: Command, own: Path) -> None:
    with sqlite3.connect(own) as file:
        (page,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name='attendee'"
        ).fetchone()
    file.close()
    whole = bytearray(own.read_bytes())
    # the root page stays readable so that the file opens; what hangs below it does not
    for number in range(page + 1, len(whole) // 4096):
        whole[number * 4096 : number * 4096 + 8] = b"\xff" * 8
    own.write_bytes(whole)

    for words in READING:
        told = command(*filled(words, own))
        assert told.code in {0, 1, 3}, words
        assert "sqlalche" not in told.err
    assert command("verify", own).code in {1, 3}


@pytest.mark.parametrize("words", [*READING, *WRITING])
def test_no_file_or_a_folder(command: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    for place in (tmp_path / "none.summit", tmp_path):
        assert command(*filled(words, place)).code == 3


def test_a_read_only_file_can_be_read(command: Command, own: Path) -> None:
    (own.parent / "list.csv").write_text("姓名\n张示例\n", encoding="utf-8")
    own.chmod(0o444)
    before = own.read_bytes()

    for words in READING:
        assert command(*filled(words, own)).code in {0, 1}, words
    for words in WRITING:
        refused = command(*filled(words, own))
        assert (refused.code, "read-only" in refused.err) == (3, True), words
    assert own.read_bytes() == before


@pytest.fixture
def door(own: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A check-in stream that runs in another process."""
    with subprocess.Popen(
        [sys.executable, "-m", "summit_desk", "check-in", str(own)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as stream:
        yield stream
        stream.kill()


def test_others_read_beside_a_stream_and_do_not_write(
    command: Command, own: Path, door: subprocess.Popen[bytes]
) -> None:
    assert door.stdin is not None
    assert door.stdout is not None
    door.stdin.write(b"hello\n")
    door.stdin.flush()
    assert b"UNKNOWN" in door.stdout.readline()
    (own.parent / "list.csv").write_text("姓名\n张示例\n", encoding="utf-8")

    for words in READING:
        assert command(*filled(words, own)).code in {0, 1}, words
    for words in WRITING:
        refused = command(*filled(words, own))
        assert (refused.code, "open in another desk" in refused.err) == (3, True), words
    door.stdin.write(b"again\n")
    door.stdin.flush()
    assert b"UNKNOWN" in door.stdout.readline()


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "{file}", "{file}"),
        ("export", "badges", "{file}", "{folder}/link.pdf"),
        ("export", "attendees", "{file}", "{folder}/link.csv"),
        ("export", "trip", "{file}", "{folder}/link.ics"),
    ],
)
def test_no_output_takes_the_place_of_a_summit_file(
    command: Command, own: Path, words: tuple[str, ...]
) -> None:
    for ending in ("pdf", "csv", "ics"):
        shutil.copyfile(own, own.parent / f"link.{ending}")
    before = own.read_bytes()

    refused = command(*filled(words, own))

    assert (refused.code, refused.out) == (3, "")
    assert {path.read_bytes() for path in own.parent.glob("link.*")} == {before}
    assert own.read_bytes() == before


def test_places_that_can_not_be_written(command: Command, own: Path) -> None:
    (own.parent / "folder.pdf").mkdir()
    nowhere = own.parent / "nowhere"
    days = ("--from", "2024-05-22", "--to", "2024-05-22")

    for words in (
        ("export", "agenda", own, nowhere / "o.pdf"),
        ("export", "agenda", own, own.parent / "folder.pdf"),
        ("export", "attendees", own, nowhere / "o.xlsx"),
        ("export", "trip", own, nowhere / "o.ics"),
        ("demo", nowhere / "d.summit"),
        ("new", nowhere / "n.summit", "--name", "A", *days),
        ("import", "attendees", own, nowhere / "list.csv"),
        ("import", "attendees", own, own.parent),
    ):
        refused = command(*words)
        assert (refused.code, refused.out) == (3, ""), words
        assert ".part" not in refused.err
    assert not list(own.parent.glob("**/*.part"))


def test_a_trip_book_without_a_trip(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "new.summit"
    command("new", path, "--name", "A", "--from", "2024-05-22", "--to", "2024-05-22")

    refused = command("export", "trip", path, tmp_path / "t.ics")

    assert (refused.code, "no trip yet" in refused.err) == (3, True)


@on_linux
def test_output_that_nobody_reads_or_that_finds_no_room(program: Command, own: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    unread = program("codes", own, stdout=writer)
    os.close(writer)
    with Path("/dev/full").open("wb") as full:
        no_room = program("codes", own, stdout=full)

    assert (unread.code, unread.err) == (0, "")
    assert no_room.code == 3
    assert "No space left" in no_room.err
    assert "Traceback" not in no_room.err


@on_linux
def test_a_disk_that_is_full(program: Command, own: Path) -> None:
    import resource
    import signal

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    before = own.read_bytes()
    for words in (("demo", own.parent / "d.summit"), ("check-in", own)):
        refused = program(*words, given="hello\n", preexec_fn=no_room)
        assert (refused.code, refused.out) == (3, "")
        assert "could not be written" in refused.err
        assert ".part" not in refused.err
    assert own.read_bytes() == before
    assert not list(own.parent.glob("d.summit*"))


@on_linux
def test_without_a_display(program: Command, own: Path) -> None:
    folder = own.parent / "pictures"

    shown = program("screenshots", own, folder, "--size", "1280x800", "--language", "en")
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(Path(__file__).parents[2])}
    window = subprocess.run(
        [sys.executable, "-m", "summit_desk", str(own)],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert shown.code == 0
    assert len(list(folder.glob("*.png"))) >= 9
    assert program("screenshots", own, own).code == 3
    assert window.returncode == 3
    assert b"Traceback" not in window.stderr
