"""What is given up writes nothing, and the wizard can go on."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from summit_desk.domain.records import Attendee, Changeset
from summit_desk.services.import_sources import FileSource
from ui.imports.presenter import ImportPresenter
from ui.kit.progress import ProgressWindow


class Gate:
    """Keeps the lane busy until it is opened, so that what follows surely waits."""

    def __init__(self, desk) -> None:
        self._open = threading.Event()
        desk.run(self._open.wait)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def messy(start, turn, lists):
    """Return an opener of the wizard on the messy list, at one of its pages."""

    def open_at(page: int):
        presenter = start(lists / "synthetic_报名汇总表_messy.xlsx")
        for _page in range(page):
            turn(presenter.wizard.next)
        return presenter

    return open_at


def give_up(presenter, desk, qtbot) -> None:
    gate = Gate(desk)
    presenter.wizard.next.click()
    presenter.job.cancel()
    gate.open()
    qtbot.waitUntil(desk.jobs.idle)


def test_a_comparison_that_is_given_up_can_be_made_again(messy, turn, desk, qtbot) -> None:
    presenter = messy(1)

    give_up(presenter, desk, qtbot)
    assert (presenter.wizard.page, presenter.wizard.next.isEnabled()) == (1, True)

    turn(presenter.wizard.next)
    assert presenter.wizard.page == 2


def test_an_import_that_is_given_up_writes_nothing(messy, turn, desk, store, qtbot) -> None:
    presenter = messy(2)
    with store.view() as view:
        before = view.count(Changeset)

    give_up(presenter, desk, qtbot)

    with store.view() as view:
        assert (view.count(Attendee), view.count(Changeset)) == (0, before)
    assert presenter.wizard.next.text() == "Import 13 people"
    turn(presenter.wizard.next)
    with store.view() as view:
        assert view.count(Attendee) == 13


def test_closing_the_wizard_gives_its_work_up(messy, desk, store, qtbot) -> None:
    wizard = messy(2).wizard
    gate = Gate(desk)
    wizard.next.click()

    wizard.reject()
    gate.open()
    qtbot.waitUntil(desk.jobs.idle)

    with store.view() as view:
        assert view.count(Attendee) == 0


def test_a_file_whose_reading_is_given_up_opens_no_wizard(
    parent, services, desk, qtbot, lists
) -> None:
    gate = Gate(desk)
    path = lists / "synthetic_签到表.csv"
    presenter = ImportPresenter(parent, services, desk, FileSource(path))
    presenter.job.cancel()
    gate.open()

    qtbot.waitUntil(desk.jobs.idle)

    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, ProgressWindow)
                and one.isVisible()]  # fmt: skip
    assert parent.findChildren(ImportPresenter) == [] or not presenter.wizard.isVisible()
