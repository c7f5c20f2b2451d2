"""An event to import into, and lists to import."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from summit_desk.domain.records import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton, QWidget
    from pytestqt.qtbot import QtBot

    from summit_desk.services.bundle import Services
    from summit_desk.services.import_sources import PastedSource
    from summit_desk.services.imports import ImportService
    from ui.imports.presenter import ImportPresenter
    from ui.kit.desk import Desk

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
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of workbooks with one sheet: its rows, and what is merged ("A1:B1")."""

    def write(*rows: Sequence[object], merged: Sequence[str] = ()) -> Path:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        for cells in merged:
            book.active.merge_cells(cells)
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    return write


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


@pytest.fixture
def parent(qtbot: QtBot, services: Services, desk: Desk, event_id: UUID) -> QWidget:
    """A window that shows the event."""
    from PySide6.QtWidgets import QWidget

    with services.store.view() as view:
        desk.show_event(view.get(Event, event_id))
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def start(
    qtbot: QtBot, parent: QWidget, services: Services, desk: Desk
) -> Callable[..., ImportPresenter]:
    """Return an opener of the wizard on a source or a file."""
    from summit_desk.services.import_sources import FileSource, PastedSource
    from ui.imports.presenter import ImportPresenter

    def open_on(source: PastedSource | Path) -> ImportPresenter:
        source = source if isinstance(source, PastedSource) else FileSource(source)
        presenter = ImportPresenter(parent, services, desk, source)
        qtbot.waitUntil(lambda: presenter.wizard.isVisible() and desk.jobs.idle())
        return presenter

    return open_on


@pytest.fixture
def turn(qtbot: QtBot, desk: Desk) -> Callable[[QPushButton], None]:
    """Return what presses a button and waits until the page is there."""

    def press(button: QPushButton) -> None:
        button.click()
        qtbot.waitUntil(desk.jobs.idle)

    return press
