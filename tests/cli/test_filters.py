"""Saved filters on the command line: listed, listing people, and narrowing a badge run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.attendee_lists import AttendeeFilter
from summit_desk.domain.records import AttendeeStatus
from summit_desk.services.opening import OpeningService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Command = Callable[..., Answer]


@pytest.fixture
def filtered(own: Path) -> Path:
    """The demo summit with one saved filter: the two that are numbered 0001 and 0010."""
    services = OpeningService(who=lambda: ("", "")).open(own)
    event = services.events.events()[0]
    for one in services.filters.all(event.id):
        services.filters.remove(one.id)
    wanted = AttendeeFilter(text="0001", statuses=frozenset(AttendeeStatus))
    services.filters.save(event.id, "第一位", wanted)
    services.workspace.close()
    return own


def test_filters_are_listed_with_what_they_find(command: Command, filtered: Path) -> None:
    told = command("filters", filtered, "--json").json()

    assert [(one["name"], one["count"], one["filter"]["text"]) for one in told] == [
        ("第一位", 1, "0001")
    ]
    assert command("filters", filtered).out == "第一位\t1\n"


def test_a_filter_lists_whom_it_finds(command: Command, filtered: Path) -> None:
    everybody = command("list", filtered, "--json").json()
    found = command("list", filtered, "--filter", "第一位", "--json").json()

    assert len(everybody) == 60
    assert found == [one for one in everybody if one["number"] == "0001"]
    assert list(found[0]) == "number name organisation title category status forums".split()
    assert command("list", filtered, "--filter", "第一位").out.startswith("0001\t")


def test_a_filter_narrows_a_badge_run(command: Command, filtered: Path, tmp_path: Path) -> None:
    told = command("export", "badges", filtered, tmp_path / "b.pdf", "--filter", "第一位")

    assert (told.code, "(1)" in told.err) == (0, True)


@pytest.mark.parametrize("words", [("list",), ("export", "badges")])
def test_a_name_nobody_gave_is_refused_with_the_names(
    command: Command, filtered: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    out = (tmp_path / "b.pdf",) if "badges" in words else ()

    refused = command(*words, filtered, *out, "--filter", "媒体")

    assert (refused.code, refused.out) == (3, "")
    assert "第一位" in refused.err
    assert not (tmp_path / "b.pdf").exists()
