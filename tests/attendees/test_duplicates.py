"""The list of those who are entered twice: shown, decided, merged in the window and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from summit_desk.domain.places import Place, ScreenName
from tests.attendees.making import EVENT, register
from ui.kit.pairs import PairsDialog
from ui.kit.positions import PositionsDialog

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from summit_desk.services.attendees import AttendeeService
    from summit_desk.services.bundle import Services
    from ui.attendees.screen import AttendeesScreen
    from ui.kit.desk import Desk


@pytest.fixture
def twins(attendees: AttendeeService) -> tuple[UUID, UUID]:
    """Two registrations of one person, and somebody else."""
    one = register(attendees, "严华", mobile="13800000001", email="a@example.com", seat="A-1")
    other = register(attendees, "嚴華", mobile="13800000001", email="b@example.com", seat="B-2")
    register(attendees, "李平", mobile="13900000002")
    return one, other


@pytest.fixture
def screen(
    twins: tuple[UUID, UUID], services: Services, desk: Desk, qtbot: QtBot
) -> AttendeesScreen:
    from ui.attendees.presenter import AttendeesPresenter
    from ui.attendees.screen import AttendeesScreen

    desk.show_event(EVENT)
    shown = AttendeesScreen()
    qtbot.addWidget(shown)
    AttendeesPresenter(shown, services, desk)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 3 and desk.idle())
    return shown


def opened(qtbot: QtBot, desk: Desk, kind: type[QDialog]) -> QDialog:
    def found() -> list[QDialog]:
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()) and desk.idle())
    return found()[0]


@pytest.fixture
def dialog(screen: AttendeesScreen, desk: Desk, qtbot: QtBot) -> PairsDialog:
    screen.batch.duplicates.trigger()
    shown = opened(qtbot, desk, PairsDialog)
    qtbot.waitUntil(shown.merge.isEnabled)
    return shown


def test_a_pair_is_listed_with_its_reasons(services: Services, twins: tuple[UUID, UUID]) -> None:
    [suspect] = services.duplicates.people()

    assert (str(suspect.kept), str(suspect.other)) == ("0001 严华", "0002 嚴華")
    assert suspect.why() == "same phone, same name"


def test_not_the_same_is_kept_and_can_be_undone(
    services: Services, twins: tuple[UUID, UUID]
) -> None:
    [suspect] = services.duplicates.people()

    change = services.duplicates.keep_apart(suspect.kept.id, suspect.other.id)
    assert change.text() == "Keep 严华 and 嚴華 apart"
    assert services.duplicates.people() == []

    assert "registered_twice" not in kinds(services)

    services.history.undo()
    assert services.duplicates.people() == [suspect]
    assert "registered_twice" in kinds(services)


def kinds(services: Services) -> set[str]:
    """Return what the preflight finds."""
    return {finding.kind for finding in services.preflight.findings(EVENT.id)}


def test_the_model_passes_qts_own_tester(dialog: PairsDialog, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(dialog.model)


def test_both_sides_are_shown_and_only_real_choices_are_asked(dialog: PairsDialog) -> None:
    assert set(dialog.view.choices) == {"person.name", "person.email", "attendee.seat"}
    assert dialog.view.taken() == frozenset()


def test_the_chosen_values_stay_after_the_merge(
    dialog: PairsDialog, services: Services, desk: Desk, twins: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    for key in ("person.email", "attendee.seat"):
        dialog.view.choices[key][1].click()

    dialog.merge.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0 and desk.idle())

    detail = services.attendees.detail(twins[0])
    assert (detail.person.email, detail.attendee.seat) == ("b@example.com", "B-2")
    assert detail.person.name == "严华"
    assert services.attendees.found(EVENT.id).keys[0] == twins[0]


def test_the_other_record_stays_after_swapping(
    dialog: PairsDialog, services: Services, desk: Desk, twins: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    dialog.swap.click()
    qtbot.waitUntil(lambda: dialog.merge.isEnabled() and desk.idle())
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0 and desk.idle())

    assert services.attendees.detail(twins[1]).person.name == "嚴華"


def test_later_decides_nothing(dialog: PairsDialog, services: Services) -> None:
    dialog.later.click()

    assert dialog.model.rowCount() == 1
    assert len(services.duplicates.people()) == 1


def test_two_of_them_are_kept_apart_by_the_keyboard(
    dialog: PairsDialog, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0 and desk.idle())

    assert services.duplicates.people() == []
    assert services.attendees.counts(EVENT.id).categories is not None


def test_the_finding_of_the_preflight_leads_to_the_pair(
    screen: AttendeesScreen, services: Services, desk: Desk, twins: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    [place] = [
        finding.place
        for finding in services.preflight.findings(EVENT.id)
        if finding.kind == "registered_twice"
    ]
    assert place == Place(ScreenName.ATTENDEES, twins[1], twins=True)

    screen.show_place(place)

    shown = opened(qtbot, desk, PairsDialog)
    assert shown.model.rowCount() == 1


def test_two_selected_attendees_are_compared(
    screen: AttendeesScreen, desk: Desk, qtbot: QtBot
) -> None:
    assert not screen.batch.merge.isEnabled()
    screen.table.selectAll()
    assert not screen.batch.merge.isEnabled()
    screen.table.clearSelection()
    screen.table.selectRow(0)
    screen.table.selectionModel().select(
        screen.model.index(2, 0),
        screen.table.selectionModel().SelectionFlag.Select
        | screen.table.selectionModel().SelectionFlag.Rows,
    )

    assert screen.batch.merge.isEnabled()
    screen.batch.merge.trigger()

    shown = opened(qtbot, desk, PairsDialog)
    [row] = shown.model.rows()
    assert (row.kept.name, row.other.name) == ("严华", "李平")


def test_positions_are_added_ordered_and_saved(
    screen: AttendeesScreen, services: Services, desk: Desk, twins: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    screen.table.selectRow(0)
    qtbot.waitUntil(desk.idle)
    screen.batch.positions.trigger()
    dialog = opened(qtbot, desk, PositionsDialog)
    for unit, title in (("宝武集团", "总经理"), ("产业互联网分会", "会长")):
        dialog.page.inputs["unit"].show_value(unit)
        dialog.page.inputs["title"].show_value(title)
        dialog.page.inputs["title"].changed.emit()
        dialog.add.click()

    dialog.list.setCurrentRow(1)
    dialog.up.click()
    dialog.save.click()
    qtbot.waitUntil(lambda: not isValid(dialog) and desk.idle())

    work = services.attendees.detail(twins[0]).work
    assert [(one.unit, one.duty) for one in work] == [
        ("产业互联网分会", "会长"),
        ("宝武集团", "总经理"),
    ]
