"""A demo summit whose registrations are filled in, and ways to write and read its lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import openpyxl
import pytest

from summit_desk.domain.lists.builtin import BUILT_IN
from summit_desk.domain.records import Event
from tests.lists.making import fill_in

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from db.store import Store
    from summit_desk.domain.documents.choices import Written
    from summit_desk.domain.lists.spec import ListSpec
    from summit_desk.services.bundle import Services
    from summit_desk.services.lists import ListService


@dataclass(frozen=True)
class Filled:
    store: Store
    services: Services
    event: Event
    folder: Path

    @property
    def lists(self) -> ListService:
        return self.services.lists

    def write(self, spec: ListSpec, name: str = "list.xlsx", **how: object) -> Written:
        return self.lists.write(self.event.id, spec, self.folder / name, **how)

    def sheets(self, spec: ListSpec, **how: object) -> list[Worksheet]:
        return openpyxl.load_workbook(self.write(spec, **how).path).worksheets

    def sheet(self, spec: ListSpec, **how: object) -> Worksheet:
        return self.sheets(spec, **how)[0]


@pytest.fixture
def filled(demo: Store, demo_services: Services, tmp_path: Path) -> Filled:
    fill_in(demo)
    with demo.view() as view:
        (event,) = view.all(Event)
    return Filled(demo, demo_services, event, tmp_path)


@pytest.fixture
def preset():
    """A built-in list by its English name."""
    return {spec.name: spec for spec in BUILT_IN}.__getitem__
