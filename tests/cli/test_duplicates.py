"""The commands that tell who is entered twice and merge two numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Command = Callable[..., Answer]


def test_suspected_pairs_are_told_and_merged(command: Command, own: Path) -> None:
    told = command("duplicates", own, "--json")
    first, *rest = told.json()
    kept, other = first["one"]["numbers"][0], first["other"]["numbers"][0]

    assert told.code == 1
    assert list(first) == ["strength", "reasons", "one", "other"]
    assert (first["strength"], first["reasons"]) == ("strong", ["phone", "name"])
    line = command("duplicates", own).out.splitlines()[0]
    assert line.startswith(f"almost certain\t{kept} {first['one']['name']}")
    assert line.endswith("same phone, same name")

    merged = command("merge-people", own, kept, other)
    gone, stays = f"{other} {first['other']['name']}", f"{kept} {first['one']['name']}"
    assert (merged.code, merged.err) == (0, f"Merge {gone} into {stays}\n")
    assert command("duplicates", own, "--json").json() == rest

    assert command("undo", own).code == 0
    assert command("duplicates", own, "--json").json() == [first, *rest]


def test_a_number_that_nobody_has_is_refused(command: Command, own: Path) -> None:
    told = command("merge-people", own, "0001", "9999")

    assert told.code == 3
    assert told.err.startswith("Nobody in this event has the number 9999. Nothing was changed.")


def test_nobody_is_merged_with_oneself(command: Command, own: Path) -> None:
    told = command("merge-people", own, "0001", "0001")

    assert told.code == 3
    assert told.err.startswith("These are one and the same record already.")
