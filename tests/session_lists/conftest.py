"""Events to bring agenda sheets into, and sheets to bring in."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.change import Topic
from summit_desk.domain.records import Event

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from db.store import Store
    from summit_desk.services.bundle import Services
    from summit_desk.services.session_lists import SessionLists

LISTS = Path(__file__).parents[1] / "data" / "lists"
SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def lists() -> Path:
    return LISTS


@pytest.fixture
def sessions(services: Services) -> SessionLists:
    return services.session_lists


@pytest.fixture
def event(store: Store) -> Callable[[str, str], UUID]:
    """Return a maker of an event between two days."""

    def make(first: str, last: str, zone: str = "Asia/Shanghai") -> UUID:
        made = Event(
            name="峰会",
            zone=zone,
            first_day=date.fromisoformat(first),
            last_day=date.fromisoformat(last),
            created_at=datetime(2021, 1, 1, tzinfo=UTC),
        )
        with store.unit() as unit:
            unit.put(made)
            unit.commit("set up", Topic.EVENT)
        return made.id

    return make


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of csv sheets: a header and rows, cells apart by "|"."""

    def write(*lines: str, name: str = "agenda.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(line.split("|") for line in lines)
        return path

    return write
