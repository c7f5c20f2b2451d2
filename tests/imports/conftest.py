"""An event to import into, and lists to import."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summit_desk.domain.records import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from summit_desk.services.bundle import Services
    from summit_desk.services.imports import ImportService

LISTS = Path(__file__).parents[1] / "data" / "lists"


@pytest.fixture
def lists() -> Path:
    return LISTS


@pytest.fixture
def imports(services: Services) -> ImportService:
    return services.imports


@pytest.fixture
def event_id(services: Services) -> UUID:
    event = Event(
        name="高峰论坛",
        first_day=date(2024, 5, 22),
        last_day=date(2024, 5, 23),
        created_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
    services.events.create(event)
    return event.id


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of csv lists: a header and rows in one line each, cells apart by commas."""

    def write(*lines: str, name: str = "list.csv") -> Path:
        path = tmp_path / name
        rows: Sequence[list[str]] = [line.split(",") for line in lines]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return write
