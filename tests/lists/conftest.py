"""A demo summit whose registrations are filled in, and ways to write and read its lists."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import openpyxl
import pytest

from db.store import Store
from summit_desk.domain.lists.builtin import BUILT_IN
from summit_desk.domain.records import Event
from summit_desk.services.bundle import Services
from tests.lists.making import fill_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from summit_desk.domain.documents.choices import Written
    from summit_desk.domain.lists.spec import ListSpec
    from summit_desk.services.lists import ListService
    from summit_desk.support.clock import Clock


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


@pytest.fixture(scope="session")
def filled_file(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo summit, filled in once; never write to it."""
    path = tmp_path_factory.mktemp("filled") / "filled.summit"
    shutil.copyfile(demo_file, path)
    opened = Store.open(path)
    fill_in(opened)
    opened.close()
    return path


@pytest.fixture
def filled(filled_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Filled]:
    own = tmp_path / "filled.summit"
    shutil.copyfile(filled_file, own)
    store = Store.open(own)
    with store.view() as view:
        (event,) = view.all(Event)
    yield Filled(store, Services(store, clock), event, tmp_path)
    store.close()


@pytest.fixture
def preset():
    """A built-in list by its English name."""
    return {spec.name: spec for spec in BUILT_IN}.__getitem__
