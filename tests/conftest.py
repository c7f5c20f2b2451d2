"""Fixtures of every test: real storage, real services, real widgets offscreen."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from summit_desk.support.i18n import Language, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.store import Store
    from summit_desk.services.bundle import Services
    from summit_desk.support.clock import Clock
    from ui.kit.desk import Desk

# `make test` says the same of the same tree whenever it runs; `make test-slow` tries new cases.
settings.register_profile("steady", derandomize=True)
settings.register_profile("chance")
settings.load_profile("steady")

# the Sunday before the demo summit opens
NOW = datetime(2024, 5, 19, 1, 30, tzinfo=UTC)


def pytest_configure() -> None:
    """Let Qt paint into memory unless somebody asks for a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """Let closed windows really go: one that stays is restyled with every theme of every test."""
    yield
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            _release_keys()


def _release_keys() -> None:
    """Let go of Ctrl and Shift: a key that closed its window was never released there."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    if QGuiApplication.keyboardModifiers().value:
        QTest.keyRelease(QWidget(), "\r")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Start every test in English; the language belongs to the whole process."""
    use_language(Language.ENGLISH)
    yield
    use_language(Language.CHINESE)


@pytest.fixture
def clock() -> Clock:
    return lambda: NOW


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty summit, built once: making one takes four times as long as opening a copy."""
    from db.store import Store

    path = tmp_path_factory.mktemp("empty") / "empty.summit"
    Store.create(path).close()
    return path


@pytest.fixture
def store(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty summit of one's own."""
    import shutil

    from db.store import Store

    own = tmp_path / "test.summit"
    shutil.copyfile(empty_file, own)
    opened = Store.open(own)
    yield opened
    opened.close()


@pytest.fixture
def services(store: Store, clock: Clock) -> Services:
    from summit_desk.services.bundle import Services

    return Services(store, clock)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo summit of 60 attendees, built once; never write to it."""
    from summit_desk.services.demo import DemoService

    path = tmp_path_factory.mktemp("demo") / "demo.summit"
    DemoService(lambda: NOW).build(path, attendees=60, seed=1)
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the demo summit of one's own."""
    import shutil

    from db.store import Store

    own = tmp_path / "demo.summit"
    shutil.copyfile(demo_file, own)
    opened = Store.open(own)
    yield opened
    opened.close()


@pytest.fixture
def demo_services(demo: Store, clock: Clock) -> Services:
    """The use cases on a demo summit of one's own."""
    from summit_desk.services.bundle import Services

    return Services(demo, clock)


@pytest.fixture
def desk(services: Services, qtbot: object) -> Iterator[Desk]:
    """A desk on an empty file."""
    from ui.kit.desk import Desk

    opened = Desk(services)
    yield opened
    opened.close()


@pytest.fixture
def demo_desk(demo_services: Services, qtbot: object) -> Iterator[Desk]:
    """A desk that shows the demo summit."""
    from ui.kit.desk import Desk

    opened = Desk(demo_services, demo_services.events.events()[0])
    yield opened
    opened.close()
